import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { longArticle, memberIds, putHighlights } from '@/e2e/support/bulk';
import { asScript, demoProject, personIn } from '@/e2e/support/people';
import { paneOf } from '@/e2e/support/reader';
import { served } from '@/e2e/support/served';
import { bringIn, makeEntity, type Brought } from '@/e2e/support/work';
import { heap, measuring } from './reader-page';

// What the reader weighs: the JavaScript that is sent for it, and what is left in memory after a hundred articles were opened in turn.

const ARTICLES = 100;
const LETTERS = 40_000;
const HIGHLIGHTS = 200;
/** Articles after which the browser has compiled what it compiles: machine code of functions that are called often stays, and is in the heap. */
const WARM = 20;
/** They bring code and caches that every page brings. */
const FEW = 3;
/** ms: longer than anything is kept for those who go back. */
const AFTER = 20_000;

async function bringMany(projectId: string, script: ReturnType<typeof asScript>): Promise<Brought[]> {
  const entity = await makeEntity(script, projectId, 'place', 'Weighed');
  const { database } = served();
  const authors = await memberIds(database, ['Ines', 'Tomasz']);
  const articles: Brought[] = [];
  for (let nth = 0; nth <= FEW + WARM + ARTICLES; nth += 1) {
    // Each has words of its own: a hundred copies of one text would weigh their echoes.
    const { text, spots } = longArticle(LETTERS, HIGHLIGHTS, 'Velkan Orda', nth);
    const article = await bringIn(script, projectId, `Weighed ${nth}`, text);
    await putHighlights(database, article, spots, { entityIds: [entity.id], authors });
    articles.push(article);
  }
  return articles;
}

/** Walks to an article as a link does, without a new page, and waits for its words and marks. */
async function walkTo(page: Page, projectId: string, article: Brought) {
  await page.evaluate((to) => {
    const { next } = window as unknown as { next: { router: { push: (to: string) => void } } };
    next.router.push(to);
  }, `/projects/${projectId}/articles/${article.id}`);
  const pane = await paneOf(page, article);
  await pane.locator('mark').first().waitFor();
}

/** Measures and prints: the heap with one article open, before and after a hundred others. */
export async function memoryRow(browser: Browser): Promise<void> {
  const { context } = await personIn(browser, 'Ines');
  const projectId = await demoProject(context);
  const [first, ...others] = await bringMany(projectId, asScript(context));
  const page = await context.newPage();
  await page.goto(`/projects/${projectId}/articles`);
  const on = await measuring(page);
  /** Walks to so many others and back, and answers what is needed then with one article open. */
  const through = async (count: number) => {
    for (const article of others.splice(0, count)) await walkTo(page, projectId, article);
    await walkTo(page, projectId, first!);
    await page.waitForTimeout(AFTER);
    return heap(on);
  };
  const [cold, before, after] = [await through(FEW), await through(WARM), await through(ARTICLES)];
  const growth = (after / before - 1) * 100;
  const mb = (size: number) => `${size.toFixed(2)} MB`;
  console.log(`\nMemory, ${ARTICLES} articles of ${LETTERS} characters with ${HIGHLIGHTS} highlights opened in turn`);
  console.log(
    `  JavaScript heap with one article open: ${mb(cold)} after the first ${FEW}, ${mb(before)} after ${WARM} more`,
  );
  console.log(
    `  and ${mb(after)} after the ${ARTICLES}, ${((after / cold - 1) * 100).toFixed(1)} % more than after the first ${FEW}`,
  );
  console.log(
    `  growth over the ${ARTICLES}: ${growth.toFixed(1)} %   target ≤ 20 %: ${growth <= 20 ? 'met' : 'MISSED'}`,
  );
  await context.close();
}

/** Measures and prints: the scripts that an empty browser fetches for the reader, compressed; apart from them those that it fetches while the page rests. */
export async function scriptsRow(browser: Browser): Promise<void> {
  const { context } = await personIn(browser, 'Ines');
  const projectId = await demoProject(context);
  const article = await bringIn(asScript(context), projectId, 'Short', 'A short line.');
  const state = await context.storageState();
  await context.close();
  const empty = await browser.newContext({ baseURL: served().addresses[0], storageState: state });
  const page = await empty.newPage();
  const scripts = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.set(
      response.url(),
      response.body().then((body) => gzipSync(body).length),
    );
  });
  await page.goto(`/projects/${projectId}/articles/${article.id}`);
  await paneOf(page, article);
  await page.waitForFunction(() => performance.getEntriesByName('rested').length > 0);
  const late = await page.evaluate(() => {
    const [rest] = performance.getEntriesByName('at rest');
    return performance
      .getEntriesByType('resource')
      .flatMap((one) => (one.startTime >= rest!.startTime ? one.name : []));
  });
  const sum = async (wanted: (url: string) => boolean) => {
    const sizes = await Promise.all([...scripts].flatMap(([url, size]) => (wanted(url) ? [size] : [])));
    return { kb: sizes.reduce((all, size) => all + size, 0) / 1000, files: sizes.length };
  };
  const first = await sum((url) => !late.includes(url));
  const then = await sum((url) => late.includes(url));
  console.log(
    `\nJavaScript sent to the reader, compressed with gzip: ${first.kb.toFixed(1)} KB in ${first.files} files`,
  );
  console.log(`  target ≤ 250 KB: ${first.kb <= 250 ? 'met' : 'MISSED'}`);
  console.log(`  while the page rests: ${then.kb.toFixed(0)} KB more in ${then.files} files`);
  await empty.close();
}
