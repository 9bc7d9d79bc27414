import { expectGoodScreen } from '../support/accessible';
import { asScript, personIn } from '../support/people';
import { marksIn, openArticle } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeProject, tagWords } from '../support/work';

const BOATS = 'The brig, the barge, the cutter and the wherry lay at Port Brask.';

test('types that a project adds, and all types in forced colours, are told apart without their colour', async ({
  browser,
}) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await makeProject((await personIn(browser, 'Daniel')).context, 'Boats', ['Ines']);
  const article = await bringIn(script, project, 'Boats of many kinds', BOATS);
  const kinds = { brig: 'sailing-ship', barge: 'barge', cutter: 'cutter', wherry: 'rowing-boat' };
  for (const [words, type] of Object.entries(kinds))
    await tagWords(script, article, words, { newEntity: { type, name: `A ${words}` } });
  await tagWords(script, article, 'Port Brask', { newEntity: { type: 'place', name: 'The port' } });
  const pane = await openArticle(page, project, article);
  await expect(marksIn(pane)).toHaveText(['brig', 'barge', 'cutter', 'wherry', 'Port Brask']);

  const looks = () =>
    marksIn(pane).evaluateAll((marks) =>
      marks.map((mark) => {
        const { backgroundImage } = getComputedStyle(mark);
        const { content } = getComputedStyle(mark, '::before');
        return { backgroundImage, letters: content };
      }),
    );
  const inColour = await looks();
  expect(new Set(inColour.map(({ backgroundImage }) => backgroundImage)).size).toBe(5);
  expect(inColour.map(({ letters }) => letters)).toEqual(Array(5).fill('none'));
  await expectGoodScreen(page);

  await page.emulateMedia({ forcedColors: 'active' });
  const forced = await looks();
  expect(forced.map(({ letters }) => letters.split('/')[0]!.trim())).toEqual(['"SS"', '"Ba"', '"Cu"', '"RB"', '"L"']);
  // Its underline stays, in the system's own colour: whose tag it is can still be seen.
  for (const { backgroundImage } of forced) expect(backgroundImage).toContain('rgb(0, 0, 0)');
  // What is lit in it keeps its own look: else suggestions would be filled like a selection, and louder than any tag.
  expect(await pane.evaluate((element) => getComputedStyle(element).forcedColorAdjust)).toBe('none');
  await page.emulateMedia({ forcedColors: 'none' });
});
