import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairsBetween } from './pairs';
import { isAgreed, placesOf, standsOf, type Decided, type Mark, type Placed } from './places';

let made = 0;
const tag = (analystId: string, start: number, end: number, targetId: string, more: Partial<Placed> = {}): Placed => ({
  ...{ id: `t${String((made += 1)).padStart(4, '0')}`, analystId, articleId: 'a', textId: 'a', start, end },
  ...{ kind: 'mention', type: 'person', targetId, stance: null, confidence: null, source: '', contentVersion: 1 },
  ...more,
});
const citing = (analystId: string, start: number, end: number, targetId: string, stance: string, source = '') =>
  tag(analystId, start, end, targetId, { kind: 'citation', type: 'citation', stance, source });

describe('places', () => {
  it('hold what several analysts said of the same words, and on what they differ', () => {
    const tags = [
      ...[tag('ana', 0, 5, 'x'), tag('bo', 0, 5, 'x')],
      ...[tag('ana', 10, 15, 'x'), tag('bo', 10, 15, 'y')],
      ...[citing('ana', 20, 40, 'c', 'supports'), citing('bo', 22, 40, 'c', 'contradicts')],
      ...[citing('ana', 50, 60, 'c', 'supports'), citing('bo', 50, 60, 'c', 'supports', 'speaker')],
      tag('bo', 70, 75, 'x'),
    ];
    expect(placesOf(tags).map(({ differs }) => differs)).toEqual([
      [],
      ['target'],
      ['stance', 'edges'],
      ['source'],
      ['alone'],
    ]);
  });

  it('are agreed on only by all who tagged in the article, and by no one alone', () => {
    const two = [tag('ana', 0, 5, 'x'), tag('bo', 0, 5, 'x')];
    expect(placesOf(two).map(isAgreed)).toEqual([true]);
    expect(placesOf([...two, tag('cleo', 50, 55, 'y')]).map(isAgreed)).toEqual([false, false]);
    expect(placesOf([tag('ana', 0, 5, 'x')]).map(isAgreed)).toEqual([false]);
  });

  it('put first what most say, and take a repetition for what it repeats', () => {
    const odd = tag('ana', 0, 4, 'x');
    const [place, ...others] = placesOf([odd, tag('bo', 0, 5, 'x'), tag('cleo', 0, 5, 'x'), tag('bo', 0, 5, 'x')]);
    expect(others).toEqual([]);
    expect(place!.variants.map((same) => same.map(({ analystId }) => analystId))).toEqual([
      ['bo', 'cleo', 'bo'],
      ['ana'],
    ]);
    expect(place!.differs).toEqual(['edges']);
  });

  it('hold each tag once, in reading order, whatever the order of the tags', () => {
    const one = fc.record({
      analystId: fc.constantFrom('ana', 'bo', 'cleo'),
      start: fc.nat(40),
      length: fc.integer({ min: 1, max: 12 }),
      targetId: fc.constantFrom('x', 'y'),
      stance: fc.constantFrom('supports', 'context', null),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 25 }), fc.infiniteStream(fc.nat()), (drawn, order) => {
        const tags = drawn.map(({ analystId, start, length, targetId, stance }) =>
          stance
            ? citing(analystId, start, start + length, targetId, stance)
            : tag(analystId, start, start + length, targetId),
        );
        const places = placesOf(tags);
        expect(places.flatMap((place) => place.tags.map(({ id }) => id)).sort()).toEqual(tags.map(({ id }) => id));
        const starts = places.map((place) => Math.min(...place.tags.map(({ start }) => start)));
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        for (const { variants, tags: own, differs, missing } of places) {
          expect(
            variants
              .flat()
              .map(({ id }) => id)
              .sort(),
          ).toEqual(own.map(({ id }) => id).sort());
          if (missing.length === 0) expect(variants.length > 1).toBe(differs.length > 0);
        }
        const shuffled = tags
          .map((each) => ({ each, by: order.next().value }))
          .sort((a, b) => a.by - b.by)
          .map(({ each }) => each);
        expect(placesOf(shuffled)).toEqual(places);
      }),
    );
  });
});

describe('where a place stands', () => {
  const [mine, theirs] = [tag('ana', 0, 5, 'x'), tag('bo', 0, 5, 'y')];
  const [place] = placesOf([mine, theirs]);
  const mark = (of: Placed, taken: boolean, more: Partial<Mark> = {}): Mark => ({
    ...{ tagId: of.id, decisionId: 'd', contentVersion: 1, taken, withdrawn: false, ...more },
  });
  const stands = (marks: Mark[], more: { contents?: [string, number][]; third?: Decided['third'] } = {}) =>
    standsOf(place!, {
      marks: new Map(marks.map((one) => [one.tagId, one])),
      decisions: new Map([
        ['d', { id: 'd', at: '1', taken: marks.filter(({ taken }) => taken), third: more.third ?? 'none' }],
      ]),
      contents: new Map(more.contents ?? [mine, theirs].map(({ id }) => [id, 1])),
    });

  it('is open until something is decided of it, and decided from then on', () => {
    expect(stands([])).toEqual({ state: 'open', decisionId: null, why: null });
    expect(stands([mark(mine, true), mark(theirs, false)])).toEqual({ state: 'decided', decisionId: 'd', why: null });
    expect(stands([mark(mine, false), mark(theirs, false)]).state).toBe('decided');
  });

  it('is asked again when a tag was changed, came, or lost its verdict, or what was taken is gone', () => {
    const decided = [mark(mine, true), mark(theirs, false)];
    expect(stands([mark(mine, true, { contentVersion: 0 }), mark(theirs, false)]).why).toBe('changed');
    expect(stands([mark(mine, true)]).why).toBe('joined');
    expect(stands([mark(mine, true), mark(theirs, false, { withdrawn: true })]).why).toBe('withdrawn');
    const [left] = placesOf([theirs, tag('ana', 50, 55, 'z')]);
    const known = {
      marks: new Map([[theirs.id, decided[1]!]]),
      decisions: new Map([['d', { id: 'd', at: '1', taken: [decided[0]!], third: 'none' as const }]]),
      contents: new Map([[theirs.id, 1]]),
    };
    expect(standsOf(left!, known).why).toBe('lost');
  });

  it('stays decided when only what was not taken is gone, and as long as a third is there', () => {
    const [left] = placesOf([mine, tag('bo', 50, 55, 'z')]);
    const known = {
      marks: new Map([[mine.id, mark(mine, true)]]),
      decisions: new Map([['d', { id: 'd', at: '1', taken: [mark(mine, true)], third: 'none' as const }]]),
      contents: new Map([[mine.id, 1]]),
    };
    expect(standsOf(left!, known).state).toBe('decided');
    const none = [mark(mine, false), mark(theirs, false)];
    expect(stands(none, { third: 'there' }).state).toBe('decided');
    expect(stands(none, { third: 'gone' }).why).toBe('lost');
  });
});

it('pairs what looks alike where one used the one and somebody else the other, not where all use both', () => {
  const pair = { things: [{ id: 'x' }, { id: 'y' }] as const };
  const [one, other, third] = [tag('ana', 0, 5, 'x'), tag('bo', 10, 15, 'y'), tag('bo', 20, 25, 'x')];
  expect(pairsBetween([one, other], [pair])).toEqual([pair]);
  expect(pairsBetween([one, other, third], [pair])).toEqual([pair]);
  expect(pairsBetween([other, third], [pair])).toEqual([]);
  expect(pairsBetween([one, third], [pair])).toEqual([]);
});
