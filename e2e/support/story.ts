import { readFileSync } from 'node:fs';
import { expect, test as base, type BrowserContext } from '@playwright/test';
import { watch } from './outside';
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

export { expect };
