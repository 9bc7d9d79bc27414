'use client';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';

interface CorrectionTextProps {
  text: string;
  onText: (text: string) => void;
}

/** Longer texts are not put into a field, which would be slow to show them. */
const IN_FIELD = 200_000;

/** Pasted, chosen or dropped. A file is read to the byte: UTF-8, its byte order mark kept. */
export function CorrectionText({ text, onText }: CorrectionTextProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [file, setFile] = useState<{ name: string; problem: string | null } | null>(null);

  async function take(chosen: File | undefined) {
    if (!chosen) return;
    try {
      const read = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await chosen.arrayBuffer());
      setFile({ name: chosen.name, problem: null });
      onText(read);
    } catch {
      setFile({ name: chosen.name, problem: 'This file is not UTF-8 text. Save it as UTF-8, or paste the text.' });
    }
  }

  return (
    <div
      data-over={over || undefined}
      className="flex flex-col gap-2 rounded-lg border border-dashed border-edge p-3 data-over:border-accent data-over:bg-accent-soft"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      {text.length > IN_FIELD ? (
        <p>
          {file?.name ?? 'The text'}: {text.length.toLocaleString('en')} characters.
        </p>
      ) : (
        <Field label="Corrected text" hint="Paste it, or drop a text file here. It is kept to the letter.">
          <Textarea
            quoted
            value={text}
            onChange={(event) => onText(event.target.value)}
            rows={6}
            className="max-h-80"
          />
        </Field>
      )}
      {file?.problem ? (
        <Notice tone="bad" live title={file.name}>
          {file.problem}
        </Notice>
      ) : null}
      <div className="flex gap-2">
        <Button size="small" onClick={() => chooser.current?.click()}>
          Choose a file
        </Button>
        {text ? (
          <Button size="small" variant="quiet" onClick={() => onText('')}>
            Clear
          </Button>
        ) : null}
      </div>
      <input
        ref={chooser}
        type="file"
        accept=".txt,text/plain"
        aria-label="Text file"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
