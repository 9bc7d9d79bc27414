import { answerTo } from './version-answer';
import type { VersionsAnswer, VersionsQuestion } from './version-question';

/** Longer than this nobody waits for a comparison. */
const MOST_MS = 30_000;
/** Two texts that are shorter together are compared in the page where a browser lets no worker begin. */
const IN_PAGE = 200_000;

/** Compares two texts in a worker. Rejects with words for people when that takes too long, or when `signal` says so. */
export function compareVersions(question: VersionsQuestion, signal?: AbortSignal): Promise<VersionsAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./versions.worker.ts', import.meta.url));
    const end = () => {
      clearTimeout(late);
      worker.terminate();
    };
    const fail = (why: string) => {
      end();
      reject(new Error(why));
    };
    const late = setTimeout(() => fail('The two texts differ too much to be compared in half a minute.'), MOST_MS);
    signal?.addEventListener('abort', () => fail('Not wanted any more.'));
    worker.onerror = () => {
      if (question.oldText.length + question.newText.length > IN_PAGE)
        return fail('This browser cannot compare texts of this length.');
      end();
      resolve(answerTo(question));
    };
    worker.onmessage = ({ data }: MessageEvent<VersionsAnswer>) => {
      end();
      resolve(data);
    };
    worker.postMessage(question);
  });
}
