'use client';
import { useState } from 'react';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import { SourceLine } from '@/components/articles/source-line';
import { Quote } from '@/components/ui/quote';
import { Switch } from '@/components/ui/switch';
import { WEIGHTS, type Matrix as View } from '@/lib/questions/hypotheses';
import { MatrixCell } from './matrix-cell';
import { MatrixRanks } from './matrix-ranks';
import { moveInGrid } from './move-in-grid';

/** Answers against evidence: each analyst's own cells, where analysts differ, and the answers by what speaks against them. */
export function Matrix({ projectId, questionId }: { projectId: string; questionId: string }) {
  const { project } = useHere(projectId);
  if (!project?.hypotheses) return null;
  return <Shown projectId={projectId} questionId={questionId} />;
}

function Shown({ projectId, questionId }: { projectId: string; questionId: string }) {
  const { data, error, refetch } = useRead('findMatrix', { id: questionId });
  const { me, may, grades } = useHere(projectId);
  const [weighted, setWeighted] = useState(false);
  if (error) return <Unread what="The matrix" error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <section aria-labelledby="matrix" className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="matrix" className="text-lg font-semibold">
          Answers against evidence
        </h2>
        {grades && (
          <Switch checked={weighted} onCheckedChange={setWeighted}>
            Weigh by grade
          </Switch>
        )}
      </div>
      {data.evidence.length * data.answers.length === 0 ? (
        <p className="text-muted">There is nothing to set against each other yet: it takes answers with citations.</p>
      ) : (
        <>
          <p className="text-sm text-muted">
            Your own cells; colleagues’ stand below yours.{' '}
            <span className="max-md:hidden pointer-coarse:hidden">
              Arrows move, 1 consistent, 2 inconsistent, 3 neutral, 4 not applicable, 0 empties.
            </span>
            <span className="hidden max-md:inline pointer-coarse:inline">
              Each tap on a cell goes on to the next reading.
            </span>
          </p>
          {weighted && (
            <p className="text-sm text-muted tabular-nums">
              By the reliability of whoever speaks, or else of the publisher: {scale.join(', ')}. F, which cannot be
              judged, and no grade weigh as C.
            </p>
          )}
          <Grid
            projectId={projectId}
            matrix={data}
            me={me.id}
            marks={may('question.mark') === true}
            weighted={weighted}
          />
          <MatrixRanks matrix={data} me={me.id} weighted={weighted} />
        </>
      )}
    </section>
  );
}

type GridProps = { projectId: string; matrix: View; me: string; marks: boolean; weighted: boolean };

const scale = Object.entries(WEIGHTS).map(([letter, weight]) => `${letter} ${weight}`);
/** “weighs 0.8, for B” */
const sayWeight = ({ weight, letters }: View['evidence'][number]): string =>
  `weighs ${Math.round(weight * 100) / 100}, ${letters.length ? `for ${letters.join(' and ')}` : 'no grade seen'}`;

function Grid({ projectId, matrix, me, marks, weighted }: GridProps) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="Matrix">
      <table className="w-full border-collapse" onKeyDown={moveInGrid}>
        <thead>
          <tr className="border-b border-line text-start align-bottom">
            <th scope="col" className="min-w-36 py-2 pe-2 text-start font-semibold md:min-w-64 md:pe-4">
              Evidence
            </th>
            {matrix.answers.map(({ id, statement }) => (
              <th
                key={id}
                scope="col"
                className="w-44 min-w-26 px-1 py-2 text-start font-semibold wrap-anywhere md:min-w-36 md:px-2"
              >
                {statement}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.evidence.map(({ tag, ...weighing }) => (
            <tr key={tag.id} className="border-b border-line align-top">
              <th scope="row" className="py-2 pe-2 text-start font-normal md:pe-4">
                <Quote lang={tag.article.language} className="line-clamp-3 wrap-anywhere">
                  {tag.highlight.quote}
                </Quote>
                <div className="max-md:line-clamp-3">
                  <SourceLine projectId={projectId} article={tag.article} highlightId={tag.highlight.id} />
                </div>
                {weighted && <p className="text-sm text-muted tabular-nums">{sayWeight({ tag, ...weighing })}</p>}
              </th>
              {matrix.answers.map((answer) => (
                <td key={answer.id} className="px-1 py-2 md:px-2">
                  <MatrixCell matrix={matrix} answer={answer} tag={tag} me={me} marks={marks} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
