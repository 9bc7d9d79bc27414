import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsLeft, stepEdge, withEdge, type Edge } from './edges';
import { insideCharacter } from './snap';

const FAMILY = '👩‍👩‍👧';
const pieces = fc.constantFrom('a', ' ', 'é', 'é', FAMILY, '🇵🇱', '\r\n', '漢', 'שָׁ', 'word', '“', '.');
const edges = fc.constantFrom<Edge>('start', 'end');

/** A text, and a span of it whose edges cut no character. */
const spans = fc
  .array(pieces, { minLength: 1, maxLength: 30 })
  .chain((parts) => fc.record({ text: fc.constant(parts.join('')), a: fc.nat(), b: fc.nat() }))
  .map(({ text, a, b }) => {
    const whole = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) => !insideCharacter(text, at));
    const [one = 0, other = 0] = [a % whole.length, b % whole.length].map((at) => whole[at] ?? 0);
    return { text, span: { start: Math.min(one, other), end: Math.max(one, other) } };
  })
  .filter(({ span }) => span.start < span.end);

describe('a moved edge', () => {
  it('cuts no character, leaves the other edge, and some words between', () => {
    fc.assert(
      fc.property(spans, edges, fc.integer({ min: -5, max: 200 }), ({ text, span }, edge, offset) => {
        const moved = withEdge(text, span, edge, offset);
        const other = edge === 'start' ? 'end' : 'start';
        expect(moved[other]).toBe(span[other]);
        expect(moved.start).toBeLessThan(moved.end);
        expect(moved.start >= 0 && moved.end <= text.length).toBe(true);
        expect([insideCharacter(text, moved.start), insideCharacter(text, moved.end)]).toEqual([false, false]);
      }),
    );
  });

  it('goes out and back in by the same steps', () => {
    fc.assert(
      fc.property(spans, ({ text, span }) => {
        const out = stepEdge(text, span, 'end', 'forward', 'character');
        if (out.end === span.end) return;
        expect(stepEdge(text, out, 'end', 'backward', 'character')).toEqual(span);
      }),
    );
  });

  it('goes word by word, and never over the other one', () => {
    const text = 'The pilots say so.';
    const span = { start: 4, end: 10 };
    expect(stepEdge(text, span, 'end', 'forward', 'word')).toEqual({ start: 4, end: 14 });
    expect(stepEdge(text, span, 'start', 'backward', 'word')).toEqual({ start: 0, end: 10 });
    expect(stepEdge(text, span, 'end', 'backward', 'word')).toEqual({ start: 4, end: 5 });
    expect(withEdge(text, span, 'start', 99)).toEqual({ start: 9, end: 10 });
  });

  it('knows on which side it stands', () => {
    const text = 'see שלום now';
    expect(runsLeft(text, { start: 4, end: 8 }, 'start')).toBe(true);
    expect(runsLeft(text, { start: 0, end: 8 }, 'start')).toBe(false);
    expect(runsLeft(text, { start: 0, end: 8 }, 'end')).toBe(true);
  });
});
