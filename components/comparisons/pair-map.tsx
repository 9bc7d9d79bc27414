'use client';
import { useState } from 'react';
import { moveInGrid } from '@/components/questions/move-in-grid';
import { Select } from '@/components/ui/select';
import type { MeasureName } from '@/lib/agreement/coefficients';
import { agreementQuestions, type AgreementQuestion } from '@/lib/agreement/questions';
import type { Agreement } from '@/lib/comparisons/comparison';
import { figureWords, measureWords, percentWords, questionWords, undefinedWords } from './agreement-words';
import { heat } from './heat';

type Pair = Agreement['pairs'][number];
type Figure = { words: string; under: string; value: number | null };
/** What the map shows: how often, or a coefficient of it. */
export type Shown = { question: AgreementQuestion; measure: MeasureName | null };

const codeOf = ({ question, measure }: Shown) => `${question} ${measure ?? ''}`;

function figureOf(pair: Pair, { question, measure }: Shown): Figure {
  if (!measure) {
    const { agreed, of } = pair.shares.find((share) => share.question === question)!;
    return { words: percentWords(agreed, of), under: `${agreed} of ${of}`, value: of === 0 ? null : agreed / of };
  }
  const found = pair.coefficients.find((one) => one.question === question && one.measure === measure)!;
  const under = found.value === null ? undefinedWords[found.why!] : `n ${found.n.toLocaleString('en')}`;
  return { words: found.value === null ? 'undefined' : figureWords(found.value), under, value: found.value };
}

/** All that can be shown of at least one pair. */
function choices(pairs: Pair[]): { value: string; label: string; shown: Shown }[] {
  const asked = agreementQuestions.filter((question) =>
    pairs.some((pair) => pair.shares.some((share) => share.question === question && share.of > 0)),
  );
  const measured = pairs[0]!.coefficients.filter(({ question }) => asked.includes(question));
  const all: Shown[] = [...asked.map((question) => ({ question, measure: null })), ...measured];
  return all.map(({ question, measure }) => ({
    value: codeOf({ question, measure }),
    label: measure
      ? `${questionWords[question].same}: ${measureWords[measure].name}`
      : `${questionWords[question].same}, percent`,
    shown: { question, measure },
  }));
}

interface PairMapProps {
  pairs: Pair[];
  onOpen: (pair: Pair, question: AgreementQuestion) => void;
}

/** Analysts against analysts: a figure for each two, on a ground that is stronger the more they agree. It leads to where they differ. */
export function PairMap({ pairs, onOpen }: PairMapProps) {
  const options = choices(pairs);
  const [code, setCode] = useState(options[0]!.value);
  const { shown, label } = options.find(({ value }) => value === code) ?? options[0]!;
  return (
    <section aria-labelledby="pairs" className="flex min-w-0 flex-col gap-2">
      <h2 id="pairs" className="text-lg font-semibold">
        Each two of us
      </h2>
      <Select
        label="What is shown of each two"
        className="w-full"
        value={codeOf(shown)}
        onValueChange={setCode}
        options={options}
      />
      <Grid pairs={pairs} shown={shown} label={label} onOpen={onOpen} />
    </section>
  );
}

function Grid({ pairs, shown, label, onOpen }: PairMapProps & { shown: Shown; label: string }) {
  const people = [...new Map(pairs.flatMap(({ a, b }) => [[a.id, a] as const, [b.id, b] as const])).values()].sort(
    (p, q) => p.name.localeCompare(q.name, 'en'),
  );
  const between = (p: string, q: string) =>
    pairs.find(({ a, b }) => (a.id === p && b.id === q) || (a.id === q && b.id === p));
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="Each two analysts">
      <table className="w-full border-separate border-spacing-0.5" onKeyDown={moveInGrid}>
        <caption className="pb-1 text-start text-sm text-muted">
          {label}. A figure opens where the two differ; arrows move.
        </caption>
        <thead>
          <tr>
            <td />
            {people.slice(0, -1).map(({ id, name }) => (
              <th key={id} scope="col" className="min-w-20 px-1 text-center text-sm font-medium wrap-anywhere">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.slice(1).map((row, nth) => (
            <tr key={row.id}>
              <th scope="row" className="max-w-36 pe-2 text-start text-sm font-medium wrap-anywhere">
                {row.name}
              </th>
              {people.slice(0, -1).map((column, at) => {
                const pair = at <= nth ? between(row.id, column.id) : undefined;
                return (
                  <td key={column.id} className="p-0 text-center">
                    {pair ? (
                      <Cell figure={figureOf(pair, shown)} pair={pair} onOpen={() => onOpen(pair, shown.question)} />
                    ) : at <= nth ? (
                      <span className="text-sm text-muted">nothing in common</span>
                    ) : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ figure, pair, onOpen }: { figure: Figure; pair: Pair; onOpen: () => void }) {
  return (
    <button
      type="button"
      onClick={onOpen}
      style={heat(figure.value)}
      aria-label={`${pair.a.name} and ${pair.b.name}: ${figure.words}, ${figure.under}. Show where they differ`}
      className="flex min-h-11 w-full flex-col items-center justify-center rounded-sm border border-line px-1 py-1 hover:border-accent"
    >
      <span className="font-medium tabular-nums">{figure.words}</span>
      <span className="text-sm tabular-nums">{figure.under}</span>
    </button>
  );
}
