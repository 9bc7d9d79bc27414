import type { Matrix } from '@/lib/questions/hypotheses';

interface MatrixRanksProps {
  matrix: Matrix;
  me: string;
  weighted: boolean;
}

/** Each analyst's answers by what speaks against them: the least first, which is not the same as the best supported. */
export function MatrixRanks({ matrix, me, weighted }: MatrixRanksProps) {
  if (matrix.ranks.length === 0) return null;
  const statement = (id: string) => matrix.answers.find((answer) => answer.id === id)?.statement ?? '';
  const inOrder = [...matrix.ranks].sort((a, b) => Number(b.analyst.id === me) - Number(a.analyst.id === me));
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      {inOrder.map(({ analyst, answers }) => (
        <section key={analyst.id} aria-label={`Ranked by ${analyst.name}`}>
          <h3 className="border-b border-line pb-1 font-semibold">
            {analyst.id === me ? 'You' : analyst.name}: least spoken against first
          </h3>
          <ol className="list-decimal ps-5">
            {(weighted ? [...answers].sort(byWeight) : answers).map(
              ({ answerId, marked, inconsistent, weighted: sum }) => (
                <li key={answerId} className="py-1 wrap-anywhere">
                  {statement(answerId)}{' '}
                  <span className="text-muted tabular-nums">
                    {marked === 0 ? 'not marked' : `${inconsistent} against it${weighted ? `, weighing ${sum}` : ''}`}
                  </span>
                </li>
              ),
            )}
          </ol>
        </section>
      ))}
    </div>
  );
}

type Ranked = Matrix['ranks'][number]['answers'][number];
const byWeight = (a: Ranked, b: Ranked) => Number(a.marked === 0) - Number(b.marked === 0) || a.weighted - b.weighted;
