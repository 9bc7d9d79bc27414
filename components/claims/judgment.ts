import type { z } from 'zod';
import type { analyticConfidences, Assessment, assessmentInput } from '@/lib/claims/claim';
import { bandOf, sayLikelihood, type Band } from '@/lib/claims/likelihood';

export type AnalyticConfidence = (typeof analyticConfidences)[number];

/** One's judgment as the form holds it. A number, once typed, stands in the place of a word. */
export interface Judgment {
  readonly band: Band | null;
  /** What is typed as a number: '' or, when it is one, 1–99. */
  readonly percent: string;
  readonly analyticConfidence: AnalyticConfidence | null;
  readonly rationale: string;
}

export const noJudgment: Judgment = {
  band: null,
  percent: '',
  analyticConfidence: null,
  rationale: '',
};

export const judgmentOf = (saved: Assessment): Judgment => ({
  band: saved.likelihood === null ? saved.band : null,
  percent: saved.likelihood === null ? '' : String(saved.likelihood),
  analyticConfidence: saved.analyticConfidence,
  rationale: saved.rationale ?? '',
});

const isPercent = (text: string) => /^[1-9]\d?$/.test(text);

/** What is wrong with the number, in words for people; null when nothing is. */
export const percentFault = (percent: string): string | null =>
  percent === '' || isPercent(percent) ? null : 'A whole number from 1 to 99: nothing is certain, nothing impossible.';

/** The word that the judgment comes to: the one chosen, or the one the number falls into. */
export const bandIn = ({ band, percent }: Judgment): Band | null =>
  isPercent(percent) ? bandOf(Number(percent)) : band;

/** What the server is sent; null while there is nothing to say, or something that is no number. */
export function bodyOf(judgment: Judgment): z.input<typeof assessmentInput> | null {
  const { band, percent, analyticConfidence, rationale } = judgment;
  if (percentFault(percent)) return null;
  const body = {
    likelihood: percent === '' ? band : Number(percent),
    analyticConfidence,
    rationale: rationale.trim() || null,
  };
  return Object.values(body).some((value) => value !== null) ? body : null;
}

/** "likely (70 %)" or "not stated". Analytic confidence never stands in this sentence. */
export const likelihoodWords = ({ likelihood, band }: Pick<Assessment, 'likelihood' | 'band'>): string => {
  const stated = likelihood ?? band;
  return stated === null ? 'not stated' : sayLikelihood(stated);
};
