'use client';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { CorrectionFile } from './correction-file';
import { READ } from './drop-place';
import type { useUploads } from './use-uploads';

interface CorrectionTextProps {
  /** Of the article; null where nobody said it. */
  lang: string | null;
  text: string;
  onText: (text: string) => void;
  uploads: ReturnType<typeof useUploads>;
}

/** Longer texts are not shown in a field, which would be slow. */
const IN_FIELD = 200_000;

/** The corrected text: pasted, or read from a file of any kind that articles come in. What was pasted stays while a file is tried. */
export function CorrectionText({ lang, text, onText, uploads }: CorrectionTextProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  if (uploads.readings.length > 0) return <CorrectionFile uploads={uploads} />;
  return (
    <div
      data-over={over || undefined}
      className="flex flex-col gap-2 rounded-lg outline-2 outline-offset-4 outline-transparent data-over:outline-accent data-over:outline-dashed"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer.files.length > 0) uploads.drop([...event.dataTransfer.files]);
      }}
    >
      {text.length > IN_FIELD ? (
        <p className="flex flex-wrap items-center gap-2">
          A pasted text of {text.length.toLocaleString('en')} characters.
          <Button size="small" variant="quiet" onClick={() => onText('')}>
            Clear
          </Button>
        </p>
      ) : (
        <Field
          label="Corrected text"
          hint="Paste it: it is kept to the letter. Or drop a file here: text, web page, Markdown, PDF, DOCX."
        >
          <Textarea quoted lang={lang ?? ''} value={text} onChange={(event) => onText(event.target.value)} rows={10} />
        </Field>
      )}
      <Button size="small" className="self-start" onClick={() => chooser.current?.click()}>
        Choose a file
      </Button>
      <input
        ref={chooser}
        type="file"
        accept={READ}
        aria-label="File with the corrected text"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) uploads.drop([file]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
