import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelihoodOf, movesBetween, type Judgment, type Span, type Work } from './moves';

const span = (analystId: string, more: Partial<Span>): Span => ({
  ...{ tagId: 'tag', analystId, articleId: 'article', start: 0, end: 4, kind: 'entity', entityId: null, claimId: null },
  ...{ stance: null, confidence: null },
  ...more,
});
const judged = (analystId: string, likelihood: number | null): Judgment => ({
  ...{ analystId, claimId: 'claim', likelihood, analyticConfidence: null },
});
const work = (spans: Span[], judgments: Judgment[] = []): Work => ({ spans, judgments });
const says = (analystId: string, stance: Span['stance']) =>
  span(analystId, { kind: 'claim', claimId: 'claim', stance });

describe('who moved toward whom', () => {
  it('is told by whose answer changed until both were the same', () => {
    const then = work([says('ana', 'supports'), says('otto', 'contradicts')]);
    const [ana] = movesBetween(['ana', 'otto'], then, work([says('ana', 'contradicts'), says('otto', 'contradicts')]));
    expect(ana).toMatchObject({
      ...{ one: 'ana', other: 'otto', alike: 0, differed: 1 },
      ...{ oneMoved: 1, otherMoved: 0, bothMoved: 0, still: 0, parted: 0 },
    });
    const [otto] = movesBetween(['ana', 'otto'], then, work([says('ana', 'supports'), says('otto', 'supports')]));
    expect(otto).toMatchObject({ differed: 1, oneMoved: 0, otherMoved: 1 });
    const [both] = movesBetween(['ana', 'otto'], then, work([says('ana', 'context'), says('otto', 'context')]));
    expect(both).toMatchObject({ differed: 1, bothMoved: 1 });
    expect(movesBetween(['ana', 'otto'], then, then)[0]).toMatchObject({ differed: 1, still: 1 });
  });

  it('takes what only one named as a difference, wherever the edges of their spans are', () => {
    const here = (who: string, start: number) => span(who, { entityId: 'town', start, end: start + 6 });
    const then = work([here('ana', 0)]);
    expect(movesBetween(['ana', 'otto'], then, work([here('ana', 0), here('otto', 20)]))[0]).toMatchObject({
      ...{ differed: 1, otherMoved: 1 },
    });
    expect(movesBetween(['ana', 'otto'], then, work([]))[0]).toMatchObject({ differed: 1, oneMoved: 1 });
  });

  it('tells of the words that both marked for one thing as well', () => {
    const town = (who: string, start: number, end: number) => span(who, { entityId: 'town', start, end });
    const then = work([town('ana', 0, 4), town('otto', 0, 9)]);
    const moved = (...spans: Span[]) => movesBetween(['ana', 'otto'], then, work(spans))[0]!;
    expect(moved(town('ana', 0, 9), town('otto', 0, 9))).toMatchObject({
      ...{ differed: 0, spans: { differed: 1, oneMoved: 1, otherMoved: 0, bothMoved: 0, still: 0, parted: 0 } },
    });
    expect(moved(town('ana', 0, 4), town('otto', 0, 4)).spans).toMatchObject({ differed: 1, otherMoved: 1 });
    expect(moved(town('ana', 0, 6), town('otto', 0, 6)).spans).toMatchObject({ differed: 1, bothMoved: 1 });
    expect(moved(town('ana', 0, 4), town('otto', 0, 9)).spans).toMatchObject({ differed: 1, still: 1 });
    const corrected = movesBetween(['ana', 'otto'], then, then, () => false)[0]!;
    expect(corrected.spans.differed).toBe(0);
    // Whoever takes it back has answered otherwise: that is counted there, and not a second time.
    expect(moved(town('ana', 0, 4))).toMatchObject({ parted: 1, spans: { differed: 0, still: 0, parted: 0 } });
  });

  it('compares likelihoods by their bands, and tells who parted', () => {
    const then = work([], [judged('ana', 60), judged('otto', 70)]);
    const now = work([], [judged('ana', 10), judged('otto', 70)]);
    expect(movesBetween(['ana', 'otto'], then, then)[0]).toMatchObject({ alike: 1, differed: 0, parted: 0 });
    expect(movesBetween(['ana', 'otto'], then, now)[0]).toMatchObject({ differed: 0, parted: 1 });
    expect(likelihoodOf({ band: 'likely', likelihood: null })).toBe(67);
    expect(likelihoodOf({ band: null, likelihood: 12 })).toBe(12);
    expect(likelihoodOf({ band: null, likelihood: null })).toBeNull();
  });

  it('adds up, and is the same seen from the other side', () => {
    const analysts = ['ana', 'otto', 'rita'];
    const anySpan = fc
      .record({
        who: fc.constantFrom(...analysts),
        entity: fc.constantFrom('a', 'b', 'c'),
        article: fc.constantFrom('x', 'y'),
      })
      .map(({ who, entity, article }) => span(who, { entityId: entity, articleId: article }));
    const anyWork = fc.array(anySpan, { maxLength: 12 }).map((spans) => work(spans));
    fc.assert(
      fc.property(anyWork, anyWork, (then, now) => {
        const pairs = movesBetween(analysts, then, now);
        expect(pairs).toHaveLength(3);
        for (const { differed, oneMoved, otherMoved, bothMoved, still } of pairs.flatMap((pair) => [pair, pair.spans]))
          expect(oneMoved + otherMoved + bothMoved + still).toBe(differed);
        const back = movesBetween([...analysts].reverse(), then, now);
        for (const pair of pairs) {
          const same = back.find(({ one, other }) => one === pair.other && other === pair.one)!;
          expect([same.oneMoved, same.otherMoved, same.parted]).toEqual([pair.otherMoved, pair.oneMoved, pair.parted]);
        }
      }),
    );
  });
});
