import type { Page } from '@playwright/test';
import { expectGoodScreen } from '../support/accessible';
import { asScript, personIn, type Script } from '../support/people';
import { composerOn, openArticle, selectWords } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeEntity, makeProject, tagWords, type Brought } from '../support/work';

const TEXT = `Velkan Orda came down to the quay before light.
The pilots say that Velkon Orda paid them in salt.
Nobody saw Welkan Orda leave; V. Orda was gone by noon.
Only Vellkan Orda came back, by way of Kalan and not of Kalon.`;

/** The pair of these two, in the order of their names. */
const line = (page: Page, one: string, other: string) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `Merge: ${one}, ${other}`, exact: true }) });

/** Five spellings, an entity for each with a mention of its own, and two villages. */
async function spelledFiveWays(script: Script, project: string) {
  const article = await bringIn(script, project, 'Salt on the quay', TEXT);
  const made: Record<string, string> = {};
  for (const name of ['Velkan Orda', 'Velkon Orda', 'Welkan Orda', 'V. Orda', 'Vellkan Orda'])
    made[name] = await mentioned(script, project, article, 'person', name);
  for (const name of ['Kalan', 'Kalon']) made[name] = await mentioned(script, project, article, 'place', name);
  return { article, made };
}

async function mentioned(script: Script, project: string, article: Brought, type: string, name: string) {
  const { id } = await makeEntity(script, project, type, name);
  await tagWords(script, article, name, { entityId: id });
  return id;
}

async function decide(page: Page, verdict: string, why: string) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why', { exact: true }).fill(why);
  await dialog.getByRole('button', { name: verdict, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test('spellings become one name, and one of them its own again; two villages stay two', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Daniel');
  const script = asScript(context);
  const project = await makeProject(context, 'One name, five spellings', ['Ines']);
  const { article, made } = await spelledFiveWays(script, project);

  // What may be one comes with the reason, and is worked through by keyboard.
  await page.goto(`/projects/${project}/entities`);
  await page.getByRole('link', { name: 'Same or not' }).click();
  const pairs = page.getByRole('list', { name: 'Pairs that may be one' });
  await expect(pairs.getByRole('listitem').first()).toHaveAttribute('aria-current', 'true');
  await expect(line(page, 'V. Orda', 'Velkan Orda').getByText('the initials fit')).toBeVisible();
  await expectGoodScreen(page);
  await page.keyboard.press('j');
  await expect(pairs.getByRole('listitem').nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('k');
  await page.keyboard.press('m');
  await expect(page.getByRole('dialog', { name: 'Merge these two?' })).toBeVisible();
  await expectGoodScreen(page);
  await page.keyboard.press('Escape');

  // Velkon is Velkan: both are read as the one that is kept.
  await line(page, 'Velkan Orda', 'Velkon Orda')
    .getByRole('button', { name: /^Merge: / })
    .click();
  await page.getByRole('radio', { name: 'Keep “Velkan Orda”' }).click();
  await decide(page, 'Merge', 'The same quay on the same night.');
  await expect(page.getByText('Merged into “Velkan Orda”')).toBeVisible();
  await expect(pairs.getByRole('link', { name: 'Velkon Orda' })).toHaveCount(0);

  // A later tag on the survivor: undoing asks whose it is. One that was sent to the other itself goes back with it, and is told.
  await tagWords(script, article, 'paid them', { entityId: made['Velkan Orda']! });
  await tagWords(script, article, 'The pilots', { entityId: made['Velkon Orda']! });
  await page.goto(`/projects/${project}/entities/${made['Velkon Orda']}`);
  await expect(page).toHaveURL(new RegExp(`/entities/${made['Velkan Orda']}$`));
  await expect(page.getByRole('heading', { name: 'Mentions 4' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo the merge of “Velkon Orda”' }).click();
  const asked = page.getByRole('dialog');
  await expect(asked.getByRole('button', { name: '1 left to say' })).toBeDisabled();
  await expect(asked).toContainText('made since the merge on the side of “Velkon Orda”: it goes back with it.');
  await expectGoodScreen(page);
  await asked.getByRole('radio', { name: 'Velkon Orda' }).click();
  await asked.getByRole('button', { name: 'Undo the merge' }).click();
  await expect(page.getByRole('heading', { name: 'Mentions 1' })).toBeVisible();
  await page.goto(`/projects/${project}/entities/${made['Velkon Orda']}`);
  await expect(page.getByRole('heading', { name: 'Mentions 3' })).toBeVisible();
  await expectGoodScreen(page);

  // Two villages, one letter apart: said once, and held against whoever would merge them.
  await page.goto(`/projects/${project}/entities/same`);
  await line(page, 'Kalan', 'Kalon')
    .getByRole('button', { name: /^Not the same: / })
    .click();
  await decide(page, 'Not the same', 'One is on each bank.');
  await expect(line(page, 'Kalan', 'Kalon')).toHaveCount(0);
  await page.goto(`/projects/${project}/entities/${made.Kalan}`);
  await expect(page.getByText('One is on each bank.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Merge with' }).click();
  await page.keyboard.type('Kalon');
  await page.getByRole('option', { name: /Kalon/ }).click();
  const refused = page.getByRole('dialog');
  await refused.getByLabel('Why', { exact: true }).fill('They look alike.');
  await refused.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(
    refused.getByText(/Daniel Osei says that .* are not the same: One is on each bank/).first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  // Whoever tags the one is told of the other.
  const pane = await openArticle(page, project, article);
  await selectWords(page, pane, 'Kalan');
  await expect(composerOn(page, 'Kalan').getByText('Not the same as “Kalon”: One is on each bank.')).toBeVisible();
  await page.keyboard.press('e');
  await expect(page.getByRole('option', { name: /^Place Kalon.*Not the same as “Kalan”/ })).toBeVisible();
  await expectGoodScreen(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.goto(`/projects/${project}/history`);
  await expect(page.getByText('recorded that another entity is not').first()).toBeVisible();
  await expect(page.getByText('undid the merge of the entity').first()).toBeVisible();
});
