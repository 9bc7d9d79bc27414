import { describe, expect, it } from 'vitest';
import { randomOf } from './corpus.fixtures';
import { pin, type StoredAnchor } from './pin';
import { relocator } from './relocate';

describe('texts that differ too much', () => {
  const random = randomOf(7);
  const vocabulary = Array.from({ length: 5_000 }, (_, index) => `w${(index * 7919).toString(36)}`);
  const paragraph = (words: number) =>
    `${Array.from({ length: words }, () => vocabulary[random(5_000)]).join(' ')}.\n\n`;
  const cut = (text: string, start: number, length: number) =>
    pin(text, { start, end: start + length, quote: text.slice(start, start + length) }) as StoredAnchor;

  it('every other long paragraph another one: what stayed is found, in seconds', () => {
    const kept = Array.from({ length: 60 }, () => paragraph(30));
    const [before, after] = [0, 1].map(() => kept.map((one) => one + paragraph(900)).join(''));
    const started = performance.now();
    const find = relocator(before!, after!);
    for (const one of kept) {
      const place = find(cut(before!, before!.indexOf(one) + 10, 60));
      expect(place).toMatchObject({ state: 'exact', start: after!.indexOf(one) + 10 });
    }
    expect(performance.now() - started).toBeLessThan(12_000);
  });

  it('likenesses are looked for as long as the effort lasts; what was not looked for says so', () => {
    const parts = Array.from({ length: 8 }, () => paragraph(60));
    const before = parts.join('');
    const after = parts
      .map((one) => one.replace(/ w(\w+ w\w+ w\w+ w\w+ w\w+)/g, ' v$1'))
      .reverse()
      .join('');
    const anchors = parts.map((one) => cut(before, before.indexOf(one), 200));
    const outcomes = (effort?: number) => {
      const find = relocator(before, after, effort);
      return anchors.map(find).map((place) => (place.state === 'orphaned' ? place.reason : place.how));
    };
    const all = outcomes();
    expect(all.filter((outcome) => outcome === 'fuzzy').length).toBeGreaterThan(4);
    const some = outcomes(20_000);
    const ended = some.indexOf('unsearched');
    expect(some.slice(0, ended)).toEqual(all.slice(0, ended));
    expect(ended).toBeGreaterThan(0);
    expect(new Set(outcomes(0).filter((outcome) => outcome !== 'through-differences'))).toEqual(
      new Set(['unsearched']),
    );
  });
});
