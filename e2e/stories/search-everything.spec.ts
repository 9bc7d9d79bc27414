import type { Page } from '@playwright/test';
import { expectGoodScreen } from '../support/accessible';
import { asScript, demoProject, personIn } from '../support/people';
import { paneOf } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeClaim } from '../support/work';

const BEFORE = 'A line that says nothing of the matter.\n'.repeat(120);
const TEXT = `${BEFORE}At last the quillmark heron stood in the reeds of Ostrave.`;

async function find(page: Page, words: string) {
  const palette = page.getByRole('dialog', { name: 'Search everything' });
  // A page that has just been opened does not hear keys yet.
  await expect(async () => {
    if (await palette.isHidden()) await page.keyboard.press('ControlOrMeta+k');
    await expect(palette.getByRole('combobox')).toBeFocused({ timeout: 1000 });
  }).toPass();
  await page.keyboard.type(words);
  return palette;
}

test('one field finds words in articles, names, claims and comments, and opens at them', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Tomasz');
  const script = asScript(context);
  const project = await demoProject(context);
  const article = await bringIn(script, project, 'Reeds', TEXT);
  const claim = await makeClaim(script, project, 'Quillmark herons breed at Ostrave.');
  const bird = { type: 'other', name: 'Ardea ostravensis', aliases: ['quillmark heron'] };
  expect((await script.send('POST', `/projects/${project}/entities`, bird)).status()).toBe(201);
  const comment = {
    subject: { type: 'claim', id: claim.id },
    body: { text: 'Breeding needs two; one quillmark was seen.' },
  };
  expect((await script.send('POST', `/projects/${project}/threads`, comment)).status()).toBe(201);

  await page.goto(`/projects/${project}/articles`);
  await expect(page.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible();
  const palette = await find(page, 'quillmark');
  await expect(palette.getByRole('option', { name: /Ardea ostravensis/ })).toBeVisible();
  await expect(palette.getByRole('option', { name: /Quillmark herons breed at Ostrave/ }).first()).toBeVisible();
  await expect(palette.getByRole('option', { name: /one quillmark was seen/ })).toBeVisible();
  await expectGoodScreen(page);

  await palette.getByRole('option', { name: /Reeds.*quillmark/ }).click();
  const pane = await paneOf(page, article);
  const there = () =>
    pane.evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = (walker.currentNode as Text).data.indexOf('quillmark');
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 'quillmark'.length);
        const { top, bottom } = range.getBoundingClientRect();
        return top > 0 && bottom < innerHeight;
      }
      return false;
    });
  await expect.poll(there).toBe(true);

  await find(page, 'one quillmark was');
  await palette.getByRole('option', { name: /one quillmark was seen/ }).click();
  await page.waitForURL(`**/claims/${claim.id}**`);
  await expect(page.getByText('Breeding needs two; one quillmark was seen.')).toBeVisible();
  await expectGoodScreen(page);
});

test('words that nothing holds are said to be nowhere; pages are reached too', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Ines');
  const project = await demoProject(context);
  await page.goto(`/projects/${project}/articles`);
  await expect(page.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible();
  const palette = await find(page, 'zzyxqv');
  await expect(palette.getByText(/Nothing here holds “zzyxqv”/)).toBeVisible();
  await expectGoodScreen(page);
  await palette.getByRole('combobox').fill('threa');
  await palette.getByRole('option', { name: 'Threads' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Threads' })).toBeVisible();
  await expectGoodScreen(page);
});

test('from outside of projects the same keys lead into one', async ({ browser }) => {
  const { page } = await personIn(browser, 'Ines');
  await page.goto('/projects');
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
  const palette = page.getByRole('dialog', { name: 'Go to a project' });
  await expect(async () => {
    if (await palette.isHidden()) await page.keyboard.press('ControlOrMeta+k');
    await expect(palette.getByRole('combobox')).toBeFocused({ timeout: 1000 });
  }).toPass();
  await page.keyboard.type('zzyxqv');
  await expect(palette.getByText('No project of yours has the name “zzyxqv”.')).toBeVisible();
  await expectGoodScreen(page);
  await palette.getByRole('combobox').fill('');
  await palette.getByRole('option').first().click();
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
});
