import clsx from 'clsx';
import { Avatar } from '@/components/ui/avatar';
import type { Mentioning } from './mentions';

interface MentionListProps {
  id: string;
  open: Mentioning;
  onChoose: (at: number) => void;
}

/** Members to mention; the editor keeps the focus and names the chosen one. */
export function MentionList({ id, open, onChoose }: MentionListProps) {
  return (
    <ul
      id={id}
      role="listbox"
      aria-label="Members to mention"
      className="absolute z-50 floating max-h-60 w-56 max-w-full overflow-y-auto p-1"
      style={open.place}
    >
      {open.people.map((person, at) => (
        <li
          key={person.id}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === open.chosen}
          {...(at === open.chosen ? { 'data-highlighted': '' } : {})}
          className={clsx('option')}
          onPointerDown={(event) => {
            // The caret stays in the editor.
            event.preventDefault();
            onChoose(at);
          }}
        >
          <Avatar name={person.name} id={person.id} size="small" decorative />
          <span className="truncate">{person.name}</span>
        </li>
      ))}
    </ul>
  );
}
