import type { Article } from '@/lib/articles/article';
import type { Claim } from '@/lib/claims/claim';
import type { Highlight } from '@/lib/highlights/highlight';
import { docxOf } from '@/scripts/convert/made-files.fixtures';
import { expectGoodScreen } from '../support/accessible';
import { asScript, demoProject, personIn } from '../support/people';
import { inMargin, openArticle, saveState, selectWords } from '../support/reader';
import { expect, test } from '../support/story';
import { acceptTag, bringIn, makeClaim, submitClaim, tagWords } from '../support/work';

const KEPT = 'The mill at Velm burned on a Sunday';
const MOVED = 'Witnesses gave the hour as four';
const LOST = 'Three men were seen on the bridge before the bell rang.';
const TEXT = `${KEPT} in August 1911.\n\n${MOVED}; the fire book says five.\n\n${LOST}\n\nNobody was hurt.`;
const PLACE = 'Two people stood near the bridge';
const CORRECTED = `Corrected on Monday.\n\n${TEXT.replace('hour as four', 'hour as half past four').replace(LOST, `${PLACE} at noon.`)}`;

test('a correction carries highlights, and says which moved and which are lost', async ({ browser }) => {
  const [tomasz, ines, ruth] = [
    await personIn(browser, 'Tomasz'),
    await personIn(browser, 'Ines'),
    await personIn(browser, 'Ruth'),
  ];
  const script = asScript(tomasz.context);
  const project = await demoProject(tomasz.context);
  const article = await bringIn(script, project, 'The fire at Velm', TEXT);
  const claim = await makeClaim(script, project, 'The mill at Velm caught fire at four.');
  await tagWords(script, article, KEPT);
  const { tag } = await tagWords(script, article, MOVED, { claimId: claim.id, stance: 'supports' });
  const lost = await tagWords(script, article, LOST, { newEntity: { type: 'event', name: 'The men at Velm' } });
  await acceptTag(asScript(ines.context), tag);
  const now = () => script.get<Claim>(`/claims/${claim.id}`);
  await submitClaim(script, await now());
  const version = { 'if-match': `"${(await now()).version}"` };
  await asScript(ruth.context).send('POST', `/claims/${claim.id}/reviews`, { verdict: 'accept' }, version);
  expect((await now()).status).toBe('approved');

  // A colleague brings the corrected text in: first a look at what it will do, and nothing is saved.
  const { page } = ines;
  await openArticle(page, project, article);
  await page.getByRole('link', { name: 'version 1' }).click();
  await page.getByText('What is known of the article').click();
  const known = page.getByRole('list', { name: 'What is known of the texts' });
  await known.getByLabel('Relays').fill('the fire office');
  await known.getByLabel('Title').focus();
  await expect(known.getByText('Saved')).toBeVisible();
  await expectGoodScreen(page);
  const typed = page.getByRole('textbox', { name: 'Corrected text' });
  await typed.fill(CORRECTED);
  const save = page.getByRole('button', { name: 'Save as version 2' });
  await expect(page.getByText('Still needed: why it came.')).toBeVisible();
  await expect(save).toBeDisabled();
  await page.getByLabel('Why this version').fill('The paper printed a correction.');
  const foreseen = page.getByRole('status', { name: 'What will happen to the highlights' });
  await expect(foreseen).toContainText('1 stand word for word');
  await expect(foreseen).toContainText('1 moved, with other words');
  await expect(foreseen).toContainText('1 lost, to be placed by hand');
  await expect(page.getByRole('region', { name: 'Highlights that it touches' })).toContainText('half past');
  await expectGoodScreen(page);
  expect((await script.get<Article>(`/articles/${article.id}`)).version.number).toBe(1);

  // A file is foreseen in the same way; what was pasted is still there when it is left out.
  const paragraphs = CORRECTED.replace('Nobody was hurt.', 'One man was hurt.').split('\n\n');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file' }).click(),
  ]);
  await chooser.setFiles({ name: 'fire.docx', mimeType: '', buffer: Buffer.from(docxOf(paragraphs)) });
  const both = page.getByRole('region', { name: 'The two versions side by side' });
  await expect(both.getByRole('insertion').filter({ hasText: 'One man' })).toBeVisible();
  await expect(foreseen).toContainText('1 moved, with other words');
  await expectGoodScreen(page);
  await page.getByRole('button', { name: 'Leave fire.docx out' }).click();
  await expect(typed).toHaveValue(CORRECTED);

  // Nothing of it is lost when the page is left, or loaded anew.
  await page.getByRole('link', { name: 'Read the article' }).click();
  await expect(page.getByRole('region', { name: 'The fire at Velm', exact: true })).toBeVisible();
  await page.goBack();
  await expect(typed).toHaveValue(CORRECTED);
  await page.reload();
  await expect(typed).toHaveValue(CORRECTED);
  await expect(page.getByLabel('Why this version')).toHaveValue('The paper printed a correction.');
  await expect(page.getByText('You wrote this here before and did not save it.')).toBeVisible();
  await save.click();

  // Side by side, with the words that differ and the highlights that it touched.
  const touched = page.getByRole('region', { name: 'Highlights that it touched' });
  await expect(touched.getByRole('listitem')).toHaveCount(2);
  await expect(both.getByRole('insertion').filter({ hasText: 'half past' })).toBeVisible();
  await expect(both.getByRole('deletion').filter({ hasText: 'Three men' }).first()).toBeVisible();
  await touched.getByRole('button').first().click();
  await expectGoodScreen(page);
  await page.goto(`/projects/${project}/articles`);
  await expect(page.getByRole('row', { name: /The fire at Velm/ })).toContainText('1 lost');

  // Whoever lost words hears of it, and shows where they are.
  const reader = tomasz.page;
  await reader.goto(`/projects/${project}/inbox`);
  const line = reader.getByRole('listitem').filter({ hasText: 'brought in a correction that lost words of yours in' });
  await line.getByRole('link', { name: 'The fire at Velm' }).click();
  const pane = reader.getByRole('region', { name: 'The fire at Velm', exact: true });
  await expect(pane).toContainText(PLACE);
  const words = reader.getByRole('list', { name: 'Lost words' });
  await expect(words.getByRole('listitem')).toContainText('The passage was rewritten.');
  await expect(words.getByRole('listitem')).toContainText('Nobody was hurt.');
  await expectGoodScreen(reader);
  await words.getByRole('button', { name: 'Let go' }).click();
  await expect(words).toBeHidden();
  await reader.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await words.getByRole('button', { name: 'Find their place' }).click();
  const bar = reader.getByRole('complementary', { name: 'Lost words, as they stood' });
  await expect(bar.getByRole('status')).toContainText('Select the words');
  await selectWords(reader, pane, PLACE);
  await expect(reader.getByRole('dialog', { name: 'Placing lost words' })).toBeVisible();
  await expectGoodScreen(reader);
  await reader.getByRole('button', { name: 'These are the words' }).click();
  await expect(saveState(reader)).toHaveText('Saved');
  await expect(words).toBeHidden();
  await reader.keyboard.press('u');
  await expect(words.getByRole('listitem')).toContainText('The passage was rewritten.');
  await reader.keyboard.press('Control+Shift+z');
  await expect(words).toBeHidden();
  const placed = await script.get<Highlight>(`/highlights/${lost.highlight.id}`);
  expect(placed).toMatchObject({ quote: PLACE, orphaned: null, carried: { how: 'by-hand', quote: LOST } });
  expect(placed.tags.map(({ id }) => id)).toEqual([lost.tag.id]);
  await inMargin(reader, /caught fire at four/).click();
  await expect(inMargin(reader, /caught fire at four/)).toContainText('Moved with the correction of');

  // The approval rested on words that are others now: it says so, before beside after.
  await ruth.page.goto(`/projects/${project}/claims/${claim.id}`);
  const changes = ruth.page.getByRole('region', { name: 'What changed since it was approved' });
  await expect(changes).toContainText('A corrected article has other words for a citation.');
  await expect(changes).toContainText(MOVED);
  await expect(changes).toContainText('half past four');
  await expect(ruth.page.getByRole('article', { name: /^Citation from/ })).toContainText(
    'Moved with the correction of',
  );
  await expectGoodScreen(ruth.page);
});

test('a colleague’s correction that comes meanwhile is shown, and nobody supersedes it unseen', async ({ browser }) => {
  const [tomasz, ines] = [await personIn(browser, 'Tomasz'), await personIn(browser, 'Ines')];
  const script = asScript(tomasz.context);
  const project = await demoProject(tomasz.context);
  const text = TEXT.replaceAll('Velm', 'Orne');
  const article = await bringIn(script, project, 'The fire at Orne', text);
  const { page } = ines;
  await page.goto(`/projects/${project}/articles/${article.id}/versions`);
  const typed = page.getByRole('textbox', { name: 'Corrected text' });
  await typed.fill(text.replace('four', 'half past four'));
  await page.getByLabel('Why this version').fill('The hour was wrong.');
  await expect(page.getByRole('button', { name: 'Save as version 2' })).toBeEnabled();

  const his = { text: text.replace('August', 'September'), reason: 'The month was wrong.' };
  expect((await script.send('POST', `/articles/${article.id}/versions`, his)).status()).toBe(201);
  const notice = page.getByRole('alert').filter({ hasText: /^Tomasz .* saved version 2 meanwhile/ });
  await expect(notice).toContainText('“The month was wrong.”');
  await expect(typed).toHaveValue(/half past four/);
  await expect(page.getByRole('button', { name: /^Save as version/ })).toBeDisabled();
  await expectGoodScreen(page);
  // Also for whoever looks at the new version first, and comes back to what they had begun.
  await page.reload();
  await expect(typed).toHaveValue(/half past four/);
  await expect(page.getByRole('button', { name: /^Save as version/ })).toBeDisabled();
  await notice.getByRole('button', { name: 'Compare with version 2' }).click();
  const both = page.getByRole('region', { name: 'The two versions side by side' });
  await expect(both.getByRole('deletion').filter({ hasText: 'September' })).toBeVisible();
  await typed.fill(his.text.replace('four', 'half past four'));
  await expect(both.getByRole('deletion').filter({ hasText: 'September' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Save as version 3' }).click();
  await expect.poll(async () => (await script.get<Article>(`/articles/${article.id}`)).version.number).toBe(3);
});
