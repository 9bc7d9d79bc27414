import type { Page } from '@playwright/test';
import { expectGoodScreen } from '../support/accessible';
import { asScript, demoProject, personIn } from '../support/people';
import { marksIn, openArticle, saveState } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, tagWords } from '../support/work';

const slowLines = 'President Muhammad Sharifov says that the tide tables of Ostrave are old.';

/** Stands between the page and every script that its document does not name: what comes later. */
async function betweenLate(page: Page, address: string) {
  const named = await (await page.request.get(address)).text();
  const held: (() => void)[] = [];
  const way = { is: 'open' as 'open' | 'gone' | 'held' };
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const file = new URL(route.request().url()).pathname.split('/').at(-1)!;
    if (way.is === 'open' || named.includes(file)) return route.continue();
    if (way.is === 'gone') return route.abort();
    await new Promise<void>((go) => held.push(go));
    return route.continue();
  });
  return {
    gone: () => (way.is = 'gone'),
    hold: () => (way.is = 'held'),
    open: () => {
      way.is = 'open';
      held.splice(0).forEach((go) => go());
    },
  };
}

test('menus and dialogs come while the page rests: an early press is kept, a missing network is said, and later none is needed', async ({
  browser,
}) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await demoProject(context);
  const article = await bringIn(script, project, 'Slow lines', slowLines);
  const late = await betweenLate(page, `/projects/${project}/articles/${article.id}`);
  const size = page.getByRole('button', { name: 'Size of the text' });
  const menu = page.getByRole('menu', { name: 'Size of the text' });
  const chosen = menu.getByRole('menuitemradio').first();
  const suggestions = page.getByRole('button', { name: /^[1-9]\d* suggestions?$/ });

  // Nothing can be fetched: it is said, the page stays, and the next press asks again.
  late.gone();
  const pane = await openArticle(page, project, article);
  await size.click();
  await expect(page.getByText('This part of the page could not be fetched')).toBeVisible();
  await expectGoodScreen(page);
  await expect(page.getByText(slowLines)).toBeVisible();
  await expect(suggestions).toHaveCount(0);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  // What is done elsewhere is seen all the same.
  await tagWords(script, article, 'tide tables');
  await expect(marksIn(pane)).toHaveText('tide tables');
  late.open();
  await size.press('Enter');
  await expect(chosen).toBeFocused();
  await expect(size).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(size).toBeFocused();
  await expect(size).toHaveAttribute('aria-expanded', 'false');
  await expect(suggestions).toBeVisible();

  // What is pressed and typed before it has come is done when it has.
  late.hold();
  await page.reload();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('tide');
  late.open();
  const palette = page.getByRole('dialog', { name: 'Search everything' });
  await expect(palette.getByRole('combobox')).toHaveValue('tide');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  late.hold();
  await page.reload();
  await size.press('ArrowDown');
  late.open();
  await expect(chosen).toBeFocused();
  await page.keyboard.press('Escape');

  // The page has rested: the network may go.
  await page.waitForFunction(() => performance.getEntriesByName('rested').length > 0);
  await expect(saveState(page)).toBeEmpty();
  await context.setOffline(true);
  await expect(saveState(page)).toHaveText('Offline');
  await page.getByRole('button', { name: 'Filter the tags' }).click();
  await expect(page.getByRole('dialog', { name: 'Filter the tags' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('menuitem', { name: 'Keys' }).click();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await size.hover();
  await expect(page.locator('.floating', { hasText: 'Size of the text' })).toBeVisible();
  await context.setOffline(false);
  await expect(saveState(page)).toBeEmpty();
});

test('a comment whose editor cannot be fetched keeps its words, over closing the discussion too, and goes out when it has come', async ({
  browser,
}) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await demoProject(context);
  const article = await bringIn(script, project, 'A silent quay', 'Nobody at Ostrave would say who paid for the quay.');
  const { tag } = await tagWords(script, article, 'Ostrave', { newEntity: { type: 'place', name: 'Ostrave quay' } });
  const subject = { type: 'tag', id: tag.id };
  const told = await script.send('POST', `/projects/${project}/threads`, { subject, body: { text: 'Which quay?' } });
  expect(told.ok(), await told.text()).toBe(true);
  const late = await betweenLate(page, `/projects/${project}/articles/${article.id}`);
  await openArticle(page, project, article);
  await page.keyboard.press('j');
  await page.keyboard.press('d');
  const side = page.getByRole('complementary', { name: 'Discussion' });
  await expect(side.getByText('Which quay?')).toBeVisible();

  late.gone();
  await side.getByRole('button', { name: 'Reply', exact: true }).click();
  const plain = side.locator('textarea');
  await expect(page.getByText('This part of the page could not be fetched')).toBeVisible();
  await plain.pressSequentially('The old one, ');
  await page.keyboard.press('Escape');
  await side.getByRole('button', { name: 'Close the discussion' }).click();
  await expect(side).toBeHidden();
  await page.keyboard.press('d');
  await expect(plain).toHaveValue('The old one, ');
  await expectGoodScreen(page);

  late.open();
  await plain.focus();
  await page.keyboard.press('End');
  await page.keyboard.type('by the tide ');
  const editor = side.locator('[contenteditable]');
  await expect(editor).toBeVisible();
  await expect(plain).toHaveCount(0);
  await page.keyboard.type('mill.');
  await expect(editor).toHaveText('The old one, by the tide mill.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(side.getByText('The old one, by the tide mill.')).toBeVisible();
  await expect(editor).toHaveCount(0);
  // Nothing of it waits anywhere any more.
  await page.reload();
  await page.keyboard.press('j');
  await page.keyboard.press('d');
  await expect(side.getByRole('button', { name: 'Reply', exact: true })).toBeVisible();
});
