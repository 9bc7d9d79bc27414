import type { Page } from '@playwright/test';
import type { Brought } from '@/e2e/support/work';
import type { Long, Spot } from '@/e2e/support/bulk';
import { composerOn, paneOf, saveState, selectWords } from '@/e2e/support/reader';
import type { PeerName, PeerPage } from './peers/page';
import { mainThread, selectOnScreen, type Measuring } from './reader-page';

/** One way to show the article: the product, a floor or a peer. `nth` is a place where nothing is marked, another each time. */
export interface Subject {
  /** Opens it; ms until the frame that shows marks is over, and what the main thread did for it. */
  open: (on: Measuring) => Promise<{ painted: number; busy: number }>;
  add: (on: Measuring, nth: number) => Promise<{ painted: number; busy: number }>;
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

type Gate = {
  asked: number;
  arrived: number;
  release?: () => number;
  painted?: Promise<number>;
  added?: Promise<number>;
};
type GateWindow = { gate: Gate };

/** Holds back what has arrived of the text and its highlights until it is let in, so that the way here is measured apart. */
const holdBack = () => {
  const ask = window.fetch;
  const gate: Gate = { asked: 0, arrived: 0 };
  let began = 0;
  const opened = new Promise<void>((let_) => {
    gate.release = () => {
      let_();
      return (began = performance.now());
    };
  });
  (window as unknown as GateWindow).gate = gate;
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!/\/articles\/[^/]+\/(text|highlights)\b/.test(url)) return ask(input, init);
    gate.asked += 1;
    const answer = await ask(input, init);
    const body = await answer.arrayBuffer();
    gate.arrived += 1;
    await opened;
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
  gate.painted = new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[data-pane] mark')) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
    });
    observer.observe(document, { subtree: true, childList: true });
  });
};

/** Watches for the next Enter until the frame that shows the new mark is over. */
const watchMark = () => {
  (window as unknown as GateWindow).gate.added = new Promise((done) => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      removeEventListener('keydown', pressed, true);
      const observer = new MutationObserver(() => {
        if (!document.querySelector('mark[data-ids*="new-"]')) return;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - event.timeStamp)));
      });
      observer.observe(document.querySelector('[data-pane]')!, { subtree: true, childList: true, attributes: true });
    };
    addEventListener('keydown', pressed, true);
  });
};

/** The product's own page. `name` is an entity whose name stands in the article here and there; `onWay` hears how long the answers took. */
export function product(projectId: string, article: Brought, name: string, onWay: (ms: number) => void): Subject {
  return {
    async open(on) {
      await on.page.addInitScript(holdBack);
      await on.page.goto(`/projects/${projectId}/articles/${article.id}`, { waitUntil: 'commit' });
      await on.page.waitForFunction(
        () => {
          const { gate } = window as unknown as GateWindow;
          return gate.asked > 0 && gate.arrived === gate.asked;
        },
        null,
        { timeout: 60_000 },
      );
      onWay(await on.page.evaluate(() => performance.now()));
      // What the page does by itself after it has come is not counted.
      await on.page.waitForTimeout(1500);
      const { busy, answer } = await mainThread(on, () =>
        on.page.evaluate(() => {
          const { gate } = window as unknown as GateWindow;
          gate.release!();
          return gate.painted!;
        }),
      );
      await paneOf(on.page, article);
      return { painted: answer, busy };
    },
    async add(on, nth) {
      const { page } = on;
      const pane = page.getByRole('region', { name: article.title, exact: true });
      await selectWords(page, pane, name, nth);
      await composerOn(page, name).getByText('the same name').waitFor();
      await page.evaluate(watchMark);
      const { busy, answer } = await mainThread(on, async () => {
        await page.keyboard.press('Enter');
        return page.evaluate(() => (window as unknown as GateWindow).gate.added!);
      });
      await saveState(page).getByText('Saved').waitFor();
      return { painted: answer, busy };
    },
    hit: (page) =>
      page.evaluate(() => {
        const began = performance.now();
        for (let nth = 0; nth < 200; nth += 1)
          document
            .elementFromPoint(innerWidth / 2 - 300 + (nth % 20) * 8, 100 + nth * 3)
            ?.closest<HTMLElement>('mark[data-ids]')
            ?.dataset.ids?.split(' ');
        return (performance.now() - began) / 200;
      }),
    async offsets(page) {
      await selectOnScreen(page);
      return page.evaluate((text) => {
        const pane = document.querySelector('[data-pane]')!;
        let copied = '';
        // Copying asks for the offsets of the selected words and hands the stored text between them over.
        const began = performance.now();
        for (let nth = 0; nth < 200; nth += 1) {
          const clipboardData = new DataTransfer();
          pane.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, cancelable: true, clipboardData }));
          copied = clipboardData.getData('text/plain');
        }
        const took = (performance.now() - began) / 200;
        const bare = (words: string) => words.replace(/\s/g, '');
        if (!text.includes(copied) || bare(copied) !== bare(String(getSelection())))
          throw new Error('The offsets are not those of the selected words.');
        getSelection()!.removeAllRanges();
        return took;
      }, article.text);
    },
  };
}
