'use client';
import { useEffect } from 'react';
import { announce } from '@/components/ui/announce';
import { sayKeys } from '@/components/ui/keys';
import type { KeyBinding } from '@/components/ui/keymap';
import { absoluteTime } from '@/components/ui/moment';
import { useKeys } from '@/components/ui/use-keys';
import { stillCarried, withoutCarried } from './carried';
import { withDenial, withStance, type Draft } from './draft';
import { KeyButton } from './key-button';

interface CitationRowProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** One of the questions that open a field. */
  onAsk: (step: 'speaker' | 'via' | 'implied') => void;
}

const saySpeaker = ({ speaker }: Draft): string =>
  speaker.kind === 'own-voice' ? 'outlet’s own voice' : speaker.kind === 'entity' ? speaker.entity.name : speaker.name;

const sayVia = ({ via, viaOn }: Draft): string =>
  via ? `via ${via.name}${viaOn ? ` of ${absoluteTime(viaOn, 'date')}` : ''}` : 'via';

/** Has the stance read out as it is now. */
function said(draft: Draft): Draft {
  announce(draft.denies ? 'denies' : draft.stance);
  return draft;
}

/** What a citation says of its claim: stance, denial, who says it, whose report is relayed, whether it is implied. */
export function CitationRow({ draft, onChange, onAsk }: CitationRowProps) {
  const stand = (stance: Draft['stance']) => onChange(said(withStance(draft, stance)));
  const deny = () => onChange(said(withDenial(draft)));
  const imply = () => (draft.implied ? onChange({ ...draft, implied: false, impliedHow: '' }) : onAsk('implied'));
  const bindings: KeyBinding[] = [
    { id: 'cite.supports', key: 's', label: 'Supports', run: () => stand('supports') },
    { id: 'cite.contradicts', key: 'x', label: 'Contradicts', run: () => stand('contradicts') },
    { id: 'cite.context', key: 'o', label: 'Context', run: () => stand('context') },
    { id: 'cite.denies', key: 'n', label: 'Denies', run: deny },
    { id: 'cite.speaker', key: 'w', label: 'Who says it', run: () => onAsk('speaker') },
    { id: 'cite.via', key: 'v', label: 'Via: whose report is relayed', run: () => onAsk('via') },
    { id: 'cite.implied', key: 'i', label: 'I infer it, and how', run: imply },
  ];
  const carried = stillCarried(draft);
  const carries = carried.speaker || carried.via;
  const drop = () => onChange(withoutCarried(draft));
  useKeys('The citation', [
    ...bindings,
    { id: 'cite.drop', key: 'z', label: 'Not the same speaker as before', enabled: carries, run: drop },
  ]);
  const told = [carried.speaker && saySpeaker(draft), carried.via && sayVia(draft)].filter(Boolean).join(', ');
  useEffect(() => {
    if (told)
      announce(`${told}, as in your last citation in this paragraph.${sayKeys([['cite.drop', 'z', 'drops it']])}`);
  }, [told]);

  return (
    <div className="flex flex-col gap-1.5">
      <div role="group" aria-label="Stance" className="flex flex-wrap gap-1">
        <KeyButton
          shortcut="s"
          command="cite.supports"
          pressed={draft.stance === 'supports'}
          onPress={() => stand('supports')}
        >
          supports
        </KeyButton>
        <KeyButton
          shortcut="x"
          command="cite.contradicts"
          pressed={draft.stance === 'contradicts'}
          onPress={() => stand('contradicts')}
        >
          contradicts
        </KeyButton>
        <KeyButton
          shortcut="o"
          command="cite.context"
          pressed={draft.stance === 'context'}
          onPress={() => stand('context')}
        >
          context
        </KeyButton>
        <KeyButton shortcut="n" command="cite.denies" pressed={draft.denies} onPress={deny}>
          denies
        </KeyButton>
      </div>
      <div role="group" aria-label="Where it comes from" className="flex flex-wrap gap-1">
        <KeyButton shortcut="w" command="cite.speaker" carried={carried.speaker} onPress={() => onAsk('speaker')}>
          {saySpeaker(draft)}
        </KeyButton>
        <KeyButton shortcut="v" command="cite.via" carried={carried.via} onPress={() => onAsk('via')}>
          {sayVia(draft)}
        </KeyButton>
        <KeyButton shortcut="i" command="cite.implied" pressed={draft.implied} onPress={imply}>
          {draft.impliedHow ? `implied: ${draft.impliedHow}` : 'implied'}
        </KeyButton>
      </div>
      {carries ? (
        <p className="flex flex-wrap items-center gap-1.5 text-sm text-muted">
          as in your last citation in this paragraph
          <KeyButton shortcut="z" command="cite.drop" onPress={drop}>
            not this time
          </KeyButton>
        </p>
      ) : null}
    </div>
  );
}
