'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { SourceLine } from '@/components/articles/source-line';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Quote } from '@/components/ui/quote';
import { TextLink } from '@/components/ui/text-link';
import type { Claim } from '@/lib/claims/claim';
import type { ClaimQuestions as Known } from '@/lib/questions/question';
import { AnotherAnswer } from './another-answer';
import { Offers } from './offers';
import { QuestionState } from './question-state';
import { StartQuestion } from './start-question';

/** Which questions a claim answers, what speaks against it there, and the way to another answer. */
export function ClaimQuestions({ claim }: { claim: Claim }) {
  const { data } = useRead('listClaimQuestions', { id: claim.id });
  const { may } = useHere(claim.projectId);
  const [open, setOpen] = useState(false);
  if (!data) return null;
  const [first] = data.questions;
  return (
    <section aria-labelledby="questions" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="questions" className="text-lg font-semibold">
          Questions
        </h2>
        {data.questions.length === 0 && <p className="text-muted">It answers none yet.</p>}
        {may('question.answer') === true && (
          <Button size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setOpen(true)}>
            Another answer
          </Button>
        )}
      </div>
      <Asked claim={claim} known={data} />
      <Against projectId={claim.projectId} contrary={data.contrary} />
      <Offers projectId={claim.projectId} claimId={claim.id} />
      {open && first && <AnotherAnswer question={first} onClose={() => setOpen(false)} />}
      {open && !first && <StartQuestion claim={claim} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Asked({ claim, known }: { claim: Claim; known: Known }) {
  if (known.questions.length === 0) return null;
  return (
    <ul className="flex flex-col gap-3">
      {known.questions.map((question) => (
        <li key={question.id} className="flex flex-col gap-1 border-t border-line pt-2">
          <span className="flex flex-wrap items-center gap-2">
            <TextLink href={`/projects/${claim.projectId}/questions/${question.id}`} className="wrap-anywhere">
              {question.text}
            </TextLink>
            <QuestionState question={question} />
          </span>
          <ul className="list-disc ps-5 text-muted">
            {question.answers
              .filter(({ claimId }) => claimId !== claim.id)
              .map(({ id, claimId, statement }) => (
                <li key={id} className="wrap-anywhere">
                  <TextLink href={`/projects/${claim.projectId}/claims/${claimId}`}>{statement}</TextLink>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Against({ projectId, contrary }: { projectId: string; contrary: Known['contrary'] }) {
  if (contrary.length === 0) return null;
  return (
    <Disclosure
      summary={
        <>
          Against it, because it supports another answer ({contrary.length}) <Badge>computed</Badge>
        </>
      }
    >
      <ul className="flex flex-col">
        {contrary.map(({ tag, of, questionId }) => (
          <li
            key={`${questionId} ${tag.id}`}
            className="flex flex-col gap-1 border-t border-dashed border-line py-2.5 first:border-t-0"
          >
            <Quote lang={tag.article.language} className="wrap-anywhere">
              {tag.highlight.quote}
            </Quote>
            <span className="text-sm text-muted wrap-anywhere">supports “{of}”</span>
            <SourceLine projectId={projectId} article={tag.article} highlightId={tag.highlight.id} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
