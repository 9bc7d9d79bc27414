import type { AnalystKey } from './accounts';
import type { ClaimKey } from './claims';

/** `likelihood` is per cent, 1–99. */
export type AssessmentSeed = {
  claim: ClaimKey;
  by: AnalystKey;
  likelihood: number;
  analyticConfidence?: 'low' | 'moderate' | 'high';
  rationale?: string;
};

const disputed: AssessmentSeed[] = [
  {
    claim: 'five-districts',
    by: 'ines',
    likelihood: 75,
    analyticConfidence: 'moderate',
    rationale:
      'A border officer, security sources and people on the spot name the same five districts in July and again in ' +
      'September. The denial comes from the one party that would rather not be asked.',
  },
  {
    claim: 'five-districts',
    by: 'tomasz',
    likelihood: 40,
    analyticConfidence: 'low',
    rationale:
      'Every account goes back to one broadcaster, and most of it to Dushanbe. That he was in the districts I believe; ' +
      'that he was given them is another matter.',
  },
  {
    claim: 'declared-readiness',
    by: 'ines',
    likelihood: 8,
    analyticConfidence: 'moderate',
    rationale: 'An undated post on an anonymous channel, without a recording, and nobody else heard him say it.',
  },
  {
    claim: 'declared-readiness',
    by: 'tomasz',
    likelihood: 12,
    analyticConfidence: 'moderate',
    rationale:
      'It fits what officials feared that month, which may be why it was believed. I find no second source for it.',
  },
  { claim: 'taliban-declared-readiness', by: 'tomasz', likelihood: 2, analyticConfidence: 'high' },
  {
    claim: 'planned-crossing',
    by: 'ines',
    likelihood: 50,
    analyticConfidence: 'low',
    rationale: 'Officials say that reports came in, not that the reports are true.',
  },
];

const undisputed: AssessmentSeed[] = [
  {
    claim: 'ban-2012',
    by: 'ines',
    likelihood: 97,
    analyticConfidence: 'high',
    rationale: 'A court ruling with month and applicant, given in two articles in different words.',
  },
  { claim: 'ban-2012', by: 'tomasz', likelihood: 96, analyticConfidence: 'high' },
  {
    claim: 'real-name',
    by: 'ines',
    likelihood: 90,
    analyticConfidence: 'high',
    rationale: 'All articles that give a name agree on it, apart from its spelling, and so does the interior ministry.',
  },
  { claim: 'real-name', by: 'tomasz', likelihood: 88, analyticConfidence: 'moderate' },
  {
    claim: 'married-local-women',
    by: 'ines',
    likelihood: 85,
    analyticConfidence: 'moderate',
    rationale: 'A named official on the spot in 2021 and another voice three years later.',
  },
  {
    claim: 'founded-2010',
    by: 'ines',
    likelihood: 75,
    analyticConfidence: 'moderate',
    rationale: 'The group claimed its first attack in September 2010; before that nobody mentions it.',
  },
  {
    claim: 'founded-2010',
    by: 'tomasz',
    likelihood: 55,
    analyticConfidence: 'low',
    rationale: 'Three articles, but one paragraph.',
  },
  { claim: 'founded-2006', by: 'ines', likelihood: 20, analyticConfidence: 'low' },
  {
    claim: 'founded-2006',
    by: 'tomasz',
    likelihood: 45,
    analyticConfidence: 'low',
    rationale: 'The quarterly writes for itself and counts its years from 2006, but it names no source.',
  },
  {
    claim: 'vanished-on-the-road',
    by: 'ines',
    likelihood: 60,
    analyticConfidence: 'low',
    rationale: 'Where and on what errand is told once, by sources that are not described.',
  },
  { claim: 'vanished-on-the-road', by: 'tomasz', likelihood: 65 },
  { claim: 'vanished-months-ago', by: 'tomasz', likelihood: 80, analyticConfidence: 'moderate' },
  { claim: 'denial-on-video', by: 'tomasz', likelihood: 90, analyticConfidence: 'moderate' },
  {
    claim: 'age-30',
    by: 'ines',
    likelihood: 25,
    rationale: 'At 25 in the summer of 2021 he would have been 27 or 28.',
  },
];

export const assessments: AssessmentSeed[] = [...disputed, ...undisputed];
