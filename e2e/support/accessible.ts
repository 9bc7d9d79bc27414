import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';
import { served } from './served';

const PROMISE = 'Neither this page nor its server contacts another host.';
/** Of the instance which may fetch pages and send to webhooks that people name. */
const FETCHES =
  'This page contacts no other host; its server contacts only those whose pages analysts ask it to fetch and those that leads name as webhooks.';

/** What moves has come to rest; a thing that turns for ever is left out. */
async function rests(page: Page): Promise<void> {
  // A change of theme begins to move with the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );
}

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page, rules?: string[]): Promise<string[]> {
  await rests(page);
  // Put into a page once, and asked for nothing but what is wrong: the rest of its answer took most of the time.
  if (await page.evaluate(() => !window.axe)) await page.evaluate(AXE);
  const found = await page.evaluate(
    async (runOnly) => (await window.axe!.run({ resultTypes: ['violations'], ...(runOnly && { runOnly }) })).violations,
    rules,
  );
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html.slice(0, 300)}\n${failureSummary ?? ''}`),
  );
}

/** The screen as it is now: axe finds nothing, in the light theme and (colours) in the dark one, and the foot keeps its promise. */
export async function expectGoodScreen(page: Page): Promise<void> {
  const fetches = new URL(page.url()).origin === served().addresses[1];
  await expect(page.getByText(fetches ? FETCHES : PROMISE)).toBeVisible();
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  await expectAccessible(page);
}

/** Axe finds nothing, in the light theme and (colours) in the dark one: of a page that stands outside the workbench, too. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violations(page), `axe on ${page.url()}`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, ['color-contrast']), `axe on ${page.url()}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}
