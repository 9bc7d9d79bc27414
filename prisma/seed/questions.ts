import type { AccountKey, AnalystKey } from './accounts';
import type { ClaimKey } from './claims';

export type QuestionSeed = {
  text: string;
  by: AnalystKey;
  assignee?: AnalystKey;
  dueOn?: string;
  answers: ClaimKey[];
  judgement?: { by: AccountKey; text: string };
  settled?: { by: AccountKey; claim: ClaimKey; reason: string };
};

/** What the five briefs answer differently. */
export const questions: QuestionSeed[] = [
  {
    text: 'Who declared readiness to invade Tajikistan?',
    by: 'tomasz',
    answers: ['declared-readiness', 'taliban-declared-readiness'],
    settled: {
      by: 'ines',
      claim: 'declared-readiness',
      reason: 'The digest’s headline names the Taliban, but the words that it quotes are those of one man.',
    },
  },
  {
    text: 'When was Jamaat Ansarullah founded?',
    by: 'ines',
    assignee: 'tomasz',
    dueOn: '2026-12-15',
    answers: ['founded-2010', 'founded-2006'],
    judgement: {
      by: 'tomasz',
      text:
        'Three articles say 2010, and all three carry the same paragraph of one newspaper, which names no source. The ' +
        'quarterly alone says 2006 and names none either. That is one unsourced origin on each side: the year is open.',
    },
  },
];
