import { describe, expect, it } from 'vitest';
import { byMark, notation, reliabilityOf, sayMarks, standing, type Given } from './effective';
import type { GradeView } from './grade';
import type { Mark } from './mark';

const view = (mark: Mark, name = mark as string, at = '2026-01-01T00:00:00.000Z'): GradeView => ({
  ...{ mark, analyst: { id: name, name }, at },
});
const given = (others: Mark[], more: Partial<Given> = {}): Given => ({
  ...{ settled: null, mine: null, others: others.map((mark) => view(mark)) },
  ...more,
});
const marks = (views: readonly GradeView[] | undefined) => views?.map(({ mark }) => mark);

describe('the grades that stand', () => {
  it('are the settled one alone, else those of all, in the order of the scale', () => {
    expect(marks(standing(given(['D', 'B'], { settled: view('C') })))).toEqual(['C']);
    expect(marks(standing(given(['F', 'D'], { mine: view('B') })))).toEqual(['B', 'D', 'F']);
  });

  it('of one mark have the earlier first', () => {
    const late = view('B', 'late', '2026-02-01T00:00:00.000Z');
    expect(byMark([late, view('B', 'early')]).map(({ analyst }) => analyst.name)).toEqual(['early', 'late']);
  });
});

describe('how reliable the source of a citation is', () => {
  const publisher = given([], { settled: view('B') });

  it('is said of whoever speaks, where anybody graded them: also that it cannot be judged', () => {
    expect(reliabilityOf(given(['F']), publisher)).toMatchObject({
      from: 'speaker',
      settled: false,
      grades: [{ mark: 'F' }],
    });
    expect(marks(reliabilityOf(given(['D', 'C']), publisher)?.grades)).toEqual(['C', 'D']);
  });

  it('is the publisher’s otherwise, and says so', () => {
    for (const speaker of [undefined, given([])])
      expect(reliabilityOf(speaker, publisher)).toMatchObject({
        from: 'publisher',
        settled: true,
        grades: [{ mark: 'B' }],
      });
    expect(reliabilityOf(undefined, given([]))).toBeNull();
    expect(reliabilityOf(undefined, undefined)).toBeNull();
  });
});

describe('a grade in print', () => {
  it('is a letter and a digit; a dash stands for the scale that nobody used, and those who differ stand side by side', () => {
    expect(notation([view('B')], [view('2')])).toBe('B2');
    expect(notation([view('B'), view('B')], [])).toBe('B–');
    expect(notation([], [view('6')])).toBe('–6');
    expect(notation([view('B'), view('D')], [view('2')])).toBe('B/D\u20092');
    expect(notation([], [])).toBeNull();
  });

  it('has its words', () => {
    expect(sayMarks([view('B'), view('D'), view('B')])).toBe('B, usually reliable, and D, not usually reliable');
  });
});
