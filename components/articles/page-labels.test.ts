import { expect, it } from 'vitest';
import { paragraphs } from '@/lib/anchoring/paragraphs';
import { pageLabels } from './page-labels';

const TEXT = 'The first.\n\nThe second goes on and on.\n\nThe third.';
const labels = (...starts: number[]) => [...pageLabels(paragraphs(TEXT), starts)];
const lineOf = (words: string) => paragraphs(TEXT).findIndex(({ start }) => TEXT.startsWith(words, start));
const [second, goesOn, third] = ['The second', 'goes on', 'The third'].map((words) => TEXT.indexOf(words)) as [
  number,
  number,
  number,
];

it('the number of a page stands above the line that it begins with', () => {
  expect(labels(0, second, third)).toEqual([
    [0, 'p. 1'],
    [lineOf('The second'), 'p. 2'],
    [lineOf('The third'), 'p. 3'],
  ]);
});

it('a line within which pages begin is on all of them', () => {
  expect(labels(0, goesOn, third)).toEqual([
    [0, 'p. 1'],
    [lineOf('The second'), 'p. 1–2'],
    [lineOf('The third'), 'p. 3'],
  ]);
  expect(labels(0, goesOn, goesOn + 8)).toContainEqual([lineOf('The second'), 'p. 1–3']);
  expect(labels(0, second, goesOn)).toContainEqual([lineOf('The second'), 'p. 2–3']);
});

it('pages without words at the end are not named', () => {
  expect(labels(0, second, third, TEXT.length)).toEqual(labels(0, second, third));
});

it('a page without words begins where the next one does, and is not named', () => {
  expect(labels(0, second, second)).toContainEqual([lineOf('The second'), 'p. 3']);
});
