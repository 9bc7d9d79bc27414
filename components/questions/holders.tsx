import { likelihoodWords } from '@/components/claims/judgment';
import { AnalystMark } from '@/components/grades/analyst-mark';
import { ClaimGrade } from '@/components/grades/claim-grade';
import type { Grading } from '@/components/grades/use-grading';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import type { Answer } from '@/lib/questions/question';

interface HoldersProps {
  assessments: Answer['assessments'];
  claim: Answer['claim'];
  grading: Grading | null;
}

/** What each analyst holds of an answer and why, never averaged; likelihood and analytic confidence each in a sentence of its own. */
export function Holders({ assessments, claim, grading }: HoldersProps) {
  const credibility = <ClaimGrade projectId={claim.projectId} claimId={claim.id} grading={grading} />;
  if (assessments.length === 0)
    return (
      <>
        <p className="text-muted">Nobody has said how likely it is.</p>
        {credibility}
      </>
    );
  return (
    <div role="group" aria-label="Who holds what">
      <h4 className="border-b border-line pb-1 font-semibold">How likely it is</h4>
      <ul>
        {assessments.map((assessment) => (
          <li key={assessment.id} className="flex flex-col gap-0.5 border-t border-line py-2.5 first:border-t-0">
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Avatar name={assessment.analyst.name} id={assessment.analyst.id} size="small" decorative />
              <span className="font-medium">{assessment.analyst.name}</span>
              <span>{likelihoodWords(assessment)}</span>
              <AnalystMark grading={grading} claimId={claim.id} analystId={assessment.analyst.id} />
              {assessment.wording !== claim.wording && <Badge tone="warn">judged wording {assessment.wording}</Badge>}
            </span>
            {assessment.analyticConfidence && (
              <span className="text-muted">Analytic confidence: {assessment.analyticConfidence}.</span>
            )}
            {assessment.rationale && <span className="whitespace-pre-wrap wrap-anywhere">{assessment.rationale}</span>}
          </li>
        ))}
      </ul>
      {credibility}
    </div>
  );
}
