import type { Page } from '@playwright/test';
import { expectGoodScreen } from '../support/accessible';
import { asScript, personIn, type Script } from '../support/people';
import { inMargin } from '../support/reader';
import { expect, test } from '../support/story';
import { makeClaim, makeProject, tagWords, type Brought } from '../support/work';

const PASSAGE = 'The lantern keepers of the eastern harbour were set up in 1990 by a retired pilot and his two sons.';
const CLAIM = 'The lantern keepers were set up in 1990.';

async function dated(
  script: Script,
  project: string,
  title: string,
  publishedAt: string,
  text: string,
): Promise<Brought> {
  const answer = await script.send('POST', `/projects/${project}/articles`, { title, text, publishedAt });
  return { ...((await answer.json()) as { id: string }), title, text };
}

async function retract(script: Script, id: string): Promise<void> {
  const { revision } = await script.get<{ revision: number }>(`/articles/${id}`);
  const headers = { 'if-match': `"${revision}"` };
  const answer = await script.send('POST', `/articles/${id}/retract`, { reason: 'Withdrawn by its editors.' }, headers);
  expect(answer.ok(), await answer.text()).toBe(true);
}
const origins = (page: Page) => page.getByRole('region', { name: 'Origins' });

test('three articles for a claim turn out to be one origin', async ({ browser }) => {
  const lead = await personIn(browser, 'Daniel');
  const project = await makeProject(lead.context, 'The lantern keepers', ['Ines']);
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const claim = await makeClaim(script, project, CLAIM);
  const articles = [
    await dated(script, project, 'Harbour Courier', '1999-05-01', `From the harbour. ${PASSAGE} It rained all day.`),
    await dated(
      script,
      project,
      'Evening Digest',
      '2001-02-03',
      `News of the week.\n\n${PASSAGE}\n\nNothing more is known.`,
    ),
    await dated(script, project, 'Morning Review', '2004-06-07', `An essay on lamps and tides.\n\n${PASSAGE}`),
  ];
  for (const article of [articles[0]!, articles[2]!])
    await tagWords(script, article, 'set up in 1990', { claimId: claim.id, stance: 'supports' });

  await test.step('the citation that two articles have on these words is offered in the third, and brought there', async () => {
    await page.goto(`/projects/${project}/articles/${articles[1]!.id}`);
    const bar = page.getByRole('button', {
      name: '20 words shared with 2 other articles, undecided, 1 tag made there',
    });
    await bar.press('Enter');
    const offer = page.getByRole('region', { name: 'Tags on these words elsewhere' });
    await expect(offer).toContainText('1 tag was made on these words in');
    await expectGoodScreen(page);
    await offer.getByRole('button', { name: 'Bring it here' }).press('Enter');
    await expect(offer).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText('Tagged in 1 place')).toBeVisible();
    await expect(inMargin(page, /The lantern keepers were set up in 1990/)).toHaveCount(1);
    // One undo takes it back; it is offered again.
    await page.keyboard.press('u');
    await expect(inMargin(page, /The lantern keepers were set up in 1990/)).toHaveCount(0);
    await bar.press('Enter');
    await offer.getByRole('button', { name: 'Bring it here' }).press('Enter');
    await expect(offer).toHaveCount(0);
  });

  await test.step('nobody has decided anything: at most three, one established', async () => {
    await page.goto(`/projects/${project}/claims/${claim.id}`);
    await expect(origins(page)).toContainText('at most 3, 1 established');
    await expect(origins(page)).toContainText('3 articles · 0 credited origins · 3 unsourced groups');
    await expect(origins(page)).toContainText('share 20 words: undecided.');
    await expectGoodScreen(page);
  });

  await test.step('beside the passage, by keyboard: the comparison, and a decision with its reason', async () => {
    await page.goto(`/projects/${project}/articles/${articles[1]!.id}`);
    const bar = page.getByRole('button', { name: '20 words shared with 2 other articles, undecided' });
    await bar.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '2 echoes of these words' });
    const echo = dialog.getByRole('article', { name: 'Harbour Courier and Evening Digest' });
    await expect(echo).toContainText('“Harbour Courier” was there first.');
    await expectGoodScreen(page);
    await expect(echo.getByRole('radio', { name: 'Derived from “Harbour Courier”' })).toBeChecked();
    await echo.getByLabel('Why, in one line').fill('Word for word, two years later.');
    await page.keyboard.press('Enter');
    await expect(echo).toContainText('derived from “Harbour Courier”');
    await expect(echo).toContainText('Word for word, two years later.');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('on the map of articles the rest: a line, its passage, another decision', async () => {
    await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Echoes' }).click();
    const map = page.getByRole('region', { name: 'Map of articles' });
    await expect(map.getByRole('button', { name: /share 20 words/ })).toHaveCount(3);
    await expectGoodScreen(page);
    // One tab stop: arrows go from an article to its pairs, and on to the next article.
    await map.getByRole('link').first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(map.getByRole('button').and(page.locator(':focus'))).toHaveAccessibleName(/share/);
    await page.keyboard.press('End');
    await expect(map.getByRole('link').last()).toBeFocused();
    await map.getByRole('button', { name: /“Harbour Courier” and “Morning Review” share/ }).focus();
    await page.keyboard.press('Enter');
    const rows = page.getByRole('table', { name: 'Echoes' }).getByRole('row');
    await expect(rows).toHaveCount(2);
    await rows.last().getByRole('button').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why, in one line').fill('The same words again.');
    await dialog.getByRole('button', { name: 'Decide' }).click();
    await expect(dialog).toContainText('derived from “Harbour Courier”');
    await page.keyboard.press('Escape');
  });

  await test.step('the claim rests on one origin, and each step is told', async () => {
    await page.goto(`/projects/${project}/claims/${claim.id}`);
    await expect(origins(page)).toContainText('1 origin, unsourced');
    await expect(origins(page)).toContainText('3 articles · 0 credited origins · 1 unsourced group');
    const steps = origins(page).getByRole('list', { name: 'Why they are one' }).getByRole('listitem');
    await expect(steps).toHaveCount(3);
    await expect(steps.last()).toContainText('Lineage unknown: counts as none.');
    await expectGoodScreen(page);
    await page.goto(`/projects/${project}/claims`);
    await expect(page.getByRole('row').filter({ hasText: CLAIM })).toContainText('1 origin, unsourced');
  });

  await test.step('a decision is taken back, and the claim counts as before', async () => {
    await page.goto(`/projects/${project}/claims/${claim.id}`);
    await origins(page).getByRole('button', { name: 'Compare', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Decide anew, or take it back').click();
    await dialog.getByRole('button', { name: 'Take the decision back' }).click();
    await expect(dialog.getByRole('button', { name: 'Take the decision back' })).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(origins(page)).toContainText('at most 2, 1 established');
  });

  await test.step('each article tells what hangs on it; with the last one the claim has no support left, and says why', async () => {
    const hangs = page.getByRole('region', { name: 'If this article is retracted' });
    for (const [at, { id }] of articles.entries()) {
      await page.goto(`/projects/${project}/articles/${id}`);
      const last = at === articles.length - 1;
      await expect(hangs).toContainText(last ? '1 claim loses all support' : '1 claim rests on less');
      await retract(asScript(lead.context), id);
    }
    await page.goto(`/projects/${project}/claims/${claim.id}`);
    await expect(origins(page)).toContainText('no support left');
    for (const { title } of articles) await expect(origins(page)).toContainText(`${title} was retracted`);
    await expectGoodScreen(page);
  });
});
