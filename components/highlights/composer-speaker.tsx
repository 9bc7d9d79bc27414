'use client';
import { useState } from 'react';
import { announce } from '@/components/ui/announce';
import { EntityMark } from '@/components/ui/entity-mark';
import { useKeys } from '@/components/ui/use-keys';
import type { EntityRef } from '@/lib/entities/entity';
import { entityChoices, nothing, oneLine, readsAsName } from './choices';
import type { Draft, Institution, Speaker } from './draft';
import { institutionChoices } from './institution-choices';
import { PickField } from './pick-field';
import { withTold } from './told-apart';
import { useDesk } from './use-desk';
import { useNames } from './use-names';

interface SpeakerLine {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly warning?: string | null | undefined;
  readonly type: string | null;
  readonly speaker: Speaker;
}

const CHOOSE = 'Arrow keys choose a line.';

const ownVoice: SpeakerLine = {
  key: 'own-voice',
  label: 'The outlet’s own voice',
  detail: 'nobody is quoted',
  type: null,
  speaker: { kind: 'own-voice' },
};

/** Who says it: somebody known, an unnamed source by its description, somebody new, or nobody but the outlet. */
export function ComposerSpeaker({ draft }: { draft: Draft }) {
  const desk = useDesk();
  const { entities, index, types, told, unread } = useNames(desk.place.projectId);
  const [typed, setTyped] = useState('');
  // An unnamed source that was described: of which body it is said to be comes next.
  const [described, setDescribed] = useState<string | null>(null);
  const done = (speaker: Speaker) => desk.store.set({ draft: { ...draft, speaker, step: 'details' } });

  const words = { quote: '', typed };
  const others = types.filter((type) => type !== 'unnamed-source');
  const likely = readsAsName(typed) ? [...others, 'unnamed-source'] : ['unnamed-source', ...others];
  const bodies = described === null ? null : institutionChoices(typed, entities, index);
  const { list, first } = unread ? nothing : withTold(bodies ?? entityChoices(words, entities, index, likely), told);
  const found = list.flatMap(({ key, label, detail, warning, target }): SpeakerLine[] => {
    if (target.kind === 'entity') {
      const { entity } = target;
      return [{ key, label, detail, warning, type: entity.type, speaker: { kind: 'entity', entity } }];
    }
    if (target.kind !== 'new-entity') return [];
    const { type, name } = target;
    return [{ key, label, detail, type, speaker: { kind: 'new', type, name, institution: null } }];
  });
  const sources = entities.filter(({ type }) => type === 'unnamed-source').slice(0, 6);
  const known = sources.map((entity): SpeakerLine => {
    const ref: EntityRef = { id: entity.id, type: entity.type, name: entity.name };
    return {
      key: ref.id,
      label: ref.name,
      detail: 'unnamed source',
      type: ref.type,
      speaker: { kind: 'entity', entity: ref },
    };
  });
  const lines = described !== null || typed ? found : [ownVoice, ...known];

  const ofBody = (name: string, institution: Institution | null) =>
    done({ kind: 'new', type: 'unnamed-source', name, institution });

  function take({ speaker, label }: SpeakerLine) {
    if (described !== null)
      return ofBody(described, { id: speaker.kind === 'entity' ? speaker.entity.id : null, name: label });
    if (speaker.kind === 'new' && speaker.type === 'unnamed-source') {
      setDescribed(oneLine(typed));
      setTyped('');
    } else done(speaker);
  }

  useKeys('Who says it', [
    {
      id: 'speaker.back',
      key: 'escape',
      label: 'One step out',
      whileTyping: true,
      run: () => (described === null ? desk.leaveDraft() : setDescribed(null)),
    },
  ]);

  return (
    <>
      <p className="text-muted">
        {described === null
          ? 'Who says it? A name, or how the source describes somebody it does not name.'
          : `“${described}”: of which body? ${oneLine(typed) === '' ? 'Enter leaves it open.' : CHOOSE}`}
      </p>
      <PickField<SpeakerLine>
        key={described === null ? 'who' : 'where'}
        scope="Who says it: lines"
        label={described === null ? 'Who says it' : 'Institution of the unnamed source'}
        placeholder={described === null ? 'Name, or “an officer of …”' : 'Institution, optional'}
        typed={typed}
        onTyped={setTyped}
        lines={lines}
        first={first}
        mark={({ type }) => (type ? <EntityMark type={type} decorative /> : null)}
        onTake={take}
        empty={unread}
        onEmpty={() => {
          if (described === null) return;
          if (oneLine(typed) === '') ofBody(described, null);
          else announce(CHOOSE);
        }}
      />
    </>
  );
}
