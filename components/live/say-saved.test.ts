import { expect, it } from 'vitest';
import { saySaved } from './say-saved';

it('names the parts that a colleague changed meanwhile', () => {
  expect(saySaved()).toBe('Saved');
  expect(saySaved([{ part: 'Period' }])).toBe('Saved, beside what a colleague changed meanwhile: period');
  expect(saySaved([{ part: 'Object' }, { part: 'Period' }, { part: 'Place' }])).toBe(
    'Saved, beside what a colleague changed meanwhile: object, period and place',
  );
});
