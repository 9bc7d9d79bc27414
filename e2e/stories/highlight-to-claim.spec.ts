import { expectGoodScreen } from '../support/accessible';
import { asScript, demoProject, personIn } from '../support/people';
import { composerOn, inMargin, loseAnswer, openArticle, saveState, selectWords, unfoldMargin } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeClaim, makeEntity } from '../support/work';
import type { Entity } from '@/lib/entities/entity';
import type { Highlight } from '@/lib/highlights/highlight';

const WORDS = 'the harbour of Lissa stayed open all through May';
const TEXT = `Two pilots say that ${WORDS}, whatever the order said.\nA third remembers a chain across the mouth.`;

test('words contradict one claim and support another, with stance and confidence by key', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Tomasz');
  const script = asScript(context);
  const project = await demoProject(context);
  const known = 'The harbour of Lissa was closed in May 1998.';
  await makeClaim(script, project, known);
  const article = await bringIn(script, project, 'The chain across the mouth', TEXT);
  const pane = await openArticle(page, project, article);

  await selectWords(page, pane, WORDS);
  const composer = composerOn(page, WORDS);
  await page.keyboard.press('c');
  await expect(composer.getByRole('combobox', { name: 'Claim: one sentence' })).toBeFocused();
  await page.keyboard.type('The harbour of Lissa was shut in May 1998');
  const near = composer.getByRole('option', { name: /was closed in May 1998.*says nearly the same/ });
  await expect(near).toBeVisible();
  await expectGoodScreen(page);
  // One step out and back in, what was typed is still there.
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await expect(composer.getByRole('combobox')).toHaveValue('The harbour of Lissa was shut in May 1998');
  await near.click();

  await page.keyboard.press('x');
  await expect(composer.getByText('73: seven, three')).toBeVisible();
  await page.keyboard.press('7');
  await page.keyboard.press('5');
  await expect(composer.getByRole('button', { name: 'contradicts' })).toHaveAttribute('aria-pressed', 'true');
  await expect(composer.getByRole('slider')).toHaveValue('75');
  await expectGoodScreen(page);
  await page.keyboard.press('Shift+Enter');

  const field = composer.getByRole('combobox', { name: 'Claim: one sentence' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  await page.keyboard.type('Pilots of Lissa ignored the closing order.');
  await page.keyboard.press('Enter');
  await expect(composer.getByRole('button', { name: 'supports' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(composer).toBeHidden();
  await expect(saveState(page)).toHaveText('Saved');

  await page.reload();
  await unfoldMargin(page);
  await expect(inMargin(page, new RegExp(`^contradicts: ${known}, tagged by you, confidence 75`))).toHaveCount(1);
  // A confidence is never carried over to the next tag.
  await expect(
    inMargin(page, /^supports: Pilots of Lissa ignored the closing order\., tagged by you, not reviewed/),
  ).toHaveCount(1);
  const { items } = await script.get<{ items: Highlight[] }>(`/articles/${article.id}/highlights`);
  expect(items.map(({ quote, tags }) => [quote, tags.length])).toEqual([[WORDS, 2]]);
});

test('who speaks is carried over within the paragraph, visibly, and one key drops it', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Tomasz');
  const script = asScript(context);
  const project = await demoProject(context);
  await makeEntity(script, project, 'person', 'Marta Ilves');
  const article = await bringIn(script, project, 'Whatever the order said', TEXT.replaceAll('Lissa', 'Sark'));
  const pane = await openArticle(page, project, article);
  const cite = async (words: string, claim: string) => {
    await selectWords(page, pane, words);
    await page.keyboard.press('c');
    await page.keyboard.type(claim);
    await page.keyboard.press('Enter');
    return composerOn(page, words);
  };
  await cite('the harbour of Sark stayed open', 'The harbour of Sark stayed open that spring.');
  await page.keyboard.press('w');
  await page.keyboard.type('Marta Ilves');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(saveState(page)).toHaveText('Saved');

  const second = await cite('whatever the order said', 'There was an order to close the harbour of Sark.');
  await expect(second.getByRole('button', { name: 'Marta Ilves' })).toBeVisible();
  await expect(second.getByText('as in your last citation in this paragraph')).toBeVisible();
  await expectGoodScreen(page);
  await page.keyboard.press('z');
  await expect(second.getByRole('button', { name: 'outlet’s own voice' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(second).toBeHidden();

  const next = await cite('A third remembers', 'Somebody remembers the spring of Sark.');
  await expect(next.getByRole('button', { name: 'outlet’s own voice' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('an unnamed source is of a body that there is or that is made with it, never of one that is only like it', async ({
  browser,
}) => {
  const { context, page } = await personIn(browser, 'Tomasz');
  const script = asScript(context);
  const project = await demoProject(context);
  await makeEntity(script, project, 'organisation', 'Pilots of Fenna');
  await makeEntity(script, project, 'place', 'Fenna roads');
  const text = TEXT.replaceAll('Lissa', 'Fenna');
  const article = await bringIn(script, project, 'Pilots, unnamed', text);
  const pane = await openArticle(page, project, article);
  await selectWords(page, pane, 'Two pilots');
  const composer = composerOn(page, 'Two pilots');
  await page.keyboard.press('c');
  await page.keyboard.type('Pilots of Fenna have spoken.');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('w');
  await page.keyboard.type('a pilot of Fenna');
  await page.keyboard.press('Enter');
  const body = composer.getByRole('combobox', { name: 'Institution of the unnamed source' });
  await body.fill('Fenna');
  await expect(composer.getByRole('option')).toHaveText([/Pilots of Fenna/, /Fenna.*New organisation/]);
  await page.keyboard.press('Enter');
  await expect(body).toHaveValue('Fenna');
  await expectGoodScreen(page);
  await body.fill('Harbour guild of Fenna');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(saveState(page)).toHaveText('Saved');
  const { items } = await script.get<{ items: Highlight[] }>(`/articles/${article.id}/highlights`);
  const speaker = await script.get<Entity>(`/entities/${items[0]?.tags[0]?.speaker?.id}`);
  expect(speaker.institution).toMatchObject({ type: 'organisation', name: 'Harbour guild of Fenna' });
});

test('when the server is away everything typed comes back, and is then saved once', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Tomasz');
  const script = asScript(context);
  const project = await demoProject(context);
  const article = await bringIn(script, project, 'A chain, remembered', TEXT.replaceAll('Lissa', 'Corvo'));
  const words = 'A third remembers a chain across the mouth.';
  const claim = 'A chain lay across the mouth of Corvo harbour.';
  const pane = await openArticle(page, project, article);
  await selectWords(page, pane, words);
  const composer = composerOn(page, words);
  await page.keyboard.press('c');
  await page.keyboard.type(claim);
  await page.keyboard.press('Enter');
  await expect(composer.getByText(claim)).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.press('8');
  await page.keyboard.press('0');
  await page.keyboard.press('m');
  await page.keyboard.type('From memory, years later.');
  await loseAnswer(page, '**/api/v1/articles/*/highlights');
  await page.keyboard.press('Enter');
  await expect(composer.getByRole('button', { name: 'From memory, years later.' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(composer.getByText('Not saved')).toBeVisible();
  await expect(saveState(page)).not.toHaveText('Saved');
  await expect(composer.getByText(claim)).toBeVisible();
  await expect(composer.getByRole('button', { name: 'denies' })).toHaveAttribute('aria-pressed', 'true');
  await expect(composer.getByRole('slider')).toHaveValue('80');
  await expect(composer.getByRole('button', { name: 'From memory, years later.' })).toBeVisible();
  await expectGoodScreen(page);

  await page.keyboard.press('Enter');
  await expect(composer).toBeHidden();
  await expect(saveState(page)).toHaveText('Saved');
  const { items } = await script.get<{ items: Highlight[] }>(`/articles/${article.id}/highlights`);
  expect(items.flatMap(({ tags }) => tags)).toMatchObject([
    { stance: 'contradicts', denies: true, confidence: 80, note: 'From memory, years later.' },
  ]);
  await expect(inMargin(page, /^denies/)).toContainText('a note');

  // An undo that nothing answers is still there to be tried again.
  await loseAnswer(page, '**/api/v1/highlights/*');
  await page.keyboard.press('u');
  await expect(page.getByText(/^Not undone\. The server did not answer\./)).toBeVisible();
  await page.keyboard.press('u');
  await expect(inMargin(page, /^denies/)).toHaveCount(0);
});
