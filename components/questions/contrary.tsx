import { SourceLine } from '@/components/articles/source-line';
import { SaidBy } from '@/components/claims/said-by';
import type { Grading } from '@/components/grades/use-grading';
import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { Quote } from '@/components/ui/quote';
import type { Answer, QuestionPage } from '@/lib/questions/question';

interface ContraryProps {
  projectId: string;
  question: QuestionPage;
  side: Answer;
  grading: Grading | null;
}

/** What supports an answer that this one excludes speaks against this one: worked out from there, entered nowhere. */
export function Contrary({ projectId, question, side, grading }: ContraryProps) {
  const found = side.contrary.flatMap(({ tagId, answerId }) => {
    const other = question.sides.find(({ id }) => id === answerId);
    const tag = other?.citations.find(({ id }) => id === tagId);
    return other && tag ? [{ tag, of: other.claim.statement }] : [];
  });
  if (found.length === 0) return null;
  return (
    <div role="group" aria-label="Against it, computed">
      <Disclosure
        summary={
          <>
            Against it, because it supports another answer ({found.length}) <Badge>computed</Badge>
          </>
        }
      >
        <ul className="flex flex-col">
          {found.map(({ tag, of }) => (
            <li key={tag.id} className="flex flex-col gap-1 border-t border-dashed border-line py-2.5 first:border-t-0">
              <Quote lang={tag.article.language} className="wrap-anywhere">
                {tag.highlight.quote}
              </Quote>
              <span className="text-sm text-muted wrap-anywhere">supports “{of}”</span>
              <SaidBy projectId={projectId} tag={tag} grading={grading} />
              <SourceLine projectId={projectId} article={tag.article} highlightId={tag.highlight.id} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
