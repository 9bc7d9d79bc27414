import type { Page } from '@playwright/test';
import type { Highlight } from '@/lib/highlights/highlight';
import { expectGoodScreen } from '../support/accessible';
import { asScript, demoProject, personIn } from '../support/people';
import { composerOn, inMargin, marksIn, openArticle, saveState, selectWords } from '../support/reader';
import { expect, test } from '../support/story';
import { acceptTag, bringIn, makeEntity, tagWords } from '../support/work';

const TEXT = `The ferry was late. Old Marn Tessel paid the toll at the north gate.
Nobody else was on the quay.`;

const handle = (page: Page, edge: 'Beginning' | 'End') => page.getByRole('button', { name: RegExp(`^${edge} of “`) });

/** Drags a handle sideways by the width of some words, as they are drawn. */
async function dragBy(page: Page, edge: 'Beginning' | 'End', px: number): Promise<void> {
  const box = (await handle(page, edge).boundingBox())!;
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + px / 2, y, { steps: 3 });
  await page.mouse.move(x + px, y, { steps: 3 });
  await page.mouse.up();
}

const widthOf = (page: Page, words: string, line = 0): Promise<number> =>
  page
    .locator('[data-pane] p')
    .nth(line)
    .evaluate((line, wanted) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = (walker.currentNode as Text).data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + wanted.length);
        return range.getBoundingClientRect().width;
      }
      throw new Error(`“${wanted}” is not in one piece.`);
    }, words);

test('an edge is moved by mouse and by keyboard, the other analyst sees it, and undo brings it back', async ({
  browser,
}) => {
  const ines = await personIn(browser, 'Ines');
  const script = asScript(ines.context);
  const project = await demoProject(ines.context);
  const article = await bringIn(script, project, 'At the north gate', TEXT);
  const { id: entityId } = await makeEntity(script, project, 'person', 'Marn Tessel');
  const { tag, highlight } = await tagWords(script, article, 'Marn Tessel', { entityId });
  const { highlight: beside } = await tagWords(script, article, 'the toll', { entityId });
  const tomasz = await personIn(browser, 'Tomasz');
  await acceptTag(asScript(tomasz.context), tag);

  const theirs = await openArticle(tomasz.page, project, article);
  await expect(marksIn(theirs)).toHaveText(['Marn Tessel', 'the toll']);
  const { page } = ines;
  const pane = await openArticle(page, project, article);
  const mine = inMargin(page, /^Person Marn Tessel, tagged by you, accepted/);
  await mine.click();
  await expectGoodScreen(page);

  // By mouse: the beginning takes in the word before it.
  await dragBy(page, 'Beginning', -(await widthOf(page, 'Old ')));
  await expect(saveState(page)).toHaveText('Saved');
  await expect(marksIn(pane)).toHaveText(['Old Marn Tessel', 'the toll']);
  await expect(page.getByText('1 verdict was on the earlier words').first()).toBeVisible();
  await expect(marksIn(theirs)).toHaveText(['Old Marn Tessel', 'the toll']);
  await expect(inMargin(page, /^Person Marn Tessel, tagged by you, not reviewed/).first()).toContainText(
    'accepted it before it was changed',
  );

  // A mouse that goes to another line takes the edge to the words that it is put on.
  const line = (await pane.locator('p').nth(1).boundingBox())!;
  const held = (await handle(page, 'End').boundingBox())!;
  await page.mouse.move(held.x + 5, held.y + 6);
  await page.mouse.down();
  await page.mouse.move(line.x + (await widthOf(page, 'Nobody', 1)), line.y + line.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(marksIn(pane).last()).toHaveText('Nobody');
  await page.keyboard.press('u');
  await expect(marksIn(pane)).toHaveText(['Old Marn Tessel', 'the toll']);

  // By keyboard: the end goes on by words, and by characters.
  await page.keyboard.press('m');
  await expect(handle(page, 'End')).toBeFocused();
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(marksIn(pane)).toHaveText(['Old Marn Tessel', 'the toll']);
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(marksIn(pane).first()).toHaveText('Old Marn Tessel paid');
  await expect(marksIn(theirs).first()).toHaveText('Old Marn Tessel paid');

  // Escape leaves everything as it was.
  await page.keyboard.press('m');
  await page.keyboard.press('m');
  await expect(handle(page, 'Beginning')).toBeFocused();
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Escape');
  await expect(marksIn(pane).first()).toHaveText('Old Marn Tessel paid');

  // The history says from which words to which.
  const told = await script.get<{ items: { type: string; turns: object[] }[] }>(
    `/projects/${project}/history?subjectId=${highlight.id}`,
  );
  expect(told.items.find(({ type }) => type === 'highlight.moved')?.turns).toEqual([
    { field: 'at', from: '“Old Marn Tessel”', to: '“Old Marn Tessel paid”' },
  ]);

  // It is the same highlight, its neighbour has not moved, and both moves are taken back and done again.
  const now = async () => {
    const { items } = await script.get<{ items: (typeof highlight)[] }>(`/articles/${article.id}/highlights`);
    return items.map(({ id, quote, start, tags }) => [id, quote, start, tags.length]);
  };
  expect(await now()).toEqual([
    [highlight.id, 'Old Marn Tessel paid', highlight.start - 4, 1],
    [beside.id, 'the toll', beside.start, 1],
  ]);
  // The message of the undoing before it is not this one's.
  await expect(page.getByText('Undone: moving the edges of')).toBeHidden();
  await page.keyboard.press('u');
  await expect(page.getByText('Undone: moving the edges of')).toBeVisible();
  await expect(marksIn(pane).first()).toHaveText('Old Marn Tessel');
  await page.keyboard.press('u');
  await expect(marksIn(theirs)).toHaveText(['Marn Tessel', 'the toll']);
  // These are the words that the verdict was on: it counts again, for both of them.
  await expect(mine).toBeVisible();
  await expect(inMargin(tomasz.page, /^Person Marn Tessel, .*, accepted/)).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(marksIn(theirs).first()).toHaveText('Old Marn Tessel');
});

test('nobody moves a colleague’s words, and what was moved in two windows is shown twice', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await demoProject(context);
  const article = await bringIn(script, project, 'At the south gate', TEXT.replaceAll('north', 'south'));
  const { id: entityId } = await makeEntity(script, project, 'person', 'Tessel of the south');
  const { highlight } = await tagWords(script, article, 'Marn Tessel', { entityId });

  const tomasz = await personIn(browser, 'Tomasz');
  const theirs = await openArticle(tomasz.page, project, article);
  await inMargin(tomasz.page, /Tessel of the south/).click();
  await expect(handle(tomasz.page, 'End')).toHaveCount(0);
  await tomasz.page.keyboard.press('m');
  await expect(tomasz.page.getByText('Only whoever made this can change it.')).toHaveCount(1);
  await expect(marksIn(theirs)).toHaveText(['Marn Tessel']);

  const pane = await openArticle(page, project, article);
  await inMargin(page, /Tessel of the south/).click();
  await page.keyboard.press('m');
  await expect(handle(page, 'End')).toBeFocused();
  await page.keyboard.press('Control+ArrowRight');
  // Meanwhile, and unseen by this page, a script of the same person moves the other edge.
  await page.route('**/live**', (route) => route.abort());
  const { start } = highlight;
  const other = { start: start - 4, end: start + 11, quote: 'Old Marn Tessel' };
  const moved = await script.send('PATCH', `/highlights/${highlight.id}`, other, { 'if-match': '"1"' });
  expect(moved.ok()).toBe(true);
  await page.keyboard.press('Enter');
  const both = page.getByRole('dialog', { name: 'These words were moved elsewhere meanwhile' });
  // What is drawn is drawn before the server has answered.
  await expect(both.or(saveState(page).filter({ hasText: 'Saved' })).first()).toBeVisible();
  if (await both.isVisible()) {
    await expect(both).toContainText('Old Marn Tessel');
    await expect(both).toContainText('Marn Tessel paid');
    await expectGoodScreen(page);
    await both.getByRole('button', { name: 'Use yours' }).click();
  }
  await expect(marksIn(pane)).toHaveText(['Marn Tessel paid']);
});

test('words are translated by keyboard, and the translation goes with the quote', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await demoProject(context);
  const text = 'Паром опоздал. Старик заплатил пошлину.';
  const article = await bringIn(script, project, 'У ворот', text);
  const { id: entityId } = await makeEntity(script, project, 'person', 'Старик у ворот');
  await tagWords(script, article, 'Старик', { entityId });
  const pane = await openArticle(page, project, article);
  await inMargin(page, /Старик у ворот/).click();
  await page.keyboard.press('t');
  const panel = page.getByRole('dialog', { name: 'Translation of the highlighted words' });
  await expect(panel.getByRole('textbox', { name: 'Translation' })).toBeFocused();
  await page.keyboard.type('The old m');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await page.keyboard.press('t');
  await expect(panel.getByRole('textbox')).toHaveValue('The old m');
  await expectGoodScreen(page);
  await page.keyboard.press('End');
  await page.keyboard.type('an');
  await page.keyboard.press('Control+Enter');
  await expect(panel).toBeHidden();
  const entry = inMargin(page, /Старик у ворот/);
  await expect(entry).toContainText(/Translation by Ines.*: The old man/);

  // Asked for while the words are being saved it waits for them, and what is typed until then undoes nothing.
  let answer = () => {};
  const asked = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/v1/articles/*/highlights', async (route) => {
    if (route.request().method() === 'POST') await asked;
    await route.continue();
  });
  await selectWords(page, pane, 'заплатил');
  await page.keyboard.press('h');
  await expect(composerOn(page, 'заплатил')).toBeHidden();
  await page.keyboard.type('tu');
  answer();
  await expect(panel.getByRole('textbox', { name: 'Translation' })).toBeFocused();
  await page.keyboard.type('paid');
  await page.keyboard.press('Control+Enter');
  await expect(panel).toBeHidden();
  const { items } = await script.get<{ items: Highlight[] }>(`/articles/${article.id}/highlights`);
  expect(items.find(({ quote }) => quote === 'заплатил')?.translation?.text).toBe('paid');
  await page.goto(`/projects/${project}/entities/${entityId}`);
  await expect(page.getByText('The old man')).toBeVisible();

  const tomasz = await personIn(browser, 'Tomasz');
  await openArticle(tomasz.page, project, article);
  await expect(inMargin(tomasz.page, /Старик у ворот/)).toContainText('a translation');
  await inMargin(tomasz.page, /Старик у ворот/).click();
  await expect(inMargin(tomasz.page, /Старик у ворот/)).toContainText('The old man');
  await tomasz.page.keyboard.press('t');
  await expect(tomasz.page.getByText('Only whoever made this translation can change it').first()).toBeVisible();
});
