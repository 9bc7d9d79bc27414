import { EntityMark } from '@/components/ui/entity-mark';
import type { Target } from './draft';

/** The letter of what a tag is about; claims have C. */
export function TargetMark({ target }: { target: Target }) {
  if (target.kind === 'entity') return <EntityMark type={target.entity.type} />;
  if (target.kind === 'new-entity') return <EntityMark type={target.type} decorative />;
  return (
    <span
      aria-hidden
      className="inline-flex size-4 shrink-0 items-center justify-center rounded-sm border border-edge text-[0.625rem] leading-none font-bold text-muted select-none"
    >
      C
    </span>
  );
}
