'use client';
import { useCallback, useEffect, useState } from 'react';
import { announce } from '@/components/ui/announce';
import { notifyProblem } from '@/components/ui/notify';
import { api, get, Problem, uploadFile } from '@/lib/api/client';
import type { Encoding, Upload, UploadItem } from '@/lib/articles/upload';
import { found, refuse, setOut, settle, type ArrivalPlace } from './arrivals';
import { mayPass } from './may-pass';
import { entryOf, replaced, withWaiting, type Preview, type Reading } from './readings';
import { Turns } from './turns';

/** How many files are sent at once; the server reads two at a time. */
const AT_ONCE = 2;

type Send = (onSent: (share: number) => void) => Promise<UploadItem[]>;
type Job = { key: string; name: string; size: number | null; send: Send };
/** Puts these lines in the place of one; none takes it away. */
type Replace = (key: string, ...next: Reading[]) => void;

/** What was refused is known by name after the page is loaded anew. */
function keepRefused(place: ArrivalPlace | undefined, job: Job, answers: readonly Reading[]) {
  if (!place) return;
  for (const one of answers) if (one.state === 'refused') refuse(place, { ...one, again: one.retry !== null });
  if (!answers.some(({ key, state }) => key === job.key && state === 'refused')) settle(place, job.key);
}

async function read(job: Job, replace: Replace, retry: () => void, place?: ArrivalPlace) {
  const { key, name, send } = job;
  const answer = (...answers: Reading[]) => {
    replace(key, ...answers);
    keepRefused(place, job, answers);
  };
  replace(key, { key, name, state: 'sending', share: 0 });
  try {
    const items = await send((share) =>
      replace(key, share < 1 ? { key, name, state: 'sending', share } : { key, name, state: 'reading' }),
    );
    // A file out of many in a ZIP file cannot be sent alone.
    const alone = items.length === 1 && items[0]?.problem && mayPass(items[0].problem.code);
    answer(...items.map((item) => entryOf(item, alone ? retry : null, items.length === 1 ? key : undefined)));
    const done = items.filter(({ upload }) => upload).length;
    if (done === 0) announce(`${name} was not read.`);
    else announce(items.length === 1 ? `${name} was read.` : `${done} of ${items.length} files in ${name} were read.`);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    answer({
      key,
      name,
      state: 'refused',
      words: error.message,
      retry: mayPass(error.code, error.extra.again) ? retry : null,
    });
    announce(`${name} was not read.`);
  }
}

async function readAnew(projectId: string, preview: Preview, encoding: Encoding, replace: Replace) {
  replace(preview.key, { ...preview, again: true, problem: null });
  try {
    const body = { uploadId: preview.upload.id, encoding };
    const upload = await api('convertUpload', { params: { projectId }, body });
    replace(preview.key, { ...preview, upload, again: false, problem: null });
    announce(`${preview.name} was read anew.`);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    replace(preview.key, { ...preview, again: false, problem: error.message });
  }
}

async function letGo(projectId: string, preview: Preview, replace: Replace) {
  const { key, upload } = preview;
  replace(key, { ...preview, again: true });
  try {
    await api('discardUploads', { params: { projectId }, body: { uploadIds: [upload.id] } });
    replace(key);
    announce(`${upload.name} is left out.`);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    replace(key, preview);
    notifyProblem('The file was not left out', { description: error.message });
  }
}

/** What waits on the server since an earlier visit, or from another device. */
async function allWaiting(projectId: string): Promise<Upload[]> {
  const all: Upload[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await get('listUploads', { projectId }, cursor ? { cursor } : {});
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}

/** Brings what waits since an earlier visit to these files: they stand before what is sent on this one. */
export function useWaitingUploads({ wait }: Pick<ReturnType<typeof useUploads>, 'wait'>, place: ArrivalPlace): void {
  const { projectId } = place;
  useEffect(() => {
    let left = false;
    allWaiting(projectId).then(
      (uploads) => {
        if (left) return;
        wait(uploads);
        found(place, uploads);
      },
      (error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        if (!left) notifyProblem('The files that wait here could not be listed', { description: error.message });
      },
    );
    return () => {
      left = true;
    };
  }, [projectId, place, wait]);
}

/** Files that are read before they come in. `place`: where to keep in mind which of them did not come. */
export function useUploads(projectId: string, place?: ArrivalPlace) {
  const [readings, setReadings] = useState<Reading[]>([]);
  const [turns] = useState(() => new Turns(AT_ONCE));
  const replace: Replace = (key, ...next) => setReadings((all) => replaced(all, key, next));
  const wait = useCallback((uploads: Upload[]) => setReadings((all) => withWaiting(all, uploads)), []);

  function add(jobs: Job[]) {
    const waiting = jobs.map(({ key, name }) => ({ key, name, state: 'waiting' as const }));
    setReadings((all) => [...all.filter(({ key }) => !waiting.some((one) => one.key === key)), ...waiting]);
    if (place) setOut(place, jobs);
    turns.add(...jobs.map((job) => () => read(job, replace, () => add([job]), place)));
  }
  const job = (name: string, size: number | null, send: Send): Job => ({ key: crypto.randomUUID(), name, size, send });

  return {
    readings,
    wait,
    drop: (files: File[]) =>
      add(files.map((file) => job(file.name, file.size, (onSent) => uploadFile(projectId, file, onSent)))),
    fetch: (url: string) =>
      add([
        job(url, null, async (onSent) => {
          onSent(1);
          const upload = await api('fetchUpload', { params: { projectId }, body: { url } });
          return [{ name: upload.name, upload }];
        }),
      ]),
    convert: (preview: Preview, encoding: Encoding) => readAnew(projectId, preview, encoding, replace),
    /** Takes a line away that has become an article, or was refused. */
    close(key: string) {
      replace(key);
      if (place) settle(place, key);
    },
    discard: (preview: Preview) => letGo(projectId, preview, replace),
  };
}
