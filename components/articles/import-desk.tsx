'use client';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Progress } from '@/components/ui/progress';
import { Textarea } from '@/components/ui/textarea';
import { ImportGrid } from './import-grid';
import { ImportLine } from './import-line';
import { useImport } from './use-import';

/** Texts come in here: dropped, chosen or pasted; then the grid asks what is known of them. */
export function ImportDesk({ projectId }: { projectId: string }) {
  const { brought, drop, paste, retry, saved } = useImport(projectId);
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const settled = brought.filter((entry) => entry.state !== 'waiting' && entry.state !== 'sending').length;

  async function send() {
    const [outcome] = await paste(text);
    if (outcome && outcome.state !== 'refused') setText('');
  }

  return (
    <div className="flex flex-col gap-6 pb-12">
      <div className="grid gap-4 lg:grid-cols-2">
        <div
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            void drop([...event.dataTransfer.files]);
          }}
          data-over={over || undefined}
          className="flex min-h-48 flex-col items-center justify-center gap-3 rounded-lg border border-dashed border-edge p-6 text-center data-over:border-accent data-over:bg-accent-soft"
        >
          <FileUp size={20} aria-hidden className="text-faint" />
          <p className="max-w-xs text-muted">
            Drop text files here, as many as you like: UTF-8, up to 5 MB each. They are kept to the byte.
          </p>
          <Button onClick={() => chooser.current?.click()}>Choose files</Button>
          <input
            ref={chooser}
            type="file"
            multiple
            accept=".txt,text/plain"
            aria-label="Text files"
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              void drop([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </div>
        <div className="flex flex-col gap-2">
          <Field label="Or paste a text">
            <Textarea
              quoted
              value={text}
              onChange={(event) => setText(event.target.value)}
              rows={6}
              className="max-h-80"
            />
          </Field>
          <Button variant="primary" className="self-start" disabled={!text} onClick={() => void send()}>
            Bring in
          </Button>
        </div>
      </div>
      {settled < brought.length && <Progress label="Bringing in" value={settled} max={brought.length} />}
      {brought.some((entry) => entry.state !== 'here') && (
        <ul aria-label="Not brought in" className="flex flex-col gap-1">
          {brought.map(
            (entry) =>
              entry.state !== 'here' && (
                <ImportLine key={entry.key} entry={entry} projectId={projectId} onRetry={retry} />
              ),
          )}
        </ul>
      )}
      <ImportGrid projectId={projectId} entries={brought.filter((entry) => entry.state === 'here')} onSaved={saved} />
    </div>
  );
}
