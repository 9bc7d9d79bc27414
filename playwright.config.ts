import { defineConfig } from '@playwright/test';
import { servedIf } from './e2e/support/served';
import { installedBrowser } from './scripts/browser.mjs';

export default defineConfig({
  testDir: 'e2e/stories',
  globalSetup: './e2e/support/server.ts',
  projects: [
    { name: 'stories', testIgnore: '**/nothing-leaves.spec.ts', teardown: 'afterwards' },
    // Looks at what all the others did, also when some of them failed.
    { name: 'afterwards', testMatch: '**/nothing-leaves.spec.ts' },
  ],
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Several people, and axe on every screen of theirs; a busy machine takes its time.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  use: {
    // Known in the workers, which read this file after the global set-up.
    baseURL: servedIf()?.addresses[0],
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A message that fades away has no contrast to be measured.
    contextOptions: { reducedMotion: 'reduce' },
    // A trace makes a story take half as long again: `npx playwright test --trace on` records one of a story that fails.
    trace: 'off',
    screenshot: 'only-on-failure',
    // Recording wants a download.
    video: 'off',
    launchOptions: {
      // Undefined means Playwright's own.
      executablePath: installedBrowser(),
      args: [
        // Root, in a container, has neither the sandbox nor much shared memory.
        '--no-sandbox',
        '--disable-dev-shm-usage',
        // A story asserts that nothing contacts another host; the browser's own errands are none of the product's.
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-domain-reliability',
        '--disable-sync',
        '--disable-default-apps',
        '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
        '--no-first-run',
        '--no-pings',
      ],
    },
  },
});
