import type { Desk } from '@/lib/adjudications/adjudication';
import { ReaderLine } from './reader-line';

/** Whose line is whose, and how much each has here. */
export function Legend({ people }: Pick<Desk, 'people'>) {
  return (
    <ul aria-label="Whose line is whose" className="flex flex-wrap gap-x-5 gap-y-1 text-muted">
      {people.map(({ person, tags }, index) => (
        <li key={person.id} className="flex min-w-0 items-center gap-2">
          <ReaderLine index={index} />
          <span className="truncate text-ink">{person.name}</span>
          <span className="text-sm whitespace-nowrap tabular-nums">
            {tags === 0 ? 'tagged nothing here' : tags === 1 ? '1 tag' : `${tags} tags`}
          </span>
        </li>
      ))}
    </ul>
  );
}
