import { EntityLink } from '@/components/entities/entity-link';
import { absoluteTime } from '@/components/ui/moment';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { sourcingOf } from '@/lib/highlights/sourcing';

/** Who says the quoted words, on whose report, and whether it is the analyst's inference. */
export function SaidBy({ projectId, tag }: { projectId: string; tag: QuotedTag }) {
  const { speaker, via, denies, implied, impliedHow } = tag;
  const sourcing = sourcingOf(tag);
  return (
    <p className="wrap-anywhere">
      {denies ? 'Denied by ' : 'Said by '}
      {speaker ? (
        <>
          <EntityLink projectId={projectId} entity={speaker} />
        </>
      ) : (
        'the outlet itself'
      )}
      {via && (
        <>
          , via <span className="font-medium">{via.name}</span>
          {via.on && ` of ${absoluteTime(via.on, 'date')}`}
        </>
      )}
      {sourcing.length > 0 && <span className="text-muted"> · {sourcing.join(', ')}</span>}
      {implied && <span className="text-muted"> · implied{impliedHow ? `: ${impliedHow}` : ''}</span>}
    </p>
  );
}
