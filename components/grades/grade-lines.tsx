import { Disclosure } from '@/components/ui/disclosure';
import { Time } from '@/components/ui/time';
import type { Grades, GradeView } from '@/lib/grades/grade';
import { markWords } from '@/lib/grades/mark';

/** The settled grade, those of colleagues side by side, and the earlier ones; or how many wait to be seen. */
export function GradeLines({ grades }: { grades: Grades }) {
  const { settled, mine, others, hidden, earlier } = grades;
  if (hidden > 0)
    return (
      <p className="text-sm text-muted">
        {hidden === 1 ? 'A colleague has' : `${hidden} colleagues have`} graded this. You see{' '}
        {hidden === 1 ? 'it' : 'them'} when you have given your own.
      </p>
    );
  const given = mine && others.length > 0 ? [mine, ...others] : others;
  return (
    <>
      {settled && <Lines title="Settled by a lead" lines={[settled]} strong />}
      {given.length > 0 && <Lines title="By analyst" lines={given} />}
      {earlier.length > 0 && (
        <Disclosure summary={<span className="text-sm">Earlier ({earlier.length})</span>}>
          <Lines lines={earlier} />
        </Disclosure>
      )}
    </>
  );
}

function Lines({ title, lines, strong = false }: { title?: string; lines: GradeView[]; strong?: boolean }) {
  return (
    <div role="group" aria-label={title ?? 'Earlier'} className="text-sm">
      {title && <p className="text-muted">{title}</p>}
      <ul>
        {lines.map(({ mark, analyst, at }) => (
          <li key={`${analyst.id} ${at}`} className="flex gap-2.5 py-0.5">
            <span className="w-3 shrink-0 font-semibold">{mark}</span>
            <span className="min-w-0 wrap-anywhere">
              <span className={strong ? 'font-medium' : ''}>{markWords[mark]}</span>
              <span className="block text-muted">
                {analyst.name} · <Time at={at} detail="date" />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
