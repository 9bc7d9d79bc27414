'use client';
import { useState } from 'react';
import { ThreadPanel } from '@/components/threads/thread-panel';
import { Notice } from '@/components/ui/notice';
import { notify } from '@/components/ui/notify';
import { Progress } from '@/components/ui/progress';
import { useKeys } from '@/components/ui/use-keys';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { may, type Who } from '@/lib/permissions';
import type { Queue } from '@/lib/reviews/review';
import { AskVerdict } from './ask-verdict';
import { MovedOn } from './moved-on';
import { NothingWaits } from './nothing-waits';
import { verdictWords, type Judgement } from './review-writes';
import { Reviewed } from './reviewed';
import { progressOf } from './run';
import { useReviewWrites } from './use-review-writes';
import { useRun } from './use-run';
import { verdictActions, type Asking } from './verdict-actions';
import { VerdictBar } from './verdict-bar';

interface CitationRunProps {
  projectId: string;
  me: Who;
  queue: Queue;
}

/** One citation fills the screen: the words in their place, what was made of them, and a verdict. */
export function CitationRun({ projectId, me, queue }: CitationRunProps) {
  const writes = useReviewWrites(projectId);
  const { run, current, busy, moved, judge, step } = useRun(queue, writes);
  const [asked, setAsked] = useState<{ id: string; what: Asking } | null>(null);
  const [discussing, setDiscussing] = useState<string | null>(null);
  const [whole, setWhole] = useState(false);
  const allowed = current ? may(me, 'tag.review', current) : true;
  const asking = asked && asked.id === current?.id ? asked.what : null;

  function review(go: (tag: QuotedTag) => void) {
    if (current && allowed === true) go(current);
    else if (allowed !== true) notify(allowed.why, { key: 'own-work' });
  }
  async function give(judgement: Judgement) {
    const taken = current !== null && (await judge(current, judgement));
    if (taken) setAsked(null);
    return taken;
  }
  const actions = verdictActions({
    accept: () => review(() => void give({ verdict: 'accept' })),
    ask: (what) => review(({ id }) => setAsked({ id, what })),
    discuss: () => setDiscussing(current && discussing !== current.id ? current.id : null),
    undo: () => void writes.undo(),
  });
  useKeys('Review', [
    ...actions,
    { id: 'tag.next', key: 'j', label: 'Next', repeat: true, run: () => step(1) },
    { id: 'tag.previous', key: 'k', label: 'Previous', repeat: true, run: () => step(-1) },
    { id: 'passage.whole', key: 'p', label: 'The whole paragraph, or less', run: () => setWhole(!whole) },
  ]);

  const inPage = queue.tags.filter(({ id }) => run.judged.has(id)).length;
  const { done, total } = progressOf(run, queue.counts.citations - inPage);
  if (!current)
    return <NothingWaits projectId={projectId} kind="citations" done={done} onUndo={() => void writes.undo()} />;
  const verdict = run.judged.get(current.id);
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-5">
      <Progress label="Citations reviewed" value={done} max={total} valueText={`${done} of ${total}`} />
      {moved && <MovedOn {...moved} />}
      {run.gone.has(current.id) && (
        <Notice live>A colleague has reviewed this meanwhile, or it was deleted. J goes on to the next.</Notice>
      )}
      {verdict && <Notice>{verdictWords[verdict]} by you just now.</Notice>}
      {allowed !== true && <Notice>{allowed.why}</Notice>}
      <Reviewed projectId={projectId} tag={current} whole={whole} onWhole={() => setWhole(!whole)} />
      {asking ? (
        <AskVerdict
          key={`${current.id} ${asking}`}
          projectId={projectId}
          tag={current}
          asking={asking}
          busy={busy}
          onGive={give}
          onLeave={() => setAsked(null)}
        />
      ) : (
        <VerdictBar label="Verdict" actions={actions} busy={busy} />
      )}
      {discussing === current.id && (
        <section aria-label="Discussion">
          <ThreadPanel
            projectId={projectId}
            subject={{ type: 'tag', id: current.id }}
            startWriting={current.openThreads === 0}
            mayBlock
          />
        </section>
      )}
    </div>
  );
}
