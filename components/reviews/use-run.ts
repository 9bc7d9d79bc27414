'use client';
import { useState } from 'react';
import { announce } from '@/components/ui/announce';
import { notifyProblem } from '@/components/ui/notify';
import { Problem } from '@/lib/api/client';
import type { QuotedTag, Tag } from '@/lib/highlights/highlight';
import type { Queue } from '@/lib/reviews/review';
import { currentIn, verdictWords, type Judgement, type ReviewWrites } from './review-writes';
import { changesBetween, verdictsSince } from './tag-fields';
import { arrive, giving, judged, noRun, refreshed, settled, steer, stepped, unjudged, type Run } from './run';

/** The one that is looked at is another than it was when it was shown. */
interface Moved {
  readonly before: Tag;
  readonly now: Tag;
  /** Found out by a verdict that was not taken. */
  readonly refused: boolean;
}

const currentOf = ({ tags, current }: Run) => tags.find(({ id }) => id === current) ?? null;
const isOther = (before: Tag, now: Tag): boolean =>
  changesBetween(before, now).length + verdictsSince(before, now).length > 0;

/** Going through one kind of the queue: where one is, and the verdicts given on the way. */
export function useRun(queue: Queue, taken: ReadonlySet<string>, writes: ReviewWrites) {
  const [run, setRun] = useState<Run>(noRun);
  const [seen, setSeen] = useState<Queue | null>(null);
  const [steered, setSteered] = useState<ReadonlySet<string> | null>(null);
  const [busy, setBusy] = useState(false);
  const [moved, setMoved] = useState<Moved | null>(null);
  if (queue !== seen || taken !== steered) {
    const next = steer(arrive({ ...run, taken }, queue.tags, queue.nextCursor === null), taken);
    const [before, now] = [currentOf(run), currentOf(next)];
    setSeen(queue);
    setSteered(taken);
    setRun(next);
    if (before && now?.id === before.id && isOther(before, now)) setMoved({ before, now, refused: false });
  }
  const current = currentOf(run);

  function go(next: (run: Run) => Run) {
    setMoved(null);
    setRun(next);
  }

  async function judge(tag: QuotedTag, judgement: Judgement): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    go(giving);
    try {
      const after = await writes.judge(tag, judgement, (back) => go((now) => unjudged(now, back)));
      setRun((now) => judged(refreshed(now, after), tag.id, judgement.verdict));
      announce(verdictWords[judgement.verdict]);
      return true;
    } catch (error) {
      const now = currentIn(error);
      if (now) {
        setMoved({ before: tag, now, refused: true });
        setRun((was) => refreshed(was, now));
      } else
        notifyProblem(`No verdict was saved. ${error instanceof Problem ? error.message : ''}`, { key: 'verdict' });
      return false;
    } finally {
      setBusy(false);
    }
  }

  return {
    run,
    current,
    busy,
    moved: moved && moved.now.id === current?.id ? moved : null,
    judge,
    step: (by: 1 | -1) => go((now) => stepped(now, by)),
    /** The current one stays, whoever else is on it; `begun`: also when a verdict on it is taken meanwhile. */
    stay: (how = settled) => setRun(how),
  };
}
