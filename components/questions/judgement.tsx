'use client';
import { useState } from 'react';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Time } from '@/components/ui/time';
import { useKeys } from '@/components/ui/use-keys';
import type { Question } from '@/lib/questions/question';
import { JudgementForm } from './judgement-form';

/** The one paragraph that the question comes to, with who wrote it. */
export function Judgement({ question }: { question: Question }) {
  const { may } = useHere(question.projectId);
  const [writing, setWriting] = useState(false);
  const { judgement } = question;
  const allowed = may('question.judge') === true;
  useKeys(
    'Judgement',
    [{ id: 'question.judge', key: 'w', label: 'Write the judgement', run: () => setWriting(true) }],
    {
      enabled: allowed && !writing,
    },
  );
  return (
    <section aria-labelledby="judgement" className="flex max-w-3xl flex-col gap-2">
      <h2 id="judgement" className="text-lg font-semibold">
        Judgement
      </h2>
      {writing ? (
        <JudgementForm question={question} onDone={() => setWriting(false)} />
      ) : (
        <>
          {judgement?.text ? (
            <>
              <p className="text-md whitespace-pre-wrap text-pretty wrap-anywhere">{judgement.text}</p>
              <p className="text-sm text-muted">
                {judgement.author.name} · <Time at={judgement.at} detail="date" />
                {judgement.number > 1 && ` · version ${judgement.number}`}
              </p>
            </>
          ) : (
            <p className="text-muted">Nobody has written yet what it comes to.</p>
          )}
          {(judgement?.number ?? 0) > 1 && <Earlier questionId={question.id} />}
          {allowed && (
            <Button
              size="small"
              className="self-start"
              shortcut="w"
              command="question.judge"
              onClick={() => setWriting(true)}
            >
              {judgement?.text ? 'Write it anew' : 'Write the judgement'}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

/** What was written before, each with its author. */
function Earlier({ questionId }: { questionId: string }) {
  const { data } = useRead('listJudgements', { id: questionId });
  const earlier = data?.items.slice(1) ?? [];
  if (earlier.length === 0) return null;
  return (
    <Disclosure summary={`Written before (${earlier.length})`}>
      <ol className="flex flex-col gap-3">
        {earlier.map(({ number, text, author, at }) => (
          <li key={number} className="border-t border-line pt-2">
            <p className="whitespace-pre-wrap wrap-anywhere">{text ?? 'Taken back.'}</p>
            <p className="text-sm text-muted">
              {author.name} · <Time at={at} detail="date" />
            </p>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
