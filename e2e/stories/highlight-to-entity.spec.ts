import type { Locator, Page } from '@playwright/test';
import type { Highlight } from '@/lib/highlights/highlight';
import { expectGoodScreen } from '../support/accessible';
import { asScript, demoProject, personIn } from '../support/people';
import { composerOn, inMargin, loseAnswer, marksIn, openArticle, saveState, selectWords } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeClaim, makeEntity, makeProject, tagWords } from '../support/work';

const TEXT = `Velkan Orda came down to the quay before light.
The pilots say that Velkan Orda paid them in salt.
Nobody saw Velkan Orda leave, and the salt was gone by noon.`;

test('words become a mention with one key, and stay one', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await demoProject(context);
  await makeEntity(script, project, 'person', 'Velkan Orda');
  const article = await bringIn(script, project, 'Salt on the quay', TEXT);
  const pane = await openArticle(page, project, article);
  await expect(page.getByText('Nothing is highlighted yet')).toBeVisible();
  await expectGoodScreen(page);

  await selectWords(page, pane, 'Velkan Orda');
  const composer = composerOn(page, 'Velkan Orda');
  await expect(composer.getByText('the same name')).toBeVisible();
  await expectGoodScreen(page);
  await page.keyboard.press('Enter');
  await expect(saveState(page)).toHaveText('Saved');
  const mention = inMargin(page, /^Person Velkan Orda, tagged by you/);
  await expect(mention).toHaveCount(1);
  // It stands beside its words, as the line above the text says.
  await expect(page.getByText('Your first highlight')).toBeVisible();
  const topOf = async (what: Locator) => (await what.boundingBox())?.y ?? NaN;
  await expect.poll(async () => Math.abs((await topOf(mention)) - (await topOf(marksIn(pane))))).toBeLessThan(12);

  await page.reload();
  await expect(mention).toHaveCount(1);
  await expect(marksIn(pane)).toHaveText(['Velkan Orda']);

  // The same words by the same entity once more: the tag that is there is opened, with what is said of it now.
  await selectWords(page, pane, 'Velkan Orda');
  await expect(composer.getByText('the same name')).toBeVisible();
  await page.keyboard.type('80');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Change the tag on/ }).getByRole('slider')).toHaveValue('80');
  await page.keyboard.press('Enter');
  await expect(inMargin(page, /^Person Velkan Orda, tagged by you, confidence 80/)).toHaveCount(1);
  await expect(mention).toHaveCount(1);

  // With other words selected, keys are about those and no longer about the tag that was chosen.
  await selectWords(page, pane, 'paid them in salt');
  await expect(composerOn(page, 'paid them in salt')).toBeVisible();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await expect(composerOn(page, 'paid them in salt')).toBeHidden();
  await expect(mention).toHaveCount(1);
  await expect(marksIn(pane)).toHaveText(['Velkan Orda']);
});

test('the same spelling in the rest of the article is one key, and one undo', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await demoProject(context);
  const text = TEXT.replaceAll('Velkan Orda', 'Mirt Castellan');
  const article = await bringIn(script, project, 'Salt on the quay, told again', text);
  await makeEntity(script, project, 'person', 'Mirt Castellan');
  const pane = await openArticle(page, project, article);
  const mentions = inMargin(page, /^Person Mirt Castellan, tagged by you/);

  await selectWords(page, pane, 'Mirt Castellan');
  await expect(composerOn(page, 'Mirt Castellan').getByRole('button', { name: 'tag here and 2 more' })).toBeVisible();
  await page.keyboard.press('s');
  await expect(mentions).toHaveCount(3);
  await expect(saveState(page)).toHaveText('Saved');
  await expect(marksIn(pane)).toHaveText(Array(3).fill('Mirt Castellan'));

  const lines = async () =>
    (await script.get<{ items: { type: string }[] }>(`/projects/${project}/history?subjectId=${article.id}`)).items;
  expect((await lines()).map(({ type }) => type)).toEqual(['highlights.saved', 'article.added']);

  await page.keyboard.press('u');
  await expect(mentions).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Nothing is highlighted yet')).toBeVisible();
  await expect(mentions).toHaveCount(0);
});

test('somebody new is made on the spot, with the keyboard alone', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await demoProject(context);
  const article = await bringIn(script, project, 'A name nobody knows', 'Sefa Brindle signed the ledger.');
  const pane = await openArticle(page, project, article);
  await pane.focus();
  await page.keyboard.press('Home');
  for (let letters = 'Sefa Brindle'.length; letters > 0; letters -= 1) await page.keyboard.press('Shift+ArrowRight');
  const composer = composerOn(page, 'Sefa Brindle');
  await expect(composer).toBeVisible();
  await page.keyboard.press('Enter');
  const field = composer.getByRole('combobox', { name: 'Entity: name' });
  await expect(field).toBeFocused();
  await expect(composer.getByRole('option', { name: /Sefa Brindle.*New person/ })).toBeVisible();
  await expectGoodScreen(page);
  await composer.getByRole('option', { name: /Sefa Brindle.*New person/ }).click();
  await expect(saveState(page)).toHaveText('Saved');
  const mention = inMargin(page, /^Person Sefa Brindle/);
  await expect(mention).toHaveCount(1);

  // A colleague takes her for his words; while that is on its way she is undone, and goes with her words.
  const tomasz = await personIn(browser, 'Tomasz');
  const his = tomasz.page;
  const beside = await openArticle(his, project, article);
  await selectWords(his, beside, 'Brindle');
  const choosing = composerOn(his, 'Brindle');
  await expect(choosing).toBeVisible();
  await his.keyboard.press('e');
  await expect(choosing.getByRole('combobox', { name: 'Entity: name' })).toBeFocused();
  await his.keyboard.type('Sefa Brindle');
  await expect(choosing.getByRole('option', { name: /^Sefa Brindle/ }).first()).toBeVisible();
  let goOn = () => {};
  const undone = new Promise<void>((resolve) => (goOn = resolve));
  await his.route('**/api/v1/articles/*/highlights', async (route) => {
    if (route.request().method() === 'POST') await undone;
    return route.continue();
  });
  await his.keyboard.press('Enter');
  await expect(choosing).toBeHidden();
  await page.keyboard.press('u');
  await expect(page.getByText('Undone: highlighting “Sefa Brindle”')).toBeVisible();
  await expect(mention).toHaveCount(0);
  goOn();
  await expect(choosing.getByText('The entity “Sefa Brindle” was deleted meanwhile.')).toBeVisible();
  await expect(his.getByText(/entityId/)).toHaveCount(0);
  await expectGoodScreen(his);

  // After a reload nothing can be undone in the page any more. The history brings it back, for whoever made it.
  await page.goto(`/projects/${project}/history?kind=tags`);
  const gone = (on: Page) => on.getByRole('listitem').filter({ hasText: /deleted a highlight “Sefa Brindle”/ });
  await his.goto(`/projects/${project}/history?kind=tags`);
  await expect(gone(his)).toBeVisible();
  await expect(gone(his).getByRole('button')).toHaveCount(0);
  await expect(gone(page).getByRole('button', { name: /^Bring back/ })).toBeVisible();
  await expectGoodScreen(page);
  await gone(page)
    .getByRole('button', { name: /^Bring back/ })
    .click();
  await expect(page.getByText('Brought back a highlight “Sefa Brindle”', { exact: true })).toBeVisible();
  await expect(gone(page).getByRole('button')).toHaveCount(0);
  await gone(page).getByRole('link', { name: '“Sefa Brindle”' }).click();
  await expect(mention).toHaveCount(1);

  // The article itself goes, and its page leads to where a lead brings it back.
  const daniel = await personIn(browser, 'Daniel');
  const lead = asScript(daniel.context);
  const { revision } = await lead.get<{ revision: number }>(`/articles/${article.id}`);
  const deleted = await lead.send('DELETE', `/articles/${article.id}`, {}, { 'if-match': `"${revision}"` });
  expect(deleted.ok(), await deleted.text()).toBe(true);
  // Whoever reads it then is told, and writes no more on words that are not there.
  await expect(page.getByRole('heading', { name: 'This article is not here' })).toBeVisible();
  await expect(page.getByText(/^Daniel .* deleted “A name nobody knows”/)).toBeVisible();
  await expectGoodScreen(page);
  const answer = await daniel.page.goto(`/projects/${project}/articles/${article.id}`);
  expect(answer?.status()).toBe(404);
  await expect(daniel.page.getByRole('heading', { name: 'This article is not here' })).toBeVisible();
  await expectGoodScreen(daniel.page);
  await daniel.page.getByRole('link', { name: 'History of the articles' }).click();
  await daniel.page.getByRole('button', { name: 'Bring back A name nobody knows' }).click();
  await expect(daniel.page.getByText('Brought back the article A name nobody knows', { exact: true })).toBeVisible();
  await page.goto(`/projects/${project}/articles/${article.id}`);
  await expect(mention).toHaveCount(1);
});

test('what was saved while its answer was lost is not made a second time, however it is tried again', async ({
  browser,
}) => {
  const { context, page } = await personIn(browser, 'Tomasz');
  const script = asScript(context);
  const project = await makeProject((await personIn(browser, 'Daniel')).context, 'The far quay', ['Tomasz']);
  const article = await bringIn(
    script,
    project,
    'The far quay',
    'Orla Stane swept the quay. Nobody thanked her for it, they say.',
  );
  const claim = await makeClaim(script, project, 'Nobody thanked Orla Stane.');
  const pane = await openArticle(page, project, article);
  await loseAnswer(page, '**/api/v1/articles/*/highlights', { arrives: true });
  await selectWords(page, pane, 'Orla Stane');
  const composer = composerOn(page, 'Orla Stane');
  await expect(composer).toBeVisible();
  await page.keyboard.press('e');
  await composer.getByRole('option', { name: /Orla Stane.*New person/ }).click();
  await expect(composer.getByText('Not saved')).toBeVisible();
  // The live line brings what was made, and her name with it; what was chosen stays what is tried again.
  await expect(inMargin(page, /^Person Orla Stane/)).toHaveCount(1);
  await expect(composer.getByRole('option').first()).toHaveText(/as you chose it: try again/);
  await expect(composer.getByRole('option', { name: /the same name/ })).toBeVisible();
  await expectGoodScreen(page);
  await page.keyboard.press('Enter');
  await expect(saveState(page)).toHaveText('Saved');
  const tagsNow = async () => {
    const { items } = await script.get<{ items: Highlight[] }>(`/articles/${article.id}/highlights`);
    return items.flatMap(({ tags }) => tags);
  };
  expect(await tagsNow()).toHaveLength(1);

  // The same claim from the same words: the citation that is there is opened, as one that contradicts now.
  const words = 'Nobody thanked her';
  await tagWords(script, article, words, { claimId: claim.id, stance: 'supports' });
  await expect(inMargin(page, /^supports: Nobody thanked Orla Stane/)).toHaveCount(1);
  await selectWords(page, pane, words);
  await expect(composerOn(page, words)).toBeVisible();
  await page.keyboard.press('c');
  await composerOn(page, words).getByRole('option', { name: claim.statement }).click();
  await page.keyboard.press('x');
  await page.keyboard.press('Enter');
  const change = page.getByRole('dialog', { name: /^Change the tag on/ });
  await expect(change.getByRole('button', { name: 'contradicts' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(inMargin(page, /^contradicts: Nobody thanked Orla Stane/)).toHaveCount(1);
  expect((await tagsNow()).map(({ stance }) => stance)).toEqual([null, 'contradicts']);
});
