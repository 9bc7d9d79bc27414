'use client';
import { useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { notify } from '@/components/ui/notify';
import { Quote } from '@/components/ui/quote';
import { Segmented } from '@/components/ui/segmented';
import { Skeleton } from '@/components/ui/skeleton';
import type { Merge } from '@/lib/merges/merge';
import { useMergeWrites } from './use-merge-writes';

type Answers = Record<string, 'back' | 'stay' | undefined>;

/** Undoes a merge; of each tag that came since, somebody says whose it is. */
export function UndoMerge({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const read = useRead('findMerge', { id: merge.id });
  const writes = useMergeWrites(merge.kind);
  const { busy, problem, send } = useSend();
  const [answers, setAnswers] = useState<Answers>({});
  const since = read.data?.since ?? [];
  const named = (answer: 'back' | 'stay') => since.flatMap(({ id }) => (answers[id] === answer ? [id] : []));
  const open = since.filter(({ id }) => !answers[id]).length;

  async function undo() {
    const seen = read.data ?? merge;
    const done = await send(() => writes.undoMerge(seen, { back: named('back'), stay: named('stay') }));
    if (!done) return void read.refetch();
    notify(`“${merge.merged.label}” is on its own again`, { key: 'same' });
    onClose();
  }
  return (
    <Dialog
      open
      onOpenChange={(shown) => !shown && onClose()}
      title={`Undo the merge of “${merge.merged.label}”?`}
      description="It gets everything back that was its own. Nothing else changes."
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" busy={busy} disabled={!read.data || open > 0} onClick={() => void undo()}>
            {open > 0 ? `${open} left to say` : 'Undo the merge'}
          </Button>
        </>
      }
    >
      <Refusal problem={problem} />
      {read.error ? (
        <Unread what="What came since" error={read.error} onRetry={() => void read.refetch()} />
      ) : !read.data ? (
        <Skeleton lines={3} />
      ) : since.length === 0 ? (
        <p className="text-muted">
          No tag is in doubt: none was made for “{merge.survivor.label}” since, and what was made for “
          {merge.merged.label}” itself goes back with it.
        </p>
      ) : (
        <Since merge={merge} since={since} answers={answers} onAnswers={setAnswers} />
      )}
    </Dialog>
  );
}

interface SinceProps {
  merge: Merge;
  since: readonly { id: string; highlight: { quote: string }; article: { title: string }; author: { name: string } }[];
  answers: Answers;
  onAnswers: (answers: Answers) => void;
}

function Since({ merge, since, answers, onAnswers }: SinceProps) {
  const all = (answer: 'back' | 'stay') => onAnswers(Object.fromEntries(since.map(({ id }) => [id, answer])));
  const options = [
    { value: 'back' as const, label: merge.merged.label },
    { value: 'stay' as const, label: merge.survivor.label },
  ];
  return (
    <div className="flex flex-col gap-2">
      <p>
        {since.length === 1 ? 'This tag was' : `These ${since.length} tags were`} made since the merge. Whose{' '}
        {since.length === 1 ? 'is it' : 'are they'}?
      </p>
      {since.length > 1 && (
        <p className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => all('back')}>
            All go back
          </Button>
          <Button size="small" onClick={() => all('stay')}>
            All stay
          </Button>
        </p>
      )}
      <ul className="flex flex-col">
        {since.map(({ id, highlight, article, author }) => (
          <li key={id} className="flex flex-col gap-1.5 border-b border-line py-2">
            <span className="min-w-0 wrap-anywhere">
              <Quote>{highlight.quote}</Quote>{' '}
              <span className="text-sm text-muted">
                {article.title} · {author.name}
              </span>
            </span>
            <Segmented
              label={`Whose is “${highlight.quote}”`}
              value={answers[id] ?? ''}
              onValueChange={(answer) => onAnswers({ ...answers, [id]: answer as 'back' | 'stay' })}
              options={options}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
