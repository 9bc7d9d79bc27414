import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutMargin, type MarginEntry } from './margin-layout';

const options = { gap: 4, moreHeight: 24, chosen: null, open: new Set<number>(), slack: 0 };
const entry = (id: string, y: number, place: number, height = 26): MarginEntry => ({ id, y, place, height });

describe('the margin', () => {
  it('puts entries beside their words, and one under the other where they are close', () => {
    expect(layoutMargin([entry('a', 10, 0), entry('b', 12, 0), entry('c', 200, 1)], options)).toEqual([
      { kind: 'entry', id: 'a', top: 10 },
      { kind: 'entry', id: 'b', top: 40 },
      { kind: 'entry', id: 'c', top: 200 },
    ]);
  });

  it('collapses a crowded place to what fits and a count, which opens', () => {
    const crowd = ['a', 'b', 'c', 'd', 'e'].map((id) => entry(id, 0, 0));
    const next = entry('z', 100, 1);
    const slots = layoutMargin([...crowd, next], options);
    expect(slots).toEqual([
      { kind: 'entry', id: 'a', top: 0 },
      { kind: 'entry', id: 'b', top: 30 },
      { kind: 'more', place: 0, top: 60, ids: ['c', 'd', 'e'] },
      { kind: 'entry', id: 'z', top: 100 },
    ]);
    const opened = layoutMargin([...crowd, next], { ...options, open: new Set([0]) });
    expect(opened.filter(({ kind }) => kind === 'entry')).toHaveLength(6);
    expect(opened.at(-1)).toEqual({ kind: 'entry', id: 'z', top: 150 });
  });

  it('counts no single entry that takes hardly more room than the count', () => {
    const slots = layoutMargin([entry('a', 0, 0), entry('b', 0, 0), entry('z', 54, 1)], options);
    expect(slots).toEqual([
      { kind: 'entry', id: 'a', top: 0 },
      { kind: 'entry', id: 'b', top: 30 },
      { kind: 'entry', id: 'z', top: 60 },
    ]);
    const tight = layoutMargin([entry('a', 0, 0), entry('b', 0, 0, 60), entry('z', 56, 1)], options);
    expect(tight[1]).toEqual({ kind: 'more', place: 0, top: 30, ids: ['b'] });
  });

  it('always shows the chosen one', () => {
    const crowd = ['a', 'b', 'c', 'd', 'e'].map((id) => entry(id, 0, 0));
    const slots = layoutMargin([...crowd, entry('z', 100, 1)], { ...options, chosen: 'e' });
    expect(slots.map((slot) => (slot.kind === 'entry' ? slot.id : slot.ids))).toEqual(['a', 'e', ['b', 'c', 'd'], 'z']);
  });

  it('shows or counts every entry once, above none of its words and over no other', () => {
    const entries = fc
      .array(fc.tuple(fc.integer({ min: 20, max: 80 }), fc.nat(60), fc.integer({ min: 20, max: 70 })), {
        maxLength: 25,
      })
      .map((list) => {
        let y = 0;
        let place = 0;
        return list.map(([step, inner, height], index): MarginEntry => {
          if (inner > 30) {
            place += 1;
            y += step;
          }
          return { id: `e${index}`, y, height, place };
        });
      });
    fc.assert(
      fc.property(entries, fc.nat(24), fc.nat(60), (list, which, slack) => {
        const chosen = list[which]?.id ?? null;
        const slots = layoutMargin(list, { ...options, chosen, slack });
        const named = slots.flatMap((slot) => (slot.kind === 'entry' ? [slot.id] : slot.ids));
        expect([...named].sort()).toEqual(list.map(({ id }) => id).sort());
        if (chosen) expect(slots.some((slot) => slot.kind === 'entry' && slot.id === chosen)).toBe(true);
        let bottom = 0;
        for (const slot of slots) {
          expect(slot.top).toBeGreaterThanOrEqual(bottom);
          const shown = slot.kind === 'entry' ? list.find(({ id }) => id === slot.id) : undefined;
          if (shown) expect(slot.top).toBeGreaterThanOrEqual(shown.y);
          bottom = slot.top + (shown?.height ?? options.moreHeight);
        }
      }),
    );
  });
});
