'use client';
import { Progress } from '@/components/ui/progress';
import { isExactText } from '@/lib/articles/exact-text';
import { setOut, settle } from './arrivals';
import { DropPlace } from './drop-place';
import { FetchField } from './fetch-field';
import { ImportGrid } from './import-grid';
import { ImportLine } from './import-line';
import { LeftOutside } from './left-outside';
import { PasteField } from './paste-field';
import { UploadList } from './upload-list';
import { useArrivals } from './use-arrivals';
import { useImport } from './use-import';
import { useUploads, useWaitingUploads } from './use-uploads';

type Props = { projectId: string; /** Whether the operator lets this server fetch pages. */ fetches: boolean };

/** A file that cannot be read here is sent, so that it is refused with the reason. */
const isExact = (file: File) =>
  file.arrayBuffer().then(
    (bytes) => isExactText(file.name, bytes),
    () => false,
  );

/** Texts come in here: dropped, chosen, pasted or fetched; then the grid asks what is known of them. */
export function ImportDesk({ projectId, fetches }: Props) {
  const { place, arrivals } = useArrivals(projectId);
  const { brought, drop, paste, take, retry, close, saved } = useImport(projectId, place);
  const uploads = useUploads(projectId, place);
  useWaitingUploads(uploads, place);
  const settled = brought.filter((entry) => entry.state !== 'waiting' && entry.state !== 'sending').length;
  const shown = new Set([...uploads.readings, ...brought].map(({ key }) => key));

  async function sort(files: File[]) {
    // Known by name at once: to look into large files takes a while.
    const chosen = files.map(({ name, size }) => ({ key: crypto.randomUUID(), name, size }));
    setOut(place, chosen);
    const exact = await Promise.all(files.map(isExact));
    uploads.drop(files.filter((_, index) => !exact[index]));
    const dropped = drop(files.filter((_, index) => exact[index]));
    chosen.forEach(({ key }) => settle(place, key));
    await dropped;
  }

  return (
    <div className="flex flex-col gap-6 pb-12">
      <div className="grid gap-4 lg:grid-cols-2">
        <DropPlace onFiles={(files) => void sort(files)} />
        <PasteField
          projectId={projectId}
          onBring={async (text) => (await paste(text)).some(({ state }) => state !== 'refused')}
        />
      </div>
      {fetches ? <FetchField onFetch={uploads.fetch} /> : null}
      {settled < brought.length && <Progress label="Bringing in" value={settled} max={brought.length} />}
      <LeftOutside
        arrivals={arrivals.filter(({ key, words }) => words !== null && !shown.has(key))}
        onClose={(key) => settle(place, key)}
      />
      <UploadList projectId={projectId} uploads={uploads} onTake={take} />
      {brought.some((entry) => entry.state !== 'here') && (
        <ul aria-label="Not brought in" className="flex flex-col gap-1">
          {brought.map(
            (entry) =>
              entry.state !== 'here' && (
                <ImportLine
                  key={entry.key}
                  entry={entry}
                  projectId={projectId}
                  onRetry={retry}
                  onClose={() => close(entry.key)}
                />
              ),
          )}
        </ul>
      )}
      <ImportGrid projectId={projectId} entries={brought.filter((entry) => entry.state === 'here')} onSaved={saved} />
    </div>
  );
}
