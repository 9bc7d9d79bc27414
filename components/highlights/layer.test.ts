import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFrom, followLayers, layersOf } from './layer';
import { aCitation, aHighlight, ana, aTag, otto } from './layers.fixtures';

describe('what is drawn of highlights', () => {
  it('is one layer a tag, in reading order, outermost first, and one for words without a tag', () => {
    const inner = aHighlight(4, 6, [aTag()]);
    const outer = aHighlight(2, 9, [aCitation(), aTag()]);
    const bare = aHighlight(20, 25, []);
    const { placed } = layersOf([bare, inner, outer], ana.id, 1);
    expect(placed.map(({ id }) => id)).toEqual([...outer.tags.map(({ id }) => id), inner.tags[0]!.id, bare.id]);
    expect(placed.map(({ tone, letter }) => [tone, letter])).toEqual([
      ['supports', '+'],
      ['person', 'P'],
      ['person', 'P'],
      ['bare', 'H'],
    ]);
  });

  it('tells by its line whose it is and what became of it', () => {
    const line = (tag: Parameters<typeof aTag>[0], me = ana.id) =>
      layersOf([aHighlight(0, 5, [aTag(tag)])], me, 1).placed[0]?.line;
    expect(line({})).toBe('own');
    expect(line({ author: otto })).toBe('others');
    expect(line({ reviewState: 'rejected' })).toBe('rejected');
    expect(line({ reviewState: 'contested', author: otto })).toBe('contested');
    expect(line({ version: 0 })).toBe('saving');
    expect(layersOf([aHighlight(0, 5, [], { version: 0 })], ana.id, 1).placed[0]?.line).toBe('saving');
  });

  it('says a denial as one, and who tagged it how sure', () => {
    const tag = aCitation({ denies: true, stance: 'contradicts', author: otto, confidence: 40 });
    const [layer] = layersOf([aHighlight(0, 5, [tag])], ana.id, 1).placed;
    expect(layer?.letter).toBe('¬');
    expect(layer?.label).toBe('denies: He answers for five districts., tagged by Otto, confidence 40, not reviewed');
  });

  it('keeps what has no place in the shown version out of the text', () => {
    const gone = aHighlight(0, 5, [aTag()], { orphaned: 'The passage was cut.' });
    const older = aHighlight(0, 5, [aTag()], { articleVersion: 1 });
    const { placed, lost } = layersOf([gone, older], ana.id, 2);
    expect(placed).toEqual([]);
    expect(lost).toHaveLength(2);
  });

  it('answers the same layers for a highlight that did not change', () => {
    const highlight = aHighlight(0, 5, [aTag()]);
    const first = layersOf([highlight], ana.id, 1).placed[0];
    expect(layersOf([aHighlight(7, 9, []), highlight], ana.id, 1).placed[0]).toBe(first);
    expect(layersOf([highlight], otto.id, 1).placed[0]?.own).toBe(false);
  });
});

describe('layers that are followed', () => {
  // Highlights that come, go, change and lose their words, few or many at once.
  const spot = fc.record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 20 }), tags: fc.nat(2) });
  const step = fc.record({
    drop: fc.array(fc.nat(), { maxLength: 3 }),
    change: fc.array(fc.nat(), { maxLength: 2 }),
    lose: fc.array(fc.nat(), { maxLength: 1 }),
    add: fc.oneof(fc.array(spot, { maxLength: 3 }), fc.array(spot, { minLength: 50, maxLength: 60 })),
    front: fc.boolean(),
  });

  it('are those of all highlights together, whatever came between', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const follow = followLayers(ana.id, 1);
        let now: ReturnType<typeof aHighlight>[] = [];
        for (const { drop, change, lose, add, front } of steps) {
          const nth = (list: number[]) => new Set(list.map((at) => at % Math.max(1, now.length)));
          const [gone, other, lost] = [nth(drop), nth(change), nth(lose)];
          now = now
            .map((one, at) => (other.has(at) ? { ...one, start: one.start + 1, tags: [aTag()] } : one))
            .map((one, at) => (lost.has(at) ? { ...one, orphaned: 'The passage was cut.' } : one))
            .filter((_, at) => !gone.has(at));
          const more = add.map(({ start, length, tags }) =>
            aHighlight(
              start,
              start + length,
              Array.from({ length: tags }, () => aTag()),
            ),
          );
          now = front ? [...more, ...now] : [...now, ...more];
          expect(follow(now)).toEqual(layersOf(now, ana.id, 1));
          expect(follow(now)).toBe(follow(now));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are found where their words begin', () => {
    const { placed } = layersOf(
      [3, 7, 7, 12].map((start) => aHighlight(start, 20, [])),
      ana.id,
      1,
    );
    expect([0, 3, 4, 7, 8, 13].map((start) => firstFrom(placed, start))).toEqual([0, 0, 1, 1, 3, 4]);
  });
});
