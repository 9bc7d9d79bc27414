import { describe, expect, it } from 'vitest';
import { reliabilityOf } from '@/lib/grades/effective';
import type { Grades, GradeView } from '@/lib/grades/grade';
import type { Mark } from '@/lib/grades/mark';
import { sayGrades, sayReliability } from './grade-words';

const view = (mark: Mark): GradeView => ({ mark, analyst: { id: mark, name: mark }, at: '2026-01-01T00:00:00.000Z' });
const grades = (given: Partial<Grades>): Grades => ({
  ...{ mine: null, settled: null, others: [], hidden: 0, earlier: [], warning: null },
  ...given,
});

describe('a grade in words', () => {
  it('names the settled one alone, else all of them', () => {
    expect(sayGrades(grades({ settled: view('3'), mine: view('2') }))).toBe('3, possibly true, settled');
    expect(sayGrades(grades({ mine: view('F'), others: [view('E')] }))).toBe(
      'E, unreliable, and F, reliability cannot be judged',
    );
  });

  it('tells of hidden ones by their number alone', () => {
    expect(sayGrades(undefined)).toBe('not graded');
    expect(sayGrades(grades({ hidden: 2 }))).toBe('graded by 2 colleagues, to be seen after your own');
  });

  it('says when the letter is the publisher’s, also while the speaker’s is hidden', () => {
    const speaker = grades({ hidden: 1 });
    const publisher = grades({ settled: view('B') });
    expect(sayReliability(reliabilityOf(undefined, publisher), undefined)).toBe(
      'B, usually reliable, from the publisher',
    );
    expect(sayReliability(reliabilityOf(speaker, publisher), speaker)).toBe(
      'B, usually reliable, from the publisher; the speaker is graded by a colleague, to be seen after your own',
    );
    expect(sayReliability(null, undefined)).toBe('not graded');
  });
});
