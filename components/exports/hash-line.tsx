import { CopyButton } from '@/components/ui/copy-button';

/** A hash to the last sign, to be compared and copied. */
export function HashLine({ hash, copy }: { hash: string; copy: string }) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <code className="min-w-0 font-mono text-sm break-all select-all">{hash}</code>
      <CopyButton text={hash}>{copy}</CopyButton>
    </span>
  );
}
