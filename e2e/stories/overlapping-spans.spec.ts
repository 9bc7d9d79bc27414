import { expectGoodScreen } from '../support/accessible';
import { asScript, demoProject, personIn } from '../support/people';
import { clickWords, inMargin, marksIn, openArticle, saveState, selectWords, unfoldMargin } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, tagWords } from '../support/work';

const TEXT = `The ferry Anselma left Port Brask at dusk with forty aboard.
Her captain Ilo Vantreight never filed a list of names.`;

test('nested, overlapping and adjacent tags are all seen, and each can be picked', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await demoProject(context);
  const article = await bringIn(script, project, 'The ferry list', TEXT);
  const as = (type: string, name: string) => ({ newEntity: { type, name } });
  // The first three lie inside one another, the fourth reaches into them, the last two touch.
  await tagWords(script, article, 'The ferry Anselma left Port Brask', as('event', 'Sailing of the Anselma'));
  await tagWords(script, article, 'ferry Anselma', as('other', 'MV Anselma'));
  await tagWords(script, article, 'Anselma', as('organisation', 'Anselma Line'));
  await tagWords(script, article, 'Port Brask at dusk', as('place', 'Port Brask'));
  await tagWords(script, article, 'Her captain ', as('person', 'The captain'));
  await tagWords(script, article, 'Ilo Vantreight', as('person', 'Ilo Vantreight'));

  const pane = await openArticle(page, project, article);
  const names = ['Sailing of the Anselma', 'MV Anselma', 'Anselma Line', 'Port Brask', 'The captain', 'Ilo Vantreight'];
  await unfoldMargin(page);
  await expect(inMargin(page)).toHaveCount(names.length);
  await expect(pane).toHaveText(TEXT, { useInnerText: false });
  // Cut where a tag begins or ends, and nowhere else.
  await expect(marksIn(pane)).toHaveText([
    'The ',
    'ferry ',
    'Anselma',
    ' left ',
    'Port Brask',
    ' at dusk',
    'Her captain ',
    'Ilo Vantreight',
  ]);
  // An underline for each tag on the words, and one fill.
  const looks = await marksIn(pane).evaluateAll((marks) =>
    marks.map((mark) => {
      const { backgroundImage, backgroundColor } = getComputedStyle(mark);
      return { lines: backgroundImage.split('-gradient(').length - 1, fill: backgroundColor };
    }),
  );
  expect(looks.map(({ lines }) => lines)).toEqual([1, 2, 3, 1, 2, 1, 1, 1]);
  for (const { fill } of looks) expect(fill).not.toBe('rgba(0, 0, 0, 0)');
  await expectGoodScreen(page);

  await clickWords(page, pane, 'Anselma');
  const picker = page.getByRole('dialog', { name: 'Several tags on these words' });
  await expect(picker.getByRole('button')).toHaveText([/Anselma Line/, /MV Anselma/, /Sailing of the Anselma/]);
  // The row that Enter takes is marked, after a click too.
  await expect(picker.locator('[data-highlighted]')).toHaveText(/Anselma Line/);
  await page.keyboard.press('ArrowDown');
  await expect(picker.locator('[data-highlighted]')).toHaveText(/MV Anselma/);
  await expectGoodScreen(page);
  await page.keyboard.press('2');
  await expect(picker).toBeHidden();
  await expect(inMargin(page, /MV Anselma/)).toContainText('You');

  for (const name of ['The captain', 'Ilo Vantreight']) {
    await clickWords(page, pane, name === 'The captain' ? 'Her captain' : name);
    await expect(picker).toBeHidden();
    await expect(inMargin(page, new RegExp(name))).toContainText('You');
  }
});

test('words within words that were just highlighted can be selected at once', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Ines');
  const project = await demoProject(context);
  const article = await bringIn(asScript(context), project, 'The ferry list, once more', `${TEXT}\nAgain.`);
  const pane = await openArticle(page, project, article);
  const nested = ['The ferry Anselma left Port Brask at dusk', 'ferry Anselma left', 'Anselma left Port'];
  for (const [at, words] of nested.entries()) {
    await selectWords(page, pane, words);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('h');
    await expect(saveState(page)).toHaveText('Saved');
    await unfoldMargin(page);
    await expect(inMargin(page)).toHaveCount(at + 1);
    await expect(inMargin(page).getByText(words, { exact: true })).toHaveCount(1);
  }
});
