'use client';
import type { AgreementQuestion } from '@/lib/agreement/questions';
import type { CoefficientView } from '@/lib/comparisons/comparison';
import { figureWords, measureWords, questionWords, undefinedWords } from './agreement-words';

interface MeasureTableProps {
  coefficients: CoefficientView[];
  onAsk: (question: AgreementQuestion) => void;
}

/** The coefficients of what was chosen, each with its interval, what entered and what did not, and why it is undefined where it is. */
export function MeasureTable({ coefficients, onAsk }: MeasureTableProps) {
  return (
    <div className="flex flex-col gap-2">
      <p className="max-w-prose text-sm text-muted">
        Corrected for chance, except F1. In brackets 95 % bootstrap intervals: passages or claims are drawn again, for
        F1 stretches of text, for αU whole texts. Usual bounds for α are 0.80, and 0.67 for tentative conclusions.
      </p>
      <Rows coefficients={coefficients} onAsk={onAsk} />
    </div>
  );
}

function Rows({ coefficients, onAsk }: MeasureTableProps) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="Coefficients">
      <table className="w-full border-collapse">
        <caption className="pb-1 text-start font-semibold">Coefficients</caption>
        <thead>
          <tr className="border-b border-line text-start text-sm text-muted">
            <th scope="col" className="py-1.5 pe-3 text-start font-medium">
              On what
            </th>
            <th scope="col" className="py-1.5 pe-3 text-start font-medium">
              Measure
            </th>
            <th scope="col" className="py-1.5 pe-3 text-start font-medium">
              Figure
            </th>
            <th scope="col" className="py-1.5 pe-3 text-end font-medium">
              n
            </th>
            <th scope="col" className="py-1.5 text-end font-medium">
              Units dropped
            </th>
          </tr>
        </thead>
        <tbody>
          {coefficients.map((one) => (
            <Row key={`${one.question} ${one.measure}`} one={one} onAsk={() => onAsk(one.question)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ one, onAsk }: { one: CoefficientView; onAsk: () => void }) {
  const { name, unit } = measureWords[one.measure];
  return (
    <tr className="border-b border-line align-top">
      <td className="py-1.5 pe-3">{questionWords[one.question].same}</td>
      <th scope="row" className="py-1.5 pe-3 text-start font-normal">
        {name}
      </th>
      <td className="py-1.5 pe-3">
        {one.value === null ? (
          <span className="text-muted">undefined: {undefinedWords[one.why!]}</span>
        ) : (
          <button
            type="button"
            onClick={onAsk}
            aria-label={`${figureWords(one.value)}: show where we differ, ${questionWords[one.question].other}`}
            className="touch rounded-sm text-start font-medium text-accent tabular-nums underline decoration-accent/35 underline-offset-2 hover:decoration-accent"
          >
            {figureWords(one.value)}
          </button>
        )}{' '}
        {one.interval ? (
          <span className="text-sm text-muted tabular-nums">
            [{figureWords(one.interval.low)}, {figureWords(one.interval.high)}]
          </span>
        ) : one.value !== null && one.noInterval ? (
          <span className="text-sm text-muted">{undefinedWords[one.noInterval]}</span>
        ) : null}
      </td>
      <td className="py-1.5 pe-3 text-end tabular-nums whitespace-nowrap">
        {one.n.toLocaleString('en')} <span className="text-sm text-muted">{unit}</span>
      </td>
      <td className="py-1.5 text-end tabular-nums">{one.dropped.toLocaleString('en')}</td>
    </tr>
  );
}
