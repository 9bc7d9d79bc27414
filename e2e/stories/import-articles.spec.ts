import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectGoodScreen } from '../support/accessible';
import { asScript, demoProject, personIn } from '../support/people';
import { openArticle } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn } from '../support/work';

/** CRLF, a lone CR, a byte order mark, non-breaking spaces, tabs, trailing blanks, and no newline at the end. */
const NASTY =
  '\ufeffNotice to\tmariners\r\n\r\nThe buoy off Carrow\u00a0Point  \rlies\u00a0two cables\tnorth.\n\n\n  It shows a light 🔦 at night.  ';
const REAL = path.resolve(import.meta.dirname, '../../../shared/articles');

/** Drops files on the page as the file manager does. */
async function drop(page: Page, files: { name: string; bytes: Buffer }[]): Promise<void> {
  const data = await page.evaluateHandle(
    (all) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type: 'text/plain' }));
      }
      return transfer;
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
  );
  await page.getByText('Drop files here').dispatchEvent('drop', { dataTransfer: data });
}

const exactText = (pane: Locator) => pane.evaluate((element) => element.textContent);
const known = (page: Page) => page.getByRole('list', { name: 'What is known of the texts' });

test('several files come in, each for itself, and the grid asks what is known of them', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await demoProject(context);
  const there = await bringIn(
    script,
    project,
    'Tide table of Carrow',
    'High water at Carrow: six, and again at seven.',
  );
  await page.goto(`/projects/${project}/articles/import`);
  await expectGoodScreen(page);

  await drop(page, [
    { name: 'mariners.txt', bytes: Buffer.from(NASTY) },
    { name: 'nothing.txt', bytes: Buffer.alloc(0) },
    { name: 'blank.txt', bytes: Buffer.from(' \n\t\u00a0\n') },
    { name: 'long.txt', bytes: Buffer.from('The tide came in. '.repeat(300_000)) },
    { name: 'again.txt', bytes: Buffer.from(there.text) },
    { name: 'plain.txt', bytes: Buffer.from('The pilot of Carrow keeps no log.\n') },
  ]);
  const out = page.getByRole('list', { name: 'Not brought in' }).getByRole('listitem');
  await expect(out).toHaveCount(4);
  await expect(out.filter({ hasText: 'nothing.txt' })).toContainText('not brought in');
  await expect(out.filter({ hasText: 'blank.txt' })).toContainText('no words in it');
  await expect(page.getByText('5,000,000 characters of text')).toBeVisible();
  await expect(out.filter({ hasText: 'long.txt' })).toContainText('more than 5,000,000 characters. Split it');
  const doubled = out.filter({ hasText: 'again.txt' });
  await expect(doubled).toContainText('already here');
  await expect(doubled.getByRole('link', { name: 'Open it' })).toHaveAttribute('href', new RegExp(there.id));
  await expect(doubled.locator('q')).toHaveText('Tide table of Carrow');
  const rows = known(page).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expectGoodScreen(page);

  const plain = rows.last();
  await expect(plain.getByLabel('Title')).toHaveValue(/^The pilot of Carrow/);
  await plain.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('combobox', { name: 'Find Language' }).fill('gael');
  await page.getByRole('option', { name: 'Scottish Gaelic' }).click();
  await plain.getByLabel('Title').fill('The pilot’s log');
  await plain.getByLabel('Published').fill('1998-05');
  await expect(plain.getByText('Saved')).toBeVisible();
  await plain.getByLabel('Address').fill('not an address');
  await plain.getByLabel('Relays').focus();
  await expect(plain.getByText('An address starts with http:// or https://.')).toBeVisible();
  await expectGoodScreen(page);
  await plain.getByLabel('Address').fill('https://example.org/pilot');
  await plain.getByLabel('Relays').focus();
  await expect(plain.getByText('An address starts with')).toBeHidden();
  await expect(plain.getByText('Saved')).toBeVisible();

  await page.goto(`/projects/${project}/articles`);
  const line = page.getByRole('row').filter({ hasText: 'The pilot’s log' });
  await expect(line).toContainText('May 1998');
  await line.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'The pilot’s log' })).toHaveAttribute('lang', 'gd');
  await expect(page.getByText('Publisher not known')).toBeVisible();
  await expectGoodScreen(page);
});

test('the page shows a difficult text to the letter', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Tomasz');
  const project = await demoProject(context);
  const text = `${NASTY} Second notice.\t`;
  await page.goto(`/projects/${project}/articles/import`);
  await drop(page, [{ name: 'second.txt', bytes: Buffer.from(text) }]);
  await known(page).getByRole('link', { name: 'Read it' }).click();
  const pane = page.getByRole('region', { name: /Notice to/ });
  // Nobody said its language: it is read out in none, not in the page's.
  await expect(pane).toHaveAttribute('lang', '');
  await expect.poll(() => exactText(pane)).toBe(text);
  const id = /articles\/([\w-]+)/.exec(page.url())![1];
  const stored = await context.request.get(`/api/v1/articles/${id}/text`);
  expect(Buffer.compare(await stored.body(), Buffer.from(text))).toBe(0);
});

test('a pasted text comes in', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Tomasz');
  const project = await demoProject(context);
  await page.goto(`/projects/${project}/articles/import`);
  const field = page.getByLabel('Or paste a text');
  await field.fill(' \n ');
  await expect(page.getByRole('button', { name: 'Bring in', exact: false }).last()).toBeDisabled();
  await expect(page.getByText('There are only blanks here')).toBeVisible();
  await field.fill('A pasted line.\n\n  And another, with blanks.  ');
  await page.reload();
  await expect(field).toHaveValue('A pasted line.\n\n  And another, with blanks.  ');
  await expect(page.getByText('You wrote this here before and did not save it.')).toBeVisible();
  await field.press('Control+Enter');
  await expect(field).toHaveValue('');
  await expect(page.getByRole('heading', { name: '1 article is in the project' })).toBeVisible();

  // Whoever fills a row in quicker than the server answers meets no conflict with themselves.
  let answer = () => {};
  const typed = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/v1/articles/*', (route) => typed.then(() => route.continue()));
  await known(page).getByLabel('Relays').fill('the harbour office');
  await known(page).getByLabel('Published').fill('28/07/2021');
  await known(page).getByLabel('Published').press('Tab');
  answer();
  await expect(known(page).getByText('Saved', { exact: true })).toBeVisible();
  await known(page).getByLabel('Published').fill('2021-07-28/2021-07-01');
  await known(page).getByLabel('Published').press('Tab');
  await expect(known(page).getByText('The range ends before it begins: 2021-07-01/2021-07-28?')).toBeVisible();
  await known(page).getByLabel('Published').fill('28.07.2021');
  await known(page).getByLabel('Published').press('Tab');
  await expect(known(page).getByText('Saved', { exact: true })).toBeVisible();
  const widthOf = async (label: string) => (await known(page).getByLabel(label).first().boundingBox())!.width;
  // On a phone one field stands below the other, each as wide as the screen.
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  for (const label of ['Title', 'Publisher', 'Address', 'Relays']) expect(await widthOf(label)).toBeGreaterThan(300);
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const label of ['Title', 'Address']) expect(await widthOf(label)).toBeGreaterThan(300);
  for (const label of ['Publisher', 'Relays']) expect(await widthOf(label)).toBeGreaterThan(200);
  await known(page).getByRole('link', { name: 'Read it' }).click();
  const pane = page.getByRole('region', { name: /A pasted line/ });
  await expect.poll(() => exactText(pane)).toBe('A pasted line.\n\n  And another, with blanks.  ');
  await expect(page.getByText('28 Jul 2021')).toBeVisible();
});

test('the five real articles are kept to the byte, and read to the letter', async ({ browser }) => {
  test.skip(!existsSync(REAL), 'The real articles are not here: ../shared/articles beside the repository is missing.');
  const names = readdirSync(REAL).filter((name) => name.endsWith('.txt'));
  const { context, page } = await personIn(browser, 'Ines');
  const project = await demoProject(context);
  await page.goto(`/projects/${project}/articles/import`);
  const files = names.map((name) => ({ name, bytes: readFileSync(path.join(REAL, name)) }));
  await drop(page, files);
  const links = known(page).getByRole('link', { name: 'Read it' });
  await expect(links).toHaveCount(files.length);
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  for (const [at, { bytes }] of files.entries()) {
    const id = addresses[at]!.split('/').at(-1)!;
    const stored = await context.request.get(`/api/v1/articles/${id}/text`);
    expect(Buffer.compare(await stored.body(), bytes)).toBe(0);
    const { title } = await asScript(context).get<{ title: string }>(`/articles/${id}`);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(await exactText(await openArticle(page, project, { id, title, text }))).toBe(text);
  }
  await expectGoodScreen(page);
});
