import type { ReactNode } from 'react';

const Sign = ({ children, words }: { children: ReactNode; words: string }) => (
  <li className="inline-flex items-center gap-1.5">
    <svg aria-hidden width={26} height={16} className="shrink-0">
      {children}
    </svg>
    {words}
  </li>
);

/** What the signs of the timeline mean. */
export const TimelineLegend = () => (
  <ul aria-label="Signs" className="flex flex-wrap gap-x-4 gap-y-1">
    <Sign words="known to the day">
      <rect x={11} y={2} width={3} height={12} className="fill-accent" />
    </Sign>
    <Sign words="some time within">
      <rect x={2} y={2} width={22} height={12} rx={1.5} className="fill-accent" fillOpacity={0.3} />
    </Sign>
    <Sign words="began, ended">
      <path d="M 8 1 H 4 V 15 H 8 M 18 1 H 22 V 15 H 18" fill="none" strokeWidth={1.5} className="stroke-accent" />
    </Sign>
    <Sign words="was so">
      <circle cx={13} cy={8} r={4} className="fill-accent" />
    </Sign>
    <Sign words="open">
      <path d="M 2 8 H 24 m -5 -4 l 5 4 l -5 4" fill="none" strokeWidth={1.5} className="stroke-accent" />
    </Sign>
  </ul>
);
