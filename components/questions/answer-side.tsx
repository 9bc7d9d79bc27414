'use client';
import clsx from 'clsx';
import { useMemo } from 'react';
import { CitationItem } from '@/components/claims/citation-item';
import { evidenceOf, type Passage } from '@/components/claims/evidence';
import { useGrading, type Grading } from '@/components/grades/use-grading';
import { Badge } from '@/components/ui/badge';
import { ClaimStatusBadge } from '@/components/ui/claim-status-badge';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/text-link';
import type { Answer, QuestionPage } from '@/lib/questions/question';
import { AnswerMenu } from './answer-menu';
import { Contrary } from './contrary';
import { differing } from './differing';
import { Holders } from './holders';
import { RestsOnLine } from './rests-on-line';

interface AnswerSideProps {
  projectId: string;
  question: QuestionPage;
  side: Answer;
  grades: boolean;
  /** Whether the reader may change the answers. */
  changes: boolean;
}

/** One answer as a column: what it says, on how much it rests, the words for and against it, and who holds it why. */
export function AnswerSide({ projectId, question, side, grades, changes }: AnswerSideProps) {
  const { claim } = side;
  // The same read for every side.
  const grading = useGrading(projectId, { questionId: question.id }, grades);
  const evidence = useMemo(() => evidenceOf(side.citations), [side.citations]);
  const stands = question.settled?.claimId === claim.id;
  return (
    <article
      data-answer={side.id}
      aria-label={`Answer: ${claim.statement}`}
      className="flex w-[86%] min-w-0 shrink-0 snap-start scroll-mt-16 flex-col gap-4 border-e border-line pe-5 not-first:ps-5 last:border-e-0 sm:w-96 md:w-auto md:min-w-72 md:flex-1 md:basis-0"
    >
      <header className={clsx('flex flex-col gap-2 border-t-2 pt-3', stands ? 'border-good' : 'border-line')}>
        <div className="flex items-start gap-2">
          <h3 className="min-w-0 flex-1 text-md text-pretty wrap-anywhere">
            <Statement projectId={projectId} question={question} side={side} />
          </h3>
          {changes && <AnswerMenu question={question} side={side} />}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <ClaimStatusBadge status={claim.status} />
          {stands && <Badge tone="good">The question was settled for it</Badge>}
          {side.notKnown && <Badge>Says that it is not known</Badge>}
        </div>
        <RestsOnLine rests={side.corroboration} />
        <Together question={question} side={side} />
      </header>
      <Passages heading="For" passages={evidence.supports} projectId={projectId} grading={grading} />
      <Passages heading="Against" passages={evidence.contradicts} projectId={projectId} grading={grading} />
      <Contrary projectId={projectId} question={question} side={side} grading={grading} />
      {evidence.context.length > 0 && (
        <Disclosure summary={`Context (${evidence.context.length})`}>
          <Passages passages={evidence.context} projectId={projectId} grading={grading} />
        </Disclosure>
      )}
      {side.citations.length === 0 && <p className="text-muted">No citation yet.</p>}
      <Holders assessments={side.assessments} claim={claim} grading={grading} />
    </article>
  );
}

type SideProps = { projectId: string; question: QuestionPage; side: Answer };

/** The statement, with what only this answer says in bold. */
function Statement({ projectId, question, side }: SideProps) {
  const others = question.sides.filter(({ id, notKnown }) => id !== side.id && !notKnown);
  const runs = side.notKnown
    ? [{ text: side.claim.statement, own: false }]
    : differing(
        side.claim.statement,
        others.map(({ claim }) => claim.statement),
      );
  return (
    <TextLink href={`/projects/${projectId}/claims/${side.claim.id}`}>
      {runs.map(({ text, own }, at) => (own ? <strong key={at}>{text}</strong> : <span key={at}>{text}</span>))}
    </TextLink>
  );
}

/** The answers that can be true together with this one, where the others exclude it. */
function Together({ question, side }: Omit<SideProps, 'projectId'>) {
  if (!question.exclusive) return null;
  const paired = question.sides.filter(({ id }) =>
    question.pairs.some((pair) => id !== side.id && pair.includes(id) && pair.includes(side.id)),
  );
  if (paired.length === 0) return null;
  return (
    <p className="text-sm text-muted wrap-anywhere">
      Can be true together with {paired.map(({ claim }) => `“${claim.statement}”`).join(' and ')}.
    </p>
  );
}

interface PassagesProps {
  heading?: string;
  passages: readonly Passage[];
  projectId: string;
  grading: Grading | null;
}

function Passages({ heading, passages, projectId, grading }: PassagesProps) {
  if (passages.length === 0) return null;
  return (
    <div role="group" aria-label={heading ?? 'Context'}>
      {heading && (
        <h4 className="border-b border-line pb-1 font-semibold">
          {heading} <span className="font-normal text-muted">{passages.length}</span>
        </h4>
      )}
      {passages.map((passage) => (
        <CitationItem key={passage.key} projectId={projectId} passage={passage} grading={grading} />
      ))}
    </div>
  );
}
