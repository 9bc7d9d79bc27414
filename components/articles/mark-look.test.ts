import { describe, expect, it } from 'vitest';
import { markBackground, type PaneMark } from './mark-look';

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

  it('draws what lies deeper in a lane that is empty there, or else above the words', () => {
    const deep = new Map([...'abcd'].map((id, lane) => [id, lane]));
    const alone = markBackground([mark('d', { line: 'rejected' })], deep);
    expect(alone).toContain(' 0 calc(100% - 0px)/100% 2px no-repeat');
    const beside = markBackground([mark('a'), mark('c'), mark('d', { tone: 'place' })], deep);
    expect(beside).toContain('var(--line-place)) 0 calc(100% - 3px)/100%');
    const crowded = markBackground([...'abc'].map((id) => mark(id)).concat(mark('d', { tone: 'place' })), deep);
    expect(crowded).toContain('var(--line-place)) 0 0/100% 2px no-repeat');
  });

  it('never fills for a rejected tag', () => {
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
