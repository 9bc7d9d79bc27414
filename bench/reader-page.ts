import type { CDPSession, Page } from '@playwright/test';

// What can be measured in any page that shows a long text, whoever shows it.

export type Measuring = { page: Page; cdp: CDPSession };

const metric = async ({ cdp }: Measuring, name: string): Promise<number> => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)!.value;
};

/** How long the main thread was at work while something happened, in ms of its own time, with what that answered. */
export async function mainThread<T>(on: Measuring, work: () => Promise<T>): Promise<{ busy: number; answer: T }> {
  const before = await metric(on, 'TaskDuration');
  const answer = await work();
  return { busy: ((await metric(on, 'TaskDuration')) - before) * 1000, answer };
}

/** MB of JavaScript objects that are still needed. */
export async function heap(on: Measuring): Promise<number> {
  for (let times = 0; times < 2; times += 1) await on.cdp.send('HeapProfiler.collectGarbage');
  return (await metric(on, 'JSHeapUsedSize')) / 1e6;
}

/** What runs in a page comes from a compiler that calls `__name` to name functions: pages to come know it. */
export const namingFunctions = (pages: Pick<Page, 'addInitScript'>) =>
  pages.addInitScript('globalThis.__name ??= (made) => made');

export async function measuring(page: Page): Promise<Measuring> {
  await namingFunctions(page);
  const cdp = await page.context().newCDPSession(page);
  // The thread's own clock: what else the machine does meanwhile, painting for this very page too, is not the main thread's work.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, cdp };
}

const FRAMES = 60;
const STEP = 300;

/** Scrolls 60 frames by 300 px from the middle: the times between frames, and main-thread ms a frame. */
export async function scrolling(on: Measuring): Promise<{ frames: number[]; busy: number }> {
  await on.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight * 0.4));
  await on.page.waitForTimeout(500);
  const { busy, answer } = await mainThread(on, () =>
    on.page.evaluate(
      ({ frames, step }) =>
        new Promise<number[]>((done) => {
          const times: number[] = [];
          let before = 0;
          const next = (now: number) => {
            if (before) times.push(now - before);
            before = now;
            if (times.length >= frames) return done(times);
            scrollBy({ top: step, behavior: 'instant' });
            requestAnimationFrame(next);
          };
          requestAnimationFrame(next);
        }),
      { frames: FRAMES, step: STEP },
    ),
  );
  await on.page.waitForTimeout(300);
  return { frames: answer, busy: busy / FRAMES };
}

/** Selects words across a paragraph or two in the middle of the screen, natively. */
export const selectOnScreen = (page: Page) =>
  page.evaluate(() => {
    const column = document.querySelector('[data-pane], main')!.getBoundingClientRect();
    const at = (x: number, y: number) => {
      for (let down = 0; down < 200; down += 10) {
        const caret = document.caretPositionFromPoint(x, y + down);
        if (caret?.offsetNode.nodeType === Node.TEXT_NODE) return caret;
      }
      throw new Error('There is no text in the middle of the screen.');
    };
    const from = at(column.left + 60, innerHeight / 2 - 120);
    const to = at(column.left + 260, innerHeight / 2 + 60);
    getSelection()!.setBaseAndExtent(from.offsetNode, from.offset, to.offsetNode, to.offset);
  });
