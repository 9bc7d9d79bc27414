import { useMemo } from 'react';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { relationWords, type Graph, type GraphEdge } from './graph';

const none = <span className="text-faint">–</span>;

function columnsFor({ nodes }: Graph): Column<GraphEdge>[] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return [
    { id: 'from', header: 'Entity', width: '26%', cell: ({ entity }) => names.get(entity) },
    { id: 'relation', header: 'Relation', width: '10rem', cell: ({ relation }) => relationWords(relation) },
    { id: 'to', header: 'Claim', primary: true, cell: ({ claim }) => names.get(claim) },
    {
      id: 'citations',
      header: 'Citations',
      width: '6rem',
      align: 'end',
      from: 'md',
      cell: ({ citations }) => citations ?? none,
    },
  ];
}

/** The lines of the graph, one a row, to be read and copied. */
export function GraphTable({ projectId, graph }: { projectId: string; graph: Graph }) {
  const columns = useMemo(() => columnsFor(graph), [graph]);
  return (
    <DataTable
      label="Claims and what they name, as rows"
      columns={columns}
      rows={graph.edges}
      rowKey={({ entity, claim, relation }) => `${entity} ${claim} ${relation}`}
      rowHref={({ claim }) => `/projects/${projectId}/claims/${claim}`}
    />
  );
}
