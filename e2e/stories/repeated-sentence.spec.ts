import type { Highlight } from '@/lib/highlights/highlight';
import { expectGoodScreen } from '../support/accessible';
import { asScript, demoProject, personIn } from '../support/people';
import { composerOn, marksIn, openArticle, saveState, selectWords } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeEntity, spanOf, tagWords } from '../support/work';

const SENTENCE = 'No ship was seen that night.';
const TEXT = `${SENTENCE} So the keeper wrote.\n\n${SENTENCE} So his brother wrote, in the same words.\n\n${SENTENCE}`;

test('a repeated sentence is anchored where it was selected', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Tomasz');
  const script = asScript(context);
  const project = await demoProject(context);
  const article = await bringIn(script, project, 'The lighthouse log', TEXT);
  const pane = await openArticle(page, project, article);

  await selectWords(page, pane, SENTENCE, 1);
  await expect(composerOn(page, SENTENCE)).toBeVisible();
  await page.keyboard.press('h');
  await expect(saveState(page)).toHaveText('Saved');
  const { items } = await script.get<{ items: Highlight[] }>(`/articles/${article.id}/highlights`);
  expect(items).toMatchObject([spanOf(TEXT, SENTENCE, 1)]);

  // What stands before the marked words is all that was written before them.
  const before = () =>
    marksIn(pane).evaluate((mark) => {
      const range = document.createRange();
      range.setStart(mark.closest('[role="region"]')!, 0);
      range.setEndBefore(mark);
      return range.toString();
    });
  await expect(marksIn(pane)).toHaveText([SENTENCE]);
  expect(await before()).toBe(TEXT.slice(0, spanOf(TEXT, SENTENCE, 1).start));
  await openArticle(page, project, article, `?highlight=${items[0]!.id}`);
  await expect(marksIn(pane)).toHaveText([SENTENCE]);
  expect(await before()).toBe(TEXT.slice(0, spanOf(TEXT, SENTENCE, 1).start));
  await expectGoodScreen(page);
});

const PAGES = Array.from({ length: 60 }, (_, nth) => `Watch ${nth + 1} of the log: the lamp was lit.`).join('\n\n');

test('a link to words at the lower edge of the screen shows them and all of their tag', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Tomasz');
  const script = asScript(context);
  const project = await demoProject(context);
  const { id: entityId } = await makeEntity(script, project, 'place', 'Lamp of the log');

  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    const article = await bringIn(script, project, `The whole log, ${width} wide`, `${PAGES} ${width}`);
    const pane = await openArticle(page, project, article);
    const last = await pane.evaluate((element) => {
      const lines = [...element.querySelectorAll('p')].filter((line) => line.textContent.trim());
      return lines.findLast((line) => line.getBoundingClientRect().bottom < innerHeight - 60)!.textContent.trim();
    });
    const { tag } = await tagWords(script, article, last, { entityId, note: 'Seen from the quay.', confidence: 80 });
    await openArticle(page, project, article, `?tag=${tag.id}`);
    const entry = page.getByRole('article', { name: /^Place Lamp of the log/ });
    await expect(entry).toContainText('Seen from the quay.');
    await expect(entry).toBeInViewport({ ratio: 1 });
    await expect(marksIn(pane)).toBeInViewport({ ratio: 1 });
    // Nothing lies over either: not the bars, not the sheet of a narrow screen.
    const covered = await page.evaluate(() =>
      ['[data-pane] mark', '[id^="entry-"]'].filter((selector) => {
        const element = document.querySelector(selector)!;
        const { x, y, width: wide, height: tall } = element.getBoundingClientRect();
        return [y + 2, y + tall - 2].some((at) => !element.contains(document.elementFromPoint(x + wide / 2, at)));
      }),
    );
    expect(covered).toEqual([]);
  }
});
