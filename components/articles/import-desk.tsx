'use client';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Progress } from '@/components/ui/progress';
import { Textarea } from '@/components/ui/textarea';
import { isExactText } from '@/lib/articles/exact-text';
import { DropPlace } from './drop-place';
import { FetchField } from './fetch-field';
import { ImportGrid } from './import-grid';
import { ImportLine } from './import-line';
import { TypedAgain } from './typed-again';
import { UploadList } from './upload-list';
import { useImport } from './use-import';
import { useTypedText } from './use-typed-text';
import { useUploads, useWaitingUploads } from './use-uploads';

type Props = { projectId: string; /** Whether the operator lets this server fetch pages. */ fetches: boolean };

/** Texts come in here: dropped, chosen, pasted or fetched; then the grid asks what is known of them. */
export function ImportDesk({ projectId, fetches }: Props) {
  const { brought, drop, paste, take, retry, saved } = useImport(projectId);
  const uploads = useUploads(projectId);
  useWaitingUploads(projectId, uploads);
  const me = useRead('findMe', {}).data?.id ?? '';
  const { text, write, again, forget } = useTypedText({ what: 'text', userId: me, id: projectId });
  const settled = brought.filter((entry) => entry.state !== 'waiting' && entry.state !== 'sending').length;

  async function sort(files: File[]) {
    const exact = await Promise.all(files.map(async (file) => isExactText(file.name, await file.arrayBuffer())));
    uploads.drop(files.filter((_, index) => !exact[index]));
    await drop(files.filter((_, index) => exact[index]));
  }
  async function send() {
    const [outcome] = await paste(text);
    if (outcome && outcome.state !== 'refused') forget(text);
  }

  return (
    <div className="flex flex-col gap-6 pb-12">
      <div className="grid gap-4 lg:grid-cols-2">
        <DropPlace onFiles={(files) => void sort(files)} />
        <div className="flex flex-col gap-2">
          {again ? <TypedAgain onBegin={() => write('')} /> : null}
          <Field label="Or paste a text">
            <Textarea
              quoted
              value={text}
              onChange={(event) => write(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text) void send();
              }}
              rows={6}
              className="max-h-80"
            />
          </Field>
          <Button
            variant="primary"
            className="self-start"
            shortcut="mod+enter"
            disabled={!text}
            onClick={() => void send()}
          >
            Bring in
          </Button>
        </div>
      </div>
      {fetches ? <FetchField onFetch={uploads.fetch} /> : null}
      {settled < brought.length && <Progress label="Bringing in" value={settled} max={brought.length} />}
      <UploadList projectId={projectId} uploads={uploads} onTake={take} />
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
