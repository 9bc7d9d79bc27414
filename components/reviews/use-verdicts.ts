'use client';
import { useState } from 'react';
import { notifyProblem } from '@/components/ui/notify';
import { Problem } from '@/lib/api/client';
import type { Tag } from '@/lib/highlights/highlight';
import { currentIn, type Judgement, type ReviewWrites } from './review-writes';

/** Verdicts on mentions, one at a time: which are under way, what was refused and why. */
export function useVerdicts(writes: ReviewWrites) {
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const [moved, setMoved] = useState<{ before: Tag; now: Tag; refused: boolean } | null>(null);

  async function doing(work: () => Promise<boolean>, failed: string): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setMoved(null);
    try {
      return await work();
    } catch (error) {
      notifyProblem(`${failed} ${error instanceof Problem ? error.message : ''}`, { key: 'verdict' });
      return false;
    } finally {
      setBusy(false);
    }
  }

  /** Accepts together; answers whether all of them were. */
  const accept = (tags: readonly Tag[], what: string) =>
    doing(async () => {
      const refused = await writes.acceptAll(tags, what);
      setProblems(new Map(refused.map(({ tagId, title }) => [tagId, title])));
      return refused.length === 0;
    }, 'Nothing was accepted.');

  /** One verdict; answers whether it was taken. */
  const judge = (tag: Tag, judgement: Judgement) =>
    doing(async () => {
      try {
        await writes.judge(tag, judgement, () => {});
        return true;
      } catch (error) {
        const now = currentIn(error);
        if (!now) throw error;
        setMoved({ before: tag, now, refused: true });
        return false;
      }
    }, 'No verdict was saved.');

  return { busy, problems, moved, accept, judge };
}
