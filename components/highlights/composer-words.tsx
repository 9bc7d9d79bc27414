'use client';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { useKeys } from '@/components/ui/use-keys';
import type { Draft } from './draft';
import { useDesk } from './use-desk';

const asks = {
  implied: {
    label: 'You infer this: how?',
    hint: 'The words do not say it; what in them leads to it?',
    of: (draft: Draft) => draft.impliedHow,
    into: (draft: Draft, words: string) => ({ ...draft, implied: true, impliedHow: words }),
    most: 500,
  },
  note: {
    label: 'Note',
    hint: 'Goes with the tag and into the export.',
    of: (draft: Draft) => draft.note,
    into: (draft: Draft, words: string) => ({ ...draft, note: words }),
    most: 2000,
  },
};

/** One question of the composer that takes words. */
export function ComposerWords({ draft, step }: { draft: Draft; step: 'implied' | 'note' }) {
  const desk = useDesk();
  const { label, hint, of, into, most } = asks[step];
  const [words, setWords] = useState(of(draft));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const done = () => desk.store.set({ draft: { ...into(draft, words.trim()), step: 'details' } });
  const keep = { label: 'Keep these words', whileTyping: true, run: done };
  useKeys(label, [
    { ...keep, id: 'compose.words', key: 'enter' },
    { ...keep, id: 'form.send', key: 'mod+enter' },
  ]);
  return (
    <>
      <Field label={label} hint={hint} optional>
        <Textarea
          ref={field}
          rows={2}
          maxLength={most}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      <div className="flex justify-end">
        <Button size="small" variant="primary" shortcut="enter" onClick={done}>
          Keep
        </Button>
      </div>
    </>
  );
}
