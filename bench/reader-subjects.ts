import type { Page } from '@playwright/test';
import type { Long, Spot } from '@/e2e/support/bulk';
import type { PeerName, PeerPage } from './peers/page';
import { mainThread, selectOnScreen, type Measuring } from './reader-page';

export type Shown = { painted: number; busy: number };

/** One way to show the article: the product, a floor or a peer. `nth` is a place where nothing was put before, another each time. */
export interface Subject {
  /** From the data in memory to the end of the frame that shows marks: ms, and what the main thread did for it. */
  open: (on: Measuring) => Promise<Shown>;
  /** What is left to do after that until everything is in the page, main thread, ms; where something is. */
  rest?: (on: Measuring) => Promise<number>;
  /** From one highlight more in memory, on the screen, to the end of the frame that shows it. `offsets` has been asked before. */
  add: (on: Measuring, nth: number) => Promise<Shown>;
  /** From Enter in the composer to the end of the frame that shows the mark. Only where there is a composer. */
  enter?: (on: Measuring, nth: number) => Promise<Shown>;
  /** Mean ms to know what is marked under a point. */
  hit: (page: Page) => Promise<number>;
  /** Mean ms from the native selection to offsets, checked against the text. */
  offsets: (page: Page) => Promise<number>;
}

type PeerWindow = { peer: PeerPage; data: Long; at?: Spot };

export function peer(address: string, text: string, name: PeerName): Subject {
  return {
    async open(on) {
      await on.page.goto(`${address}/${text}`);
      await on.page.waitForFunction(() => 'peer' in window);
      await on.page.evaluate(() => document.fonts.load('16px Serif'));
      const { busy, answer } = await mainThread(on, () =>
        on.page.evaluate((wanted) => (window as unknown as PeerWindow).peer.open(wanted), name),
      );
      return { painted: answer, busy };
    },
    async add(on, nth) {
      const { busy, answer } = await mainThread(on, () =>
        on.page.evaluate((place) => {
          const { peer, at } = window as unknown as PeerWindow;
          return peer.add({ start: at!.start + 20 * place, end: at!.start + 20 * place + 11 });
        }, nth),
      );
      return { painted: answer, busy };
    },
    hit: (page) =>
      page.evaluate(() => {
        const { peer } = window as unknown as PeerWindow;
        const began = performance.now();
        for (let nth = 0; nth < 200; nth += 1) peer.hit(innerWidth / 2 + (nth % 20) * 8, 100 + nth * 3);
        return (performance.now() - began) / 200;
      }),
    async offsets(page) {
      await selectOnScreen(page);
      return page.evaluate(() => {
        const here = window as unknown as PeerWindow;
        // The page's clock is coarse: many times together.
        const began = performance.now();
        for (let nth = 0; nth < 200; nth += 1) here.at = here.peer.selected()!;
        const took = (performance.now() - began) / 200;
        const bare = (words: string) => words.replace(/\s/g, '');
        const { start, end } = here.at!;
        if (bare(here.data.text.slice(start, end)) !== bare(String(getSelection())))
          throw new Error('The offsets are not those of the selected words.');
        getSelection()!.removeAllRanges();
        return took;
      });
    },
  };
}
