import type { Upload, UploadItem } from '@/lib/articles/upload';

/** A file on its way to becoming a text: sent, read by the server, then to be looked at; or refused. */
export type Reading = { key: string; name: string } & (
  | { state: 'waiting' }
  | { state: 'sending'; share: number }
  | { state: 'reading' }
  /** `cut`: the page was left before it was in. */
  | { state: 'refused'; words: string; retry: (() => void) | null; cut?: boolean }
  | { state: 'preview'; upload: Upload; again: boolean; problem: string | null }
);
export type Preview = Extract<Reading, { state: 'preview' }>;

const previewOf = (upload: Upload): Preview => ({
  key: crypto.randomUUID(),
  name: upload.name,
  state: 'preview',
  upload,
  again: false,
  problem: null,
});

/** What came of sending a file: its preview, or why it stays outside, on the line of `key` where it was sent alone. */
export const entryOf = (
  { name, upload, problem }: UploadItem,
  retry: (() => void) | null,
  key: string = crypto.randomUUID(),
): Reading => {
  if (upload) return previewOf(upload);
  return {
    key,
    name,
    state: 'refused',
    words: problem?.title ?? 'This file could not be read.',
    retry,
  };
};

const uploadIn = (one: Reading): string | null => (one.state === 'preview' ? one.upload.id : null);

/** With these lines in the place of one; none takes it away. A file that was listed as waiting before its answer came stands there once. */
export function replaced(all: readonly Reading[], key: string, next: readonly Reading[]): Reading[] {
  const answered = new Set(next.map(uploadIn));
  return all.flatMap((one) => {
    if (one.key === key) return next;
    return uploadIn(one) !== null && answered.has(uploadIn(one)) ? [] : [one];
  });
}

/** With what waits since an earlier visit before what was sent on this one. */
export function withWaiting(all: readonly Reading[], waiting: readonly Upload[]): Reading[] {
  const here = new Set(all.map(uploadIn));
  return [...waiting.filter(({ id }) => !here.has(id)).map(previewOf), ...all];
}
