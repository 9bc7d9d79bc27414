'use client';
import type { AgreementQuestion } from '@/lib/agreement/questions';
import type { Share } from '@/lib/comparisons/comparison';
import { Disclosure } from '@/components/ui/disclosure';
import { droppedWords, percentWords, questionWords } from './agreement-words';
import { heat } from './heat';

interface ShareListProps {
  shares: Share[];
  dropped: Share['dropped'];
  onAsk: (question: AgreementQuestion) => void;
}

/** How often two agreed out of how often they could; a figure leads to where they did not. */
export function ShareList({ shares, dropped, onAsk }: ShareListProps) {
  const asked = shares.filter(({ of }) => of > 0);
  const left = asked.filter((share) => share.dropped.length > 0);
  return (
    <section aria-labelledby="shares" className="flex min-w-0 flex-col gap-2">
      <h2 id="shares" className="text-lg font-semibold">
        How often we agree
      </h2>
      <table className="w-full border-collapse">
        <caption className="sr-only">How often two analysts agreed, by what they could agree on</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">On what</th>
            <th scope="col">Agreement</th>
          </tr>
        </thead>
        <tbody>
          {asked.map(({ question, agreed, of }) => (
            <tr key={question} className="border-b border-line">
              <th scope="row" className="py-1.5 pe-3 text-start font-normal">
                {questionWords[question].same}
                <span className="block text-sm text-muted">
                  {agreed.toLocaleString('en')} of {of.toLocaleString('en')} {questionWords[question].of}
                </span>
              </th>
              <td className="w-20 py-1.5">
                <button
                  type="button"
                  onClick={() => onAsk(question)}
                  title={`Show where we differ: ${questionWords[question].other}`}
                  aria-label={`${percentWords(agreed, of)}: show ${of - agreed} × ${questionWords[question].other}`}
                  style={heat(agreed / of)}
                  className="h-8 w-full touch rounded-sm border border-line text-center font-medium tabular-nums hover:border-accent"
                >
                  {percentWords(agreed, of)}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left.length + dropped.length > 0 && (
        <Disclosure summary="What was left out">
          <ul className="flex flex-col gap-1 text-sm text-muted">
            {dropped.map((one) => (
              <li key={one.why}>{droppedWords(one)}</li>
            ))}
            {left.map((share) => (
              <li key={share.question}>
                {questionWords[share.question].same}: {share.dropped.map(droppedWords).join(', ')}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}
