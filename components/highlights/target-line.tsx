import { Button } from '@/components/ui/button';
import type { Draft, Target } from './draft';
import { TargetMark } from './target-mark';

function nameOf(target: Target): string {
  if (target.kind === 'entity') return target.entity.name;
  return target.kind === 'new-entity' ? target.name : target.statement;
}

/** What the tag is about, with a way back to choosing it. */
export function TargetLine({ draft: { target }, onChange }: { draft: Draft; onChange: () => void }) {
  const isNew = target?.kind === 'new-entity' || target?.kind === 'new-claim';
  return (
    <div className="flex items-start gap-2">
      {target ? (
        <span className="mt-0.5 flex">
          <TargetMark target={target} />
        </span>
      ) : null}
      <span className="line-clamp-3 min-w-0 flex-1 font-medium wrap-anywhere">
        {isNew ? <span className="mr-1 font-normal text-faint">New:</span> : null}
        <bdi>{target ? nameOf(target) : 'Nothing chosen yet'}</bdi>
      </span>
      <Button variant="quiet" size="small" className="-my-0.5" onClick={onChange}>
        Change
      </Button>
    </div>
  );
}
