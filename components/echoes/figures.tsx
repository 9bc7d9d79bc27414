import type { figuresView } from '@/lib/echoes/echo';
import type { z } from 'zod';

const several = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Always the three figures, never one alone: articles, credited origins, unsourced groups. */
export function Figures({ articles, origins, unsourced }: z.output<typeof figuresView>) {
  return (
    <span className="tabular-nums">
      {several(articles, 'article')} · {several(origins, 'credited origin')} · {several(unsourced, 'unsourced group')}
    </span>
  );
}
