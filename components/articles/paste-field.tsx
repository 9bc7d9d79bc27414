'use client';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { isBlank } from '@/lib/core/words';
import { TypedAgain } from './typed-again';
import { useTypedText } from './use-typed-text';

interface PasteFieldProps {
  projectId: string;
  /** Brings the text in; whether it is. */
  onBring: (text: string) => Promise<boolean>;
}

/** A text that is pasted or typed; it stays until it is in. */
export function PasteField({ projectId, onBring }: PasteFieldProps) {
  const me = useRead('findMe', {}).data?.id ?? '';
  const { text, write, again, forget } = useTypedText({ what: 'text', userId: me, id: projectId });
  const blank = isBlank(text);

  async function send() {
    if (!blank && (await onBring(text))) forget(text);
  }
  return (
    <div className="flex flex-col gap-2">
      {again ? <TypedAgain onBegin={() => write('')} /> : null}
      <Field
        label="Or paste a text"
        hint={text !== '' && blank ? 'There are only blanks here: no words to bring in.' : undefined}
      >
        <Textarea
          quoted
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
          }}
          rows={6}
          className="max-h-80"
        />
      </Field>
      <Button
        variant="primary"
        className="self-start"
        shortcut="mod+enter"
        disabled={blank}
        onClick={() => void send()}
      >
        Bring in
      </Button>
    </div>
  );
}
