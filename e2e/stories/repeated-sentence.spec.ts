import type { Highlight } from '@/lib/highlights/highlight';
import { expectGoodScreen } from '../support/accessible';
import { asScript, demoProject, personIn } from '../support/people';
import { composerOn, marksIn, openArticle, saveState, selectWords } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, spanOf } from '../support/work';

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
