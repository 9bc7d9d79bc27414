import clsx from 'clsx';
import type { FilePreview as FilePreviewView } from '@/lib/exports/export';
import { count } from './formats';

type FilePreviewProps = Pick<FilePreviewView, 'files' | 'sampled'> & {
  /** How many claims there are; not known yet while they are counted. */
  claims: number | undefined;
};

/** Prose is read to the end of its line, data where it stands in one. */
const isProse = (name: string): boolean => /\.(docx|html|md)$/.test(name);

/** The first lines of each file as they will be. */
export function FilePreview({ files, sampled, claims }: FilePreviewProps) {
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="first-lines" className="flex min-w-0 flex-col gap-3">
      <h2 id="first-lines" className="text-lg font-semibold">
        First lines
      </h2>
      {sampled !== null && (
        <p className="text-sm text-muted">
          As they would be of the first {count(sampled)} claims alone{claims ? `: there are ${count(claims)}` : ''}.
          What cannot be carried is counted among these too.
        </p>
      )}
      {files.map(({ name, lines, more }) => (
        <figure key={name} className="min-w-0">
          <figcaption className="pb-1 font-mono text-sm break-all text-muted">{name}</figcaption>
          <pre
            tabIndex={0}
            aria-label={`First lines of ${name}`}
            className={clsx(
              'max-h-56 overflow-auto rounded-md border border-line bg-desk p-3 font-mono text-xs leading-5',
              isProse(name) && 'wrap-anywhere whitespace-pre-wrap',
            )}
          >
            {lines === '' ? '(empty)' : lines}
            {more ? '\n…' : ''}
          </pre>
        </figure>
      ))}
    </section>
  );
}
