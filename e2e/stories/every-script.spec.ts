import type { Page } from '@playwright/test';
import type { Highlight } from '@/lib/highlights/highlight';
import { expectGoodScreen } from '../support/accessible';
import { asScript, personIn } from '../support/people';
import { composerOn, inMargin, marksIn, openArticle, saveState, unfoldMargin } from '../support/reader';
import { expect, test } from '../support/story';
import { makeProject, spanOf } from '../support/work';

// Right to left with harakat and with points, letters of two code points, emoji of several, scripts without spaces, and
// four kinds of line end.
const TEXT = [
  'وصلت السفينة إلى الميناء، وقال القبطانُ: «لا أحد».\r\n',
  'הַסְּפִינָה הגיעה לנמל בשעה 18:40, אמר הקברניט.\n',
  'Jose\u0301 Vela\u0301zquez met José Velázquez at the quay.\r',
  'A family 👨‍👩‍👧‍👦 under the flag 🇫🇷 waved 👋🏽 twice.\r\n\r\n',
  '船は東京湾に入った。船長は黙っていた。\n',
  'जहाज़ बन्दरगाह पहुँचा, क्षितिज साफ़ था.',
].join('');

/** Selects as a pointer might leave it: from one unit to another, wherever these stand. */
const selectUnits = (page: Page, start: number, end: number) =>
  page.getByRole('region', { name: 'One quay, six scripts' }).evaluate(
    (pane, span) => {
      const pointAt = (wanted: number): [Node, number] => {
        const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
        let [before, node] = [0, walker.nextNode() as Text | null];
        while (node && before + node.length < wanted) {
          before += node.length;
          node = walker.nextNode() as Text | null;
        }
        return [node!, wanted - before];
      };
      const [from, to] = [pointAt(span.start), pointAt(span.end)];
      getSelection()!.setBaseAndExtent(from[0], from[1], to[0], to[1]);
      (pane as HTMLElement).focus();
    },
    { start, end },
  );

test('every script is selected, drawn, searched and kept to the letter', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await makeProject((await personIn(browser, 'Daniel')).context, 'One quay', ['Ines']);
  const title = 'One quay, six scripts';
  const made = await script.send('POST', `/projects/${project}/articles`, { title, text: TEXT, language: 'ar' });
  const article = { ...((await made.json()) as { id: string }), title, text: TEXT };
  const pane = await openArticle(page, project, article);
  await expect(pane).toHaveAttribute('lang', 'ar');
  expect(await pane.evaluate((element) => element.textContent)).toBe(TEXT);
  const directions = await pane.locator('p').evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
  expect(directions).toEqual(['rtl', 'rtl', 'ltr', 'ltr', 'ltr', 'ltr', 'ltr']);

  const crumb = page.getByRole('navigation', { name: 'Where am I' }).getByText(title);
  await expect(crumb).toHaveAttribute('dir', 'auto');

  // A selection that ends inside what people see as one character takes in all of it.
  const whole: [words: string, inside: string][] = [
    ['القبطانُ', 'القبطان'],
    ['הַסְּפִינָ', 'הַסְּפִינ'],
    ['Jose\u0301', 'Jose'],
    ['👨‍👩‍👧‍👦', '👨‍👩'],
    ['🇫🇷 waved 👋🏽', '🇫🇷 waved 👋'],
    ['東京湾', '東京湾'],
    ['बन्दरगाह', 'बन्दरगाह'],
  ];
  for (const [words, inside] of whole) {
    const { start } = spanOf(TEXT, words);
    await selectUnits(page, start, start + inside.length);
    await expect(composerOn(page, words), words).toBeVisible();
    await page.keyboard.press('h');
    await expect(composerOn(page, words)).toBeHidden();
  }
  await expect(saveState(page)).toHaveText('Saved');
  const { items } = await script.get<{ items: Highlight[] }>(`/articles/${article.id}/highlights`);
  const kept = items.map(({ start, end, quote }) => ({ start, end, quote })).sort((a, b) => a.start - b.start);
  expect(kept).toEqual(
    whole.map(([words]) => ({ ...spanOf(TEXT, words), quote: words })).sort((a, b) => a.start - b.start),
  );
  await expect(marksIn(pane)).toHaveText(
    kept.map(({ quote }) => quote),
    { useInnerText: false },
  );
  // What is drawn stands where its words do: at the right of a line that runs to the left.
  const [mark, line] = await marksIn(pane)
    .nth(1)
    .evaluate((one) => [one.getBoundingClientRect().toJSON(), one.parentElement!.getBoundingClientRect().toJSON()]);
  expect(Math.abs(mark.right - line.right)).toBeLessThan(2);
  await expectGoodScreen(page);

  // The caret passes a family, a flag and an accented letter in one step each, and goes left where the text does.
  const caretAt = (words: string) => selectUnits(page, spanOf(TEXT, words).start, spanOf(TEXT, words).start);
  const selected = () => page.evaluate(() => String(getSelection()));
  for (const [from, one] of [
    ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
    ['🇫🇷', '🇫🇷'],
    ['e\u0301 Vela', 'e\u0301'],
    ['क्षि', 'क्षि'],
  ] as const) {
    await caretAt(from);
    await page.keyboard.press('Shift+ArrowRight');
    expect(await selected()).toBe(one);
  }
  await caretAt('السفينة');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  expect(await selected()).toBe('السفينة');
  await page.keyboard.press('Shift+Digit3');
  expect(await selected()).toBe(TEXT.slice(0, TEXT.indexOf('\r\n')));
  await caretAt('京湾');
  await page.keyboard.press('Shift+Digit2');
  expect(await selected()).toBe('東京湾');
  await page.keyboard.press('Escape');

  // A double click takes the emoji that it is on, not the blank beside it nor what stands before it.
  await page.waitForFunction(() => performance.getEntriesByName('rested').length > 0);
  for (const one of ['👨‍👩‍👧‍👦', '🇫🇷', '👋🏽']) {
    await selectUnits(page, spanOf(TEXT, one).start, spanOf(TEXT, one).start + one.length);
    const box = await page.evaluate(() => getSelection()!.getRangeAt(0).getBoundingClientRect().toJSON() as DOMRect);
    await page.keyboard.press('Escape');
    for (const part of [0.2, 0.8]) {
      await page.mouse.dblclick(box.x + box.width * part, box.y + box.height / 2);
      expect(await selected(), `${one} at ${part} of its width`).toBe(one);
      await page.keyboard.press('Escape');
    }
  }

  // Found in either spelling, in any script, and never as a part of a character.
  const count = page.getByRole('search').getByRole('status');
  for (const [typed, found] of [
    ['josé velázquez', '1 of 2'],
    ['القبطان', '1 of 1'],
    ['הספינה', '1 of 1'],
    ['القبطانُ', '1 of 1'],
    ['הגיעה', '1 of 1'],
    ['👨', 'not in this article'],
    ['船', '1 of 2'],
  ] as const) {
    await page.keyboard.press('/');
    await page.getByRole('searchbox', { name: 'Find in this article' }).fill(typed);
    await expect(count).toHaveText(found);
    // In one line, so that the bar stays as high as it is.
    expect((await count.boundingBox())!.height).toBeLessThan(24);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }

  // The words that are tagged again are read out in the article's language.
  await unfoldMargin(page);
  await inMargin(page, /^highlighted by you/)
    .first()
    .click();
  await page.keyboard.press('Enter');
  const tagged = composerOn(page, kept[0]!.quote).locator('q');
  await expect(tagged).toHaveText(kept[0]!.quote);
  await expect(tagged).toHaveAttribute('lang', 'ar');
  await expectGoodScreen(page);
});
