import type { Page } from '@playwright/test';
import type { Brought } from '@/e2e/support/work';
import { composerOn, openArticle, selectWords } from '@/e2e/support/reader';
import { lineOf, verdictOf, type Rounds } from './figures';

// "Save a highlight, to paint": in the product's own page, from the key that saves to the frame that shows the mark, and to the
// server's confirmation. The floor is an empty page in the same browser: from a key to the second frame after it.

export type Times = { painted: number; confirmed: number };
export type Measuring = { times?: Promise<Times>; frame?: Promise<number> };

const ROUNDS = 6;
const EACH = 5;
const WARM = 1;

/** Watches for the next Enter: when the new mark is on the screen, and when the reader says "Saved". */
export async function watchSave(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames = (then: (now: number) => void) =>
      requestAnimationFrame(() => requestAnimationFrame(() => then(performance.now())));
    const seen = (selector: string) => document.querySelector(selector) !== null;
    const saved = () =>
      document.querySelector('[role=toolbar][aria-label=Article] [role=status]')?.textContent === 'Saved';
    const watching: Promise<Times> = new Promise((resolve) => {
      const pressed = (event: KeyboardEvent) => {
        if (event.key !== 'Enter') return;
        removeEventListener('keydown', pressed, true);
        let [drawn, painted] = [false, NaN];
        const observer = new MutationObserver(() => {
          const provisional = seen('mark[data-ids*="new-"]');
          if (!drawn && provisional) {
            drawn = true;
            frames((now) => (painted = now - event.timeStamp));
          }
          if (!drawn || provisional || !saved()) return;
          observer.disconnect();
          frames((now) => resolve({ painted, confirmed: now - event.timeStamp }));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      };
      addEventListener('keydown', pressed, true);
    });
    (window as unknown as Measuring).times = watching;
  });
}

async function save(
  page: Page,
  pane: Awaited<ReturnType<typeof openArticle>>,
  name: string,
  nth: number,
): Promise<Times> {
  await page.bringToFront();
  await selectWords(page, pane, name, nth);
  await composerOn(page, name).getByText('the same name').waitFor();
  await watchSave(page);
  await page.keyboard.press('Enter');
  return page.evaluate(() => (window as unknown as Measuring).times!);
}

/** From a key to the second frame after it, in a page with nothing in it. */
export async function emptyFrame(page: Page): Promise<number> {
  await page.bringToFront();
  await page.evaluate(() => {
    (window as unknown as Measuring).frame = new Promise((resolve) => {
      const pressed = (event: KeyboardEvent) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - event.timeStamp)));
      addEventListener('keydown', pressed, { once: true });
    });
  });
  await page.keyboard.press('Enter');
  return page.evaluate(() => (window as unknown as Measuring).frame!);
}

/** Measures and prints the row. The `name` of an entity stands in the article often enough to be tagged anew each time. */
export async function saveToPaint(page: Page, projectId: string, article: Brought, name: string): Promise<void> {
  const empty = await page.context().newPage();
  await page.bringToFront();
  const pane = await openArticle(page, projectId, article);
  const painted: Rounds = [];
  const confirmed: Rounds = [];
  const floor: Rounds = [];
  let nth = 0;
  for (let round = -WARM; round < ROUNDS; round += 1) {
    const saves: Times[] = [];
    const frames: number[] = [];
    for (let left = EACH; left > 0; left -= 1) {
      saves.push(await save(page, pane, name, nth++));
      frames.push(await emptyFrame(empty));
    }
    if (round < 0) continue;
    painted.push(saves.map((one) => one.painted));
    confirmed.push(saves.map((one) => one.confirmed));
    floor.push(frames);
  }
  console.log('\nSave a highlight, to paint, in the reader');
  console.log(lineOf('key to painted mark', painted));
  console.log(lineOf('key to “Saved”', confirmed));
  console.log(lineOf('floor: two frames of an empty page', floor));
  // Two frames are shown as one or the other: nearer than half a frame of 60 a second nothing can be told apart.
  console.log(verdictOf('painted, median', painted, floor, 0.5, 1.5));
  console.log(verdictOf('“Saved”, median', confirmed, floor, 0.5));
  await empty.close();
}
