import { EntityLink } from '@/components/entities/entity-link';
import { CitationGrade } from '@/components/grades/citation-grade';
import type { Grading } from '@/components/grades/use-grading';
import { absoluteTime } from '@/components/ui/moment';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { sourcingOf } from '@/lib/highlights/sourcing';

interface SaidByProps {
  projectId: string;
  tag: QuotedTag;
  /** Colleagues' tags on the same words. */
  others?: readonly QuotedTag[];
  grading?: Grading | null;
}

/** Who says the quoted words and how they are graded, on whose report, and whether it is the analyst's inference. */
export function SaidBy({ projectId, tag, others = [], grading = null }: SaidByProps) {
  const { speaker, via, denies, implied, impliedHow } = tag;
  const sourcing = sourcingOf(tag);
  return (
    <p className="wrap-anywhere">
      {denies ? 'Denied by ' : 'Said by '}
      {speaker ? <EntityLink projectId={projectId} entity={speaker} /> : 'the outlet itself'}
      {grading && (
        <>
          {' '}
          <CitationGrade projectId={projectId} tags={[tag, ...others]} grading={grading} />
        </>
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
