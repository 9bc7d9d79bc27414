import type { BrowserContext, Page } from '@playwright/test';
import type { Highlight } from '@/lib/highlights/highlight';
import type { Spot } from '@/e2e/support/bulk';
import { asScript } from '@/e2e/support/people';
import { composerOn, paneOf, saveState, selectWords } from '@/e2e/support/reader';
import type { Brought } from '@/e2e/support/work';
import { mainThread, selectOnScreen, type Measuring } from './reader-page';
import type { Subject } from './reader-subjects';

// The product's own page. What arrives in the browser is held back until it is let in, so that the way here is measured apart and the
// product begins where the floors and the peers begin: with the data in memory.

type Gate = {
  /** Holds back answers from addresses like this, from now on. */
  hold: (address: string) => void;
  asked: number;
  arrived: number;
  /** Requests of any kind that are not answered yet. */
  underWay: number;
  /** Lets in what was held back, in a task of its own as answers come, after a frame; answers ms until the frame that shows such an element is over. */
  letIn: (selector: string) => Promise<number>;
  entered?: Promise<number>;
};
type GateWindow = { gate: Gate };

const holdBack = (first: string) => {
  const ask = window.fetch;
  let held: RegExp | null = null;
  let open = () => {};
  let opened = Promise.resolve();
  const shows = (selector: string, then: () => void) => {
    // Looked for in what came alone: a search of ten thousand marks would be counted as the product's.
    const isThere = (node: Node) =>
      node instanceof Element && (node.matches(selector) || node.querySelector(selector) !== null);
    const observer = new MutationObserver((records) => {
      if (!records.some(({ addedNodes }) => [...addedNodes].some(isThere))) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(then));
    });
    observer.observe(document, { subtree: true, childList: true });
  };
  const gate: Gate = {
    asked: 0,
    arrived: 0,
    underWay: 0,
    hold(address) {
      held = new RegExp(address);
      Object.assign(gate, { asked: 0, arrived: 0 });
      opened = new Promise((done) => (open = done));
    },
    letIn: (selector) =>
      new Promise((done) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            const began = performance.now();
            shows(selector, () => done(performance.now() - began));
            held = null;
            open();
          };
          port2.postMessage(null);
        }),
      ),
  };
  (window as unknown as GateWindow).gate = gate;
  gate.hold(first);
  const throughGate = async (input: RequestInfo | URL, init?: RequestInit) => {
    gate.asked += 1;
    const answer = await ask(input, init).catch((error: unknown) => {
      gate.asked -= 1; // called off, since it is asked anew
      throw error;
    });
    const inMemory = async <T>(data: T): Promise<T> => {
      gate.arrived += 1;
      await opened;
      return data;
    };
    // What the others have when they begin is text and objects: so it is with what is let in here.
    if (answer.headers.get('content-type')?.includes('json')) {
      const read = answer.json.bind(answer);
      answer.json = async () => inMemory<unknown>(await read());
    } else {
      const body = answer.body!.pipeThrough(new TransformStream({ flush: () => inMemory(undefined) }));
      Object.defineProperty(answer, 'body', { value: body });
    }
    return answer;
  };
  window.fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
    gate.underWay += 1;
    try {
      return await (held?.test(pathname) ? throughGate(input, init) : ask(input, init));
    } finally {
      gate.underWay -= 1;
    }
  };
};

/** Waits until everything that is held back has come. */
const allArrived = (page: Page) =>
  page.waitForFunction(
    () => {
      const { gate } = window as unknown as GateWindow;
      return gate.asked > 0 && gate.arrived === gate.asked;
    },
    null,
    { timeout: 60_000 },
  );

/** Waits until the page has asked nothing for a while. */
const atRest = (page: Page) =>
  page.evaluate(
    (quiet) =>
      new Promise<void>((done) => {
        let since = performance.now();
        const look = setInterval(() => {
          const now = performance.now();
          if ((window as unknown as GateWindow).gate.underWay > 0) since = now;
          if (now - since < quiet) return;
          clearInterval(look);
          done();
        }, 50);
      }),
    700,
  );

const letIn = (on: Measuring, selector: string) =>
  mainThread(on, () =>
    on.page.evaluate((wanted) => (window as unknown as GateWindow).gate.letIn(wanted), selector),
  ).then(({ busy, answer }) => ({ painted: answer, busy }));

/** Watches for the next Enter until the frame that shows the new mark is over. */
const watchEnter = () => {
  (window as unknown as GateWindow).gate.entered = new Promise((done) => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      removeEventListener('keydown', pressed, true);
      const isNew = (node: Node) => node instanceof Element && node.matches('mark[data-ids*="new-"]');
      const observer = new MutationObserver((records) => {
        if (!records.some(({ addedNodes }) => [...addedNodes].some(isNew))) return;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - event.timeStamp)));
      });
      observer.observe(document.querySelector('[data-pane]')!, { subtree: true, childList: true });
    };
    addEventListener('keydown', pressed, true);
  });
};

export interface InProduct {
  projectId: string;
  article: Brought;
  /** An entity whose name stands in the article here and there, for whoever reads. */
  name: string;
  /** Who else tags in it, as what. */
  colleague: { context: BrowserContext; entityId: string };
  /** Hears how long the answers took to come. */
  onWay: (ms: number) => void;
}

export function product({ projectId, article, name, colleague, onWay }: InProduct): Subject {
  /** Where the selection was that `offsets` was asked for: in the middle of the screen. */
  let at: Spot = { start: 0, end: 0 };
  return {
    async open(on) {
      await on.page.addInitScript(holdBack, '/articles/[^/]+/(text|highlights)$');
      await on.page.goto(`/projects/${projectId}/articles/${article.id}`, { waitUntil: 'commit' });
      await allArrived(on.page);
      onWay(await on.page.evaluate(() => performance.now()));
      // What the page does by itself after it has come is not counted: it fetches what comes later.
      await on.page.waitForFunction(() => performance.getEntriesByName('rested').length > 0);
      await on.page.waitForTimeout(500);
      return letIn(on, '[data-pane] mark');
    },
    async rest(on) {
      const { busy } = await mainThread(on, async () => {
        await paneOf(on.page, article);
        await atRest(on.page);
      });
      return busy;
    },
    /** A colleague's tag, told by the live line: from its answer in memory to its mark. */
    async add(on, nth) {
      await on.page.evaluate(() => (window as unknown as GateWindow).gate.hold('/highlights/[^/]+$'));
      const [start, end] = [at.start + 20 * nth, at.start + 20 * nth + 11];
      const body = {
        ...{ start, end, quote: article.text.slice(start, end) },
        tags: [{ entityId: colleague.entityId, confidence: 80 }],
      };
      const answer = await asScript(colleague.context).send('POST', `/articles/${article.id}/highlights`, body);
      if (!answer.ok()) throw new Error(`The colleague’s tag was refused: ${await answer.text()}`);
      const { tags } = (await answer.json()) as Highlight;
      await allArrived(on.page);
      // What else was told with it is read meanwhile.
      await on.page.waitForTimeout(500);
      return letIn(on, `mark[data-ids*="${tags[0]!.id}"]`);
    },
    async enter({ page, cdp }, nth) {
      const pane = page.getByRole('region', { name: article.title, exact: true });
      await selectWords(page, pane, name, nth);
      await composerOn(page, name).getByText('the same name').waitFor();
      await page.evaluate(watchEnter);
      const { busy, answer } = await mainThread({ page, cdp }, async () => {
        await page.keyboard.press('Enter');
        return page.evaluate(() => (window as unknown as GateWindow).gate.entered!);
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
      const { took, copied } = await page.evaluate((text) => {
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
        return { took, copied };
      }, article.text);
      const start = article.text.indexOf(copied);
      at = { start, end: start + copied.length };
      return took;
    },
  };
}
