'use client';
import { Button } from '@/components/ui/button';
import type { Highlight } from '@/lib/highlights/highlight';
import { may } from '@/lib/permissions';
import { titleOf } from './layer';
import { OldWords } from './old-words';
import { findPlace, letGo } from './place-words';
import { useDesk } from './use-desk';

/** One highlight that lost its words: why, the words in their old context, and what can be done. */
export function LostEntry({ highlight }: { highlight: Highlight }) {
  const desk = useDesk();
  const { me } = desk.place;
  const mayMove = may({ userId: me.id, role: me.role }, 'highlight.move', highlight) === true;
  const titles = highlight.tags.map((tag) => titleOf(tag)).join(', ');
  return (
    <li className="flex flex-col gap-1 wrap-anywhere">
      <p className="font-medium">
        {titles || 'Highlight'}
        <span className="font-normal text-muted">
          {' '}
          by {highlight.author.id === me.id ? 'you' : highlight.author.name}, on version {highlight.articleVersion}.{' '}
          {highlight.orphaned}
        </span>
      </p>
      <p>
        <OldWords highlight={highlight} />
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" onClick={() => void findPlace(desk, highlight)}>
          {mayMove ? 'Find their place' : 'Show where they stood'}
        </Button>
        {mayMove ? (
          <Button size="small" variant="quiet" onClick={() => void letGo(desk, highlight)}>
            Let go
          </Button>
        ) : null}
      </div>
    </li>
  );
}
