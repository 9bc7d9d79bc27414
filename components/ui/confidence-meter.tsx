interface ConfidenceMeterProps {
  /** 0–100; null is "not stated". */
  value: number | null;
  /** What to show when nothing was stated; nothing by default. */
  whenNotStated?: 'nothing' | 'words';
}

/** How sure somebody is of a tag: the number with a small bar. */
export function ConfidenceMeter({ value, whenNotStated = 'nothing' }: ConfidenceMeterProps) {
  if (value === null) {
    return whenNotStated === 'words' ? <span className="text-sm text-faint">not stated</span> : null;
  }
  return (
    <span
      role="img"
      aria-label={`confidence ${value}`}
      title={`Confidence ${value}`}
      className="inline-flex items-center gap-1"
    >
      <span className="min-w-[2ch] text-right text-sm text-muted">{value}</span>
      <span className="h-1 w-7 rounded-full bg-press forced-colors:border" aria-hidden>
        <span
          className="block h-full rounded-full bg-muted forced-colors:bg-[CanvasText]"
          style={{ width: `${Math.min(100, Math.max(0, value))}%` }}
        />
      </span>
    </span>
  );
}
