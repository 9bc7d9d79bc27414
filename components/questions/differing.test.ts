import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differing } from './differing';

const own = (statement: string, ...others: string[]) =>
  differing(statement, others).flatMap((run) => (run.own ? [run.text] : []));

it('marks the words that no other answer has', () => {
  expect(own('It was founded in 2006.', 'It was founded in 2010.')).toEqual(['2006']);
  expect(own('It was founded in 2006.', 'It was founded in 2010.', 'In 2006 it began.')).toEqual(['founded'].slice(1));
  expect(own('Ana leads it.', 'Otto leads it.')).toEqual(['Ana']);
  expect(own('One answer alone.')).toEqual([]);
});

it('keeps the statement to the letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (statement, others) => {
      expect(
        differing(statement, others)
          .map(({ text }) => text)
          .join(''),
      ).toBe(statement);
    }),
  );
});
