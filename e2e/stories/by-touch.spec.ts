import type { Locator, Page } from '@playwright/test';
import { expectGoodScreen } from '../support/accessible';
import { asScript, personIn, signIn } from '../support/people';
import { composerOn, marksIn, openArticle, saveState } from '../support/reader';
import { served } from '../support/served';
import { expect, test } from '../support/story';
import { bringIn, makeEntity, makeProject, tagWords } from '../support/work';

const TEXT = Array.from(
  { length: 14 },
  (_, nth) => `On the ${nth + 1}. of the month Brask paid the pilots at the quay and wrote it down in the open book.`,
).join('\n\n');

/** Where words stand, and how to select them as the browser of a phone does: it makes the selection, and we are told. */
async function wordsIn(pane: Locator, words: string, nth: number) {
  const line = pane.locator('p', { hasText: words }).nth(nth);
  const run = (select: string | null) =>
    line.evaluate(
      (element, [wanted, selected]) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          const [at, to] = [node.data.indexOf(wanted!), node.data.indexOf(selected ?? wanted!)];
          if (at < 0) continue;
          range.setStart(node, to);
          range.setEnd(node, to + (selected ?? wanted!).length);
        }
        if (selected !== null)
          getSelection()!.setBaseAndExtent(
            range.startContainer,
            range.startOffset,
            range.endContainer,
            range.endOffset,
          );
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      },
      [words, select] as const,
    );
  await line.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  return { middle: await run(null), select: run };
}

async function boxes(page: Page, composer: Locator) {
  const words = await page.evaluate(() => getSelection()!.getRangeAt(0).getBoundingClientRect().toJSON());
  return { words: words as DOMRect, panel: (await composer.boundingBox())! };
}

test('a long press selects a word, and the composer leaves it and its handles in view', async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: served().addresses[0],
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await signIn(page, 'Ines');
  const script = asScript(context);
  const project = await makeProject((await personIn(browser, 'Daniel')).context, 'The open book', ['Ines']);
  await makeEntity(script, project, 'place', 'Brask');
  const article = await bringIn(script, project, 'The open book', TEXT);
  const pane = await openArticle(page, project, article);
  const touch = await context.newCDPSession(page);

  for (const nth of [0, 6, 13]) {
    // The finger comes down and stays; the browser selects the word and takes the finger over, as phones do.
    const { middle, select } = await wordsIn(pane, 'Brask', nth);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [middle] });
    await select('Brask');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
    // Its handles are the browser's own: moving one changes the selection and nothing else.
    await expect(composerOn(page, 'Brask')).toBeVisible();
    await select('month Brask paid');
    await expect(composerOn(page, 'month Brask paid')).toBeVisible();
    await select('Brask');
    const composer = composerOn(page, 'Brask');
    await expect(composer).toBeVisible();
    const { words, panel } = await boxes(page, composer);
    const apart = Math.max(panel.y - words.bottom, words.top - (panel.y + panel.height));
    expect(apart, 'px between the words and the panel').toBeGreaterThanOrEqual(24);
    expect(panel.x).toBeGreaterThanOrEqual(0);
    expect(panel.x + panel.width).toBeLessThanOrEqual(390);
    if (nth === 6) await expectGoodScreen(page);
    for (const button of await composer.getByRole('button').all())
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(36);
    await composer.getByRole('button', { name: 'tag', exact: true }).tap();
    await expect(composer).toBeHidden();
    await expect(saveState(page)).toHaveText('Saved');
  }
  await expect(marksIn(pane)).toHaveText(['Brask', 'Brask', 'Brask']);

  // A finger on a tagged word opens its tag below the text.
  const { middle } = await wordsIn(pane, 'Brask', 6);
  await page.touchscreen.tap(middle.x, middle.y);
  await expect(page.getByRole('article', { name: /^Place Brask, tagged by you/ })).toBeVisible();

  // A finger takes hold of its end, below the line, and moves it over two more words: saved when it lets go.
  const end = page.getByRole('button', { name: /^End of “Brask”/ });
  const held = (await end.boundingBox())!;
  expect(Math.min(held.width, held.height)).toBeGreaterThanOrEqual(44);
  const [x, y] = [held.x + 4, held.y + 8];
  const width = await widthOf(pane, ' paid the', 6);
  const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', by: number) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: x + by, y }] });
  await finger('touchStart', 0);
  for (const part of [0.3, 0.7, 1]) await finger('touchMove', width * part);
  // It rests before it lets go: of a finger that is still on its way the browser expects a fling, and takes the next tap for its end.
  for (let frames = 12; frames > 0; frames -= 1) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await finger('touchMove', width);
  }
  await expect(marksIn(pane)).toHaveText(['Brask', 'Brask', 'Brask']);
  await finger('touchEnd', 0);
  await expect(marksIn(pane)).toHaveText(['Brask', 'Brask paid the', 'Brask']);
  await expect(saveState(page)).toHaveText('Saved');
  const { items } = await script.get<{ items: { quote: string }[] }>(`/articles/${article.id}/highlights`);
  expect(items.map(({ quote }) => quote)).toEqual(['Brask', 'Brask paid the', 'Brask']);

  // A finger has no keys to take it back with.
  await page.getByRole('button', { name: /^Undo: / }).tap();
  await expect(marksIn(pane)).toHaveText(['Brask', 'Brask', 'Brask']);
  await expectGoodScreen(page);
  await page.getByRole('button', { name: /^Redo: / }).tap();
  await expect(marksIn(pane)).toHaveText(['Brask', 'Brask paid the', 'Brask']);

  // Held sideways there is little room: the words make way, and the whole of the composer is on the screen.
  await page.setViewportSize({ width: 844, height: 390 });
  const { select } = await wordsIn(pane, 'pilots', 8);
  await select('pilots');
  const sideways = composerOn(page, 'pilots');
  await sideways.getByRole('button', { name: 'entity' }).tap();
  await expect(sideways.getByRole('option').first()).toBeInViewport({ ratio: 1 });
  const { words, panel } = await boxes(page, sideways);
  expect(panel.y).toBeGreaterThanOrEqual(words.bottom + 24);
  expect(panel.y + panel.height).toBeLessThanOrEqual(390);
  await expectGoodScreen(page);
  await sideways.getByText('Claim', { exact: true }).tap();
  await page.keyboard.type('Pilots were paid at the quay');
  await page.keyboard.press('Enter');
  await expect(sideways.getByRole('button', { name: 'Save', exact: true })).toBeInViewport({ ratio: 1 });
});

test('a hint of keys that a finger has not leaves nothing behind', async ({ browser }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const context = await browser.newContext({ baseURL: served().addresses[0], ...phone });
  const page = await context.newPage();
  await signIn(page, 'Ines');
  const project = await makeProject((await personIn(browser, 'Daniel')).context, 'By finger', ['Ines', 'Tomasz']);
  const tomasz = asScript((await personIn(browser, 'Tomasz')).context);
  const article = await bringIn(tomasz, project, 'The open book, again', TEXT);
  await tagWords(tomasz, article, 'Brask', { newEntity: { type: 'place', name: 'Brask' } });
  await page.goto(`/projects/${project}/review?kind=mentions`);
  await expect(page.getByText('choose one')).toHaveText(/choose one\s+to reject it/, { useInnerText: true });
  await expectGoodScreen(page);
});

const widthOf = (pane: Locator, words: string, nth: number): Promise<number> =>
  pane
    .locator('p', { hasText: words })
    .nth(nth)
    .evaluate((line, wanted) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
      }
      return range.getBoundingClientRect().width;
    }, words);
