'use client';
import { Button } from '@/components/ui/button';
import type { Upload } from '@/lib/articles/upload';
import { ReadingLine } from './reading-line';
import { UploadPreview } from './upload-preview';
import type { Preview } from './readings';
import type { useUploads } from './use-uploads';

type Props = {
  projectId: string;
  uploads: ReturnType<typeof useUploads>;
  /** Makes articles of these. */
  onTake: (uploads: Upload[]) => Promise<unknown>;
};

/** Files that are read before they come in: those on their way, those that stay outside, and those to look over. */
export function UploadList({ projectId, uploads, onTake }: Props) {
  const { readings, convert, close, discard } = uploads;
  const previews = readings.filter((reading): reading is Preview => reading.state === 'preview');
  const under = readings.filter((reading) => reading.state !== 'preview');
  const fresh = previews.filter(({ upload, again }) => !upload.same && !again);

  async function take(taken: Preview[]) {
    taken.forEach(({ key }) => close(key));
    await onTake(taken.map(({ upload }) => upload));
  }
  return (
    <>
      {under.length > 0 ? (
        <ul aria-label="Files being read" className="flex flex-col gap-1">
          {under.map((reading) => (
            <ReadingLine key={reading.key} reading={reading} onClose={() => close(reading.key)} />
          ))}
        </ul>
      ) : null}
      {previews.length > 0 ? (
        <section aria-labelledby="look-over">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <h2 id="look-over" className="text-lg font-semibold">
              Look them over
            </h2>
            <p className="text-muted">
              This is the text that was read. Nothing is an article yet; files left here go after a day.
            </p>
            {fresh.length > 1 ? (
              <Button variant="primary" className="ml-auto" onClick={() => void take(fresh)}>
                Bring in all {fresh.length}
              </Button>
            ) : null}
          </div>
          <ul aria-label="Files to look over">
            {previews.map((preview) => (
              <UploadPreview
                key={preview.key}
                projectId={projectId}
                preview={preview}
                onTake={() => void take([preview])}
                onDiscard={() => void discard(preview)}
                onConvert={(encoding) => void convert(preview, encoding)}
              />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
