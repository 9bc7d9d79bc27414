import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasureName } from './coefficients';
import { comparable, type Judged, type Made } from './made';
import { unitsOf } from './matching';
import { comparedOf, differencesIn } from './questions';
import { pairsOf, readAgreement } from './reading';

let made = 0;
const tag = (analystId: string, start: number, end: number, rest: Partial<Made> = {}): Made => ({
  id: String((made += 1)).padStart(6, '0'),
  analystId,
  articleId: 'one',
  textId: 'one',
  start,
  end,
  kind: 'mention',
  type: 'person',
  targetId: 'arsalon',
  stance: null,
  confidence: null,
  ...rest,
});
const cite = (analystId: string, start: number, end: number, rest: Partial<Made> = {}) =>
  tag(analystId, start, end, { kind: 'citation', type: 'citation', targetId: 'claim', stance: 'supports', ...rest });
const judge = (analystId: string, claimId: string, rest: Partial<Judged> = {}): Judged => ({
  claimId,
  analystId,
  likelihood: null,
  band: null,
  analyticConfidence: null,
  ...rest,
});
const lengths = new Map([['one', 1000]]);
const between = (tags: Made[], judged: Judged[] = []) => {
  const of = (id: string) => ({
    analystId: id,
    tags: tags.filter((one) => one.analystId === id),
    judged: judged.filter((one) => one.analystId === id),
  });
  return comparedOf(of('a'), of('b'));
};
const differences = (tags: Made[], judged: Judged[] = []) => between(tags, judged).map(differencesIn);

describe('two tags', () => {
  it('differ on what they differ on, and on nothing that this leaves open', () => {
    expect(differences([tag('a', 0, 7), tag('b', 0, 7)])).toEqual([[]]);
    expect(differences([tag('a', 0, 7), tag('b', 20, 27)])).toEqual([['tagged'], ['tagged']]);
    expect(differences([tag('a', 0, 7), tag('b', 0, 15)])).toEqual([['edges']]);
    expect(differences([tag('a', 0, 7), tag('b', 0, 7, { targetId: 'ahmadi' })])).toEqual([['entity']]);
    expect(differences([cite('a', 0, 40), cite('b', 0, 40, { targetId: 'another' })])).toEqual([['claim']]);
    const opposed = cite('b', 0, 40, { stance: 'contradicts', confidence: 40 });
    expect(differences([cite('a', 0, 40, { confidence: 80 }), opposed])).toEqual([['stance', 'confidence']]);
    expect(differences([cite('a', 0, 40, { confidence: 80 }), cite('b', 0, 40, { confidence: 70 })])).toEqual([[]]);
    expect(differences([cite('a', 0, 40, { confidence: 80 }), cite('b', 0, 40)])).toEqual([[]]);
  });

  it('are on the same words by what they are about first, then by what they share', () => {
    // A long quote for one claim is not the short one inside it for another.
    expect(differences([cite('a', 0, 100), cite('b', 10, 30, { targetId: 'another' })])).toEqual([
      ['tagged'],
      ['tagged'],
    ]);
    expect(differences([cite('a', 0, 100), cite('b', 10, 30)])).toEqual([['edges']]);
    expect(differences([cite('a', 0, 40), cite('a', 0, 40, { targetId: 'another' }), cite('b', 0, 40)])).toEqual([
      [],
      ['tagged'],
    ]);
    expect(differences([tag('a', 0, 7), cite('b', 0, 7)])).toEqual([['tagged'], ['tagged']]);
  });

  it('on claims differ by another of the seven words, not by what was left blank', () => {
    const first = judge('a', 'c', { likelihood: 60, band: 4, analyticConfidence: 2 });
    expect(differences([], [first, judge('b', 'c', { likelihood: 75, band: 4 })])).toEqual([[]]);
    expect(differences([], [first, judge('b', 'c', { likelihood: 40, band: 2, analyticConfidence: 0 })])).toEqual([
      ['likelihood', 'analytic-confidence'],
    ]);
    expect(differences([], [first, judge('b', 'another')])).toEqual([]);
  });
});

describe('what is compared', () => {
  it('leaves out what one alone worked on, words that are gone, and what was said twice', () => {
    const tags = [
      tag('a', 0, 7),
      tag('a', 0, 7),
      tag('b', 0, 7),
      tag('a', 30, 34, { lost: true }),
      tag('a', 5, 9, { articleId: 'two', textId: 'two' }),
    ];
    const { kept, dropped } = comparable(tags);
    expect(kept.map(({ id }) => id)).toEqual([tags[0]!.id, tags[2]!.id]);
    expect(dropped).toEqual({ lost: 1, twice: 1, 'one-analyst': 1 });
    // A third analyst in a text does not make it one that the first two share.
    const third = [
      tag('a', 0, 7),
      tag('b', 0, 7, { textId: 'two' }),
      tag('c', 0, 7),
      tag('c', 0, 7, { textId: 'two' }),
    ];
    expect(pairsOf(third, []).map(({ a, b }) => a + b)).toEqual(['ac', 'bc']);
  });

  const some = fc.array(
    fc
      .record({
        analystId: fc.constantFrom('a', 'b', 'c'),
        start: fc.nat(60),
        length: fc.integer({ min: 1, max: 20 }),
        targetId: fc.constantFrom('x', 'y', 'z'),
        kind: fc.constantFrom('mention' as const, 'citation' as const),
      })
      .map(({ length, ...rest }) => tag(rest.analystId, rest.start, rest.start + length, rest)),
    { maxLength: 20 },
  );

  it('is each tag once, of each analyst at most one in a unit, whatever the order and whoever comes first', () => {
    const shape = (units: Made[][]) =>
      units
        .map((unit) =>
          unit
            .map(({ id }) => id)
            .sort()
            .join(),
        )
        .sort();
    fc.assert(
      fc.property(some, (tags) => {
        const units = unitsOf(tags);
        expect(units.flat()).toHaveLength(tags.length);
        for (const unit of units) {
          expect(new Set(unit.map(({ analystId }) => analystId)).size).toBe(unit.length);
          expect(new Set(unit.map(({ kind }) => kind)).size).toBe(1);
        }
        expect(shape(unitsOf([...tags].reverse()))).toEqual(shape(units));
        const other: Record<string, string> = { a: 'c', b: 'a', c: 'b' };
        expect(shape(unitsOf(tags.map((one) => ({ ...one, analystId: other[one.analystId]! }))))).toEqual(shape(units));
      }),
    );
  });

  it('counts what it lists: as many differences as agreements are missing', () => {
    fc.assert(
      fc.property(some, (tags) => {
        const { pairs, overall } = readAgreement({ tags, judged: [], lengths });
        const listed = pairs.flatMap(({ compared }) => compared.flatMap(differencesIn));
        for (const [question, { agreed, of }] of Object.entries(overall.shares))
          expect(of - agreed).toBe(listed.filter((one) => one === question).length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the reading', () => {
  const of = (tags: Made[], judged: Judged[] = []) => readAgreement({ tags, judged, lengths });
  const value = (reading: ReturnType<typeof of>, question: string, measure: MeasureName) =>
    reading.overall.coefficients.find((one) => one.question === question && one.measure === measure)!;

  it('of two who say the same is 1 wherever more than one thing was said', () => {
    const both = (start: number, rest: Partial<Made>) => ['a', 'b'].map((id) => tag(id, start, start + 9, rest));
    const tags = [
      ...both(0, { targetId: 'x', confidence: 10 }),
      ...both(20, { targetId: 'y', confidence: 90 }),
      ...both(40, { kind: 'citation', type: 'citation', targetId: 'c', stance: 'supports' }),
      ...both(60, { kind: 'citation', type: 'citation', targetId: 'd', stance: 'contradicts' }),
    ];
    const judged = ['a', 'b'].flatMap((id) => [
      judge(id, 'c', { likelihood: 10, band: 1, analyticConfidence: 0 }),
      judge(id, 'd', { likelihood: 90, band: 5, analyticConfidence: 2 }),
    ]);
    for (const { question, measure, outcome } of of(tags, judged).overall.coefficients)
      expect([question, measure, outcome.value]).toEqual([question, measure, 1]);
  });

  it('says of three that Cohen’s κ is for two, and drops what not all said from Fleiss’ κ alone', () => {
    const tags = ['a', 'b', 'c'].flatMap((id) => [tag(id, 0, 7), tag(id, 20, 27, { targetId: 'y' })]);
    tags.push(tag('a', 40, 47), tag('b', 40, 47));
    const reading = of(tags);
    expect(value(reading, 'entity', 'kappa-cohen').outcome.why).toBe('not-for-two');
    expect(value(reading, 'entity', 'kappa-fleiss')).toMatchObject({ units: 2, dropped: 1, outcome: { value: 1 } });
    expect(value(reading, 'entity', 'alpha-nominal')).toMatchObject({ units: 3, n: 8, outcome: { value: 1 } });
    expect(reading.pairs.map(({ a, b, shares }) => [a + b, shares.tagged.agreed, shares.tagged.of])).toEqual([
      ['ab', 3, 3],
      ['ac', 2, 3],
      ['bc', 2, 3],
    ]);
  });

  it('has figures of each type and article, and nothing where nobody shares anything', () => {
    const reading = of([tag('a', 0, 7), tag('b', 0, 7), cite('a', 20, 60), cite('b', 30, 60)]);
    expect(reading.types.map(({ type, shares }) => [type, shares.tagged.of])).toEqual([
      ['citation', 1],
      ['person', 1],
    ]);
    expect(reading.articles).toMatchObject([{ articleId: 'one', shares: { edges: { agreed: 1, of: 2 } } }]);
    const alone = of([tag('a', 0, 7)]);
    expect(alone).toMatchObject({ pairs: [], types: [], articles: [], dropped: { 'one-analyst': 1 } });
    for (const { outcome } of alone.overall.coefficients) expect(outcome.why).toBe('nothing-to-compare');
  });

  it('of ten times as many spans takes ten times as long, not a hundred', () => {
    const entities = ['w', 'x', 'y', 'z'];
    const tags = Array.from({ length: 5000 }, (_, nth) => [
      tag('a', nth * 20, nth * 20 + 9, { targetId: entities[nth % 4]!, confidence: nth % 100 }),
      tag('b', nth * 20 + (nth % 3 === 0 ? 2 : 0), nth * 20 + 9, {
        targetId: entities[(nth + (nth % 7 ? 0 : 1)) % 4]!,
      }),
    ]).flat();
    const took = (spans: number) => {
      const before = performance.now();
      const reading = readAgreement({
        tags: tags.slice(0, spans),
        judged: [],
        lengths: new Map([['one', spans * 10]]),
      });
      expect(reading.overall.shares.tagged).toMatchObject({ agreed: spans / 2, of: spans / 2 });
      return performance.now() - before;
    };
    // The best of three of each: the machine may be doing something else.
    const best = (spans: number) => Math.min(took(spans), took(spans), took(spans));
    expect(best(10_000) / best(1000)).toBeLessThan(20);
  });
});
