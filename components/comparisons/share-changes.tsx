import type { AgreementQuestion } from '@/lib/agreement/questions';
import type { RoundMoment, Share } from '@/lib/comparisons/comparison';
import { percentWords, questionWords } from './agreement-words';
import { heat } from './heat';

interface ShareChangesProps {
  then: Share[];
  now: Share[];
  onOpen: (at: RoundMoment, question: AgreementQuestion) => void;
}

const columns: { at: RoundMoment; header: string }[] = [
  { at: 'reveal', header: 'At the reveal' },
  { at: 'now', header: 'Now' },
];

/** How often they agreed when a round was revealed, beside how often they do now; each figure leads to where they did not. */
export function ShareChanges({ then, now, onOpen }: ShareChangesProps) {
  const both = then.map((was, at) => ({ question: was.question, reveal: was, now: now[at]! }));
  return (
    <section aria-labelledby="shares" className="flex min-w-0 flex-col gap-2">
      <h2 id="shares" className="text-lg font-semibold">
        How often we agree
      </h2>
      <table className="w-full border-collapse">
        <caption className="sr-only">How often two analysts agreed at the reveal of the round, and now</caption>
        <thead>
          <tr className="text-sm text-muted">
            <th scope="col">
              <span className="sr-only">On what</span>
            </th>
            {columns.map(({ at, header }) => (
              <th key={at} scope="col" className="pb-1 text-center font-normal">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {both
            .filter((row) => row.reveal.of + row.now.of > 0)
            .map((row) => (
              <tr key={row.question} className="border-b border-line">
                <th scope="row" className="py-1.5 pe-3 text-start font-normal">
                  {questionWords[row.question].same}
                  <span className="block text-sm text-muted">{questionWords[row.question].of}</span>
                </th>
                {columns.map(({ at, header }) => (
                  <td key={at} className="w-24 p-1">
                    <Figure share={row[at]} when={header.toLowerCase()} onOpen={() => onOpen(at, row.question)} />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

function Figure({ share: { question, agreed, of }, when, onOpen }: { share: Share; when: string; onOpen: () => void }) {
  if (of === 0) return <span className="block text-center text-faint">–</span>;
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={`${percentWords(agreed, of)} ${when}: show ${of - agreed} × ${questionWords[question].other}`}
      style={heat(agreed / of)}
      className="flex h-11 w-full touch flex-col items-center justify-center rounded-sm border border-line leading-tight tabular-nums hover:border-accent"
    >
      <span className="font-medium">{percentWords(agreed, of)}</span>
      <span className="text-xs">
        {agreed} of {of}
      </span>
    </button>
  );
}
