import type { BrowserContext, Page } from '@playwright/test';
import type { Highlight } from '@/lib/highlights/highlight';
import { expectGoodScreen } from '../support/accessible';
import { asScript, personIn } from '../support/people';
import { clickWords, composerOn, inMargin, marksIn, openArticle, saveState, selectWords } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeEntity, makeProject, type Brought } from '../support/work';

const TEXT = `Velkan Orda came down to the quay before light, and Velkan Orda’s men paid in salt.
Nobody saw VELKAN ORDA leave Darvoz: the Orda Company was in Darwaz.`;
const ELSEWHERE = 'Velkan Orda again. Two ships, and Velkan Orda on both.';

const listButton = (page: Page, count?: number) =>
  page.getByRole('button', {
    name: count === undefined ? /\d+ suggestions?$/ : count === 1 ? '1 suggestion' : `${count} suggestions`,
  });
const cardOn = (page: Page, words: string) => page.getByRole('group', { name: `Suggestion: “${words}”` });
const tagsOf = async (context: BrowserContext, { id }: Brought) =>
  (await asScript(context).get<{ items: Highlight[] }>(`/articles/${id}/highlights`)).items.flatMap(({ tags }) => tags);

/** A project with two analysts, two articles, and two pairs of look-alikes among its entities. */
async function setTheDesk(lead: BrowserContext) {
  const project = await makeProject(lead, `Salt, ${Date.now()}`, ['Ines', 'Tomasz']);
  const script = asScript(lead);
  const article = await bringIn(script, project, 'Salt on the quay', TEXT);
  await bringIn(script, project, 'Two ships', ELSEWHERE);
  const named = (type: string, name: string) => makeEntity(script, project, type, name);
  const darvoz = await named('place', 'Darvoz');
  await named('person', 'Velkan Orda');
  await named('organisation', 'Orda Company');
  await named('place', 'Darwaz');
  return { project, article, darvoz };
}

test('known names are suggested, walked through, and accepted one by one and together', async ({ browser }) => {
  const { context: lead } = await personIn(browser, 'Daniel');
  const { project, article } = await setTheDesk(lead);
  const { context, page } = await personIn(browser, 'Ines');
  const pane = await openArticle(page, project, article);
  await expect(listButton(page, 6)).toBeVisible();
  // Nothing of it is a tag, nor drawn as one.
  expect(await tagsOf(context, article)).toEqual([]);
  await expect(marksIn(pane)).toHaveCount(0);

  await page.keyboard.press('.');
  const card = cardOn(page, 'Velkan Orda');
  await expect(card.getByText('Velkan Orda')).toBeVisible();
  await expect(card.getByText('This name: 2 more here, 2 in 1 other article')).toBeVisible();
  await expectGoodScreen(page);
  await page.keyboard.press('Enter');
  await expect(saveState(page)).toHaveText('Saved');
  const mentions = inMargin(page, /^Person Velkan Orda, tagged by you/);
  await expect(mentions).toHaveCount(1);
  await expect(listButton(page, 5)).toBeVisible();

  // The next one is already looked at; the possessive is no part of it.
  await expect(card.getByRole('button', { name: 'accept all 2' })).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await expect(mentions).toHaveCount(3);
  await expect(marksIn(pane)).toHaveText(['Velkan Orda', 'Velkan Orda', 'VELKAN ORDA']);
  await expect(listButton(page, 3)).toBeVisible();

  await page.keyboard.press('u');
  await expect(mentions).toHaveCount(1);
  await expect(listButton(page, 5)).toBeVisible();
  expect(await tagsOf(context, article)).toHaveLength(1);
});

test('a rejected name stays away for everybody in the project, its look-alike does not, and it can come back', async ({
  browser,
}) => {
  const { context: lead } = await personIn(browser, 'Daniel');
  const { project, article, darvoz } = await setTheDesk(lead);
  const { page } = await personIn(browser, 'Ines');
  await openArticle(page, project, article);
  await listButton(page, 6).click();
  const list = page.getByRole('dialog', { name: 'Suggestions in this article' });
  await expect(
    list.getByRole('button', { name: 'Look at “Velkan Orda” as person Velkan Orda, 3 places' }),
  ).toBeVisible();
  await expectGoodScreen(page);
  await list.getByRole('button', { name: 'Look at “Darvoz” as place Darvoz, 1 place' }).click();
  await expect(cardOn(page, 'Darvoz')).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByText('Not suggested again in this project: “Darvoz” as place Darvoz')).toBeVisible();
  await expect(listButton(page, 5)).toBeVisible();
  await page.reload();
  await expect(listButton(page, 5)).toBeVisible();

  const { page: colleague } = await personIn(browser, 'Tomasz');
  await openArticle(colleague, project, article);
  await listButton(colleague, 5).click();
  const theirs = colleague.getByRole('dialog', { name: 'Suggestions in this article' });
  await expect(theirs.getByRole('button', { name: /^Look at “Darwaz”/ })).toBeVisible();
  await expect(theirs.getByRole('button', { name: /^Look at “Darvoz”/ })).toHaveCount(0);

  await page.goto(`/projects/${project}/entities/${darvoz.id}`);
  await expect(page.getByRole('heading', { name: 'Not suggested' })).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole('button', { name: 'Suggest “Darvoz” again' }).click();
  await expect(page.getByRole('heading', { name: 'Not suggested' })).toHaveCount(0);
  await expect(theirs.getByRole('button', { name: /^Look at “Darvoz”/ })).toBeVisible();
});

test('names that nobody knows yet are suggested as new, and all of it can be switched off', async ({ browser }) => {
  const { context: lead } = await personIn(browser, 'Daniel');
  const project = await makeProject(lead, `Nobody known, ${Date.now()}`, ['Ines']);
  const text = 'On 28 July 2021 President Muhammad Sharifov flew to Dushanbe.\n\nMuhammad Sharifov was late.';
  const article = await bringIn(asScript(lead), project, 'A flight', text);
  const { page } = await personIn(browser, 'Ines');
  await openArticle(page, project, article);
  await expect(listButton(page, 4)).toBeVisible();
  // The first click in a page counts.
  await clickWords(page, page.getByRole('region', { name: article.title }), 'Dushanbe');
  await expect(page.getByRole('group', { name: /^Suggestion: “Dushanbe”/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await listButton(page, 4).click();
  const list = page.getByRole('dialog', { name: 'Suggestions in this article' });
  for (const said of [
    'new person: Muhammad Sharifov, 2 places',
    'new place: Dushanbe, 1 place',
    'new date: 28 July 2021, 1 place',
  ])
    await expect(list.getByRole('button', { name: RegExp(`^Look at .* as ${said}$`) })).toBeVisible();
  await list.getByRole('button', { name: /^Accept “Muhammad Sharifov”.*all 2$/ }).click();
  await page.keyboard.press('Escape');
  // One person, mentioned twice.
  await expect(inMargin(page, /^Person Muhammad Sharifov, tagged by you/)).toHaveCount(2);
  const mentions = async () => {
    const { items } = await asScript(lead).get<{ items: { mentionCount: number }[] }>(`/projects/${project}/entities`);
    return items.map(({ mentionCount }) => mentionCount);
  };
  expect(await mentions()).toEqual([2]);

  // Taken back, that person was never there; done again, it is one.
  await page.keyboard.press('u');
  await expect(listButton(page, 4)).toBeVisible();
  expect(await mentions()).toEqual([]);
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(listButton(page, 2)).toBeVisible();
  expect(await mentions()).toEqual([2]);

  // A name that nobody knows is refused as one of its type, and can come back from the list of entities.
  await listButton(page, 2).click();
  await list.getByRole('button', { name: /^Look at “Dushanbe” as new place/ }).click();
  await page.keyboard.press('x');
  await expect(listButton(page, 1)).toBeVisible();
  await page.goto(`/projects/${project}/entities`);
  await expect(page.getByText('rejected as place by Ines')).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole('button', { name: 'Suggest “Dushanbe” again' }).click();
  await expect(page.getByRole('heading', { name: 'Not suggested' })).toHaveCount(0);
  const pane = await openArticle(page, project, article);
  await expect(listButton(page, 2)).toBeVisible();
  // Tagged by hand, it is first of the type that it was found to be.
  await selectWords(page, pane, 'Dushanbe');
  await page.keyboard.press('e');
  const composer = composerOn(page, 'Dushanbe');
  await expect(composer.getByRole('option').first()).toHaveAccessibleName(/Dushanbe.*New place/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(composer).toBeHidden();

  await listButton(page, 2).click();
  await list.getByRole('switch', { name: 'Suggest names in articles' }).click();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Suggestions are off' })).toBeVisible();
  await page.keyboard.press('.');
  await expect(page.getByRole('group', { name: /^Suggestion:/ })).toHaveCount(0);
});
