import { expect, type Locator, type Page } from '@playwright/test';
import type { Brought } from './work';

/** What the composer chooses from: until it is read, Enter takes nothing. */
const choices = ['entity-names', 'claim-statements'];
const areRead = (page: Page): Promise<boolean> =>
  page.evaluate((wanted) => {
    const ended = performance
      .getEntriesByType('resource')
      .flatMap((entry) => ((entry as PerformanceResourceTiming).responseEnd > 0 ? [entry.name] : []));
    return wanted.every((one) => ended.some((name) => name.endsWith(one)));
  }, choices);

/**
 * Loses the answer of the next write to an address: it never arrives, or with `arrives` is done there all the same. What is read from the same
 * address meanwhile, because of a colleague, goes its way.
 */
export async function loseAnswer(page: Page, address: string, { arrives = false } = {}): Promise<void> {
  let lost = false;
  await page.route(address, async (route) => {
    if (lost || route.request().method() === 'GET') return route.fallback();
    lost = true;
    if (arrives) await route.fetch();
    await route.abort();
  });
}

/** Opens an article and waits until its words are there, and for whoever may tag them what they may be about. `search` is the rest of the address. */
export async function openArticle(page: Page, project: string, article: Brought, search = ''): Promise<Locator> {
  await page.goto(`/projects/${project}/articles/${article.id}${search}`);
  const pane = await paneOf(page, article);
  const mayTag = await page
    .getByRole('toolbar', { name: 'Article' })
    .getByRole('button', { name: /^Review/ })
    .count();
  if (mayTag > 0) await expect.poll(() => areRead(page)).toBe(true);
  return pane;
}

/** The article's words, once all of them are in the page. */
export async function paneOf(page: Page, { title, text }: Brought): Promise<Locator> {
  const pane = page.getByRole('region', { name: title, exact: true });
  await expect(pane).not.toHaveAttribute('aria-busy');
  await expect.poll(() => pane.evaluate((element) => element.textContent.length)).toBe(text.length);
  return pane;
}

/**
 * Where words stand on the screen: the middle of the left edge of the first, and of the right edge of the last, in px. They are scrolled to, and
 * read once they stand still: sections that were skipped until now had their expected height.
 */
async function edgesOf(pane: Locator, words: string, nth: number) {
  return pane.evaluate(
    async (element, { wanted, which }) => {
      const text = element.textContent;
      let start = text.indexOf(wanted);
      for (let left = which; left > 0; left -= 1) start = text.indexOf(wanted, start + 1);
      const letterAt = (offset: number) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        let before = 0;
        while (walker.nextNode()) {
          const piece = walker.currentNode as Text;
          const at = offset - before;
          if (at < piece.length) {
            const range = document.createRange();
            range.setStart(piece, at);
            range.setEnd(piece, at + 1);
            return range;
          }
          before += piece.length;
        }
        throw new Error(`“${wanted}” does not stand there ${which + 1} times.`);
      };
      const edges = () => {
        const first = letterAt(start).getBoundingClientRect();
        const last = letterAt(start + wanted.length - 1).getBoundingClientRect();
        const middle = (box: DOMRect) => box.top + box.height / 2;
        return { from: { x: first.left + 1, y: middle(first) }, to: { x: last.right - 1, y: middle(last) } };
      };
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      letterAt(start).startContainer.parentElement!.scrollIntoView({ block: 'center' });
      let found = edges();
      for (let still = 0, frames = 0; still < 3 && frames < 120; frames += 1) {
        await frame();
        const now = edges();
        still = now.from.y === found.from.y && now.from.x === found.from.x ? still + 1 : 0;
        found = now;
      }
      return found;
    },
    { wanted: words, which: nth },
  );
}

/** Drags the pointer over words. */
export async function selectWords(page: Page, pane: Locator, words: string, nth = 0): Promise<void> {
  const { from, to } = await edgesOf(pane, words, nth);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe(words);
}

/** Clicks in the middle of words. */
export async function clickWords(page: Page, pane: Locator, words: string, nth = 0): Promise<void> {
  const { from, to } = await edgesOf(pane, words, nth);
  await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2);
}

/** The composer on these words. */
export const composerOn = (page: Page, words: string): Locator =>
  page.getByRole('dialog', { name: `“${words.slice(0, 80)}”` });

/** Tags in the margin, or those of them that are called so. */
export const inMargin = (page: Page, name?: string | RegExp): Locator =>
  page.getByRole('group', { name: 'Tags in reading order' }).getByRole('article', name ? { name } : {});

/** What the reader says of its writes. */
export const saveState = (page: Page): Locator =>
  page.getByRole('toolbar', { name: 'Article' }).getByRole('status').first();

/** Pieces of the text that are drawn as tagged, in reading order. */
export const marksIn = (pane: Locator): Locator => pane.locator('mark');

/** Opens the places of the margin that are so crowded that they only count their tags. */
export async function unfoldMargin(page: Page): Promise<void> {
  await expect(inMargin(page).first()).toBeVisible();
  const folded = page.getByRole('button', { name: /^\d+ more here$/ });
  while ((await folded.count()) > 0) await folded.first().click();
}
