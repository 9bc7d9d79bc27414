'use client';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
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
  const { since, sentTo } = read.data ?? { since: [], sentTo: [] };
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
    <DialogForm
      onClose={onClose}
      title={`Undo the merge of “${merge.merged.label}”?`}
      description="It gets everything back that was its own. Nothing else changes."
      submitLabel={open > 0 ? `${open} left to say` : 'Undo the merge'}
      onSubmit={() => void undo()}
      submitDisabled={!read.data || open > 0}
      busy={busy}
      problem={problem}
    >
      {read.error ? (
        <Unread what="What came since" error={read.error} onRetry={() => void read.refetch()} />
      ) : !read.data ? (
        <Skeleton lines={3} />
      ) : since.length + sentTo.length === 0 ? (
        <p className="text-muted">No tag is in doubt: none was made for either name since.</p>
      ) : (
        <div className="flex flex-col gap-4">
          {since.length > 0 && <Since merge={merge} since={since} answers={answers} onAnswers={setAnswers} />}
          {sentTo.length > 0 && <SentTo merge={merge} tags={sentTo} />}
        </div>
      )}
    </DialogForm>
  );
}

type Came = {
  id: string;
  highlight: { quote: string };
  article: { title: string; language: string | null };
  author: { name: string };
};

function Words({ highlight, article, author }: Came) {
  return (
    <span className="min-w-0 wrap-anywhere">
      <Quote lang={article.language}>{highlight.quote}</Quote>{' '}
      <span className="text-sm text-muted">
        {article.title} · {author.name}
      </span>
    </span>
  );
}

/** What was sent since to the merged one, by somebody who had not heard of the merge: nobody has to be asked whose it is. */
function SentTo({ merge, tags }: { merge: Merge; tags: readonly Came[] }) {
  return (
    <div className="flex flex-col gap-2">
      <p className="wrap-anywhere">
        {tags.length === 1 ? 'This tag was' : `These ${tags.length} tags were`} made since the merge on the side of “
        {merge.merged.label}”: {tags.length === 1 ? 'it goes' : 'they go'} back with it.
      </p>
      <ul className="flex flex-col">
        {tags.map((tag) => (
          <li key={tag.id} className="border-b border-line py-2">
            <Words {...tag} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SinceProps {
  merge: Merge;
  since: readonly Came[];
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
        {since.map((tag) => (
          <li key={tag.id} className="flex flex-col gap-1.5 border-b border-line py-2">
            <Words {...tag} />
            <Segmented
              label={`Whose is “${tag.highlight.quote}”`}
              value={answers[tag.id] ?? ''}
              onValueChange={(answer) => onAnswers({ ...answers, [tag.id]: answer as 'back' | 'stay' })}
              options={options}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
