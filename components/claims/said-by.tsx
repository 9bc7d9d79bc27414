import { EntityLink } from '@/components/entities/entity-link';
import { absoluteTime } from '@/components/ui/moment';
import type { QuotedTag } from '@/lib/highlights/highlight';

/** Who says the quoted words, on whose report, and whether it is the analyst's inference. */
export function SaidBy({ projectId, tag }: { projectId: string; tag: QuotedTag }) {
  const { speaker, via, denies, implied, impliedHow } = tag;
  return (
    <p className="wrap-anywhere">
      {denies ? 'Denied by ' : 'Said by '}
      {speaker ? (
        <>
          {speaker.type === 'unnamed-source' && 'an unnamed source, '}
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
      {implied && <span className="text-muted"> · implied{impliedHow ? `: ${impliedHow}` : ''}</span>}
    </p>
  );
}
