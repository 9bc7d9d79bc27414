'use client';
import { useState } from 'react';
import { Segmented } from '@/components/ui/segmented';
import { carriedTo, withCarried } from './carried';
import { againFirst, claimChoices, entityChoices, likelyFirst, notAgain, nothing, type Choice } from './choices';
import { ComposerFoot } from './composer-foot';
import { isCitation, type Draft } from './draft';
import { PickField } from './pick-field';
import { citedOn, saveDraft } from './save-draft';
import { suggestionsOf } from './suggestion-desk';
import { TargetMark } from './target-mark';
import { withTold } from './told-apart';
import { useDesk } from './use-desk';
import { useNames, useStatements } from './use-names';

const modes = [
  { value: 'entity', label: 'Entity' },
  { value: 'claim', label: 'Claim' },
] as const;

const next = ['enter', 'next'] as const;
const newClaim = ['mod+enter', 'new claim'] as const;
const entityHints = [
  ['enter', 'tag'],
  ['shift+enter', 'tag, keep words'],
  ['alt+enter', 'confidence, note'],
] as const;

/** The first step: what are these words about? Something known, or something new made on the spot. */
export function ComposerFind({ draft }: { draft: Draft }) {
  const desk = useDesk();
  const { entities, index, types, told, unread: namesUnread } = useNames(desk.place.projectId);
  const statements = useStatements(desk.place.projectId);
  const change = (next: Partial<Draft>) => desk.store.set({ draft: { ...draft, ...next } });
  // As it was when the composer opened: what Enter takes is not put elsewhere while somebody reaches for it.
  const [found] = useState(() => suggestionsOf(desk).get().found);
  const words = { quote: draft.quote, typed: draft.query };
  const isEntity = draft.mode === 'entity';
  const unread = isEntity ? namesUnread : statements.unread;
  const isNew = draft.purpose.kind === 'new' || draft.purpose.kind === 'add';
  const choices = isEntity
    ? withTold(entityChoices(words, entities, index, likelyFirst(types, draft.query || draft.quote, found)), told)
    : notAgain(claimChoices(words, statements.claims, statements.index), isNew ? citedOn(desk, draft) : new Set());
  // Sent, and not answered: until something else is typed it is that which is tried again.
  const tried = isNew && draft.sent !== null ? draft.target : null;
  const { list, first } = unread ? nothing : tried ? againFirst(choices, tried) : choices;

  // Whoever asks for a new claim by its key has said that it is one.
  const made = choices.list.find(({ target }) => target.kind === 'new-claim');

  function withDetails({ target }: Choice) {
    const next: Draft = { ...draft, target, step: 'details' };
    const { text = '' } = desk.pane?.words ?? {};
    const carries = isNew && isCitation(next);
    desk.store.set({ draft: carries ? withCarried(next, carriedTo(draft, text, desk.layers().placed)) : next });
  }
  function take(choice: Choice) {
    if (isEntity && isNew) void saveDraft(desk, { ...draft, target: choice.target });
    else withDetails(choice);
  }

  return (
    <>
      {isNew ? (
        <div>
          <Segmented
            label="What the words are about"
            value={draft.mode}
            onValueChange={(mode) => change({ mode, target: null })}
            options={modes}
          />
        </div>
      ) : null}
      <PickField<Choice>
        key={draft.mode}
        scope="Finding what the words are about"
        label={isEntity ? 'Entity: name' : 'Claim: one sentence'}
        placeholder={isEntity ? 'Name' : 'What is claimed, in one sentence'}
        typed={draft.query}
        onTyped={(query) => change(tried ? { query, target: null } : { query })}
        lines={list}
        first={first}
        mark={({ target }) => <TargetMark target={target} />}
        onTake={take}
        empty={unread ?? (isEntity ? 'Type a name.' : 'Type a sentence: near-equal claims appear while you type.')}
        keys={(choice) => [
          {
            id: 'compose.save-again',
            key: 'shift+enter',
            label: 'Save, and keep the words for another tag',
            whileTyping: true,
            enabled: isEntity && isNew && choice !== null,
            run: () => choice && void saveDraft(desk, { ...draft, target: choice.target }, { again: true }),
          },
          {
            id: 'compose.details',
            key: 'alt+enter',
            label: 'Confidence and note first',
            whileTyping: true,
            enabled: choice !== null,
            run: () => choice && withDetails(choice),
          },
          {
            id: 'compose.new-claim',
            key: 'mod+enter',
            label: 'A new claim of these words',
            enabled: made !== undefined,
            run: () => made && take(made),
          },
        ]}
      />
      <ComposerFoot hints={isEntity && isNew ? entityHints : isEntity ? [next] : [next, newClaim]} />
    </>
  );
}
