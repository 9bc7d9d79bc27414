'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { KeyBarrier } from '@/components/ui/key-barrier';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import { useKeys } from '@/components/ui/use-keys';
import type { Highlight } from '@/lib/highlights/highlight';
import { ComposerFoot } from './composer-foot';
import { Translation } from './translation';
import { saveTranslation, translationField } from './translate';
import { keepUnsentWords, unsentWords } from './unsent-words';
import { useBackToText } from './use-back-to-text';
import { useBeside } from './use-beside';
import { useDesk } from './use-desk';

/** What the highlighted words say in the analysts' language; shown and exported with them. */
export function TranslationPanel({ highlight }: { highlight: Highlight }) {
  const desk = useDesk();
  const panel = useBeside<HTMLDivElement>(highlight);
  const field = translationField(desk, highlight.id);
  const [base] = useState(highlight);
  const [key] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState(() => unsentWords(field) ?? highlight.translation?.text ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const changed = highlight.translation?.text !== base.translation?.text;
  const leave = () => desk.store.set({ translating: null });
  const save = async (words: string) => {
    // A second try is on the state that has been shown since.
    setProblem(
      await saveTranslation(
        desk,
        problem ? highlight : base,
        words.trim() || null,
        problem ? crypto.randomUUID() : key,
      ),
    );
  };
  useBackToText();
  useKeys('Translation', [
    { id: 'translation.save', key: 'mod+enter', label: 'Save the translation', run: () => void save(typed) },
    {
      id: 'translation.leave',
      key: 'escape',
      label: 'One step out; what is written is kept',
      whileTyping: true,
      run: leave,
    },
  ]);

  return (
    <div
      ref={panel}
      role="dialog"
      aria-label="Translation of the highlighted words"
      className="floating absolute z-30 flex w-100 flex-col gap-2 overflow-y-auto p-3"
    >
      <KeyBarrier />
      {problem ? (
        <Notice tone="bad" live>
          {problem}
        </Notice>
      ) : null}
      {changed && highlight.translation ? <Translation translation={highlight.translation} /> : null}
      <Field label="Translation">
        <Textarea
          autoFocus
          dir="auto"
          rows={3}
          maxLength={10_000}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            keepUnsentWords(field, target.value);
          }}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <ComposerFoot
          hints={[
            ['mod+enter', 'save'],
            ['escape', 'one step out'],
          ]}
        />
        <span className="flex-1" />
        {highlight.translation ? (
          <Button variant="quiet" onClick={() => void save('')}>
            Take it away
          </Button>
        ) : null}
        <Button variant="primary" disabled={typed.trim() === ''} onClick={() => void save(typed)}>
          Save
        </Button>
      </div>
    </div>
  );
}
