import type { StoredAnchor } from '@/lib/anchoring/pin';
import type { Carried, Row } from '@/lib/anchoring/side-by-side';
import type { Span } from '@/lib/anchoring/span';

export interface VersionsQuestion {
  readonly oldText: string;
  readonly newText: string;
  /** The two beside one another are wanted. */
  readonly rows?: boolean;
  /** Highlights of the old text whose way into the new one is wanted. */
  readonly anchors?: readonly (StoredAnchor & { readonly id: string })[];
  /** Passages of the old text for which a likely place in the new one is wanted. */
  readonly lost?: readonly Span[];
}

export interface VersionsAnswer {
  readonly rows: readonly Row[];
  readonly carried: readonly Carried[];
  readonly places: readonly Span[];
}

/** Longer than this nobody waits for a comparison. */
const MOST_MS = 30_000;

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
    worker.onerror = () => fail('The two texts could not be compared in this browser.');
    worker.onmessage = ({ data }: MessageEvent<VersionsAnswer>) => {
      end();
      resolve(data);
    };
    worker.postMessage(question);
  });
}
