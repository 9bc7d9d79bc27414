import { expect, it } from 'vitest';
import { wordsAfter, wordsBefore } from './context-words';

it.each([
  ['ress, told Radio North that ', 100, '… told Radio North that '],
  ['The group ', 10, 'The group '],
  ['first line.\n\nHe said that ', 100, 'He said that '],
  ['unbroken', 100, '…'],
  ['', 0, ''],
])('shows before a quote whole words of its paragraph: %j', (prefix, start, words) =>
  expect(wordsBefore(prefix, start)).toBe(words),
);

it.each([
  [' in 2012. The court ru', ' in 2012. The court …'],
  ['. And so on.\r\nNext', '. And so on.'],
  ['unbroken', '…'],
  ['', ''],
])('shows after a quote whole words of its paragraph: %j', (suffix, words) => expect(wordsAfter(suffix)).toBe(words));
