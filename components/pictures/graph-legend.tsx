import { relationDash } from './graph';

const LINES = ['subject', 'object', 'place', 'speaker'] as const;

/** What the signs of the graph mean. */
export const GraphLegend = () => (
  <ul aria-label="Signs" className="flex flex-wrap gap-x-4 gap-y-1">
    <li className="inline-flex items-center gap-1.5">
      <svg aria-hidden width={12} height={12}>
        <rect x={1} y={1} width={10} height={10} rx={2} strokeWidth={1.5} className="fill-paper stroke-ink" />
      </svg>
      claim
    </li>
    {LINES.map((relation) => (
      <li key={relation} className="inline-flex items-center gap-1.5">
        <svg aria-hidden width={28} height={8} fill="none">
          <path d="M 0 4 H 28" strokeWidth={1.5} strokeDasharray={relationDash(relation)} className="stroke-edge" />
        </svg>
        {relation}
      </li>
    ))}
  </ul>
);
