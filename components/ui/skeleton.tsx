import clsx from 'clsx';

interface SkeletonProps {
  /** Width and height by classes, as the thing that will come: "h-4 w-40". */
  className?: string;
  /** Several lines of text. */
  lines?: number;
}

const widths = ['w-full', 'w-11/12', 'w-full', 'w-4/5', 'w-10/12'];

/** The shape of what is coming. Shows itself after 150 ms; wrap one or more in `Loading`. */
export function Skeleton({ className = 'h-4 w-full', lines }: SkeletonProps) {
  const bar = 'late rounded-sm bg-press';
  if (!lines) return <div aria-hidden className={clsx(bar, className)} />;
  return (
    <div aria-hidden className="space-y-2">
      {Array.from({ length: lines }, (_, at) => (
        <div key={at} className={clsx(bar, 'h-4', widths[at % widths.length])} />
      ))}
    </div>
  );
}
