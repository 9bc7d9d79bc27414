import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

// Each dependency is accounted for: one line of docs/decisions/005-libraries.md says what it is for.

const record = readFileSync('docs/decisions/005-libraries.md', 'utf8');
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

const inSection = (heading: string) => {
  const section = record.split(/^#+ /m).find((part) => part.startsWith(heading)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('- `'));
  return lines.flatMap((line) => [...line.split(': ')[0]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!)).sort();
};

it.each([
  ['In the product', dependencies],
  ['For building and testing it', devDependencies],
])('%s: every dependency has its sentence, and every sentence its dependency', (heading, listed) => {
  expect(inSection(heading)).toEqual(Object.keys(listed).sort());
});

it('pins exact versions, since ranges resolve differently from day to day', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});
