'use client';
import clsx from 'clsx';
import { FileUp } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';

/** Files that are read, for a file chooser. */
export const READ =
  '.txt,.text,.log,.md,.markdown,.html,.htm,.xhtml,.mhtml,.mht,.pdf,.docx,.zip,text/plain,text/html,application/pdf';

const ARTICLES =
  'Drop files here, as many as you like: text, web pages (HTML, MHTML), Markdown, PDF, DOCX, or ZIP files of these, up to 25 MB each and 5,000,000 characters of text. Text in UTF-8 is kept to the byte; of the rest you see what was read before it comes in.';

interface DropPlaceProps {
  onFiles: (files: File[]) => void;
  /** For the file chooser; else what becomes an article. */
  accept?: string;
  /** What is taken here, in words; else what becomes an article. */
  children?: ReactNode;
}

/** Where files are dropped, or chosen by keyboard. */
export function DropPlace({ onFiles, accept = READ, children = ARTICLES }: DropPlaceProps) {
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
      className={clsx(
        'flex min-h-48 flex-col items-center justify-center gap-3 rounded-lg border border-dashed p-6 text-center',
        over ? 'border-accent bg-accent-soft' : 'border-edge',
      )}
    >
      <FileUp size={20} aria-hidden className="text-faint" />
      <p className="max-w-sm text-muted">{children}</p>
      <Button onClick={() => chooser.current?.click()}>Choose files</Button>
      <input
        ref={chooser}
        type="file"
        multiple
        accept={accept}
        aria-label="Files"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
