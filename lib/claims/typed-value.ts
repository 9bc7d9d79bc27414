import { plainly, typedWhen } from './typed-when';
import type { Reading } from './value';
import { writeWhen } from './when';

// Pure: a value as somebody types it, read as a number or a date.

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Record<string, number> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  k: 1e3,
  m: 1e6,
};

const small = (word: string) => (SMALL.includes(word) ? SMALL.indexOf(word) : (TENS.indexOf(word) + 2) * 10);
const WORD = `(?:${[...SMALL, ...TENS].join('|')}|a(?= (?:dozen|hundred|thousand|million|billion)))`;
const NUMBER = `(?:[-−]?\\d{1,3}(?:[, ]\\d{3})+(?:\\.\\d+)?|[-−]?\\d+(?:\\.\\d+)?|${WORD}(?:[ -]${WORD})?)(?: ?(?:dozen|hundred|thousand|million|billion)\\b|k\\b)?(?: thousand)?`;

/** One figure: "12,400", "1.5 million", "two hundred thousand", "400k". */
function numberOf(text: string): number {
  let total = 0;
  for (const part of text
    .replace(/(\d)[, ](?=\d{3})/g, '$1')
    .replace(/(\d)(k)\b/, '$1 $2')
    .split(/ |(?<=[a-z])-/)) {
    const scale = SCALES[part];
    if (scale) total = (total || 1) * scale;
    else if (/\d/.test(part)) total = Number(part.replace('−', '-'));
    else if (part !== 'a') total += small(part);
  }
  return total;
}

type Amount = Extract<Reading, { kind: 'number' }>;
type Rule = readonly [RegExp, (one: number, other: number) => Pick<Amount, 'low' | 'high'>];
const UNIT = '( ?%| [^\\d]{1,60}|)';
const rule = (pattern: string, means: Rule[1]): Rule => [
  new RegExp(`^${pattern.replaceAll('#', `(${NUMBER})`)}${UNIT}$`),
  means,
];
const RULES: readonly Rule[] = [
  rule('(?:at least|more than|over|no fewer than|no less than|>=?) ?#', (low) => ({ low, high: null })),
  rule('(?:at most|up to|fewer than|less than|under|no more than|<=?) ?#', (high) => ({ low: null, high })),
  rule('(?:between |from )?# ?(?:-|to|and) ?#', (low, high) => ({ low, high })),
  rule('#', (one) => ({ low: one, high: one })),
  rule('# ?(?:\\+|or more)', (low) => ({ low, high: null })),
];
const ABOUT = /^(?:about|around|approximately|roughly|nearly|almost|some|circa|ca\.?|~) ?(?=\S)/;

function amountIn(text: string): Amount | null {
  const about = ABOUT.test(text);
  const words = text.replace(ABOUT, '');
  for (const [pattern, means] of RULES) {
    const [, ...parts] = pattern.exec(words) ?? [];
    if (!parts.length) continue;
    const unit =
      parts
        .pop()!
        .trim()
        .replace(/^years old$/, 'years') || null;
    const [one, other] = parts.map(numberOf) as [number, number];
    const { low, high } = means(one, other);
    if (low === null || high === null || low <= high) return { kind: 'number', low, high, about, unit };
  }
  return null;
}

const YEAR = /^(?:1[89]|20)\d\d$/;

/** What the words of a value can mean, most likely first: "about 400 men", "300–400", "at least 300 km", "May 2012". Empty: words only. */
export function typedValue(typed: string): Reading[] {
  const text = plainly(typed);
  const amount = amountIn(text);
  const date = typedWhen(text.replace(/^(?:in|on) /, ''));
  const when: Reading[] = date?.when ? [{ kind: 'date', date: writeWhen(date.when) }] : [];
  // Four digits alone are a year when they look like one of these centuries.
  const isDate =
    YEAR.test(text) ||
    !amount ||
    (/[a-z]{3}/.test(text) === false && amount.unit === null && text.includes('-') && date !== null);
  return isDate ? [...when, ...(amount ? [amount] : [])] : [amount, ...when];
}
