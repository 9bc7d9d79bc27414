import { describe, expect, it } from 'vitest';
import { LANES, markBackground, type PaneMark } from './mark-look';

const mark = (id: string, change: Partial<PaneMark> = {}): PaneMark => ({
  id,
  start: 0,
  end: 9,
  tone: 'person',
  line: 'own',
  letter: 'P',
  label: id,
  ...change,
});

describe('how a segment is drawn', () => {
  it('draws one underline a mark, each in its lane, and fills with the innermost', () => {
    const drawn = markBackground(
      [mark('a'), mark('b', { tone: 'supports', line: 'others' })],
      new Map([
        ['a', 0],
        ['b', 1],
      ]),
    );
    expect(drawn).toContain('linear-gradient(var(--line-person),var(--line-person)) 0 calc(100% - 6px)/100% 2px');
    expect(drawn).toContain('repeating-linear-gradient(90deg,var(--line-supports) 0 7px');
    expect(drawn).toMatch(/,content-box var\(--fill-supports\)$/);
  });

  it('tells own, others’, saving, suggested, rejected and contested apart without colour', () => {
    const lines = ['own', 'others', 'saving', 'suggested', 'rejected', 'contested'] as const;
    const drawn = lines.map((line) => markBackground([mark('a', { line })], new Map([['a', 0]])).split(' 0 calc')[0]);
    expect(new Set(drawn).size).toBe(lines.length);
  });

  it('leaves what lies below the last lane to the picker, and never fills for a rejected tag', () => {
    const deep = markBackground(
      [mark('a'), mark('b', { line: 'rejected' })],
      new Map([
        ['a', 0],
        ['b', LANES],
      ]),
    );
    expect(deep.match(/var\(--line-/g)).toHaveLength(2);
    expect(markBackground([mark('a', { line: 'rejected' })], new Map())).not.toContain('--fill-');
  });

  it('stripes the one fill of types that share a colour, each in its own way', () => {
    const fills = [null, 'var(--one)', 'var(--two)'].map((pattern) =>
      markBackground([mark('a', { tone: 'other', pattern })], new Map()),
    );
    expect(new Set(fills).size).toBe(3);
    for (const fill of fills) expect(fill.match(/content-box var\(--fill-/g)).toHaveLength(1);
    const under = markBackground([mark('a', { tone: 'other', pattern: 'var(--one)' }), mark('b')], new Map());
    expect(under).not.toContain('--one');
  });
});
