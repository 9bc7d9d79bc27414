'use client';
import clsx from 'clsx';
import { useEffect, useMemo } from 'react';
import { announce } from '@/components/ui/announce';
import { sayKeys } from '@/components/ui/keys';
import { KeyBarrier } from '@/components/ui/key-barrier';
import { Quote } from '@/components/ui/quote';
import { useKeys } from '@/components/ui/use-keys';
import { offerFor } from './choices';
import { ComposerDetails } from './composer-details';
import { ComposerFind } from './composer-find';
import { ComposerOffer } from './composer-offer';
import { ComposerProblem } from './composer-problem';
import { ComposerSpeaker } from './composer-speaker';
import { ComposerVia } from './composer-via';
import { ComposerWords } from './composer-words';
import type { Draft } from './draft';
import { useBeside } from './use-beside';
import { useDesk, useLanguage } from './use-desk';
import { useNames } from './use-names';

function Step({ draft }: { draft: Draft }) {
  switch (draft.step) {
    case 'offer':
      return <ComposerOffer draft={draft} />;
    case 'find':
      return <ComposerFind draft={draft} />;
    case 'details':
      return <ComposerDetails draft={draft} />;
    case 'speaker':
      return <ComposerSpeaker draft={draft} />;
    case 'via':
      return <ComposerVia draft={draft} />;
    default:
      return <ComposerWords key={draft.step} draft={draft} step={draft.step} />;
  }
}

const says: Record<Draft['purpose']['kind'], string> = {
  new: 'Tag',
  add: 'Tag again',
  edit: 'Change the tag on',
  propose: 'Propose a change to the tag on',
};

const OFFERED = [
  ['words.entity', 'e', 'entity'],
  ['words.claim', 'c', 'claim'],
  ['words.highlight', 'h', 'highlight'],
  ['words.discuss', 'd', 'discuss'],
] as const;

/** A screen reader hears what is offered once the selection rests. */
function useSpokenOffer({ quote, step }: Draft) {
  const { entities, index, unread } = useNames(useDesk().place.projectId);
  const offer = useMemo(() => offerFor(quote, entities, index), [quote, entities, index]);
  const words = offer
    ? `${sayKeys([['words.accept', 'enter', 'tags it as']]).slice(1, -1)} ${offer.label}, ${offer.detail}.`
    : (unread ?? 'No entity by this name.');
  useEffect(() => {
    if (step !== 'offer') return;
    const rest = setTimeout(() => announce(words + sayKeys(OFFERED)), 700);
    return () => clearTimeout(rest);
  }, [step, words]);
}

/** The composer beside the selected words: first what they are about, then how. It covers no word it is about. */
export function Composer({ draft }: { draft: Draft }) {
  const desk = useDesk();
  const language = useLanguage();
  const quiet = draft.step === 'offer';
  const panel = useBeside<HTMLDivElement>(draft, quiet);
  useSpokenOffer(draft);

  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={`${says[draft.purpose.kind]} “${draft.quote.slice(0, 80)}”`}
      className={clsx('floating absolute z-30 flex flex-col gap-2 overflow-y-auto p-2', quiet ? 'w-max' : 'w-100')}
    >
      {quiet ? null : <KeyBarrier />}
      {quiet ? null : <LeaveKey />}
      {draft.problem ? <ComposerProblem draft={draft} /> : null}
      {draft.purpose.kind === 'add' ? (
        <Quote lang={language} className="truncate text-muted">
          {draft.quote}
        </Quote>
      ) : null}
      <Step draft={draft} key={desk.place.articleId} />
    </div>
  );
}

function LeaveKey() {
  const desk = useDesk();
  useKeys('Composer', [
    { id: 'compose.leave', key: 'escape', label: 'One step out', whileTyping: true, run: () => desk.leaveDraft() },
  ]);
  return null;
}
