import type { QuotedWords } from './quoted-words';

// Where words that are selected in an article can be quoted: in what is being written beside it, or in the thread that stands open there.

/** Takes words in as a quote. */
type Take = (words: QuotedWords) => void;

let writing: Take[] = []; // what is being written, the one that had the caret last at the end
let openers: (() => void)[] = []; // what opens a field to write in, in the order of the page
let waiting: QuotedWords | null = null; // until the field that was opened for it is there
const listeners = new Set<() => void>();

function change(next: { writing?: Take[]; openers?: (() => void)[] }) {
  ({ writing = writing, openers = openers } = next);
  listeners.forEach((listener) => listener());
}

/** Something is being written: it takes quotes until the returned function is called. `hadCaret` says that it is the one in use. */
export function takeQuotes(take: Take): { hadCaret: () => void; leave: () => void } {
  change({ writing: [...writing, take] });
  if (waiting) take(waiting);
  waiting = null;
  return {
    hadCaret: () => change({ writing: [...writing.filter((one) => one !== take), take] }),
    leave: () => change({ writing: writing.filter((one) => one !== take) }),
  };
}

/** A thread in which nobody writes yet: `open` opens its field. Ends when the returned function is called. */
export function openForQuotes(open: () => void): () => void {
  change({ openers: [...openers, open] });
  return () => change({ openers: openers.filter((one) => one !== open) });
}

/** Whether words can be quoted anywhere just now. */
export const canQuote = (): boolean => writing.length + openers.length > 0;
export function subscribeQuotes(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Quotes words where somebody writes, or else in the first thread that is open. */
export function quoteWords(words: QuotedWords): void {
  const take = writing.at(-1);
  if (take) return take(words);
  waiting = words;
  openers[0]?.();
}
