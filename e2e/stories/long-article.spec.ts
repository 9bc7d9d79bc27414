import type { Locator, Page } from '@playwright/test';
import { longArticle, memberIds, putHighlights } from '../support/bulk';
import { asScript, personIn } from '../support/people';
import { composerOn, inMargin, openArticle, saveState, selectWords } from '../support/reader';
import { served } from '../support/served';
import { expect, test } from '../support/story';
import { bringIn, makeEntity, makeProject } from '../support/work';

const NAME = 'Velkan Orda';
const LETTERS = 1_000_000;
const HIGHLIGHTS = 10_000;

/** Whether words of the article are on the screen, and how many marks are. */
const onScreen = (pane: Locator, words: string) =>
  pane.evaluate((element, wanted) => {
    const seen = (box: DOMRect) => box.bottom > 0 && box.top < innerHeight && box.height > 0;
    const lines = [...element.querySelectorAll('p')].filter((line) => seen(line.getBoundingClientRect()));
    const marks = [...element.querySelectorAll('mark')].filter((mark) => seen(mark.getBoundingClientRect()));
    return { words: lines.some((line) => line.textContent.includes(wanted)), marked: marks.length > 0 };
  }, words);

/** Where the caret is, in px from the top of the window. */
const caretTop = (page: Page) =>
  page.evaluate(() => {
    const { focusNode } = getSelection()!;
    const element = focusNode instanceof Element ? focusNode : focusNode?.parentElement;
    return element?.getBoundingClientRect().bottom ?? -1;
  });

async function findInArticle(page: Page, words: string) {
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Find in this article' });
  await field.fill(words);
  return field;
}

test('an article of a million characters with ten thousand highlights is read and tagged like any other', async ({
  browser,
}) => {
  const { context: lead } = await personIn(browser, 'Daniel');
  const { context: colleague } = await personIn(browser, 'Tomasz');
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await makeProject(lead, 'The long record', ['Ines', 'Tomasz']);
  const types = ['person', 'organisation', 'place', 'event', 'unnamed-source', 'vessel'];
  const marked = await Promise.all(types.map((type) => makeEntity(script, project, type, `Noted ${type}`)));
  await makeEntity(script, project, 'person', NAME);
  const { text, spots } = longArticle(LETTERS, HIGHLIGHTS, NAME);
  const article = await bringIn(script, project, 'The whole record', text);
  const { database } = served();
  const authors = await memberIds(database, ['Ines', 'Tomasz']);
  await putHighlights(database, article, spots, { entityIds: marked.map(({ id }) => id), authors });

  // The browser's own search looks through what is in the page: that is the text, to the letter.
  const pane = await openArticle(page, project, article);
  expect(await pane.evaluate((element, stored) => element.textContent === stored, text)).toBe(true);
  await expect.poll(() => onScreen(pane, text.slice(0, 40))).toEqual({ words: true, marked: true });
  await expect(inMargin(page).first()).toBeVisible();

  const last = text.slice(-60);
  // What comes into view turns out longer or shorter than was expected: the end may want a second look.
  const toTheEnd = () => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
  const atTheEnd = () => page.evaluate(toTheEnd).then(() => onScreen(pane, last));
  await expect.poll(atTheEnd).toEqual({ words: true, marked: true });

  // The last place of the name: selected, tagged with a key, saved.
  const times = text.split(NAME).length - 1;
  await selectWords(page, pane, NAME, times - 1);
  await expect(composerOn(page, NAME).getByText('the same name')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(saveState(page)).toHaveText('Saved');
  await expect(pane.locator('mark', { hasText: NAME })).toBeVisible();

  // A colleague marks the letters after it, in another browser: they are marked here too.
  const start = text.lastIndexOf(NAME) + NAME.length;
  const words = { start, end: start + 9, quote: text.slice(start, start + 9) };
  const tagged = { ...words, tags: [{ entityId: marked[0]!.id }] };
  const answer = await asScript(colleague).send('POST', `/articles/${article.id}/highlights`, tagged);
  expect(answer.status()).toBe(201);
  await expect(pane.locator('mark', { hasText: words.quote })).toBeVisible();

  await findInArticle(page, last);
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await findInArticle(page, NAME);
  await expect(page.getByText(new RegExp(`^\\d+ of ${times}$`))).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => onScreen(pane, NAME)).toMatchObject({ words: true });
  await page.keyboard.press('Escape');

  // The caret goes along, to both ends and by screens: a line further is the next line of what is seen.
  const top = () => page.evaluate(() => scrollY);
  await page.keyboard.press('Control+Home');
  await expect.poll(() => onScreen(pane, text.slice(0, 40))).toMatchObject({ words: true });
  for (let screens = 3; screens > 0; screens -= 1) {
    const before = await top();
    await page.keyboard.press('PageDown');
    await expect.poll(top).toBeGreaterThan(before + 300);
    // The caret follows when what came into view is laid out.
    await expect.poll(() => caretTop(page)).toBeGreaterThan(0);
  }
  const seen = await top();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(Math.abs((await top()) - seen)).toBeLessThan(100);
  await page.keyboard.press('Control+End');
  await expect.poll(() => onScreen(pane, last)).toMatchObject({ words: true });
});

test('how long an article is can be seen from the beginning, on a phone too', async ({ browser }) => {
  const { context: lead } = await personIn(browser, 'Daniel');
  const { context, page } = await personIn(browser, 'Ines');
  const project = await makeProject(lead, 'Read on the way', ['Ines']);
  const { text } = longArticle(300_000, 1, NAME);
  const article = await bringIn(asScript(context), project, 'A record for the way', text);
  await page.setViewportSize({ width: 390, height: 844 });
  const pane = await openArticle(page, project, article);
  await expect(pane).not.toHaveAttribute('aria-busy');

  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const expected = await height();
  // Whatever comes into view is laid out, and has its own height from then on.
  for (let top = 0; top < (await height()); top += 4_000)
    await page.evaluate(async (y) => {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, top);
  const real = await height();
  expect(Math.abs(expected - real) / real).toBeLessThan(0.05);
});
