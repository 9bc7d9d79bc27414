import type { Browser, BrowserContext } from '@playwright/test';
import type { Long } from '@/e2e/support/bulk';
import { longArticle, memberIds, putHighlights } from '@/e2e/support/bulk';
import { asScript, demoProject, personIn } from '@/e2e/support/people';
import { openArticle } from '@/e2e/support/reader';
import { served } from '@/e2e/support/served';
import { bringIn, makeEntity, type Brought } from '@/e2e/support/work';
import { median, quantile } from './figures';
import type { PeerName } from './peers/page';
import { servePeers } from './peers/served';
import { heap, measuring, scrolling, type Measuring } from './reader-page';
import { product } from './reader-product';
import { peer, type Shown, type Subject } from './reader-subjects';
import { printReader, type Figures, type Measure } from './reader-table';

// The reader's rows: the product's own page beside two floors and the peers, all in one browser, in turn, round by round.

const NAME = 'Ostra Velmu';
const SIZES = [
  { key: '100k-1k', letters: 100_000, highlights: 1_000 },
  { key: '1m-1k', letters: 1_000_000, highlights: 1_000 },
  { key: '1m-10k', letters: 1_000_000, highlights: 10_000 },
] as const;
const PEERS: PeerName[] = ['plain', 'virtual', 'codemirror', 'recogito'];
const ADDS = 3;

/** The article in the product, with entities of every type to mark and one whose name is left to be tagged. */
async function bring(
  context: BrowserContext,
  projectId: string,
  { key }: { key: string },
  long: Long,
): Promise<Brought> {
  const script = asScript(context);
  const types = ['person', 'organisation', 'place', 'event', 'unnamed-source', 'vessel', 'law', 'weapon'];
  const made = types.map((type, nth) => makeEntity(script, projectId, type, `Marked ${key} ${nth}`));
  const entityIds = (await Promise.all(made)).map(({ id }) => id);
  const article = await bringIn(script, projectId, `Long ${key}`, long.text);
  const { database } = served();
  const authors = await memberIds(database, ['Ines', 'Tomasz']);
  await putHighlights(database, article, long.spots, { entityIds, authors });
  return article;
}

/** Some highlights more, each on words of its own. */
async function several(round: number, one: (nth: number) => Promise<Shown>): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (let nth = 0; nth < ADDS; nth += 1) shown.push(await one(3 + round * ADDS + nth));
  return shown;
}

/** Everything that is measured on one open page. */
async function measure(on: Measuring, subject: Subject, round: number): Promise<Partial<Record<Measure, number[]>>> {
  const opened = await subject.open(on);
  const rest = await subject.rest?.(on);
  await on.page.waitForTimeout(700);
  const kept = await heap(on);
  const { frames, busy } = await scrolling(on);
  const [hit, offsets] = [await subject.hit(on.page), await subject.offsets(on.page)];
  const adds = await several(round, (nth) => subject.add(on, nth));
  const entered = subject.enter ? await several(round, (nth) => subject.enter!(on, nth)) : null;
  return {
    painted: [opened.painted],
    paint: [opened.busy],
    ...(rest === undefined ? {} : { rest: [rest] }),
    added: adds.map((one) => one.painted),
    add: adds.map((one) => one.busy),
    ...(entered && { entered: entered.map((one) => one.painted), enter: entered.map((one) => one.busy) }),
    frame: [busy],
    p95: [quantile(frames, 0.95)],
    worst: [Math.max(...frames)],
    hit: [hit],
    offsets: [offsets],
    heap: [kept],
  };
}

/** Measures on a page of its own. */
async function onePage(context: BrowserContext, subject: Subject, round: number) {
  const page = await context.newPage();
  try {
    return await measure(await measuring(page), subject, round);
  } finally {
    await page.close();
  }
}

/** Only the first paint: of what takes seconds by itself. */
async function opening(context: BrowserContext, subject: Subject): Promise<Partial<Record<Measure, number[]>>> {
  const page = await context.newPage();
  try {
    const { painted, busy } = await subject.open(await measuring(page));
    return { painted: [painted], paint: [busy] };
  } finally {
    await page.close();
  }
}

/** What the product's page needs in memory before there is anything in it. */
async function blank(context: BrowserContext, projectId: string, article: Brought): Promise<number> {
  const page = await context.newPage();
  try {
    const on = await measuring(page);
    await openArticle(page, projectId, article);
    await page.waitForTimeout(1500);
    return await heap(on);
  } finally {
    await page.close();
  }
}

/** The product's column of text, as CSS. */
async function columnOf(context: BrowserContext, projectId: string, article: Brought): Promise<string> {
  const one = await context.newPage();
  await one.goto(`/projects/${projectId}/articles/${article.id}`);
  const style = await one.locator('[data-pane]').evaluate((element) => {
    const { fontSize, lineHeight } = getComputedStyle(element);
    return `width: ${element.getBoundingClientRect().width}px; font-size: ${fontSize}; line-height: ${lineHeight}`;
  });
  await one.close();
  return style;
}

/** Measures and prints the rows. `rounds` of each; `only` a size. */
export async function readerRows(browser: Browser, rounds: number, only?: string): Promise<void> {
  const { context } = await personIn(browser, 'Ines');
  const projectId = await demoProject(context);
  await makeEntity(asScript(context), projectId, 'person', NAME);
  const other = await personIn(browser, 'Tomasz');
  const { id: entityId } = await makeEntity(asScript(context), projectId, 'person', 'Told of by a colleague');
  const colleague = { context: other.context, entityId };
  const sizes = SIZES.filter(({ key }) => !only || key === only);
  const texts = Object.fromEntries(
    sizes.map((size, nth) => [size.key, longArticle(size.letters, size.highlights, NAME, nth)]),
  );
  const articles = new Map<string, Brought>();
  for (const size of sizes) articles.set(size.key, await bring(context, projectId, size, texts[size.key]!));
  const empty = await bringIn(asScript(context), projectId, 'Long, but empty', 'A line.');
  const column = await columnOf(context, projectId, empty);
  const peers = await servePeers({ ...texts, empty: { text: 'A line.', spots: [] } }, column);
  try {
    for (const { key, letters, highlights } of sizes) {
      const found: Figures = {};
      const ways: number[] = [];
      const fell = new Map<string, string>();
      const took = (name: string, figures: Partial<Record<Measure, number[]>>) => {
        for (const [measure, values] of Object.entries(figures) as [Measure, number[]][])
          ((found[name] ??= {})[measure] ??= []).push(values);
      };
      /** A peer that fails is left out, and said to have failed: the others are measured all the same. */
      const tried = async (name: string, figures: () => Promise<Partial<Record<Measure, number[]>>>) => {
        if (fell.has(name)) return;
        try {
          took(name, await figures());
        } catch (error) {
          fell.set(name, (error as Error).message.split('\n')[0]!);
          delete found[name];
        }
      };
      for (let round = 0; round < rounds; round += 1) {
        const article = articles.get(key)!;
        const own = product({ projectId, article, name: NAME, colleague, onWay: (ms) => ways.push(ms) });
        took('the product', await onePage(context, own, round));
        took('the product, one line in it', { heap: [await blank(context, projectId, empty)] });
        for (const name of PEERS) await tried(name, () => onePage(context, peer(peers.address, key, name), round));
        const shipped = 'recogito-as-shipped';
        await tried(shipped, () => opening(context, peer(peers.address, key, shipped)));
      }
      printReader({ letters, highlights, found, way: median(ways) });
      for (const [name, why] of fell) console.log(`  ${name} failed and is left out: ${why}`);
    }
  } finally {
    await peers.stop();
    await other.context.close();
    await context.close();
  }
}
