import { Kbd } from '@/components/ui/kbd';

/** What the keys do here, on one line. */
export function ComposerFoot({ hints }: { hints: readonly (readonly [keys: string, does: string])[] }) {
  return (
    <div className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted pointer-coarse:hidden" aria-hidden>
      {hints.map(([keys, does]) => (
        <span key={keys} className="inline-flex items-center gap-1 whitespace-nowrap">
          <Kbd keys={keys} /> {does}
        </span>
      ))}
    </div>
  );
}
