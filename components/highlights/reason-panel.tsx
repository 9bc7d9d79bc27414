'use client';
import { useState } from 'react';
import { openProposal } from '@/components/reviews/proposal';
import { KeyBarrier } from '@/components/ui/key-barrier';
import { Notice } from '@/components/ui/notice';
import { useKeys } from '@/components/ui/use-keys';
import type { Span } from '@/lib/anchoring/span';
import type { Tag } from '@/lib/highlights/highlight';
import { oneLine } from './choices';
import { ComposerFoot } from './composer-foot';
import { lastReasons, rememberReason } from './last-reasons';
import { PickField, type PickLine } from './pick-field';
import { declineProposal, judge } from './review-tags';
import { keepUnsentWords, unsentWords, type Field } from './unsent-words';
import { useBeside } from './use-beside';
import { useDesk } from './use-desk';

const asks = {
  reject: { label: 'Why is this rejected?', verb: 'reject' },
  'needs-work': { label: 'What needs work?', verb: 'send back' },
  decline: { label: 'Why do you leave it as it is?', verb: 'decline' },
};

interface ReasonPanelProps {
  verdict: 'reject' | 'needs-work' | 'decline';
  tag: Tag;
  words: Span;
}

/** A verdict against a tag wants its reason, in one line; the last ones given are offered. */
export function ReasonPanel({ verdict, tag, words }: ReasonPanelProps) {
  const desk = useDesk();
  const panel = useBeside<HTMLDivElement>(words);
  const field: Field = { what: 'reason', userId: desk.place.me.id, id: tag.id };
  const [typed, setTyped] = useState(() => unsentWords(field) ?? '');
  const [offered] = useState(lastReasons);
  const [failed, setFailed] = useState(false);
  const reason = oneLine(typed);
  const lines: PickLine[] = [
    ...(reason ? [{ key: 'typed', label: reason, detail: '' }] : []),
    ...offered
      .filter((one) => one !== reason && one.toLowerCase().includes(reason.toLowerCase()))
      .map((one) => ({ key: one, label: one, detail: 'given before' })),
  ];

  async function give(words: string) {
    setFailed(false);
    const proposal = openProposal(tag);
    const taken = await (verdict !== 'decline'
      ? judge(desk, tag, { verdict, reason: words })
      : proposal !== null && declineProposal(desk, tag, proposal, words));
    if (taken) {
      rememberReason(words);
      keepUnsentWords(field, null);
    } else {
      // The words stay where they were typed.
      desk.store.set({ asking: { verdict, tag: desk.findTag(tag.id) ?? tag } });
      setFailed(true);
    }
  }
  useKeys('Reason', [
    {
      id: 'reason.leave',
      key: 'escape',
      label: 'One step out; what is written is kept',
      whileTyping: true,
      run: () => desk.store.set({ asking: null }),
    },
  ]);
  const { label, verb } = asks[verdict];

  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={label}
      className="floating absolute z-30 w-100 flex flex-col gap-2 overflow-y-auto p-2"
    >
      <KeyBarrier />
      <p className="font-medium">{label}</p>
      {failed ? (
        <Notice tone="bad" live>
          Not saved; your words are still here.
        </Notice>
      ) : null}
      <PickField
        scope="Reason: lines"
        label={label}
        placeholder="In one line"
        typed={typed}
        onTyped={(words) => {
          setTyped(words);
          keepUnsentWords(field, words);
        }}
        lines={lines}
        first={0}
        mark={() => null}
        onTake={(line) => void give(line.label)}
      />
      <ComposerFoot hints={[['enter', verb]]} />
    </div>
  );
}
