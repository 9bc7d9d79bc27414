import type { MeasureName } from '@/lib/agreement/coefficients';
import type { DropReason } from '@/lib/agreement/made';
import type { Undefined } from '@/lib/agreement/measure';
import type { AgreementQuestion } from '@/lib/agreement/questions';

type Words = {
  /** What two agree on: "same stance". */
  same: string;
  /** What they differ on: "other stance". */
  other: string;
  /** What the figure is out of: "citations of one claim". */
  of: string;
};

export const questionWords: Record<AgreementQuestion, Words> = {
  tagged: { same: 'Tagged by both', other: 'only one tagged', of: 'passages that either tagged' },
  edges: { same: 'Same edges', other: 'other edges', of: 'passages that both tagged' },
  entity: { same: 'Same entity', other: 'other entity', of: 'mentions on the same words' },
  claim: { same: 'Same claim', other: 'other claim', of: 'citations on the same words' },
  stance: { same: 'Same stance', other: 'other stance', of: 'citations for the same claim' },
  confidence: { same: 'Confidence within 10', other: 'other confidence', of: 'tags alike, both with a confidence' },
  likelihood: { same: 'Same likelihood', other: 'other likelihood', of: 'claims that both judged' },
  'analytic-confidence': {
    same: 'Same analytic confidence',
    other: 'other analytic confidence',
    of: 'claims for which both stated one',
  },
};

export const measureWords: Record<MeasureName, { name: string; unit: string }> = {
  'f1-overlap': { name: 'F1, any overlap', unit: 'spans' },
  'f1-characters': { name: 'F1, characters', unit: 'characters' },
  'f1-exact': { name: 'F1, exact', unit: 'spans' },
  'alpha-u': { name: 'αU (2004)', unit: 'spans' },
  'alpha-nominal': { name: 'Krippendorff’s α, nominal', unit: 'values' },
  'alpha-ordinal': { name: 'Krippendorff’s α, ordinal', unit: 'values' },
  'alpha-interval': { name: 'Krippendorff’s α, interval', unit: 'values' },
  'kappa-cohen': { name: 'Cohen’s κ', unit: 'units' },
  'kappa-weighted': { name: 'Cohen’s κ, quadratic weights', unit: 'units' },
  'kappa-fleiss': { name: 'Fleiss’ κ', unit: 'units' },
};

/** Why a coefficient is undefined, or has no interval. */
export const undefinedWords: Record<Undefined, string> = {
  'nothing-to-compare': 'nothing to compare',
  'one-value': 'everybody said the same one thing, so chance agrees as well',
  'not-for-two': 'made for two analysts: choose a pair',
  'too-few': 'too few units for an interval',
  unsteady: 'too few differing units for an interval',
};

const sayCount = (n: number, one: string): string => `${n.toLocaleString('en')} ${n === 1 ? one : `${one}s`}`;
const dropped: Record<DropReason, (n: number) => string> = {
  'one-analyst': (n) => `${sayCount(n, 'tag')} in articles that nobody else tagged`,
  lost: (n) => `${sayCount(n, 'tag')} on words that are gone`,
  twice: (n) => `${sayCount(n, 'tag')} made twice`,
  unmatched: (n) => `${sayCount(n, 'passage')} that only one tagged`,
  'other-target': (n) => `${sayCount(n, 'passage')} tagged for different things`,
  'not-stated': (n) => `${n.toLocaleString('en')} left blank by at least one`,
};

/** What was left out, in words: "3 passages that only one tagged". */
export const droppedWords = ({ why, n }: { why: DropReason; n: number }): string => dropped[why](n);

/** A share as whole percent; never 0 or 100 for what only rounds to it. */
export function percentWords(agreed: number, of: number): string {
  if (of === 0) return '–';
  const percent = (100 * agreed) / of;
  const shown = agreed === of ? 100 : agreed === 0 ? 0 : Math.min(99, Math.max(1, Math.round(percent)));
  return `${shown} %`;
}

/** A coefficient to two digits, with a true minus. */
export const figureWords = (value: number): string => value.toFixed(2).replace('-', '−').replace('−0.00', '0.00');
