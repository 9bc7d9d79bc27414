import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap } from '@/lib/anchoring/span';
import { lanesOf } from './lanes';

const spans = fc
  .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })), { maxLength: 14 })
  .map((list) =>
    list
      .map(([start, length], index) => ({ id: `s${index}`, start, end: start + length }))
      .sort((a, b) => a.start - b.start || b.end - a.end),
  );

describe('lanes of underlines', () => {
  it('start again at the words where nothing overlaps', () => {
    const lanes = lanesOf([
      { id: 'outer', start: 0, end: 10 },
      { id: 'inner', start: 2, end: 4 },
      { id: 'after the inner', start: 4, end: 8 },
      { id: 'apart', start: 10, end: 12 },
    ]);
    expect(Object.fromEntries(lanes)).toEqual({ outer: 0, inner: 1, 'after the inner': 1, apart: 0 });
  });

  it('are never shared by spans that overlap, and no more than overlap at one place', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const lanes = lanesOf(list);
        for (const one of list)
          for (const other of list)
            if (one !== other && overlap(one, other)) expect(lanes.get(one.id)).not.toBe(lanes.get(other.id));
        const deepest = Math.max(
          0,
          ...list.map(({ start }) => list.filter((s) => s.start <= start && start < s.end).length),
        );
        expect(Math.max(-1, ...lanes.values()) + 1).toBe(deepest);
      }),
    );
  });
});
