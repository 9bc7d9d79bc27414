'use client';
import { useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { DialogConfirm } from '@/components/ui/dialog-confirm';
import { isLast, refusalOf } from '@/lib/rounds/possible';
import type { Round, RoundPage } from '@/lib/rounds/round';
import { useRoundWrites } from './use-round-writes';

type Asked = 'hand-in' | 'take-back' | 'reveal';

const waiting = ({ analysts }: Round) =>
  analysts.flatMap(({ analyst, handedInAt }) => (handedInAt ? [] : [analyst.name])).join(', ');

/** What of a round one has not begun, where that is known. */
function unbegun(round: Round | RoundPage): string {
  const left = 'items' in round ? round.items.filter(({ mine, gone }) => mine === 0 && !gone).length : 0;
  return left === 0
    ? ''
    : ` There is nothing of yours yet on ${left} of ${round.articleIds.length + round.claimIds.length}.`;
}

/** What each step asks first, and what it says happens. */
function question(asked: Asked, round: Round | RoundPage, last: boolean) {
  if (asked === 'reveal')
    return {
      title: `Reveal “${round.name}” now?`,
      confirmLabel: 'Reveal now',
      description: `${waiting(round)} ${round.analysts.filter(({ handedInAt }) => !handedInAt).length === 1 ? 'has' : 'have'} not handed in. Everybody sees everybody’s work from now on; this cannot be taken back, and it is recorded that it was early.`,
    };
  if (asked === 'take-back')
    return {
      title: 'Take your hand-in back?',
      confirmLabel: 'Take back',
      description: 'You can go on with your work, and hand in again.',
    };
  const reveals = 'You are the last: handing in reveals the round, and everybody sees everybody’s work.';
  const waits = round.blind
    ? 'You change nothing more here until the reveal. You can take it back until then.'
    : 'The others see that you are done. You can take it back.';
  return {
    title: `Hand in “${round.name}”?`,
    confirmLabel: 'Hand in',
    description: `${round.blind && last ? reveals : waits}${unbegun(round)}`,
  };
}

/** Hand in, take back, reveal: what the person may do with the round now, each asked once more. */
export function RoundActions({ round, small = false }: { round: Round | RoundPage; small?: boolean }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { busy, problem, send, dismiss } = useSend();
  const { me, may } = useHere(round.projectId);
  const writes = useRoundWrites();
  const own = round.analysts.find(({ analyst }) => analyst.id === me.id);
  const handedIn = Boolean(own?.handedInAt);
  const can = (action: Asked) => refusalOf(action, round, handedIn) === null;
  const size = small ? ({ size: 'small' } as const) : {};
  const writeOf = { 'hand-in': writes.handIn, 'take-back': writes.takeBack, reveal: writes.reveal };
  const close = () => {
    setAsked(null);
    dismiss();
  };
  async function confirm(action: Asked) {
    if (await send(() => writeOf[action](round))) close();
  }
  return (
    <>
      {own && can('take-back') ? (
        <Button {...size} onClick={() => setAsked('take-back')}>
          Take back
        </Button>
      ) : null}
      {!small && may('round.reveal') === true && can('reveal') ? (
        <Button onClick={() => setAsked('reveal')}>Reveal early</Button>
      ) : null}
      {own && can('hand-in') ? (
        <Button {...size} variant="primary" onClick={() => setAsked('hand-in')}>
          Hand in
        </Button>
      ) : null}
      {asked ? (
        <DialogConfirm
          open
          onOpenChange={(open) => !open && close()}
          {...question(asked, round, isLast(round, me.id))}
          busy={busy}
          onConfirm={() => void confirm(asked)}
        >
          <Refusal problem={problem} />
        </DialogConfirm>
      ) : null}
    </>
  );
}
