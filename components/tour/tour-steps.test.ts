import { expect, it } from 'vitest';
import { tourSteps } from './tour-steps';

const titleOf = (name: string, aliases: string[]) =>
  tourSteps({ projectId: 'p', entity: { id: 'e', name, aliases } })[0]!.title;

it('counts the spellings of his full names, as the entity has them now', () => {
  expect(titleOf('Mahdi Arsalon', ['Arsalon', 'Mahdi Arsalan', 'Arsalan', 'Muhammad Sharifov'])).toBe(
    'Three spellings, one man',
  );
});
