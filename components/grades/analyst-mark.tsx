import { Badge } from '@/components/ui/badge';
import { markWords } from '@/lib/grades/mark';
import type { Grading } from './use-grading';

type Props = { grading: Grading | null; claimId: string; analystId: string };

/** The digit that one analyst gave a claim, where its reader may see it. */
export function AnalystMark({ grading, claimId, analystId }: Props) {
  const grades = grading?.of('claim', claimId);
  const given = [grades?.mine, ...(grades?.others ?? [])].find((one) => one?.analyst.id === analystId);
  if (!given) return null;
  return (
    <Badge title={`Credibility ${given.mark}: ${markWords[given.mark].toLowerCase()}`}>
      <span className="sr-only">Credibility </span>
      {given.mark}
    </Badge>
  );
}
