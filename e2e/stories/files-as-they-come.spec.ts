import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strToU8, zipSync } from 'fflate';
import { expectGoodScreen } from '../support/accessible';
import { docxOf, pdfOf } from '@/scripts/convert/made-files.fixtures';
import { dropFiles } from '../support/files';
import { personIn } from '../support/people';
import { expect, test } from '../support/story';
import { makeProject } from '../support/work';

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry delayed</title>
<meta property="og:site_name" content="The Carrow Gazette"><meta property="article:published_time" content="2019-03-04T08:00Z">
<link rel="canonical" href="https://gazette.example/ferry"></head><body><nav>Home News Sport</nav><article><h1>Ferry delayed</h1>
<p>The morning ferry to Skarholm left two hours late on Monday, the harbour office said.</p>
<p>No reason was given, and the evening boat left on time.</p><img src="https://gazette.example/ferry.jpg">
<script>document.body.append('A script ran')</script></article></body></html>`;
const CYRILLIC = Buffer.from([0xcf, 0xe0, 0xf0, 0xee, 0xec, 0x20, 0xee, 0xef, 0xee, 0xe7, 0xe4, 0xe0, 0xeb, 0x2e]); // Паром опоздал.

test('files of many kinds are read, looked over and brought in; what cannot be read says why and holds nothing up', async ({
  browser,
}) => {
  const lead = await personIn(browser, 'Daniel');
  const project = await makeProject(lead.context, 'Harbour files', ['Ines']);
  const { page } = await personIn(browser, 'Ines');
  await page.goto(`/projects/${project}/articles/import`);
  const pdf = pdfOf([
    ['The harbour report of the year.', 'It has two pages.'],
    ['The second page names the pilot.', 'Nobody else is named.'],
  ]);
  await dropFiles(page, [
    { name: 'ferry.html', bytes: PAGE },
    { name: 'report.pdf', bytes: pdf },
    { name: 'letter.docx', bytes: docxOf(['Dear harbour office,', 'the ferry was late.']) },
    {
      name: 'notes.zip',
      bytes: zipSync({ 'one.md': strToU8('# One\n\nA *first* note.'), 'two.md': strToU8('A second note.') }),
    },
    { name: 'паром.txt', bytes: CYRILLIC },
    { name: 'picture.html', bytes: '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>' },
    { name: 'broken.pdf', bytes: pdf.subarray(0, 200) },
    { name: 'plain.txt', bytes: 'A plain text goes straight in.' },
  ]);
  const over = page.getByRole('list', { name: 'Files to look over' });
  const fileIn = (name: string) => over.getByRole('listitem', { name, exact: true });
  await expect(over.getByRole('listitem')).toHaveCount(6);
  const outside = page.getByRole('list', { name: 'Files being read' }).getByRole('listitem');
  await expect(outside.filter({ hasText: 'picture.html' })).toContainText('This is an SVG image.');
  await expect(outside.filter({ hasText: 'broken.pdf' })).toContainText(/damaged or cut off.*Nothing of it was kept/);
  // What is wrong with a file is wrong at the next try as well.
  await expect(outside.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await expectGoodScreen(page);

  const ferry = fileIn('ferry.html');
  await expect(ferry).toContainText('The Carrow Gazette · 2019-03-04 · en · gazette.example');
  await expect(ferry).toContainText('1 image left out.');
  await expect(ferry.getByRole('region')).toHaveText(/left two hours late[^]*on time\.$/);
  await expect(ferry.getByRole('region')).not.toContainText(/script ran|Sport/);
  await expect(fileIn('report.pdf')).toContainText('2 pages');
  await expect(fileIn('letter.docx').getByRole('region')).toHaveText(/Dear harbour office,\s+the ferry was late\./);
  await expect(fileIn('notes.zip/one.md').getByRole('region')).toHaveText(/One\s+A first note\./);

  // An encoding is a guess until a person has looked; any other can be tried.
  const cyrillic = fileIn('паром.txt');
  await expect(cyrillic).toContainText('a guess');
  const choose = async (name: string) => {
    await cyrillic.getByRole('combobox', { name: 'Encoding' }).press('Enter');
    await page.getByRole('option', { name }).click();
    await expect(cyrillic).not.toContainText('a guess');
  };
  await choose('Cyrillic (KOI8-R)');
  await expect(cyrillic.getByRole('region')).toHaveText('оЮПНЛ НОНГДЮК.');
  await choose('Cyrillic (windows-1251)');
  await expect(cyrillic.getByRole('region')).toHaveText('Паром опоздал.');

  await fileIn('notes.zip/two.md').getByRole('button', { name: /Leave/ }).click();
  await expect(over.getByRole('listitem')).toHaveCount(5);

  // They wait for a day, with the encoding that was chosen.
  await page.reload();
  await expect(over.getByRole('listitem')).toHaveCount(5);
  await expect(cyrillic.getByRole('region')).toHaveText('Паром опоздал.');
  await expect(cyrillic).not.toContainText('a guess');
  await page.getByRole('button', { name: 'Bring in all 5' }).press('Enter');
  const rows = page.getByRole('list', { name: 'What is known of the texts' }).getByRole('listitem');
  // What came in before is in the list of articles.
  await expect(rows).toHaveCount(5);
  const row = rows.filter({
    has: page.getByLabel('Address').and(page.locator('[value="https://gazette.example/ferry"]')),
  });
  await expect(row.getByLabel('Title')).toHaveValue('Ferry delayed');
  await expect(row.getByLabel('Published')).toHaveValue('2019-03-04');
  // The publisher that the page names is made when somebody says so, and not before.
  const publisher = row.getByRole('combobox', { name: 'Publisher' });
  await expect(publisher).toHaveText('not known');
  await expect(row).toContainText('The page says The Carrow Gazette');
  await row.getByRole('button', { name: 'Add it: The Carrow Gazette' }).press('Enter');
  await expect(publisher).toHaveText('The Carrow Gazette');
  await expect(publisher).toBeFocused();
  await expect(row.getByText('Saved')).toBeVisible();
  await expect(row.getByRole('button', { name: /Add it/ })).toHaveCount(0);

  // The same bytes again are known by name.
  await dropFiles(page, [{ name: 'ferry-copy.html', bytes: PAGE }]);
  await expect(fileIn('ferry-copy.html')).toContainText('already here');
  await expect(fileIn('ferry-copy.html').getByRole('link', { name: 'Ferry delayed' })).toBeVisible();
  await expect(fileIn('ferry-copy.html').getByRole('button', { name: /^Bring/ })).toHaveCount(0);

  await row.getByRole('link', { name: 'Read it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ferry delayed' })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Original file/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('ferry.html');
  const stream = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toBe(PAGE);
  // Its hash can be selected and compared.
  await expect(page.getByText(createHash('sha256').update(PAGE).digest('hex'), { exact: true })).toBeVisible();
});

test('the pages of a PDF are marked beside its text, which stays what was read', async ({ browser }) => {
  const lead = await personIn(browser, 'Daniel');
  const project = await makeProject(lead.context, 'Harbour reports', ['Ines']);
  const { page } = await personIn(browser, 'Ines');
  await page.goto(`/projects/${project}/articles/import`);
  const pages = [
    ['Report of the harbour', 'The report names no ship, and the harbour master has not said which one it was that'],
    ['came in that night.', '', 'The second page names the pilot:', '• Ebba Strand', '• nobody else'],
    ['Nobody else is named.'],
  ];
  await dropFiles(page, [{ name: 'report.pdf', bytes: pdfOf(pages) }]);
  await page.getByRole('button', { name: 'Bring report.pdf in' }).click();
  await page.getByRole('link', { name: 'Read it' }).click();
  const pane = page.locator('[data-pane]');
  await expect(pane).toContainText('names the pilot');
  const marks = pane.locator('[data-page]');
  await expect(pane).toContainText('which one it was that came in that night.');
  await expect(pane).toContainText('• Ebba Strand\n• nobody else');
  await expect(marks).toHaveCount(3);
  expect(await marks.evaluateAll((all) => all.map((one) => one.getAttribute('data-page')))).toEqual([
    'p. 1',
    'p. 1–2',
    'p. 3',
  ]);
  const drawn = await marks.nth(1).evaluate((one) => getComputedStyle(one, '::before').content);
  expect(drawn).toBe('"p. 1–2"');
  // The numbers are drawn, not written: a selection, and what is copied, has the words alone.
  expect(await pane.evaluate((element) => element.textContent)).not.toContain('p. 2');
  await expectGoodScreen(page);
});

test('a page is fetched where the operator allows it, and never from inside its network', async ({ browser }) => {
  const lead = await personIn(browser, 'Daniel');
  const project = await makeProject(lead.context, 'Fetched pages', ['Ines']);
  const first = await personIn(browser, 'Ines');
  await first.page.goto(`/projects/${project}/articles/import`);
  await expect(first.page.getByLabel('Or paste a text')).toBeVisible();
  await expect(first.page.getByLabel('Or fetch a page')).toHaveCount(0);

  // The other instance may, and from 127.0.0.2 too, as if that were an archive of the operator's own.
  const asked: string[] = [];
  const site = createServer(({ url = '' }, response) => {
    asked.push(url);
    if (url === '/moved') return response.writeHead(302, { location: `http://127.0.0.1:${port}/inside` }).end();
    if (url === '/broken') return response.writeHead(500).end();
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
  });
  await new Promise<void>((done) => site.listen(0, '0.0.0.0', done));
  const { port } = site.address() as AddressInfo;
  const { page } = await personIn(browser, 'Ines', 1);
  await page.goto(`/projects/${project}/articles/import`);
  const field = page.getByLabel('Or fetch a page');
  const fetchPage = async (address: string) => {
    await field.fill(address);
    await field.press('Enter');
  };
  await fetchPage('gazette.example');
  await expect(page.getByText('An address starts with http:// or https://.')).toBeVisible();
  await fetchPage(`http://127.0.0.1:${port}/inside`);
  const outside = page.getByRole('list', { name: 'Files being read' }).getByRole('listitem');
  await expect(outside.filter({ hasText: '/inside' })).toContainText('lies in a private network');
  await fetchPage(`http://127.0.0.2:${port}/moved`);
  await expect(outside.filter({ hasText: '/moved' })).toContainText('lies in a private network');
  await expect(outside.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await fetchPage(`http://127.0.0.2:${port}/broken`);
  await expect(outside.filter({ hasText: '/broken' })).toContainText('answered 500');
  await expect(outside.getByRole('button', { name: 'Try again' })).toHaveCount(1);
  expect(asked).toEqual(['/moved', '/broken']);
  await expectGoodScreen(page);

  await fetchPage(`http://127.0.0.2:${port}/ferry`);
  const over = page.getByRole('list', { name: 'Files to look over' }).getByRole('listitem');
  await expect(over.getByRole('region')).toHaveText(/left two hours late[^]*on time\.$/);
  await over.getByRole('button', { name: 'Bring ferry.html in' }).click();
  await page.getByRole('link', { name: 'Read it' }).click();
  // The snapshot: the bytes that were answered, kept beside the text.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Original file/ }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toBe(PAGE);
  await new Promise((done) => site.close(done));
});

test('twenty files at once: each has its own line, and all of them arrive', async ({ browser }) => {
  const lead = await personIn(browser, 'Daniel');
  const project = await makeProject(lead.context, 'Harbour logs', ['Tomasz']);
  const { page } = await personIn(browser, 'Tomasz');
  await page.goto(`/projects/${project}/articles/import`);
  const files = Array.from({ length: 20 }, (_, index) => ({
    name: `log-${index}.md`,
    bytes: `# Log ${index}\n\nWatch ${index} of twenty.`,
  }));
  await dropFiles(page, files);
  await expect(page.getByRole('list', { name: 'Files being read' }).getByRole('listitem').first()).toBeVisible();
  const over = page.getByRole('list', { name: 'Files to look over' });
  await expect(over.getByRole('listitem')).toHaveCount(20, { timeout: 30_000 });
  await page.getByRole('button', { name: 'Bring in all 20' }).click();
  await expect(page.getByRole('list', { name: 'What is known of the texts' }).getByRole('listitem')).toHaveCount(20);
  await expectGoodScreen(page);
});

test('files that the page lost on its way are named when it is there again, and so is what was refused', async ({
  browser,
}) => {
  const lead = await personIn(browser, 'Daniel');
  const project = await makeProject(lead.context, 'Harbour letters', ['Ines']);
  const { page } = await personIn(browser, 'Ines');
  await page.goto(`/projects/${project}/articles/import`);
  await dropFiles(page, [{ name: 'picture.html', bytes: '<svg xmlns="http://www.w3.org/2000/svg"></svg>' }]);
  const reading = page.getByRole('list', { name: 'Files being read' }).getByRole('listitem');
  await expect(reading.filter({ hasText: 'picture.html' })).toContainText('This is an SVG image.');

  // Nothing of these gets through.
  const held = /\/(uploads|articles)$/;
  await page.route(held, () => {});
  const names = ['one.md', 'two.md', 'three.md', 'four.txt'];
  await dropFiles(
    page,
    names.map((name) => ({ name, bytes: `Letter ${name}` })),
  );
  await expect(reading).toHaveCount(4);
  await page.getByLabel('Or paste a text').click();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await page.unroute(held);

  const outside = page.getByRole('list', { name: 'Chosen before and not in' }).getByRole('listitem');
  await expect(outside).toHaveCount(5);
  await expect(outside.filter({ hasText: 'picture.html' })).toContainText('This is an SVG image.');
  for (const name of names) await expect(outside.filter({ hasText: name })).toContainText('Choose it again.');
  await expectGoodScreen(page);

  // Chosen again they come in, and are missed no longer; what somebody has read goes.
  await dropFiles(page, [{ name: 'one.md', bytes: 'Letter one.md' }]);
  await expect(page.getByRole('list', { name: 'Files to look over' }).getByRole('listitem')).toHaveCount(1);
  await expect(outside).toHaveCount(4);
  await outside
    .filter({ hasText: 'picture.html' })
    .getByRole('button', { name: /off this list/ })
    .click();
  await page.reload();
  await expect(outside).toHaveCount(3);
  expect(asked).toHaveLength(1);
});
