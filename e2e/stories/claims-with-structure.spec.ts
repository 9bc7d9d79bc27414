import { expectGoodScreen } from '../support/accessible';
import { asScript, personIn } from '../support/people';
import { expect, test } from '../support/story';
import { bringIn, makeClaim, makeEntity, makeProject, tagWords } from '../support/work';

const TEXT = 'An officer said that about 400 men stood at the ford. The ministry counted 60.';
const FOUNDED = 'The river guard was founded in 2006 with 300–400 people.';

test('a claim is taken apart by typing, compared word by word, and found again by what it rests on', async ({
  browser,
}) => {
  const lead = await personIn(browser, 'Daniel');
  const project = await makeProject(lead.context, 'The river guard', ['Ines']);
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const officer = await makeEntity(script, project, 'unnamed-source', 'an officer');
  const ministry = await makeEntity(script, project, 'organisation', 'The ministry');
  const thin = await makeClaim(script, project, 'About 400 men stood at the ford.');
  const named = await makeClaim(script, project, 'Sixty men stood at the ford.');
  const article = await bringIn(script, project, 'At the ford', TEXT);
  await tagWords(script, article, 'about 400 men', { claimId: thin.id, stance: 'supports', speakerId: officer.id });
  await tagWords(script, article, 'counted 60', { claimId: named.id, stance: 'supports', speakerId: ministry.id });

  await test.step('what is typed is read back, and can be taken otherwise', async () => {
    await page.goto(`/projects/${project}/claims`);
    await page.getByRole('button', { name: 'New claim' }).click();
    const form = page.getByRole('dialog', { name: 'New claim' });
    await form.getByLabel('Statement').fill(FOUNDED);
    await form.getByText('Take it apart: who, what, when, where').click();
    await form.getByLabel('Predicate').fill('was founded with');
    await form.getByLabel('Or a value').fill('300–400 people');
    await expect(form.getByRole('combobox', { name: 'The value is understood as' })).toHaveText(
      '300–400 people (number)',
    );
    await form.getByLabel('When').fill('once upon a time');
    await expect(form.getByText('No date was found in these words.')).toBeVisible();
    await form.getByLabel('When').fill('2006');
    const period = form.getByRole('combobox', { name: 'The period is understood as' });
    await expect(period).toHaveText('began in 2006 (year)');
    await form.getByLabel('When').fill('a decade ago');
    await form.getByLabel('Said on').fill('2021-07-13');
    await expect(period).toHaveText('began about 2011 (year)');
    await form.getByLabel('When').fill('2006');
    await expectGoodScreen(page);
    await form.getByRole('button', { name: 'Save claim' }).click();
    await expect(page.getByRole('heading', { level: 1, name: FOUNDED })).toBeVisible();
    await expect(page.getByText('began in 2006', { exact: true })).toBeVisible();
  });

  await test.step('two edits make two wordings; any two are compared', async () => {
    const form = page.getByRole('dialog', { name: 'Edit the claim' });
    const edit = async (change: () => Promise<void>) => {
      await page.getByRole('button', { name: 'Edit' }).first().click();
      await change();
      await form.getByRole('button', { name: 'Save' }).click();
      await expect(form).toBeHidden();
    };
    await edit(async () => {
      await form.getByLabel('When').fill('by 2010');
      await expect(form.getByRole('combobox', { name: 'The period is understood as' })).toHaveText('by 2010 (year)');
    });
    await edit(() => form.getByLabel('Statement').fill('The river guard existed with 300–400 people.'));
    const compare = page.getByRole('region', { name: 'Compare two wordings' });
    await expect(compare.getByRole('deletion').filter({ hasText: 'was founded in 2006' })).toBeVisible();
    await expect(compare.getByRole('insertion').filter({ hasText: 'existed' })).toBeVisible();
    await expect(compare.getByText('Period:')).toBeVisible();
    await compare.getByRole('combobox', { name: 'The later wording' }).click();
    await page.getByRole('option', { name: /Wording 2/ }).click();
    await expect(compare.getByRole('insertion')).toHaveText(['by 2010']);
    await expectGoodScreen(page);
  });

  await test.step('what rests on unnamed sources alone is filtered, kept as a view, and found again', async () => {
    await page.goto(`/projects/${project}/claims`);
    const rows = page.getByRole('table', { name: 'Claims' }).getByRole('row');
    await page.getByRole('button', { name: 'Unnamed sources only' }).click();
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(1)).toContainText('About 400 men stood at the ford.');
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('menuitem', { name: 'Keep these filters' }).click();
    const keep = page.getByRole('dialog', { name: 'Keep these filters' });
    await keep.getByLabel('Name of the view').fill('Thin ice');
    await page.keyboard.press('Enter');
    await expect(keep).toBeHidden();
    await page.goto(`/projects/${project}/claims`);
    await expect(rows).toHaveCount(4);
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('menuitem', { name: 'Thin ice' }).click();
    await expect(rows).toHaveCount(2);
    await expect(page).toHaveURL(/rests=unnamed-only/);
    await page.getByRole('button', { name: 'Thin ice' }).click();
    await page.getByRole('menuitem', { name: 'Manage views' }).click();
    await page.getByRole('button', { name: 'Rename Thin ice' }).click();
    await page.getByLabel('New name of Thin ice').fill('Unnamed only');
    await expectGoodScreen(page);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Delete Unnamed only' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    const views = page.getByRole('dialog', { name: 'Views' });
    await expect(views.getByText('Unnamed only', { exact: true })).toBeVisible();
    await expectGoodScreen(page);
    await page.keyboard.press('Escape');

    // On a telephone the filters stand behind one button, and the list begins on the screen.
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole('button', { name: 'Unnamed sources only' })).toBeHidden();
    await page.getByRole('button', { name: 'Filters (1)' }).press('Enter');
    await page.getByRole('button', { name: 'Unnamed sources only' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Filters', exact: true })).toBeVisible();
    await expect(rows).toHaveCount(4);
    await expectGoodScreen(page);
  });
});
