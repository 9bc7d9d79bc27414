// Counts of checks and tests, and what went wrong in them, from the test runners' own JSON reports.

/** @typedef {{ passed: number, failed: number, skipped: number, problems: string[] }} Tally */

/** @returns {Tally} */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0, problems: [] });

/** One check as a whole, passed or failed. */
export const one = (ok, problem = '') => ({
  ...nothing(),
  [ok ? 'passed' : 'failed']: 1,
  problems: problem ? [problem] : [],
});

/** @param {Tally[]} tallies */
export function sum(tallies) {
  const total = nothing();
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/** `12 passed, 0 failed`, and the skipped ones where there are any. */
export const lastLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;

/** A run that ended badly without naming a failed test has failed once all the same. */
const atLeastOne = (tally, ok, problem) =>
  ok || tally.failed ? tally : { ...tally, failed: 1, problems: [...tally.problems, problem] };

/**
 * Vitest's JSON report. A file that could not be loaded has no tests and counts as one failure.
 * @param {{ testResults: { name: string, status: string, message?: string, assertionResults: { fullName: string, status: string, failureMessages?: string[] }[] }[] } | null} report
 * @param {boolean} ok whether the run's exit status was 0
 */
export function fromVitest(report, ok) {
  const tally = nothing();
  for (const file of report?.testResults ?? []) {
    for (const { fullName, status, failureMessages = [] } of file.assertionResults) {
      if (status === 'passed') tally.passed++;
      else if (status !== 'failed') tally.skipped++;
      else {
        tally.failed++;
        tally.problems.push(`${file.name}: ${fullName}\n${failureMessages.join('\n')}`);
      }
    }
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) {
      tally.failed++;
      tally.problems.push(`${file.name}\n${file.message ?? ''}`);
    }
  }
  return atLeastOne(tally, ok, 'vitest failed without naming a test.');
}

function* specs(suite, titles = []) {
  const here = [...titles, suite.title].filter(Boolean);
  for (const spec of suite.specs ?? []) yield { ...spec, path: [...here, spec.title].join(' › ') };
  for (const inner of suite.suites ?? []) yield* specs(inner, here);
}

/**
 * Playwright's JSON report. What only passed when it was tried again counts as failed.
 * @param {{ suites: object[], errors?: { message?: string }[] } | null} report
 * @param {boolean} ok whether the run's exit status was 0
 */
export function fromPlaywright(report, ok) {
  const tally = nothing();
  for (const suite of report?.suites ?? [])
    for (const spec of specs(suite))
      for (const { status, results } of spec.tests) {
        if (status === 'expected') tally.passed++;
        else if (status === 'skipped') tally.skipped++;
        else {
          tally.failed++;
          const messages = results.flatMap(({ errors = [] }) => errors.map(({ message }) => message));
          tally.problems.push(`${spec.path}\n${messages.join('\n')}`);
        }
      }
  for (const { message } of report?.errors ?? []) {
    tally.failed++;
    tally.problems.push(message ?? 'an error outside the stories');
  }
  return atLeastOne(tally, ok, 'Playwright failed without naming a story.');
}
