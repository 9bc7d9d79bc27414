import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { asScript, personIn } from '@/e2e/support/people';
import { openArticle } from '@/e2e/support/reader';
import { served } from '@/e2e/support/served';
import { bringIn } from '@/e2e/support/work';
import { lineOf, verdictOf, type Rounds } from './figures';

// "Suggestions": 5,000 names of a project looked for in a text of 1,000,000 characters, by the reader's own worker. The floor, in the
// same page: one `indexOf` pass over the text for every hundredth name.

const NAMES = 5_000;
const LETTERS = 1_000_000;
/** What one may wait, ms. */
const MOST = 1_000;

/** Names and a text that holds one of them in every twenty words: the same in every run. */
function written(): { names: string[]; text: string } {
  let state = 20_261_127;
  const next = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  const word = () => Array.from({ length: 2 + next(8) }, () => 'aeioustrnlmdk'[next(13)]).join('');
  const capital = (plain: string) => plain.charAt(0).toUpperCase() + plain.slice(1);
  const names = Array.from({ length: NAMES }, () =>
    Array.from({ length: 1 + next(3) }, () => capital(word() + word())).join(' '),
  );
  const pieces: string[] = [];
  for (let length = 0; length < LETTERS; length += pieces.at(-1)!.length + 1)
    pieces.push(`${next(20) === 0 ? names[next(NAMES)]! : word()}${next(80) === 0 ? '.\n' : ''}`);
  return { names, text: pieces.join(' ') };
}

async function addNames(database: string, projectId: string, names: readonly string[]): Promise<void> {
  const db = new pg.Client({ connectionString: database });
  await db.connect();
  try {
    await db.query(
      `INSERT INTO entity (id, project_id, type, name, created_by, created_at)
       SELECT gen_random_uuid(), p.id, 'person', given.name, p.created_by, now()
       FROM project p, unnest($2::text[]) AS given(name) WHERE p.id = $1`,
      [projectId, [...names]],
    );
  } finally {
    await db.end();
  }
}

/** The passes of the floor, in the page: ms. */
const passes = (page: Page, text: string, names: readonly string[]): Promise<number> =>
  page.evaluate(
    ([where, wanted]) => {
      const begun = performance.now();
      let found = 0;
      for (const name of wanted)
        for (let at = where.indexOf(name); at >= 0; at = where.indexOf(name, at + 1)) found += 1;
      return found >= 0 ? performance.now() - begun : NaN;
    },
    [text, names.filter((_, nth) => nth % 100 === 0)] as const,
  );

/** Opens the article anew: how long its worker takes, and the longest task of the page meanwhile, ms. */
async function suggest(page: Page, open: () => Promise<unknown>): Promise<{ took: number; blocked: number }> {
  const begun = page.waitForEvent('worker', { timeout: 120_000 });
  await open();
  const worker = await begun;
  await page.getByRole('button', { name: /\d+ suggestions$/ }).waitFor({ timeout: 120_000 });
  const measure = await worker.evaluate(() => {
    const [entry] = performance.getEntriesByName('names of the project');
    return { from: performance.timeOrigin + entry!.startTime, took: entry!.duration };
  });
  const blocked = await page.evaluate(
    ({ from, took }) =>
      (window as unknown as { tasks: PerformanceEntry[] }).tasks
        .map(({ startTime, duration }) => ({ at: performance.timeOrigin + startTime, duration }))
        .filter(({ at, duration }) => at < from + took && from < at + duration)
        .reduce((longest, { duration }) => Math.max(longest, duration), 0),
    measure,
  );
  return { took: measure.took, blocked };
}

/** Measures and prints the row, in a project of its own. */
export async function suggestionsRow(browser: Browser, rounds: number): Promise<void> {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const made = await script.send('POST', '/projects', { name: 'Five thousand names' });
  const { id: projectId } = (await made.json()) as { id: string };
  const { names, text } = written();
  await addNames(served().database, projectId, names);
  const article = await bringIn(script, projectId, 'Five thousand names', text);
  await page.addInitScript(() => {
    const tasks: PerformanceEntry[] = [];
    (window as unknown as { tasks: PerformanceEntry[] }).tasks = tasks;
    new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
  });
  const [took, floor, blocked]: [Rounds, Rounds, number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    const seen = await suggest(page, () => openArticle(page, projectId, article));
    took.push([seen.took]);
    blocked.push(seen.blocked);
    floor.push([await passes(page, text, names)]);
  }
  console.log(`\nSuggestions: ${NAMES} names in ${text.length} characters, in the reader’s worker`);
  console.log(lineOf('names taken apart and found', took));
  console.log(lineOf('floor: indexOf for each 100th name', floor));
  console.log(verdictOf('median', took, floor, 0.5));
  const longest = Math.max(...took.flat());
  console.log(`  longest ${longest.toFixed(0)} ms   target ≤ ${MOST} ms: ${longest <= MOST ? 'met' : 'MISSED'}`);
  console.log(
    `  longest task of the page while it ran ${Math.max(...blocked).toFixed(0)} ms (it lays the text out meanwhile; below 50 ms none is counted)`,
  );
  await context.close();
}
