import { describe, expect, it } from 'vitest';
import { fromPlaywright, fromVitest, lastLine, nothing, one, sum } from './tally.mjs';

const file = (status: string, assertionResults: object[], message = '') => ({
  name: 'a.test.ts',
  status,
  message,
  assertionResults: assertionResults as { fullName: string; status: string; failureMessages?: string[] }[],
});

describe('vitest', () => {
  it('counts what passed, failed and did not run', () => {
    const results = [
      { fullName: 'one', status: 'passed' },
      { fullName: 'two', status: 'failed', failureMessages: ['expected 1 to be 2'] },
      { fullName: 'three', status: 'pending' },
      { fullName: 'four', status: 'todo' },
    ];
    const tally = fromVitest({ testResults: [file('failed', results)] }, false);
    expect(tally).toMatchObject({ passed: 1, failed: 1, skipped: 2 });
    expect(tally.problems).toEqual(['a.test.ts: two\nexpected 1 to be 2']);
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(fromVitest({ testResults: [file('failed', [], 'no such module')] }, false)).toMatchObject({
      passed: 0,
      failed: 1,
      problems: ['a.test.ts\nno such module'],
    });
  });

  it('counts a run without a report, and one that ended badly after its tests, as one failure', () => {
    expect(fromVitest(null, false).failed).toBe(1);
    const passing = { testResults: [file('passed', [{ fullName: 'one', status: 'passed' }])] };
    expect(fromVitest(passing, false)).toMatchObject({ passed: 1, failed: 1 });
    expect(fromVitest(passing, true)).toMatchObject({ passed: 1, failed: 0 });
  });
});

describe('Playwright', () => {
  const story = (title: string, status: string, message?: string) => ({
    title,
    tests: [{ status, results: [{ errors: message ? [{ message }] : [] }] }],
  });

  it('counts stories of nested suites; one that passed at the second try has failed', () => {
    const suites = [
      {
        title: 'a.spec.ts',
        specs: [story('first steps', 'expected')],
        suites: [{ title: 'export', specs: [story('reads back', 'unexpected', 'not equal')] }],
      },
      { title: 'b.spec.ts', specs: [story('real articles', 'skipped'), story('live', 'flaky')] },
    ];
    const tally = fromPlaywright({ suites }, false);
    expect(tally).toMatchObject({ passed: 1, failed: 2, skipped: 1 });
    expect(tally.problems[0]).toBe('a.spec.ts › export › reads back\nnot equal');
  });

  it('counts an error outside the stories, such as a set-up that failed', () => {
    expect(fromPlaywright({ suites: [], errors: [{ message: 'no build' }] }, false)).toMatchObject({
      failed: 1,
      problems: ['no build'],
    });
    expect(fromPlaywright(null, false).failed).toBe(1);
  });
});

it('sums up in the words of the last line', () => {
  expect(lastLine(sum([one(true), one(true), one(false, 'why')]))).toBe('2 passed, 1 failed');
  expect(lastLine(sum([one(true), { ...nothing(), skipped: 3 }]))).toBe('1 passed, 0 failed, 3 skipped');
});
