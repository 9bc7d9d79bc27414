'use client';
import { useState } from 'react';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Segmented } from '@/components/ui/segmented';
import { useKeys } from '@/components/ui/use-keys';
import { Refusal } from '@/components/live/refusal';
import type { Grades } from '@/lib/grades/grade';
import { scaleOf, type GradedType, type Mark } from '@/lib/grades/mark';
import { GradeLines } from './grade-lines';
import { Scale } from './scale';
import { useGradeWrites } from './use-grade-writes';

export interface PanelProps {
  projectId: string;
  type: GradedType;
  id: string;
  /** “Reliability of the border officer” */
  title: string;
  /** What holds as long as nobody graded this. */
  instead?: string | undefined;
  grades: Grades | undefined;
}

const ways = [
  { value: 'give', label: 'My grade' },
  { value: 'settle', label: 'Settle it' },
] as const;
const none: Grades = { mine: null, settled: null, others: [], hidden: 0, earlier: [], warning: null };

/** One thing and its scale: one's own grade, a lead's last word, and what colleagues gave. Saved at once. */
export function GradePanel({ projectId, type, id, title, instead, grades = none }: PanelProps) {
  const { may } = useHere(projectId);
  const { busy, problem, put } = useGradeWrites(type, id);
  const [way, setWay] = useState<'give' | 'settle'>('give');
  const [saved, setSaved] = useState('');
  const gives = may('grade.give') === true;
  const chosen = (way === 'give' ? grades.mine : grades.settled)?.mark ?? null;
  const marks = scaleOf(type);
  async function choose(mark: Mark | null) {
    setSaved('');
    if (busy || !(await put(way, mark))) return;
    const what = way === 'give' ? 'Your grade' : 'The settled grade';
    setSaved(mark ? `${what} is ${mark}.` : `${what} is taken back.`);
  }
  useKeys(
    title,
    marks.map((mark) => ({ id: `grade.${mark}`, key: mark.toLowerCase(), label: mark, run: () => void choose(mark) })),
    { enabled: gives },
  );
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <div className="flex min-h-6 flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 className="font-semibold wrap-anywhere">{title}</h3>
        {may('grade.settle') === true && (
          <Segmented label={`What to record: ${title}`} value={way} onValueChange={setWay} options={ways} />
        )}
      </div>
      {instead && <p className="text-sm text-muted wrap-anywhere">{instead}</p>}
      {gives && (
        <Scale label={title} marks={marks} chosen={chosen} busy={busy} onChoose={(mark) => void choose(mark)} />
      )}
      <Refusal problem={problem} />
      {gives && (
        <div className="flex min-h-6 items-center justify-between gap-2">
          <span className="text-sm text-muted">
            <span role="status">{saved && `Saved. ${saved}`}</span>
            {!saved && !busy && (
              <span className="pointer-coarse:hidden">
                Keys {marks[0]} to {marks.at(-1)}
              </span>
            )}
          </span>
          {chosen && (
            <Button size="small" variant="quiet" onClick={() => void choose(null)}>
              {way === 'give' ? 'Take mine back' : 'Open it again'}
            </Button>
          )}
        </div>
      )}
      {grades.warning && <Notice tone="warn">{grades.warning}</Notice>}
      <GradeLines grades={grades} />
    </section>
  );
}
