'use client';
import { useRef, useState } from 'react';
import { MixedSentences } from '@/components/claims/mixed-sentences';
import { BothTexts } from '@/components/live/both-texts';
import { Refusal } from '@/components/live/refusal';
import { sendChange } from '@/components/live/send-change';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormFaults } from '@/components/ui/said-at-fields';
import { Textarea } from '@/components/ui/textarea';
import type { Question } from '@/lib/questions/question';
import { useVerdictWrites } from './use-verdict-writes';

const written = ({ judgement }: Question): string => judgement?.text ?? '';
const numberOf = ({ judgement }: Question): number => judgement?.number ?? 0;

/** The judgement as it is being written. When a colleague wrote one meanwhile, both stand side by side, and one or both are kept. */
export function JudgementForm({ question, onDone }: { question: Question; onDone: () => void }) {
  const [base, setBase] = useState(question);
  const [text, setText] = useState(written(question));
  const latest = useRef(text);
  const [theirs, setTheirs] = useState<Question | null>(null);
  const { busy, problem, send } = useSend();
  const { judge } = useVerdictWrites();

  function write(words: string) {
    latest.current = words;
    setText(words);
  }
  async function submit(on: Question) {
    const done = await send(() =>
      sendChange({
        base: on,
        send: (version) => judge({ ...on, version }, text),
        // Something else of the question has changed: what stands written is what I saw.
        mayResend: (current) => numberOf(current) === numberOf(on),
      }),
    );
    if (!done) return;
    if ('theirs' in done) setTheirs(done.theirs);
    // What was typed while it was being saved is not saved yet.
    else if (latest.current === text) onDone();
    else setBase(done.saved);
  }
  function goOn(from: Question, mine: string) {
    setBase(from);
    write(mine);
    setTheirs(null);
  }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!theirs) void submit(base);
      }}
    >
      <FormFaults>
        <Refusal problem={problem} />
        {theirs && (
          <BothTexts
            differences={[{ part: 'Judgement', before: written(theirs), after: text }]}
            busy={busy}
            onMine={() => {
              goOn(theirs, text);
              void submit(theirs);
            }}
            onBoth={() => goOn(theirs, [written(theirs), text].filter(Boolean).join('\n\n'))}
            onTheirs={() => goOn(theirs, written(theirs))}
          />
        )}
        <Field
          label="What it comes to, in one paragraph"
          hint="Which answer, how likely, and what it rests on. The earlier ones are kept."
          error={problem?.field('text')}
        >
          <Textarea value={text} onChange={(event) => write(event.target.value)} rows={4} maxLength={6000} autoFocus />
        </Field>
      </FormFaults>
      <MixedSentences text={text} />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={busy} disabled={theirs !== null}>
          Save judgement
        </Button>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
