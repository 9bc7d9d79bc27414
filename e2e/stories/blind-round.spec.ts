import type { Page } from '@playwright/test';
import { expectGoodScreen } from '../support/accessible';
import { account, asScript, isAlive, personIn } from '../support/people';
import { composerOn, inMargin, openArticle, saveState, selectWords } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeEntity, makeProject } from '../support/work';

const TEXT = `The ferry left Aldmoor at noon. By dusk it had reached Brinth, says the harbour office.`;

/** Tags a name that the project knows: select, Enter. */
async function tag(page: Page, pane: Awaited<ReturnType<typeof openArticle>>, words: string) {
  await selectWords(page, pane, words);
  await expect(composerOn(page, words).getByText('the same name')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(saveState(page)).toHaveText('Saved');
}

test('two people read the same article blind, hand in, and then see each other', async ({ browser }) => {
  const daniel = await personIn(browser, 'Daniel');
  const project = await makeProject(daniel.context, 'Ferries', ['Ines', 'Tomasz']);
  const script = asScript(daniel.context);
  const article = await bringIn(script, project, 'The ferry', TEXT);
  await makeEntity(script, project, 'place', 'Aldmoor');
  await makeEntity(script, project, 'place', 'Brinth');

  // The lead opens a blind round.
  const lead = daniel.page;
  await lead.goto(`/projects/${project}/rounds`);
  await expectGoodScreen(lead);
  await isAlive(lead);
  await lead.getByRole('button', { name: 'New round' }).first().click();
  const dialog = lead.getByRole('dialog', { name: 'New round' });
  await dialog.getByLabel('Name').fill('First reading');
  await dialog.getByRole('checkbox', { name: 'The ferry' }).click();
  for (const name of ['Ines', 'Tomasz'] as const)
    await dialog.getByRole('checkbox', { name: account(name).name }).click();
  await expectGoodScreen(lead);
  await dialog.getByRole('button', { name: 'Open blind round' }).click();
  await lead.waitForURL('**/rounds/*');
  await expect(lead.getByRole('heading', { level: 1, name: 'First reading' })).toBeVisible();

  // Both tag; neither sees the other.
  const ines = await personIn(browser, 'Ines');
  const tomasz = await personIn(browser, 'Tomasz', 1);
  const [hers, his] = [
    await openArticle(ines.page, project, article),
    await openArticle(tomasz.page, project, article),
  ];
  for (const { page } of [ines, tomasz])
    await expect(page.getByText('nobody else sees it, until the reveal')).toBeVisible();
  await tag(ines.page, hers, 'Aldmoor');
  await tag(tomasz.page, his, 'Brinth');
  await expect(inMargin(ines.page)).toHaveCount(1);
  await expect(inMargin(tomasz.page)).toHaveCount(1);
  await expectGoodScreen(ines.page);

  // She hands in from the article, and the lead sees that she has, and nothing of her work.
  await ines.page.getByRole('button', { name: 'Hand in' }).click();
  await ines.page.getByRole('alertdialog').getByRole('button', { name: 'Hand in' }).click();
  await expect(ines.page.getByText('You have handed in')).toBeVisible();
  await expect(lead.getByText('1 of 2 handed in')).toBeVisible();
  await expectGoodScreen(lead);
  await expect(inMargin(tomasz.page)).toHaveCount(1);

  // He is the last: handing in reveals, and both see both without a reload.
  await tomasz.page.getByRole('link', { name: 'First reading' }).click();
  await expect(tomasz.page.getByText('1 tag of yours')).toBeVisible();
  await tomasz.page.getByRole('button', { name: 'Hand in' }).click();
  const asked = tomasz.page.getByRole('alertdialog', { name: 'Hand in “First reading”?' });
  await expect(asked).toContainText('You are the last');
  await asked.getByRole('button', { name: 'Hand in' }).click();
  await expect(inMargin(ines.page)).toHaveCount(2);
  await expect(ines.page.getByText('until the reveal')).toHaveCount(0);
  await expect(lead.getByRole('heading', { name: 'Who moved toward whom' })).toBeVisible();
  await expect(lead.getByRole('row', { name: /Ines.*Tomasz/ })).toContainText('2');
  await expectGoodScreen(lead);

  // She thinks again and marks what he marked: who moved shows on the round, and how far they agree then and now behind it.
  await tag(ines.page, hers, 'Brinth');
  await expect(lead.getByRole('row', { name: /Ines.*Tomasz.*answers/ })).toContainText(/2\s*1/);
  await lead.getByRole('link', { name: 'Agreement then and now' }).click();
  const shares = lead.getByRole('region', { name: 'How often we agree' });
  const both = shares.getByRole('row', { name: /^Tagged by both/ });
  await expect(both.getByRole('button', { name: /^0 % at the reveal/ })).toBeVisible();
  await expect(both.getByRole('button', { name: /^50 % now/ })).toBeVisible();
  await expectGoodScreen(lead);
  await both.getByRole('button', { name: /^0 % at the reveal/ }).press('Enter');
  const differences = lead.getByRole('region', { name: 'Where we differ' });
  await expect(differences.getByRole('article', { name: 'only one tagged' })).toHaveCount(2);
  await lead.getByRole('link', { name: 'First reading' }).click();
  await expect(lead.getByRole('heading', { level: 1, name: 'First reading' })).toBeVisible();
});
