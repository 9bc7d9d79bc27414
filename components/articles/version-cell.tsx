import clsx from 'clsx';
import type { Span } from '@/lib/anchoring/span';
import { piecesOf, type Named } from './version-pieces';

interface VersionCellProps {
  side: 'old' | 'young';
  text: string;
  lang: string | null;
  span: Span | null;
  /** Stretches that the other side has not. */
  changed: readonly Span[];
  highlights: readonly Named[];
  chosen: string | null;
  /** Where on this side the paragraph stands that the row shows on the other. */
  moved?: 'up' | 'down' | undefined;
  /** Some of its words changed on the way. */
  reworded: boolean;
}

const here = { old: 'moved here', young: 'moved' };
const away = {
  old: { up: 'it stood further up', down: 'it stood further down' },
  young: { up: 'it stands further up', down: 'it stands further down' },
};

/** One side of a row: the paragraph to the letter, what is only here marked, highlights underlined. */
export function VersionCell({
  side,
  text,
  lang,
  span,
  changed,
  highlights,
  chosen,
  moved,
  reworded,
}: VersionCellProps) {
  if (!span)
    return (
      <p className={clsx('rounded-md bg-desk px-3 py-1 text-sm', moved ? 'text-muted' : 'text-faint max-md:hidden')}>
        {moved ? `${here[side]}${reworded ? ' and reworded' : ''}: ${away[side][moved]}` : 'not in this version'}
      </p>
    );
  return (
    <p
      dir="auto"
      lang={lang ?? ''}
      className={clsx(
        'quoted px-3 py-1 text-md whitespace-pre-wrap wrap-anywhere max-md:group-data-changed:border-s-2',
        // One above the other, what both have is told once.
        moved ? 'border-edge' : side === 'old' ? 'border-bad' : 'border-good max-md:group-not-data-changed:hidden',
      )}
    >
      {piecesOf(text, span, changed, highlights).map(({ start, words, isChanged, ids }) => {
        const Changed = side === 'old' ? 'del' : 'ins';
        const shown = isChanged ? (
          <Changed
            className={clsx(
              'rounded-sm',
              side === 'old'
                ? 'bg-bad-soft text-bad line-through'
                : 'bg-good-soft text-good underline underline-offset-2',
            )}
          >
            {words}
          </Changed>
        ) : (
          words
        );
        if (ids.length === 0) return <span key={start}>{shown}</span>;
        const isChosen = chosen !== null && ids.includes(chosen);
        return (
          <mark
            key={start}
            data-stands={ids.map((id) => `${side}-${id}`).join(' ')}
            className={clsx(
              'rounded-none border-b-2 bg-transparent text-inherit',
              isChosen ? 'border-accent bg-accent-soft' : 'border-edge',
            )}
          >
            {shown}
          </mark>
        );
      })}
    </p>
  );
}
