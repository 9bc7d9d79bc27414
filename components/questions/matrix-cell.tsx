'use client';
import clsx from 'clsx';
import type { KeyboardEvent } from 'react';
import { Badge } from '@/components/ui/badge';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { differ, readings, type Matrix, type Reading } from '@/lib/questions/hypotheses';
import { telling } from './telling';
import { readingWords } from './reading-words';
import { useMatrixWrites } from './use-matrix-writes';

interface MatrixCellProps {
  matrix: Matrix;
  answer: Matrix['answers'][number];
  tag: QuotedTag;
  me: string;
  marks: boolean;
}

const looks: Record<Reading, string> = {
  consistent: 'border-good/40 bg-good-soft text-good',
  inconsistent: 'border-bad/40 bg-bad-soft text-bad',
  neutral: 'border-line bg-desk text-muted',
  'not-applicable': 'border-line border-dashed text-muted',
};

/** What evidence says of an answer: one's own reading, set by a key or by clicking through; colleagues' beside it. */
export function MatrixCell({ matrix, answer, tag, me, marks }: MatrixCellProps) {
  const { mark } = useMatrixWrites(matrix.questionId);
  const cells = matrix.cells.filter((cell) => cell.answerId === answer.id && cell.tagId === tag.id);
  const mine = cells.find(({ analyst }) => analyst.id === me)?.reading ?? null;
  const others = cells.filter(({ analyst }) => analyst.id !== me);
  const set = (reading: Reading | null) =>
    void telling(() => mark({ answerId: answer.id, tagId: tag.id, reading }, mine));
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[0-4]$/.test(event.key)) return;
    event.preventDefault();
    set(readings[Number(event.key) - 1] ?? null);
  }
  const next = () => set(mine === null ? readings[0] : (readings[readings.indexOf(mine) + 1] ?? null));
  const said = mine ? readingWords[mine] : 'not said';
  return (
    <div className="flex flex-col gap-1">
      <button
        type="button"
        disabled={!marks}
        aria-label={`${answer.statement} “${tag.highlight.quote}”: ${said}`}
        onClick={next}
        onKeyDown={onKeyDown}
        className={clsx(
          'min-h-7 touch rounded-sm border px-2 text-start text-sm font-medium',
          mine ? looks[mine] : 'border-dashed border-edge text-muted',
        )}
      >
        {mine ? readingWords[mine] : '–'}
      </button>
      {others.map(({ analyst, reading }) => (
        <span key={analyst.id} className="text-sm text-muted wrap-anywhere">
          {analyst.name}: {readingWords[reading]}
        </span>
      ))}
      {differ(matrix.cells, answer.id, tag.id) && (
        <span>
          <Badge tone="warn">they differ</Badge>
        </span>
      )}
    </div>
  );
}
