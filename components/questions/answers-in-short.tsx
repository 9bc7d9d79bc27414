'use client';
import { evidenceOf } from '@/components/claims/evidence';
import type { Answer, QuestionPage } from '@/lib/questions/question';
import { RestsOnLine } from './rests-on-line';

interface AnswersInShortProps {
  question: QuestionPage;
  /** Brings an answer into view. */
  onGo: (answerId: string) => void;
}

/** Where a screen holds one answer only: all of them under one another, each with what sets it apart, and the way to it. */
export function AnswersInShort({ question, onGo }: AnswersInShortProps) {
  if (question.sides.length < 2) return null;
  return (
    <ol aria-label="The answers in short" className="mx-4 divide-y divide-line border-y border-line">
      {question.sides.map((side) => (
        <li key={side.id} className="flex flex-col gap-0.5 py-2.5">
          <button
            type="button"
            onClick={() => onGo(side.id)}
            className="w-full touch text-start font-medium text-pretty wrap-anywhere text-accent hover:underline"
          >
            {side.claim.statement}
          </button>
          <RestsOnLine rests={side.corroboration} />
          <p className="text-sm text-muted tabular-nums">{sayCounts(side)}</p>
        </li>
      ))}
    </ol>
  );
}

/** “2 for, 1 against, 3 against it by other answers · held by 2” */
function sayCounts({ citations, contrary, assessments }: Answer): string {
  const { supports, contradicts } = evidenceOf(citations);
  const counts = [
    `${supports.length} for`,
    `${contradicts.length} against`,
    ...(contrary.length > 0 ? [`${contrary.length} for another answer`] : []),
  ].join(', ');
  return assessments.length > 0 ? `${counts} · judged by ${assessments.length}` : counts;
}
