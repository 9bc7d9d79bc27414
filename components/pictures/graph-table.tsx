import { relationWords, type Graph } from './graph';
import { CellLink } from './cell-link';
import { PictureTable } from './picture-table';

const none = <span className="text-faint">–</span>;

/** The lines of the graph, one a row. */
export function GraphTable({ projectId, graph }: { projectId: string; graph: Graph }) {
  const names = new Map(graph.nodes.map(({ id, name }) => [id, name]));
  const rows = graph.edges.map(({ entity, claim, relation, citations }) => ({
    key: `${entity} ${claim} ${relation}`,
    cells: [
      <CellLink key="from" href={`/projects/${projectId}/entities/${entity}`} words={names.get(entity)!} />,
      relationWords(relation),
      <CellLink key="to" href={`/projects/${projectId}/claims/${claim}`} words={names.get(claim)!} />,
      citations ?? none,
    ],
  }));
  return (
    <PictureTable
      label="Claims and what they name, as rows"
      columns={['Entity', 'Relation', 'Claim', 'Citations']}
      rows={rows}
    />
  );
}
