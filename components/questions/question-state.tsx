import { CircleCheck, CircleHelp, RotateCcw } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { Question } from '@/lib/questions/question';

/** Where a question stands: open, settled, or opened again by evidence that came later. */
export function QuestionState({ question }: { question: Pick<Question, 'state' | 'newEvidence'> }) {
  if (question.state === 'settled')
    return (
      <Badge tone="good" icon={<CircleCheck size={12} aria-hidden />}>
        Settled
      </Badge>
    );
  if (question.newEvidence)
    return (
      <Badge tone="warn" icon={<RotateCcw size={12} aria-hidden />}>
        New evidence
      </Badge>
    );
  return (
    <Badge tone="accent" icon={<CircleHelp size={12} aria-hidden />}>
      Open
    </Badge>
  );
}
