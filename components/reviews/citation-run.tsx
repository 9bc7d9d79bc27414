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
import { OnThis } from './on-this';
import { verdictWords, type Judgement } from './review-writes';
import { Reviewed } from './reviewed';
import { begun, newIn, progressOf, settled, type Run } from './run';
import { useColleagues } from './use-colleagues';
import { useHold } from './use-hold';
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
  const { on, taken } = useColleagues(projectId, me.userId);
  const { run, current, busy, moved, judge, step, stay } = useRun(queue, taken, writes);
  const [asked, setAsked] = useState<{ id: string; what: Asking } | null>(null);
  const [discussing, setDiscussing] = useState<string | null>(null);
  const [whole, setWhole] = useState(false);
  const undo = () => void writes.undo();
  const allowed = current ? may(me, 'tag.review', current) : true;
  useHold(projectId, current && allowed === true && !run.judged.has(current.id) ? { tagId: current.id } : null);
  const asking = asked && asked.id === current?.id ? asked.what : null;

  function review(go: (tag: QuotedTag) => void, how = settled) {
    if (allowed !== true) notify(allowed.why, { key: 'own-work' });
    else if (current) {
      stay(how);
      go(current);
    }
  }
  async function give(judgement: Judgement) {
    const taken = current !== null && (await judge(current, judgement));
    // What is asked since the verdict was given stays: somebody has second thoughts, and is writing them.
    if (taken) setAsked((now) => (now === asked ? null : now));
    return taken;
  }
  const actions = verdictActions({
    accept: () => review(() => void give({ verdict: 'accept' })),
    ask: (what) => review(({ id }) => setAsked({ id, what }), begun),
    discuss: () => {
      stay(begun);
      setDiscussing(current && discussing !== current.id ? current.id : null);
    },
    undo,
    open: current?.openThreads ?? 0,
  });
  useKeys('Review', [
    ...actions,
    { id: 'tag.next', key: 'j', label: 'Next', repeat: true, run: () => step(1) },
    { id: 'tag.previous', key: 'k', label: 'Previous', repeat: true, run: () => step(-1) },
    { id: 'passage.whole', key: 'p', label: 'The whole paragraph, or less', run: () => setWhole(!whole) },
  ]);

  const inPage = queue.tags.filter(({ id }) => run.judged.has(id)).length;
  const { done, total } = progressOf(run, queue.nextCursor ? queue.counts.citations - inPage : 0);
  if (!current)
    return <NothingWaits projectId={projectId} kind="citations" done={done} onUndo={undo} counts={queue.counts} />;
  return (
    <div className="flex w-full flex-col gap-5">
      <Progress label="Citations reviewed" value={done} max={total} valueText={`${done} of ${total}`} />
      <p role="status" className="-mt-4 text-end text-sm text-muted empty:hidden">
        {newIn(run) > 0 && `${newIn(run)} new`}
      </p>
      <OnThis people={on.get(current.id)} live />
      {moved && <MovedOn {...moved} />}
      <Standing run={run} current={current} why={allowed === true ? null : allowed.why} />
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

/** What became of the one that is looked at, and why it cannot be judged. */
function Standing({ run, current, why }: { run: Run; current: QuotedTag; why: string | null }) {
  const verdict = run.judged.get(current.id);
  return (
    <>
      {run.gone.has(current.id) && (
        <Notice live>A colleague has reviewed this meanwhile, or it was deleted. J goes on to the next.</Notice>
      )}
      {verdict && <Notice>{verdictWords[verdict]} by you just now.</Notice>}
      {why && <Notice>{why}</Notice>}
    </>
  );
}
