import type { Tag, QuotedTag } from '@/lib/highlights/highlight';

export type Verdict = Tag['reviews'][number]['verdict'];

/** Going through a queue one by one: what has been seen stays in its place, so that one can go back to it. */
export interface Run {
  /** In the order in which they were shown. */
  readonly tags: readonly QuotedTag[];
  /** Verdicts given in this run, by tag. */
  readonly judged: ReadonlyMap<string, Verdict>;
  /** Tags that left the queue by somebody else's doing while they were looked at. */
  readonly gone: ReadonlySet<string>;
  /** Tags that colleagues came to first: the next one served is another, as long as there is one. */
  readonly taken: ReadonlySet<string>;
  /** Tags that came while one went through the others. */
  readonly came: ReadonlySet<string>;
  /** All that waited was loaded: what is not known is new. */
  readonly whole: boolean;
  readonly current: string | null;
  /** The current one was served rather than chosen, and nothing has been done with it. */
  readonly served: boolean;
  /** Something was begun on the current one after its verdict was given: a reason, or a comment. */
  readonly begun: boolean;
}

export const noRun: Run = {
  tags: [],
  judged: new Map(),
  gone: new Set(),
  taken: new Set(),
  came: new Set(),
  whole: false,
  current: null,
  served: false,
  begun: false,
};

const waiting =
  ({ judged, gone }: Run) =>
  (tag: QuotedTag) =>
    !judged.has(tag.id) && !gone.has(tag.id);

/** The next one without a verdict after a place, going round once, past what colleagues are on; null when all have one. */
function nextFrom(run: Run, at: number): string | null {
  const round = [...run.tags.slice(at + 1), ...run.tags.slice(0, at + 1)].filter(waiting(run));
  return (round.find(({ id }) => !run.taken.has(id)) ?? round[0])?.id ?? null;
}

const served = (run: Run, current: string | null): Run => ({ ...run, current, served: true, begun: false });

/**
 * Takes in the queue as the server has it now, `whole` when that is all that waits. What is being looked at is not taken away, but known to
 * be gone; what comes stands after the rest.
 */
export function arrive(run: Run, queue: readonly QuotedTag[], whole = true): Run {
  const fresh = new Map(queue.map((tag) => [tag.id, tag]));
  const keeps = (tag: QuotedTag) => fresh.has(tag.id) || run.judged.has(tag.id) || tag.id === run.current;
  const known = run.tags.filter(keeps).map((tag) => (run.judged.has(tag.id) ? tag : (fresh.get(tag.id) ?? tag)));
  const have = new Set(known.map(({ id }) => id));
  const others = queue.filter(({ id }) => !have.has(id));
  const tags = [...known, ...others];
  const came = new Set([...run.came, ...(run.whole ? others.map(({ id }) => id) : [])]);
  const left = run.current !== null && !fresh.has(run.current) && !run.judged.has(run.current);
  const gone = new Set(left ? [run.current!] : []);
  const next = { ...run, tags, gone, came, whole };
  return run.current ? next : served(next, nextFrom(next, -1));
}

/** Takes in what colleagues are on. Of two who were served the same at once, whoever came second is served another. */
export function steer(run: Run, taken: ReadonlySet<string>): Run {
  const next = { ...run, taken };
  const { current } = run;
  if (!run.served || current === null || !taken.has(current) || run.judged.has(current)) return next;
  const other = nextFrom(
    next,
    run.tags.findIndex(({ id }) => id === current),
  );
  return other === null || taken.has(other) ? next : served(next, other);
}

/** Something is being done with the current one: it stays, whoever else is on it. */
export const settled = (run: Run): Run => ({ ...run, served: false });

/** Somebody begins to write about the current one. */
export const begun = (run: Run): Run => ({ ...settled(run), begun: true });

/** A verdict is on its way: what was written for it is done with. */
export const giving = (run: Run): Run => ({ ...run, begun: false });

/**
 * Notes a verdict and moves on to the next one without any. Not from where somebody went meanwhile, nor from what they have begun to write
 * since it was given: the letters that follow would be keys on the next one.
 */
export function judged(run: Run, id: string, verdict: Verdict): Run {
  const next = { ...run, judged: new Map([...run.judged, [id, verdict]]) };
  if (run.current !== id || run.begun) return next;
  return served(
    next,
    nextFrom(
      next,
      run.tags.findIndex((tag) => tag.id === id),
    ),
  );
}

/** A verdict was taken back: its tag is shown again. */
export function unjudged(run: Run, tag: Tag): Run {
  const verdicts = new Map([...run.judged].filter(([id]) => id !== tag.id));
  return { ...refreshed(run, tag), judged: verdicts, gone: new Set(), current: tag.id, served: false };
}

/** The state of a tag as the server has told it: whoever has second thoughts decides on the version after the first. */
export const refreshed = (run: Run, now: Tag): Run => ({
  ...run,
  tags: run.tags.map((tag) => (tag.id === now.id ? { ...tag, ...now } : tag)),
});

/** One further or back, also to what has been judged; stays at either end. */
export function stepped(run: Run, step: 1 | -1): Run {
  const at = run.tags.findIndex(({ id }) => id === run.current);
  const next = at < 0 ? (step === 1 ? run.tags[0] : run.tags.at(-1)) : run.tags[at + step];
  return next ? { ...run, current: next.id, served: false, begun: false } : run;
}

/** How far one is: `done` of `total`, of which `total` counts what waits on the server beyond what is loaded. */
export function progressOf(run: Run, waitingOnServer: number): { done: number; total: number } {
  const done = run.judged.size;
  const loaded = run.tags.filter(waiting(run)).length;
  return { done, total: done + Math.max(loaded, waitingOnServer) };
}

/** How many of those that wait came while one went through the others. */
export const newIn = (run: Run): number =>
  run.tags.filter(waiting(run)).filter(({ id }) => run.came.has(id) && id !== run.current).length;
