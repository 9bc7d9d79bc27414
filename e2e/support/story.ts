import { readFileSync } from 'node:fs';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { watch } from './outside';
import { isAlive } from './people';
import { served } from './served';

/** A story. Whatever its people do, no browser and no server contacts another host, and no page breaks. */
export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ browser }, use) => {
      const noted: string[] = [];
      const made: BrowserContext[] = [];
      const begin = (context: BrowserContext) => {
        made.push(context);
        watch(context, noted);
        context.on('page', goOnlyWhenAlive);
      };
      browser.on('context', begin);
      await use();
      browser.off('context', begin);
      await Promise.all(made.map((context) => context.close()));
      expect(noted, 'what a browser did that it must not do').toEqual([]);
      expect(readFileSync(served().outgoing, 'utf8'), 'hosts that a server contacted').toBe('');
    },
    { auto: true },
  ],
});

/** Whoever opens a page waits, as people do, until it is there: what is clicked before its scripts have taken it over is lost. */
function goOnlyWhenAlive(page: Page): void {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (...asked) => {
    const answer = await goto(...asked);
    await isAlive(page);
    return answer;
  };
  page.reload = async (...asked) => {
    const answer = await reload(...asked);
    await isAlive(page);
    return answer;
  };
}

export { expect };
