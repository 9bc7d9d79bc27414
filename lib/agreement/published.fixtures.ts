import type { Unit } from './measure';

// The data of published worked examples, as their sources print them.

/** Rows of analysts, values apart by blanks and `.` where nothing was said, turned into units. */
export function unitsOf(...rows: string[]): Unit[] {
  const read = (one: string) => (one === '.' ? null : /^\d+$/.test(one) ? Number(one) : one);
  const said = rows.map((row) => row.trim().split(/\s+/).map(read));
  return said[0]!.map((_, at) => said.map((row) => row[at]!));
}

/** A table of what one said (rows) against what the other said (columns), turned into units. */
export const ofTable = (table: number[][]): Unit[] =>
  table.flatMap((row, i) => row.flatMap((times, j) => Array.from({ length: times }, (): Unit => [i, j])));

/** How many of the analysts said each value, unit by unit. */
export const ofCounts = (rows: number[][]): Unit[] =>
  rows.map((row) => row.flatMap((times, value) => Array.from({ length: times }, () => value + 1)));

/** Units as strings of digits, one an analyst, `.` where nothing was said. */
export const ofDigits = (words: string): Unit[] =>
  words
    .trim()
    .split(/\s+/)
    .map((unit) => [...unit].map((digit) => (digit === '.' ? null : Number(digit))));

/** Krippendorff (2011), section C and D: four observers, twelve units. */
export const krippendorff2011 = unitsOf(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
);
/** Krippendorff (2011), section A: two observers, ten units, two values. */
export const binary2011 = unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
/** Krippendorff (2011), section B: two observers, twelve units, five values. */
export const nominal2011 = unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
/** The example of the encyclopaedia's article on α: three observers, fifteen units. */
export const threeByFifteen = unitsOf(
  '. . . . . 3 4 1 2 1 1 3 3 . 3',
  '1 . 2 1 3 3 4 3 . . . . . . .',
  '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
);
/** Hayes & Krippendorff (2007), p. 84: five judges, forty units, 0 to 3. */
export const hayes2007 = ofDigits(`
  112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1 111.1 212.2 1233. 1101. 000.0
  0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12 2222. 111.1
`);
/** Fleiss (1971), p. 379: six psychiatrists, thirty patients, five diagnoses. */
export const fleiss1971 = ofDigits(`
  444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445
  333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555
`);
/** The example of the encyclopaedia's article on Fleiss' κ: fourteen raters, ten units, five values. */
export const tenByFourteen = ofCounts([
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
]);

/** Cohen (1960), p. 45. */
export const cohen1960 = ofTable([
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]);

/** Krippendorff (2004), p. 254: two observers cut units c and k out of a continuum that begins at 150 and is 300 long. */
const cut = (label: string, start: number, length: number) => ({ label, start, end: start + length });
export const units2004 = {
  start: 150,
  length: 300,
  analysts: [
    [cut('c', 225, 70), cut('c', 370, 30), cut('k', 180, 60), cut('k', 300, 50)],
    [cut('c', 220, 80), cut('c', 355, 20), cut('c', 400, 20), cut('k', 180, 60), cut('k', 300, 50)],
  ],
};

/** SemEval-2013 task 9.1, the guidelines' six cases: what is right, what was answered. */
const span = (label: string, start: number, end: number) => ({ textId: 'one', label, start, end });
export const semeval2013 = {
  right: [
    span('drug', 0, 9), // I: the same words and label
    span('drug', 20, 32), // I again
    span('brand', 40, 47), // III: missed
    span('drug', 60, 71), // IV: another label
    span('drug', 83, 91), // V: other edges
    span('group', 105, 119), // VI: other edges and another label
  ],
  answered: [
    span('drug', 0, 9),
    span('drug', 20, 32),
    span('brand', 50, 57), // II: nothing is there
    span('brand', 60, 71),
    span('drug', 80, 91),
    span('drug', 100, 119),
  ],
};
