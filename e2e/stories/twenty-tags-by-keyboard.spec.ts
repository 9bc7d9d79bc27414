import type { Page } from '@playwright/test';
import type { Highlight } from '@/lib/highlights/highlight';
import { expectGoodScreen } from '../support/accessible';
import { countKeys, keysPressed, tagByKeys } from '../support/keystrokes';
import { asScript, personIn } from '../support/people';
import { composerOn, inMargin, marksIn, openArticle, paneOf, saveState, selectWords } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeClaim, makeEntity, makeProject, tagWords } from '../support/work';

const NAMES = [
  'Velkan Orda',
  'Mirt Castellan',
  'Sefa Brindle',
  'Ilo Vantreight',
  'Port Brask',
  'Oda Fenwick',
  'Perrin Lode',
  'Tamsin Quell',
  'Anselma Line',
  'Harrow Gate',
  'Jorun Abbas',
  'Kestrel Bay',
  'Lunt Ferris',
  'Noll Ivarsen',
  'Quarry Hill',
  'Rusk Elding',
  'Ubbe Toll',
  'Wren Stacey',
  'Xanthe Moor',
  'Zeb Cullen',
];
const TEXT = NAMES.map(
  (name, nth) => `On day ${nth + 1} the clerk wrote that ${name} had come, and nobody asked.`,
).join('\n\n');
/** The letters that somebody types who looks for a name: the first three, whatever the case. */
const lettersOf = (name: string) => name.slice(0, 3).toLowerCase();

/** Notes what a screen reader is told from now on: the next words replace the last ones in the page. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    const region = [...document.querySelectorAll('.sr-only [role="status"]')].at(-1)!;
    const note = () => told.push(region.textContent.trim());
    new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => (window as unknown as { told: string[] }).told);
}

test('twenty tags on one article, one after the other, without the mouse', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await makeProject((await personIn(browser, 'Daniel')).context, 'The clerk’s desk', ['Ines']);
  for (const name of NAMES) await makeEntity(script, project, 'person', name);
  const article = await bringIn(script, project, 'The clerk’s book', TEXT);
  const pane = await openArticle(page, project, article);
  await countKeys(page);
  const told = await listen(page);

  for (const name of NAMES) {
    const offer = composerOn(page, name).getByText('the same name');
    await tagByKeys(page, lettersOf(name), () => expect(offer).toBeVisible());
    await expect.poll(told).toContain(`Saved. ${name}.`);
  }
  const each = (await keysPressed(page)) / NAMES.length;
  test.info().annotations.push({ type: 'keystrokes per tag', description: String(each) });
  expect(each).toBeLessThanOrEqual(8);
  await expect(saveState(page)).toHaveText('Saved');
  const { items } = await script.get<{ items: Highlight[] }>(`/articles/${article.id}/highlights`);
  expect(items.map(({ quote }) => quote).sort()).toEqual([...NAMES].sort());
  expect(items.flatMap(({ tags }) => tags.map(({ entity }) => entity?.name)).sort()).toEqual([...NAMES].sort());

  // The last one is taken back and put back with a key each.
  await page.keyboard.press('u');
  await expect(marksIn(pane)).toHaveCount(NAMES.length - 1);
  await page.keyboard.press('Control+Shift+Z');
  await expect(marksIn(pane)).toHaveCount(NAMES.length);
  await expectGoodScreen(page);
});

test('while the names are long in coming they are waited for, and nothing is made a second time', async ({
  browser,
}) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await makeProject((await personIn(browser, 'Daniel')).context, 'The slow desk', ['Ines']);
  await makeEntity(script, project, 'vessel', 'Grey Heron');
  await makeClaim(script, project, 'The Grey Heron left the quay at noon.');
  const text = 'Nobody saw who steered the Grey Heron, but the Grey Heron left the quay at noon.';
  const article = await bringIn(script, project, 'The Heron’s noon', text);
  let answer = () => {};
  const held = new Promise<void>((done) => (answer = done));
  await page.route(/\/(entity-names|claim-statements)$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/projects/${project}/articles/${article.id}`);
  const pane = await paneOf(page, article);

  // By mouse: what Enter makes is not offered before it is known that it is not there yet.
  await selectWords(page, pane, 'Grey Heron', 1);
  const composer = composerOn(page, 'Grey Heron');
  await expect(composer).toContainText('The project’s entities are being read.');
  await page.keyboard.press('Enter');
  await expect(composer.getByRole('combobox', { name: 'Entity: name' })).toBeFocused();
  await expect(composer).toContainText('The project’s entities are being read.');
  await page.keyboard.press('Enter');
  await expect(composer.getByRole('option')).toHaveCount(0);
  await composer.getByText('Claim', { exact: true }).click();
  await expect(composer).toContainText('The project’s claims are being read.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(composer).toBeHidden();

  // By keys: three letters mean the whole name as soon as it is known.
  await tagByKeys(page, 'her', async () => {
    await expect(pane).toBeFocused();
    answer();
    await expect(composer.getByText('the same name')).toBeVisible();
  });
  await expect(inMargin(page, /Grey Heron/)).toHaveCount(1);
  await expect(saveState(page)).toHaveText('Saved');
  const { items } = await script.get<{ items: { name: string }[] }>(`/projects/${project}/entity-names`);
  expect(items.map(({ name }) => name)).toEqual(['Grey Heron']);
});

test('a caret goes through the text, widens what it selects, and tags are opened and graded from there', async ({
  browser,
}) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await makeProject((await personIn(browser, 'Daniel')).context, 'The pilot’s desk', ['Ines']);
  const text = 'The pilot Ebba Strand came late. Her boat lay at the quay.\r\nNobody asked why, and Ebba Strand left.';
  const article = await bringIn(script, project, 'The pilot’s night', text);
  const claim = await makeClaim(script, project, 'The pilot Ebba Strand came late.');
  await tagWords(script, article, 'boat', { newEntity: { type: 'other', name: 'A boat' } });
  await tagWords(script, article, 'Nobody asked why', { claimId: claim.id, stance: 'context' });
  const pane = await openArticle(page, project, article);
  const selected = () => page.evaluate(() => String(getSelection()));
  const told = await listen(page);

  // Nothing has the focus in a page that was just opened: the first key puts the caret into the text.
  await page.keyboard.press('ArrowRight');
  await expect(pane).toBeFocused();
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(told).toContain('The');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(told).toContain('E');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(told).toContain('E selected');
  await page.keyboard.press('Shift+Digit2');
  expect(await selected()).toBe('Ebba');
  await page.keyboard.press('Control+Shift+ArrowRight');
  expect(await selected()).toBe('Ebba Strand');
  await page.keyboard.press('Shift+Digit3');
  expect(await selected()).toBe('The pilot Ebba Strand came late.');
  await expect.poll(told).toContain('Whole sentence: The pilot Ebba Strand came late.');
  await page.keyboard.press('Shift+Digit4');
  expect(await selected()).toBe('The pilot Ebba Strand came late. Her boat lay at the quay.');
  await page.keyboard.press('Shift+Digit1');
  expect(await selected()).toBe('Ebba Strand');
  await page.keyboard.press('Shift+Digit3');

  // The sentence supports a claim: C, the claim, a grade in digits, Enter.
  await page.keyboard.press('c');
  await page.keyboard.type('pilot came');
  await page.keyboard.press('Enter');
  await page.keyboard.type('80');
  await page.keyboard.press('Enter');
  const citation = inMargin(page, /^supports: The pilot Ebba Strand came late\., tagged by you, confidence 80/);
  await expect(citation).toHaveCount(1);

  // J goes through the tags, Enter opens one for a change, Escape leads out again.
  await page.keyboard.press('j');
  await expect(inMargin(page, /A boat/)).toBeFocused();
  await page.keyboard.press('k');
  await expect(citation).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('x');
  await page.keyboard.press('Enter');
  await expect(inMargin(page, /^contradicts: The pilot/)).toHaveCount(1);
  await page.keyboard.press('u');
  await expect(citation).toHaveCount(1);

  // What somebody has written outlives Escape, however often it is pressed, and is gone on with where it ends.
  await page.keyboard.press('Enter');
  await page.keyboard.press('m');
  await page.keyboard.type('By his own word');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const left = page.getByRole('listitem').filter({ hasText: 'Left without saving.' });
  await expect(left).toContainText('By his own word');
  await expectGoodScreen(page);
  await left.getByRole('button', { name: 'Open' }).press('Enter');
  await page.keyboard.press('m');
  await page.keyboard.type('.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(left).toHaveCount(0);
  const notes = async () => {
    const { items } = await script.get<{ items: Highlight[] }>(`/articles/${article.id}/highlights`);
    return items.flatMap(({ tags }) => tags.map(({ note }) => note));
  };
  await expect.poll(notes).toContain('By his own word.');

  // A step out leaves a claim beside its words; whoever goes elsewhere then has it kept as well.
  await selectWords(page, pane, 'Her boat lay');
  await page.keyboard.press('c');
  await page.keyboard.type('The boat lay at the quay that night.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await expect(left).toContainText('The boat lay at the quay that night.');
  await left.getByRole('button', { name: 'Drop' }).click();
});

test('keys are listed, changed, refused where they clash, switched off, and remembered', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Tomasz');
  const script = asScript(context);
  const project = await makeProject((await personIn(browser, 'Daniel')).context, 'Two boats', ['Tomasz']);
  const article = await bringIn(script, project, 'Two boats', 'The first boat left. The second boat stayed.');
  await tagWords(script, article, 'first boat', { newEntity: { type: 'vessel', name: 'First boat' } });
  await tagWords(script, article, 'second boat', { newEntity: { type: 'vessel', name: 'Second boat' } });
  const pane = await openArticle(page, project, article);
  const keys = page.getByRole('dialog', { name: 'Keys' });

  await pane.focus();
  await page.keyboard.press('?');
  for (const label of ['Select: whole words', 'Select: whole sentences', 'Caret: word to the right', 'Next tag'])
    await expect(keys.getByText(label, { exact: true })).toBeVisible();
  await expectGoodScreen(page);
  const change = keys.getByRole('button', { name: 'Change the key for Next tag' });
  await change.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('?');
  await expect(keys.getByText('? is taken by “Show the keys”.')).toBeVisible();
  // What is refused does not end it: another key is waited for.
  await page.keyboard.press('Control+c');
  await expect(keys.getByText('Ctrl C: It belongs to editing text.')).toBeVisible();
  await page.keyboard.press('n');
  await expect(change).toHaveText('N');
  // Whoever sees nothing hears it.
  await expect(page.getByRole('status').filter({ hasText: /^Next tag: N\.$/ })).toHaveCount(1);
  const link = keys.getByRole('button', { name: 'Change the key for Copy a link to these words' });
  await link.press('Enter');
  await page.keyboard.press('g');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();

  await page.reload();
  await expect(inMargin(page)).toHaveCount(2);
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  await expect(inMargin(page, /First boat/)).toBeFocused();
  // What stands on a button is the key that presses it.
  const linked = inMargin(page, /First boat/).getByRole('button', { name: 'link' });
  await expect(linked).toHaveText('Glink');
  await expect(linked).toHaveAttribute('aria-keyshortcuts', 'G');

  await page.keyboard.press('?');
  await keys.getByRole('switch', { name: 'Letters, digits and signs as keys' }).press('Space');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await page.keyboard.press('n');
  await expect(linked).toHaveText('link');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(inMargin(page, /Second boat/)).not.toBeFocused();

  // With single keys off the list is reached through the help menu.
  await page.getByRole('button', { name: 'Help' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Keys' }).press('Enter');
  await keys.getByRole('switch', { name: 'Letters, digits and signs as keys' }).press('Space');
  await keys.getByRole('button', { name: 'Reset all 2 changed keys' }).press('Enter');
  await expect(change).toHaveText('J');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await page.keyboard.press('j');
  await expect(inMargin(page, /Second boat/)).toBeFocused();
});
