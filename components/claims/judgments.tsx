'use client';
import { AnalystMark } from '@/components/grades/analyst-mark';
import { ClaimGrade } from '@/components/grades/claim-grade';
import { useGrading, type Grading } from '@/components/grades/use-grading';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { LikelihoodPlot } from '@/components/ui/likelihood-plot';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import type { Assessment, Claim } from '@/lib/claims/claim';
import { percentOf } from '@/lib/claims/likelihood';
import { likelihoodWords } from './judgment';
import { JudgmentForm } from './judgment-form';

/** "How likely is it true?": one's own answer, then every analyst's side by side, never averaged. */
export function Judgments({ claim }: { claim: Claim }) {
  const { me, may } = useHere(claim.projectId);
  const grading = useGrading(claim.projectId, { claimId: claim.id });
  const list = useRead('listAssessments', { id: claim.id });
  const assessments = list.data?.items ?? [];
  const stated = assessments.flatMap(({ id, analyst, likelihood, band }) => {
    const value = likelihood ?? band;
    return value === null ? [] : [{ id, name: analyst.name, likelihood: percentOf(value) }];
  });
  const mine = assessments.find(({ analyst }) => analyst.id === me.id) ?? null;
  return (
    <section aria-labelledby="likely" className="flex flex-col gap-4">
      <h2 id="likely" className="text-lg font-semibold">
        How likely is it true?
      </h2>
      {list.isPending ? (
        <Loading label="Loading the judgments">
          <Skeleton className="h-24 w-full" />
        </Loading>
      ) : list.error ? (
        <Unread what="The judgments" error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <>
          {may('claim.assess') === true && me.id && (
            <JudgmentForm key={claim.id} claimId={claim.id} userId={me.id} mine={mine} />
          )}
          <ClaimGrade projectId={claim.projectId} claimId={claim.id} grading={grading} />
          {stated.length > 0 && <LikelihoodPlot dots={stated} mine={mine?.id} />}
          {assessments.length > 0 ? (
            <ul className="grid gap-x-8 sm:grid-cols-2">
              {assessments.map((assessment) => (
                <Judged key={assessment.id} assessment={assessment} wording={claim.wording} grading={grading} />
              ))}
            </ul>
          ) : (
            <p className="text-muted">Nobody has said yet.</p>
          )}
        </>
      )}
    </section>
  );
}

type JudgedProps = { assessment: Assessment; wording: number; grading: Grading | null };

/** One analyst's judgment; likelihood and analytic confidence each in a sentence of its own. */
function Judged({ assessment, wording, grading }: JudgedProps) {
  const { analyst, analyticConfidence, rationale, updatedAt } = assessment;
  return (
    <li className="flex min-w-0 flex-col gap-1 border-t border-line py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Avatar name={analyst.name} id={analyst.id} size="small" decorative />
        <span className="font-medium">{analyst.name}</span>
        <span>{likelihoodWords(assessment)}</span>
        <AnalystMark grading={grading} claimId={assessment.claimId} analystId={analyst.id} />
        {assessment.wording !== wording && <Badge tone="warn">judged wording {assessment.wording}</Badge>}
      </div>
      {analyticConfidence && <p className="text-muted">Analytic confidence: {analyticConfidence}.</p>}
      {rationale && <p className="whitespace-pre-wrap wrap-anywhere">{rationale}</p>}
      <p className="text-sm text-faint">
        <Time at={updatedAt} detail="date" />
      </p>
    </li>
  );
}
