import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphs } from '@/lib/anchoring/paragraphs';
import { overlap } from '@/lib/anchoring/span';
import { indexMarks } from './mark-index';
import type { PaneMark } from './mark-look';

const list = paragraphs('0123456789\n'.repeat(6));
const mark = (id: string, start: number, end: number, line: PaneMark['line'] = 'own'): PaneMark => ({
  id,
  start,
  end,
  line,
  tone: 'person',
  letter: 'P',
  label: id,
});

describe('which lines a change of marks redraws', () => {
  it('names the lines of what came, went, moved or looks different, and no others', () => {
    const index = indexMarks(list);
    expect([...index.replace([mark('a', 0, 5), mark('b', 20, 40)])]).toEqual([0, 1, 2, 3]);
    expect([...index.replace([mark('a', 0, 5), mark('b', 20, 40)])]).toEqual([]);
    expect([...index.replace([mark('a', 0, 5, 'saving'), mark('b', 20, 40)])]).toEqual([0]);
    expect([...index.replace([mark('a', 0, 5, 'saving')])]).toEqual([1, 2, 3]);
    expect([...index.replace([mark('a', 56, 58, 'saving')])]).toEqual([0, 5]);
    expect(index.find('a')?.start).toBe(56);
    expect(index.over(0)).toEqual([]);
  });

  it('keeps for each line exactly the marks over it', () => {
    const some = fc
      .uniqueArray(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), { maxLength: 8 })
      .map((spans) => spans.map(([start, length], at) => mark(`m${at}`, start, Math.min(66, start + length))));
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 4 }), (rounds) => {
        const index = indexMarks(list);
        for (const marks of rounds) {
          index.replace(marks);
          for (const [line, paragraph] of list.entries())
            expect(
              index
                .over(line)
                .map(({ id }) => id)
                .sort(),
            ).toEqual(
              marks
                .filter((one) => overlap(one, paragraph))
                .map(({ id }) => id)
                .sort(),
            );
        }
      }),
    );
  });
});
