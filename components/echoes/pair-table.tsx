'use client';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import type { EchoMap } from '@/lib/echoes/echo';
import { sourceOf, stateOf, type Pair } from './echo-words';

interface PairTableProps {
  map: EchoMap;
  onOpen: (pair: Pair) => void;
  /** It scrolls in a pane of its own. */
  inPane?: boolean;
}

/** The map as a table: the same pairs, the same facts. */
export function PairTable({ map, onOpen, inPane = false }: PairTableProps) {
  const titles = new Map(map.articles.map(({ id, title }) => [id, title]));
  // The pane beside the map is narrow: a title takes three lines, and all of it is told where the pointer rests.
  const title = (id: string) => (
    <span className="line-clamp-3 py-1 whitespace-normal" title={titles.get(id)}>
      {titles.get(id)}
    </span>
  );
  const inOrder = (pair: Pair) => (sourceOf(pair) === pair.b ? [pair.b, pair.a] : [pair.a, pair.b]);
  const columns: Column<Pair>[] = [
    { id: 'first', header: 'Article', primary: true, cell: (pair) => title(inOrder(pair)[0]!) },
    { id: 'way', header: 'To', width: '3rem', cell: (pair) => (sourceOf(pair) ? '→' : '–') },
    { id: 'second', header: 'Shares words with', cell: (pair) => title(inOrder(pair)[1]!) },
    { id: 'words', header: 'Words', width: '4.5rem', align: 'end', cell: (pair) => pair.words },
    { id: 'state', header: 'Lineage', width: '8rem', from: 'md', cell: (pair) => stateOf(pair).replace('-', ' ') },
  ];
  return (
    <DataTable
      label="Pairs of articles"
      columns={columns}
      rows={map.pairs}
      rowKey={({ a, b }) => `${a} ${b}`}
      onOpen={onOpen}
      {...(inPane ? { stickyTop: '0px' } : {})}
    />
  );
}
