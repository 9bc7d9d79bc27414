import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectGoodScreen } from '../support/accessible';
import { asScript, personIn, type Script } from '../support/people';
import { expect, test } from '../support/story';
import { makeEntity, makeProject } from '../support/work';

type Said = { from?: string; to?: string; starts?: boolean; ends?: boolean };

async function claimOf(
  script: Script,
  project: string,
  statement: string,
  about: object,
  period: Said,
): Promise<string> {
  const data = { statement, ...about, period: { from: null, to: null, ...period } };
  const answer = await script.send('POST', `/projects/${project}/claims`, data);
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { id: string }).id;
}

/** What “Save as SVG” hands out, as the browser reads such a file by itself. */
async function savedDrawing(page: Page): Promise<{ root: string; words: string; leftovers: number }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as SVG' }).press('Enter'),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  return page.evaluate((source) => {
    const file = new DOMParser().parseFromString(source, 'image/svg+xml');
    const { localName, textContent } = file.documentElement;
    const leftovers = file.querySelectorAll('[class], [href], parsererror, script, image').length;
    return { root: localName, words: textContent, leftovers };
  }, text);
}

test('claims as pictures: by time, with what disagrees, by keyboard and as a file', async ({ browser }) => {
  const lead = await personIn(browser, 'Daniel');
  const project = await makeProject(lead.context, 'The salt road', ['Ines']);
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const road = await makeEntity(script, project, 'organisation', 'The salt carriers');
  const founded = { subjectId: road.id, predicate: 'was founded' };
  await claimOf(script, project, 'The salt road was closed for the winter.', {}, { from: '1998-11-20', to: '1999-03' });
  await claimOf(script, project, 'The carriers were founded in 2006.', founded, { from: '2006', starts: true });
  const late = await claimOf(script, project, 'The carriers were founded about 2011.', founded, {
    from: '2011~',
    starts: true,
  });
  await claimOf(script, project, 'A bridge was built on the road.', {}, { from: '2002', to: '2002' });
  await script.send('POST', `/projects/${project}/claims`, { statement: 'The road is steep.' });

  await test.step('from the list to the timeline, and along it by arrows to a claim that is disputed', async () => {
    await page.goto(`/projects/${project}/claims?q=the`);
    await page.getByRole('link', { name: 'Timeline' }).press('Enter');
    await expect(page).toHaveURL(/claims\/timeline\?q=the/);
    const timeline = page.getByRole('group', { name: 'Claims by time' });
    await expect(timeline.getByRole('link')).toHaveCount(4);
    await expect(timeline).toContainText('“began in 2006” and “began about 2011”: it began once.');
    await expect(page.getByText('4 claims have a time · 1 pair disagrees · 1 says no time')).toBeVisible();
    await expectGoodScreen(page);
    await timeline.getByRole('link').first().focus();
    await page.keyboard.press('End');
    await expect(timeline.getByRole('link', { name: /founded about 2011.*Disagrees: / })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`claims/${late}$`));
    await page.goBack();
  });

  await test.step('the same as a table, and as a file that needs nothing else', async () => {
    const saved = await savedDrawing(page);
    expect(saved).toMatchObject({ root: 'svg', leftovers: 0 });
    expect(saved.words).toContain('it began once.');
    // Where there is room, both are there at once.
    await expect(page.getByRole('radio', { name: 'Table' })).toHaveCount(0);
    const rows = page.getByRole('table', { name: 'Claims by time' }).getByRole('row');
    await expect(rows).toHaveCount(5);
    await expect(rows.last()).toContainText('The carriers were founded in 2006.');
    await expectGoodScreen(page);
  });

  await test.step('the graph: by keyboard to what is next to it, its equal as a table, and the file', async () => {
    await page.getByRole('link', { name: 'Graph' }).press('Enter');
    await expect(page).toHaveURL(/claims\/graph\?q=the/);
    const graph = page.getByRole('group', { name: 'Claims and what they name' });
    await expect(graph.getByRole('link')).toHaveCount(3);
    await expectGoodScreen(page);
    const carriers = graph.getByRole('link', { name: 'Organisation: The salt carriers 2 links' });
    await carriers.focus();
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
      await page.keyboard.press(key);
      if (!(await carriers.evaluate((node) => node === document.activeElement))) break;
    }
    await expect(page.locator(':focus')).toHaveAccessibleName(/^Claim: The carriers were founded/);
    const saved = await savedDrawing(page);
    expect(saved).toMatchObject({ root: 'svg', leftovers: 0 });
    expect(saved.words).toContain('The salt carriers');
    const rows = page.getByRole('table', { name: 'Claims and what they name, as rows' }).getByRole('row');
    await expect(rows).toHaveCount(3);
    // On a narrow screen one takes the place of the other.
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(rows).toHaveCount(0);
    await page.getByRole('radio', { name: 'Table' }).press(' ');
    await expect(rows).toHaveCount(3);
    await expect(rows.last()).toContainText('is the subject of');
    await expectGoodScreen(page);
  });
});
