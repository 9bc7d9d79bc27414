'use client';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { isChanged, type Row } from '@/lib/anchoring/side-by-side';
import { VersionCell } from './version-cell';
import type { Named } from './version-pieces';

export interface Side {
  readonly name: string;
  readonly text: string;
  readonly highlights: readonly Named[];
}

interface VersionRowsProps {
  rows: readonly Row[];
  old: Side;
  young: Side;
  /** Of both texts; null where nobody said it. */
  lang: string | null;
  chosen: string | null;
}

/** More rows than this are drawn when somebody asks for them. */
const STEP = 200;

type Fold = { kind: 'row'; row: Row; at: number } | { kind: 'fold'; first: number; count: number };

/** Rows that changed, with one on either side of them, and how many in between are the same. */
function folded(rows: readonly Row[], wanted: (at: number) => boolean): Fold[] {
  const list: Fold[] = [];
  for (const [at, row] of rows.entries()) {
    const last = list.at(-1);
    if (wanted(at)) list.push({ kind: 'row', row, at });
    else if (last?.kind === 'fold') last.count += 1;
    else list.push({ kind: 'fold', first: at, count: 1 });
  }
  return list;
}

/** Two versions paragraph beside paragraph: beside one another where there is room, else one above the other. */
export function VersionRows({ rows, old, young, lang, chosen }: VersionRowsProps) {
  const [whole, setWhole] = useState(false);
  const [shown, setShown] = useState(STEP);
  const list = useMemo(() => {
    const near = new Set(rows.flatMap((row, at) => (isChanged(row) ? [at - 1, at, at + 1] : [])));
    const marked = [...old.highlights, ...young.highlights].find(({ id }) => id === chosen);
    const holds = ({ old: left, young: right }: Row) =>
      marked &&
      [left, right].some(
        (span) =>
          span &&
          [old, young].some((side) =>
            side.highlights.some((one) => one.id === chosen && one.start < span.end && span.start < one.end),
          ),
      );
    return folded(rows, (at) => whole || near.has(at) || Boolean(holds(rows[at]!)));
  }, [rows, whole, old, young, chosen]);

  return (
    <section aria-label="The two versions side by side" className="flex flex-col gap-2">
      <div className="sticky top-(--bar-height) z-10 grid gap-x-6 border-b border-line bg-page py-2 md:grid-cols-2">
        <h2 className="px-3 font-semibold">
          {old.name}
          <span className="md:hidden">; under each change, {young.name}</span>
        </h2>
        <h2 className="px-3 font-semibold max-md:hidden">{young.name}</h2>
      </div>
      {rows.some(isChanged) ? null : <p className="px-3 text-muted">No word differs.</p>}
      <Button size="small" className="self-start" aria-pressed={whole} onClick={() => setWhole(!whole)}>
        {whole ? 'Only what changed' : 'Both texts whole'}
      </Button>
      <ol className="flex flex-col">
        {list.slice(0, shown).map((one) =>
          one.kind === 'fold' ? (
            <li key={`fold-${one.first}`} className="py-1 pl-3 text-sm text-faint">
              {one.count === 1 ? '1 paragraph is the same' : `${one.count} paragraphs are the same`}
            </li>
          ) : (
            <li
              key={one.at}
              data-changed={isChanged(one.row) || undefined}
              className="group grid gap-x-6 gap-y-1 border-b border-line/60 py-1.5 md:grid-cols-2"
            >
              <VersionCell
                side="old"
                text={old.text}
                lang={lang}
                span={one.row.old}
                changed={one.row.gone}
                highlights={old.highlights}
                chosen={chosen}
                moved={one.row.moved}
                reworded={one.row.gone.length + one.row.come.length > 0}
              />
              <VersionCell
                side="young"
                text={young.text}
                lang={lang}
                span={one.row.young}
                changed={one.row.come}
                highlights={young.highlights}
                chosen={chosen}
                moved={one.row.moved}
                reworded={one.row.gone.length + one.row.come.length > 0}
              />
            </li>
          ),
        )}
      </ol>
      {list.length > shown ? (
        <Button className="self-start" onClick={() => setShown(shown + STEP)}>
          Show more
        </Button>
      ) : null}
    </section>
  );
}
