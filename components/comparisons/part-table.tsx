'use client';
import { agreementQuestions, type AgreementQuestion } from '@/lib/agreement/questions';
import type { Share } from '@/lib/comparisons/comparison';
import { percentWords, questionWords } from './agreement-words';
import { heat } from './heat';

/** A part of the work: an article, a type. */
export type Part = { id: string; name: string; shares: Share[] };

interface PartTableProps {
  /** "By article" */
  title: string;
  parts: Part[];
  onOpen: (part: Part, question: AgreementQuestion) => void;
}

/** How often two agree in each part; a figure leads to where they differ in it. */
export function PartTable({ title, parts, onOpen }: PartTableProps) {
  const asked = agreementQuestions.filter((question) => parts.some((part) => shareOf(part, question).of > 0));
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={title}>
      <table className="w-full border-collapse">
        <caption className="pb-1 text-start font-semibold">{title}</caption>
        <thead>
          <tr className="border-b border-line text-sm text-muted">
            <td className="py-1.5" />
            {asked.map((question) => (
              <th key={question} scope="col" className="w-24 px-1 py-1.5 text-center font-medium">
                {questionWords[question].same}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.id} className="border-b border-line">
              <th scope="row" className="min-w-40 py-1 pe-3 text-start font-normal wrap-anywhere">
                {part.name}
              </th>
              {asked.map((question) => (
                <td key={question} className="p-0.5 text-center">
                  <Figure part={part} question={question} onOpen={() => onOpen(part, question)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const shareOf = ({ shares }: Part, question: AgreementQuestion) => shares.find((one) => one.question === question)!;

function Figure({ part, question, onOpen }: { part: Part; question: AgreementQuestion; onOpen: () => void }) {
  const { agreed, of } = shareOf(part, question);
  if (of === 0) return <span className="text-muted">–</span>;
  return (
    <button
      type="button"
      onClick={onOpen}
      style={heat(agreed / of)}
      title={`${agreed} of ${of}`}
      aria-label={`${part.name}, ${questionWords[question].same}: ${percentWords(agreed, of)}, ${agreed} of ${of}`}
      className="h-7 w-full touch rounded-sm border border-line tabular-nums hover:border-accent"
    >
      {percentWords(agreed, of)}
    </button>
  );
}
