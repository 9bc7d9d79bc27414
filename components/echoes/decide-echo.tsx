'use client';
import { useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Choices } from '@/components/ui/choices';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { api } from '@/lib/api/client';
import type { Echo } from '@/lib/echoes/echo';
import { inQuotes } from '@/lib/echoes/joining';

/** What can be decided of an echo, one choice each: which article was first is part of the choice. */
function optionsFor({ spans, first }: Echo) {
  const derived = spans.map(({ articleId, title }) => ({
    value: articleId,
    label: `Derived from ${inQuotes(title)}`,
    hint: articleId === first ? 'The dates say that it was there first.' : 'The other article has the words from it.',
  }));
  return [
    ...derived,
    { value: 'common-origin', label: 'Common origin', hint: 'Both have the words from somewhere else.' },
    { value: 'independent', label: 'Independent', hint: 'The words say nothing about where either has it from.' },
  ];
}

/** Says where shared words come from, with the reason; or takes what was said back. Enter in the reason saves. */
export function DecideEcho({ echo }: { echo: Echo }) {
  const { busy, problem, send } = useSend();
  const forget = useForget();
  const [choice, setChoice] = useState(echo.decision?.from ?? echo.decision?.decision ?? echo.first ?? 'common-origin');
  const [reason, setReason] = useState('');
  const params = { id: echo.id };
  const told = (words: string) => {
    announce(words);
    forget('listEchoes', 'findEchoMap', 'findEcho', 'findCorroboration', 'listCorroboration');
  };

  async function decide() {
    const derived = echo.spans.some(({ articleId }) => articleId === choice);
    const body = derived
      ? { decision: 'derived' as const, from: choice, reason: reason.trim() }
      : { decision: choice as 'common-origin' | 'independent', reason: reason.trim() };
    if (await send(() => api('decideEcho', { params, body, ifMatch: echo.version }))) told('Decided and saved');
  }
  async function takeBack() {
    if (await send(() => api('withdrawEchoDecision', { params, body: {}, ifMatch: echo.version })))
      told('Taken back: undecided again');
  }
  const form = (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && reason.trim()) void decide();
      }}
    >
      <Refusal problem={problem} />
      <Choices label="Where the words come from" value={choice} onValueChange={setChoice} options={optionsFor(echo)} />
      <Field label="Why, in one line">
        <Input value={reason} onValueChange={setReason} maxLength={2000} autoComplete="off" />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy} disabled={!reason.trim()}>
          Decide
        </Button>
        {echo.decision ? (
          <Button variant="quiet" busy={busy} onClick={() => void takeBack()}>
            Take the decision back
          </Button>
        ) : null}
      </div>
    </form>
  );
  return echo.decision ? <Disclosure summary="Decide anew, or take it back">{form}</Disclosure> : form;
}
