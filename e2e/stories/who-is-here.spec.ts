import type { BrowserContext, Page, Request } from '@playwright/test';
import { expectGoodScreen } from '../support/accessible';
import { account, asScript, isAlive, personIn } from '../support/people';
import { openArticle } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeClaim, makeProject, tagWords } from '../support/work';

const paragraph = (number: number) =>
  `Paragraph ${number}. The gauge at the weir of Ostrava was read at ${number} o’clock and again an hour later, and the keeper wrote both figures down.`;
const TEXT = Array.from({ length: 60 }, (_, index) => paragraph(index + 1)).join('\n\n');

const here = (page: Page, name: string) => page.getByRole('button', { name: `Here now: ${name}` });
const topOf = (page: Page, words: string) =>
  page
    .getByText(words, { exact: false })
    .first()
    .evaluate((element) => element.getBoundingClientRect().top);

/** How many streams a browser has open. Of a page that was closed the browser does not say that its requests have ended. */
function streamsOf(context: BrowserContext): () => number {
  const open = new Set<Request>();
  context.on('request', (request) => request.resourceType() === 'eventsource' && open.add(request));
  context.on('requestfinished', (request) => open.delete(request));
  context.on('requestfailed', (request) => open.delete(request));
  return () => [...open].filter((request) => !request.frame().page().isClosed()).length;
}

test('colleagues see who reads with them and where; what comes moves nothing; seven tabs hold one stream', async ({
  browser,
}) => {
  const ines = await personIn(browser, 'Ines');
  const tomasz = await personIn(browser, 'Tomasz', 1); // at the other instance
  const [herName, hisName] = [account('Ines').name, account('Tomasz').name];
  const daniel = await personIn(browser, 'Daniel');
  const streams = streamsOf(ines.context);
  const his = asScript(tomasz.context, 1);
  const project = await makeProject(daniel.context, 'The gauge', ['Ines', 'Tomasz']);
  const article = await bringIn(his, project, 'The gauge at the weir', TEXT);
  const claim = await makeClaim(his, project, 'The gauge was read twice.');

  await test.step('who reads along, and where', async () => {
    await openArticle(ines.page, project, article);
    await openArticle(tomasz.page, project, article);
    await expect(here(ines.page, hisName)).toBeVisible();
    await expect(here(tomasz.page, herName)).toBeVisible();
    await tomasz.page.getByText('Paragraph 40.').scrollIntoViewIfNeeded();
    await here(ines.page, hisName).click();
    const list = ines.page.getByRole('dialog', { name: 'Who is here' });
    await expect(list).toContainText(/[1-9]\d %/);
    await expectGoodScreen(ines.page);
    await list.getByRole('button', { name: `Go to where ${hisName} reads` }).click();
    await ines.page.keyboard.press('Escape');
    await expect(ines.page.getByRole('img', { name: `${hisName} reads here` })).toBeInViewport();
  });

  await test.step('his highlight comes at once, under words that stay where they are', async () => {
    const reads = 'Paragraph 38.';
    const before = await topOf(ines.page, reads);
    await tagWords(his, article, 'Paragraph 37.', { claimId: claim.id, stance: 'supports' });
    await expect(ines.page.locator('mark', { hasText: 'Paragraph 37.' })).toBeVisible();
    expect(await topOf(ines.page, reads)).toBe(before);
  });

  await test.step('whoever leaves is gone at once', async () => {
    await tomasz.page.goto(`/projects/${project}/claims/${claim.id}`);
    await expect(here(ines.page, hisName)).toBeHidden();
  });

  await test.step('what would move the lines that she reads waits until she wants it', async () => {
    await ines.page.goto(`/projects/${project}/claims`);
    const line = (statement: string) => ines.page.getByRole('link', { name: statement });
    await expect(line('The gauge was read twice.')).toBeVisible();
    // What is written before her page hears of others comes with its first reading, and moves nothing.
    await isAlive(ines.page);
    const before = await topOf(ines.page, 'The gauge was read twice.');
    await makeClaim(his, project, 'The keeper wrote both figures down.');
    await makeClaim(his, project, 'The keeper wrote one figure down.');
    const come = ines.page.getByRole('button', { name: '2 new changes' });
    await expect(come).toBeVisible();
    expect(await topOf(ines.page, 'The gauge was read twice.')).toBe(before);
    await expect(line('The keeper wrote both figures down.')).toBeHidden();
    await expectGoodScreen(ines.page);
    await come.click();
    await expect(line('The keeper wrote one figure down.')).toBeVisible();
    await expect(come).toBeHidden();
  });

  await test.step('seven tabs hold one stream, whichever of them is closed', async () => {
    const tabs = await Promise.all(Array.from({ length: 6 }, () => ines.context.newPage()));
    for (const tab of tabs) await tab.goto(`/projects/${project}/claims/${claim.id}`);
    for (const tab of tabs) await isAlive(tab);
    await expect.poll(streams).toBe(1);
    await ines.page.close();
    await expect.poll(streams).toBe(1);
    const statement = 'The gauge was read three times.';
    const { version } = await his.get<{ version: number }>(`/claims/${claim.id}`);
    const saved = await his.send('PATCH', `/claims/${claim.id}`, { statement }, { 'if-match': `"${version}"` });
    expect(saved.ok()).toBe(true);
    for (const tab of tabs) await expect(tab.getByRole('heading', { name: statement })).toBeVisible();
    expect(streams()).toBe(1);
  });

  for (const [name, isTold] of [
    ['Not for long', 'the stream tells it'],
    ['Not for long either', 'it happens before a stream is there'],
  ] as const)
    await test.step(`whoever is taken out of a project is shown nothing of it any more, where ${isTold}`, async () => {
      const lead = asScript(daniel.context);
      const other = await makeProject(daniel.context, name, ['Tomasz']);
      let goOn = () => {};
      const removed = new Promise<void>((done) => (goOn = done));
      if (isTold !== 'the stream tells it')
        await tomasz.page.route(`**/projects/${other}/live?*`, async (route) => {
          await removed;
          await route.continue();
        });
      const { items } = await lead.get<{ items: { id: string; name: string; version: number }[] }>(
        `/projects/${other}/members`,
      );
      const { id, version } = items.find(({ name }) => name === hisName)!;
      await tomasz.page.goto(`/projects/${other}/articles`);
      await expect(tomasz.page.getByRole('heading', { name: 'No articles yet' })).toBeVisible();
      await isAlive(tomasz.page);
      await lead.send('DELETE', `/projects/${other}/members/${id}`, {}, { 'if-match': `"${version}"` });
      goOn();
      await expect(tomasz.page.getByText('This project is not here')).toBeVisible();
      await expect(tomasz.page.getByRole('heading', { name: 'No articles yet' })).toBeHidden();
    });
});
