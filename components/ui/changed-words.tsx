import clsx from 'clsx';
import { wordDiff } from './word-diff';

interface ChangedWordsProps {
  before: string;
  after: string;
  /** One text with what went and what came, or one side with its own words marked. */
  show?: 'both' | 'before' | 'after';
  className?: string;
}

/** Two texts, the words that differ marked: struck through what went, underlined what came. */
export function ChangedWords({ before, after, show = 'both', className }: ChangedWordsProps) {
  const hidden = { both: '', before: 'added', after: 'removed' }[show];
  return (
    <span className={clsx('whitespace-pre-wrap wrap-anywhere', className)}>
      {wordDiff(before, after)
        .filter((run) => run.kind !== hidden)
        .map((run, at) =>
          run.kind === 'same' ? (
            run.text
          ) : run.kind === 'added' ? (
            <ins
              key={at}
              className="[del+&]:ml-1 rounded-sm bg-good-soft text-good underline decoration-2 underline-offset-2"
            >
              {run.text}
            </ins>
          ) : (
            <del key={at} className="rounded-sm bg-bad-soft text-bad line-through">
              {run.text}
            </del>
          ),
        )}
    </span>
  );
}
