import { Languages, StickyNote } from 'lucide-react';
import type { Highlight, Tag } from '@/lib/highlights/highlight';
import type { DiscussedView } from '@/lib/threads/thread';
import { SaidOf } from './said-of';

interface MoreOnItProps {
  tag: Tag | null;
  highlight: Highlight;
  said?: DiscussedView;
}

/** What there is on a tag that its line does not show: a note, a translation of its words, comments. */
export function MoreOnIt({ tag, highlight, said }: MoreOnItProps) {
  const signs = [
    { has: tag?.note, Icon: StickyNote, words: 'a note' },
    { has: highlight.translation, Icon: Languages, words: 'a translation' },
  ];
  return (
    <>
      {signs.map(({ has, Icon, words }) =>
        has ? (
          <span key={words} title={`Has ${words}`} className="text-faint">
            <Icon size={12} aria-hidden />
            <span className="sr-only">{words}</span>
          </span>
        ) : null,
      )}
      {said ? <SaidOf {...said} /> : null}
    </>
  );
}
