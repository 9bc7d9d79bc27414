import type { Arrival } from './arrivals';
import { ReadingLine } from './reading-line';

type Props = { arrivals: readonly Arrival[]; onClose: (key: string) => void };

/** Files that were chosen before the page was loaded and did not come in: each with the reason, until somebody has read it. */
export function LeftOutside({ arrivals, onClose }: Props) {
  if (arrivals.length === 0) return null;
  return (
    <ul aria-label="Chosen before and not in" className="flex flex-col gap-1">
      {arrivals.map(({ key, name, words, cut }) => (
        <ReadingLine
          key={key}
          reading={{ key, name, state: 'refused', words: words ?? '', retry: null, cut }}
          onClose={() => onClose(key)}
        />
      ))}
    </ul>
  );
}
