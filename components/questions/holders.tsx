import { likelihoodWords } from '@/components/claims/judgment';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import type { Answer } from '@/lib/questions/question';

interface HoldersProps {
  assessments: Answer['assessments'];
  wording: number;
  grades: boolean;
}

/** What each analyst holds of an answer and why, never averaged; likelihood and analytic confidence each in a sentence of its own. */
export function Holders({ assessments, wording, grades }: HoldersProps) {
  if (assessments.length === 0) return <p className="text-muted">Nobody has said how likely it is.</p>;
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
              {grades && assessment.credibility !== null && (
                <Badge title={`Credibility ${assessment.credibility}`}>{assessment.credibility}</Badge>
              )}
              {assessment.wording !== wording && <Badge tone="warn">judged wording {assessment.wording}</Badge>}
            </span>
            {assessment.analyticConfidence && (
              <span className="text-muted">Analytic confidence: {assessment.analyticConfidence}.</span>
            )}
            {assessment.rationale && <span className="whitespace-pre-wrap wrap-anywhere">{assessment.rationale}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
