'use client';
import { useRef } from 'react';
import { Gone } from '@/components/activity/gone';
import { useNarrow } from '@/components/articles/use-narrow';
import { Where } from '@/components/frame/where';
import { countMoved } from '@/components/live/moved';
import { NewChanges } from '@/components/live/new-changes';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { useStill } from '@/components/live/use-still';
import { useHere } from '@/components/members/use-here';
import { Discussion } from '@/components/threads/discussion';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { useKeys } from '@/components/ui/use-keys';
import type { QuestionPage as Page } from '@/lib/questions/question';
import { AnswerSide } from './answer-side';
import { AnswersInShort } from './answers-in-short';
import { Judgement } from './judgement';
import { Matrix } from './matrix';
import { MoreAnswers } from './more-answers';
import { QuestionHead } from './question-head';

/** What stands between and beside what somebody reads on this page. How the question stands is told at once: it is there to be acted on. */
const placesOf = (page: Page | undefined): string[] =>
  page
    ? page.sides.flatMap((side) => [
        side.id,
        ...side.citations.map(({ id, reviewState }) => `${side.id} ${id} ${reviewState}`),
        ...side.assessments.map(({ id }) => id),
      ])
    : [];
const still = {
  stampOf: (page: Page | undefined) => placesOf(page).join(),
  // One change takes a line away and sets another: it counts once.
  count: (shown: Page | undefined, latest: Page | undefined) => {
    const [before, now] = [placesOf(shown), placesOf(latest)];
    return before.length === 0 ? 0 : Math.max(countMoved(before, now), before.join() === now.join() ? 0 : 1);
  },
};

/** A question as one page: what is asked, what it comes to, its answers side by side with all that is held of them, and the talk. */
export function QuestionPage({ projectId, questionId }: { projectId: string; questionId: string }) {
  const { data: latest, error, refetch } = useRead('findQuestion', { id: questionId });
  const { shown: data, waiting, show } = useStill(latest, { ...still, of: questionId });
  const back = { href: `/projects/${projectId}/questions`, label: 'All questions' };
  if (error?.code === 'not-found')
    return <Gone projectId={projectId} id={questionId} what="This question" away={back} />;
  if (error) return <Unread what="This question" error={error} onRetry={() => void refetch()} back={back} />;
  if (!latest || !data) return <QuestionSkeleton />;
  return (
    <>
      <NewChanges waiting={waiting} onShow={show} />
      <div className="flex w-full min-w-0 flex-col gap-8 py-6">
        <Where crumbs={[{ label: latest.text }]} />
        <div className="flex flex-col gap-6 px-4 md:px-6">
          <QuestionHead question={latest} />
          <Judgement key={latest.id} question={latest} />
        </div>
        <Sides projectId={projectId} question={data} />
        <div className="px-4 empty:hidden md:px-6">
          <Matrix projectId={projectId} questionId={questionId} />
        </div>
        <div className="max-w-3xl px-4 md:px-6">
          <Discussion projectId={projectId} subject={{ type: 'question', id: questionId }} />
        </div>
      </div>
    </>
  );
}

function Sides({ projectId, question }: { projectId: string; question: Page }) {
  const { may, grades } = useHere(projectId);
  const row = useRef<HTMLDivElement>(null);
  const answers = may('question.answer') === true;
  const narrow = useNarrow();
  function move(step: number) {
    const all = [...(row.current?.querySelectorAll<HTMLElement>('[data-answer]') ?? [])];
    const at = all.findIndex((one) => one.contains(document.activeElement));
    const next = all[at === -1 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))];
    next?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  function goTo(answerId: string) {
    const side = row.current?.querySelector<HTMLElement>(`[data-answer="${answerId}"]`);
    side?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
    side?.scrollIntoView({ block: 'start', inline: 'start' });
  }
  useKeys('Answers', [
    { id: 'list.next', key: 'j', label: 'Next answer', repeat: true, run: () => move(1) },
    { id: 'list.previous', key: 'k', label: 'Previous answer', repeat: true, run: () => move(-1) },
  ]);
  return (
    <section aria-labelledby="answers" className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 md:px-6">
        <h2 id="answers" className="text-lg font-semibold">
          Answers
        </h2>
        <p className="text-muted">
          {question.exclusive ? 'Only one of them can be true, unless it says otherwise.' : 'Several can be true.'}
        </p>
        {answers && <MoreAnswers question={question} />}
      </div>
      {narrow && <AnswersInShort question={question} onGo={goTo} />}
      {question.sides.length === 0 ? (
        <p className="px-4 text-muted md:px-6">Nobody has an answer yet.</p>
      ) : (
        <div
          ref={row}
          role="group"
          aria-label="Answers side by side"
          tabIndex={0}
          className="flex snap-x snap-mandatory scroll-px-4 overflow-x-auto px-4 md:snap-none md:scroll-px-6 md:px-6"
        >
          {question.sides.map((side) => (
            <AnswerSide
              key={side.id}
              projectId={projectId}
              question={question}
              side={side}
              grades={grades}
              changes={answers}
            />
          ))}
        </div>
      )}
    </section>
  );
}

const QuestionSkeleton = () => (
  <Loading label="Loading the question" className="flex w-full flex-col gap-6 px-4 py-6 md:px-6">
    <Skeleton className="h-8 w-1/2" />
    <Skeleton className="h-4 w-1/3" />
    <div className="grid gap-6 md:grid-cols-2">
      <Skeleton lines={6} />
      <Skeleton lines={6} />
    </div>
  </Loading>
);
