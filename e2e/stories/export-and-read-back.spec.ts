import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { Claimbench } from '@/clients/typescript/claimbench';
import { restore } from '@/lib/formats/csv';
import { verifyFile } from '@/scripts/cli/verify-file';
import { expectGoodScreen } from '../support/accessible';
import { endTokens, putDrafts, putMaking } from '../support/bulk';
import { asScript, isAlive, personIn, type Script } from '../support/people';
import { served } from '../support/served';
import { expect, test } from '../support/story';
import {
  acceptTag,
  bringIn,
  makeClaim,
  makeProject,
  spanOf,
  submitClaim,
  tagWords,
  type Brought,
} from '../support/work';

const TEXT = `The levy rose to “nine pence”, the ledger says;\u00a0nobody paid it.  \r
=SUM(A1) stands in the margin, and after it: -2, "quoted", two  blanks.\r
The third page is missing 🗝 from every copy.`;
const QUOTES = [
  'The levy rose to “nine pence”, the ledger says;\u00a0nobody',
  '=SUM(A1) stands in the margin, and after it: -2, "quoted",',
];

type Exported = {
  meta: { offsetUnit: string };
  claims: {
    id: string;
    statement: string;
    status: string;
    approvedBy: { name: string }[];
    citations: { quote: string; start: number; end: number; articleId: string; articleVersionSha256: string }[];
  }[];
};

/** A claim on words of the article, approved by Daniel. */
async function approved(people: { ines: Script; daniel: Script }, project: string, article: Brought, quotes: string[]) {
  const claim = await makeClaim(people.ines, project, 'The levy rose to nine pence.');
  for (const quote of quotes) {
    const { tag } = await tagWords(people.ines, article, quote, {
      claimId: claim.id,
      stance: 'supports',
      confidence: 60,
    });
    await acceptTag(people.daniel, tag);
  }
  const { version } = await submitClaim(people.ines, await people.ines.get(`/claims/${claim.id}`));
  const done = await people.daniel.send(
    'POST',
    `/claims/${claim.id}/reviews`,
    { verdict: 'accept' },
    { 'if-match': `"${version}"` },
  );
  expect(done.status(), await done.text()).toBe(201);
  return claim;
}

/** What the server says of a file that it does not pack on its way. */
async function told(page: Page, url: string) {
  const answer = await page.request.get(url, { headers: { 'accept-encoding': 'identity' } });
  return { headers: answer.headers(), ok: answer.ok() };
}

/** Makes an export on the page and downloads what it says is ready. */
async function makeAndDownload(page: Page, format: RegExp, button = 'Export 1 claim'): Promise<Buffer> {
  await page.getByRole('radio', { name: format }).click();
  const desk = page.getByRole('region', { name: 'Make an export' });
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && /\/exports$/.test(response.url()),
  );
  await desk.getByRole('button', { name: button }).click();
  const { sha256 } = (await (await answered).json()) as { sha256: string };
  await expect(desk.getByText(sha256)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    desk.getByRole('link', { name: /^Download/ }).click(),
  ]);
  const bytes = readFileSync(await download.path());
  // Where the file is not packed on its way, a receiver is told how much comes.
  const { headers, ok } = await told(page, download.url());
  expect(ok && headers['content-length']).toBe(String(bytes.length));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  return bytes;
}

test('approved claims are exported, and the files give every quote back', async ({ browser }) => {
  const daniel = await personIn(browser, 'Daniel');
  const project = await makeProject(daniel.context, 'The levy', ['Ines']);
  const ines = await personIn(browser, 'Ines');
  const scripts = { ines: asScript(ines.context), daniel: asScript(daniel.context) };
  const article = await bringIn(scripts.ines, project, 'The ledger', TEXT);
  const claim = await approved(scripts, project, article, QUOTES);
  await makeClaim(scripts.ines, project, 'Nobody ever paid the levy.');

  const { page } = ines;
  await page.goto(`/projects/${project}/export`);
  await expect(page.getByRole('heading', { name: '1 claim will be in it' })).toBeVisible();
  const leftOut = page.getByRole('region', { name: '1 claim left out' });
  await expect(leftOut).toContainText('Nobody ever paid the levy.');
  await expect(leftOut).toContainText(/draft/i);
  await expectGoodScreen(page);

  const json = await makeAndDownload(page, /Everything \(JSON\)/);
  const read = JSON.parse(json.toString('utf8')) as Exported;
  expect(read.meta.offsetUnit).toBe('utf-16');
  expect(read.claims.map(({ id, status }) => ({ id, status }))).toEqual([{ id: claim.id, status: 'approved' }]);
  const [only] = read.claims;
  expect(only!.approvedBy.map(({ name }) => name)).toEqual([expect.stringMatching(/^Daniel/)]);
  for (const { quote, start, end, articleVersionSha256 } of only!.citations) {
    expect(TEXT.slice(start, end)).toBe(quote);
    expect(articleVersionSha256).toBe(createHash('sha256').update(TEXT, 'utf8').digest('hex'));
  }
  expect(only!.citations.map(({ quote }) => quote).sort()).toEqual([...QUOTES].sort());
  expect(only!.citations.map(({ start, end }) => ({ start, end }))).toEqual(
    expect.arrayContaining(QUOTES.map((quote) => spanOf(TEXT, quote))),
  );
  expect(await makeAndDownload(page, /Everything \(JSON\)/)).toEqual(json);

  const zip = await makeAndDownload(page, /Tables \(CSV\)/);
  const files = unzipSync(zip);
  const rows = (name: string) =>
    parse(strFromU8(files[Object.keys(files).find((file) => file.endsWith(name))!]!), {
      bom: true,
      columns: true,
    }) as Record<string, string>[];
  expect(rows('claims.csv').map(({ claim_id: id }) => id)).toEqual([claim.id]);
  const evidence = rows('evidence.csv');
  expect(evidence.map(({ quote }) => restore(quote!)).sort()).toEqual([...QUOTES].sort());
  // No cell of a text begins like a formula.
  expect(evidence.filter(({ quote }) => /^[=+\-@]/.test(quote!))).toEqual([]);
  expect(await makeAndDownload(page, /Tables \(CSV\)/)).toEqual(zip);
  const earlier = page.getByRole('table', { name: 'Earlier exports' });
  await expect(earlier.getByRole('row')).toHaveCount(5);
  await expectGoodScreen(page);

  await earlier.getByRole('row').nth(1).getByRole('link', { name: /UTC/ }).click();
  await expect(page.getByRole('heading', { name: 'claims.zip' })).toBeVisible();
  await isAlive(page);
  await expect(page.getByText('1 claim is as it was.')).toBeVisible();
  await expectGoodScreen(page);
  expect(await isVouchedFor(page, zip)).toEqual({ whole: 0, oneByteOther: true });

  const { version } = await scripts.daniel.get<{ version: number }>(`/claims/${claim.id}`);
  await scripts.daniel.send('DELETE', `/claims/${claim.id}`, {}, { 'if-match': `"${version}"` });
  await expect(page.getByRole('region', { name: 'Withdrawn: 1' })).toContainText(/It was deleted\. By Daniel/);
  await page.getByRole('link', { name: 'Export what changed' }).click();
  await expect(page.getByRole('button', { name: 'Export 1 change' })).toBeEnabled();
  await isAlive(page);
  await expectGoodScreen(page);
  const brief = (await makeAndDownload(page, /Markdown/, 'Export 1 change')).toString('utf8');
  expect(brief).toContain('## Withdrawn: do not use these any more');
  expect(brief).toContain('The levy rose to nine pence.');
});

test('an export of thousands of claims goes on by itself, and holds the same', async ({ browser }) => {
  const daniel = await personIn(browser, 'Daniel');
  const project = await makeProject(daniel.context, 'The long levy', ['Ines']);
  const { context, page } = await personIn(browser, 'Ines');
  const scripts = { ines: asScript(context), daniel: asScript(daniel.context) };
  await approved(scripts, project, await bringIn(scripts.ines, project, 'The ledger', TEXT), QUOTES);
  await page.goto(`/projects/${project}/export`);
  const json = await makeAndDownload(page, /Everything \(JSON\)/);
  await putDrafts(served().database, project, 5000);
  await page.reload();
  await expect(page.getByRole('region', { name: '5,000 claims left out' })).toContainText('and 4,500 more');
  await page.getByRole('radio', { name: /Everything \(JSON\)/ }).click();
  const answered = page.waitForResponse((response) => response.status() === 202);
  await page.getByRole('button', { name: 'Export 1 claim' }).click();
  await answered;
  await page.goto(`/projects/${project}/history`);
  await page.goto(`/projects/${project}/export`);
  const rows = page.getByRole('table', { name: 'Earlier exports' }).getByRole('row');
  await expect(rows).toHaveCount(3, { timeout: 30_000 });
  await expect(page.getByRole('region', { name: 'Being made' })).toBeHidden();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    rows.nth(1).getByRole('link', { name: 'Download claims.json' }).click(),
  ]);
  expect(readFileSync(await download.path())).toEqual(json);

  await putMaking(served().database, project, 'Ines');
  await page.reload();
  const making = page.getByRole('region', { name: 'Being made' });
  await expect(making).toContainText('2,100 of 5,000 claims');
  // Beside the button that begins one: thousands of claims stand in the list on the other side.
  const [button, row] = [
    await page.getByRole('button', { name: 'Export 1 claim' }).boundingBox(),
    await making.boundingBox(),
  ];
  expect(row!.y - button!.y - button!.height).toBeLessThan(60);
  await isAlive(page);
  await expectGoodScreen(page);
  await making.getByRole('button', { name: /^Stop making .*asked for by Ines/ }).click();
  await expect(page.getByRole('region', { name: 'Not made' })).toContainText(/was stopped by Ines.* Nothing of it/);
  await expectGoodScreen(page);
});

/** A token for a program, made where a person makes one. */
async function makeToken(page: Page, purpose: string, only: string): Promise<string> {
  await page.goto('/account');
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByLabel('What it is for').fill(purpose);
  await page.getByText('Only some', { exact: true }).click();
  await page.getByRole('checkbox', { name: only, exact: true }).click();
  await expectGoodScreen(page);
  await page.getByRole('button', { name: 'Make the token' }).click();
  const secret = page.getByRole('dialog', { name: 'Your token' }).locator('code');
  await expect(secret).toHaveText(/^cb_/);
  return secret.innerText();
}

test('a program finds its way by the API’s own pages, reads with a token, and is told what happens next', async ({
  browser,
}) => {
  const daniel = await personIn(browser, 'Daniel');
  const project = await makeProject(daniel.context, 'The tithe', ['Ines']);
  const ines = await personIn(browser, 'Ines');
  const { page } = ines;
  await page.goto('/api-docs');
  await page.getByRole('searchbox', { name: 'Find operations' }).fill('changes cursor');
  await page.getByRole('link', { name: /keep up with a project/ }).click();
  await expect(page.getByRole('heading', { name: /^What changed after a cursor/ })).toBeVisible();
  await expectGoodScreen(page);

  const address = new URL(page.url()).origin;
  const keys = await page.request.get('/.well-known/claimbench-keys.json');
  expect([keys.status(), keys.headers()['content-type']]).toEqual([200, 'application/jwk-set+json']);
  expect(await keys.json()).toEqual({ keys: [] }); // nothing is signed here
  const claimbench = new Claimbench({ address, token: await makeToken(page, 'The data desk', 'The tithe') });
  const { items: reached } = await claimbench.call('listProjects', {});
  expect(reached.map(({ name }) => name)).toEqual(['The tithe']);
  const params = { projectId: project };
  const { cursor } = await claimbench.call('listChanges', { params, query: { after: 'now' } });
  const body = { statement: 'The tithe was paid in grain.' };
  const refused = claimbench.call('addClaim', { params, body });
  await expect(refused).rejects.toMatchObject({ status: 403, code: 'forbidden' });

  const claim = await makeClaim(asScript(ines.context), project, body.statement);
  const told = [];
  for await (const { events } of claimbench.changes(project, cursor)) told.push(...events);
  expect(told.map(({ type, subjectId }) => [type, subjectId])).toEqual([['claim.added', claim.id]]);
  const read = [];
  for await (const one of claimbench.all('listClaims', { params })) read.push(one.statement);
  expect(read).toEqual([body.statement]);

  await endTokens(served().database, 'The data desk');
  await expect(claimbench.call('listProjects', {})).rejects.toMatchObject({ status: 401 });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/account');
    const token = page.getByRole('row', { name: /The data desk/ });
    // Seen, not cut off by the edge of its cell.
    await expect(token.getByText('ended', { exact: true })).toBeInViewport({ ratio: 0.9 });
    await expectGoodScreen(page);
  }
});

/** Downloads the manifest of the export that is looked at, and checks the file by it without the server: whole, and with a byte changed. */
async function isVouchedFor(page: Page, content: Buffer) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Manifest' }).click(),
  ]);
  const file = test.info().outputPath('levy.zip');
  writeFileSync(file, content);
  await download.saveAs(`${file}.manifest.json`);
  const quiet = { say: () => {}, warn: () => {}, passing: () => {} };
  const whole = await verifyFile(file, { url: null }, quiet);
  writeFileSync(
    file,
    content.map((byte, at) => (at === 100 ? byte ^ 1 : byte)),
  );
  return { whole, oneByteOther: (await verifyFile(file, { url: null }, quiet)) > 0 };
}

/** Chooses a format; waits until its first lines stand there. */
async function choose(page: Page, format: RegExp, file: RegExp) {
  await page.getByRole('radio', { name: format }).click();
  await expect(page.getByRole('region', { name: 'First lines' }).getByText(file)).toBeVisible();
}

test('what a format cannot carry is said before the download, and what it carries is found in the file', async ({
  browser,
}) => {
  const daniel = await personIn(browser, 'Daniel');
  const project = await makeProject(daniel.context, 'The toll', ['Ines']);
  const ines = await personIn(browser, 'Ines');
  const scripts = { ines: asScript(ines.context), daniel: asScript(daniel.context) };
  const article = await bringIn(scripts.ines, project, 'The ledger', TEXT);
  const claim = await approved(scripts, project, article, QUOTES);
  const likelihood = await scripts.ines.send(
    'PUT',
    `/claims/${claim.id}/assessments/mine`,
    { likelihood: 30, rationale: 'One ledger alone.' },
    { 'if-none-match': '*' },
  );
  expect(likelihood.ok()).toBe(true);

  const { page } = ines;
  await page.goto(`/projects/${project}/export`);
  const lost = page.getByRole('region', { name: /cannot carry$/ });
  await choose(page, /^Everything \(JSON\)/, /claims\.json/);
  await expect(page.getByText('JSON carries all of it.')).toBeVisible();
  await choose(page, /^doccano/, /doccano\.jsonl/);
  await expect(lost).toContainText('1 judgment of how likely a claim is.');
  await expectGoodScreen(page);
  await choose(page, /^Tables \(CSV\)/, /evidence\.csv/);
  await expect(lost).toContainText(/How 1 text begins: an apostrophe stands before .* take it off\./);
  await choose(page, /^Brief for Word/, /brief\.docx/);
  await expect(page.getByRole('region', { name: 'First lines' })).toContainText('Key judgements');
  await expect(lost).toContainText('Where in their texts 2 quotes stand.');
  const word = unzipSync(await makeAndDownload(page, /^Brief for Word/));
  const ids = (part: string, tag: string) =>
    [...strFromU8(word[part]!).matchAll(new RegExp(`<w:${tag} w:id="(\\d+)"`, 'g'))].map(([, id]) => Number(id));
  expect(ids('word/document.xml', 'endnoteReference')).toEqual([1, 2]);
  expect(ids('word/endnotes.xml', 'endnote').filter((id) => id > 0)).toEqual([1, 2]);

  await choose(page, /^Web Annotation/, /annotations\.jsonld/);
  const linked = JSON.parse((await makeAndDownload(page, /^Web Annotation/)).toString('utf8')) as {
    first: { items: { target: { selector?: { exact: string; start: number; end: number }[] } }[] };
  };
  for (const { target } of linked.first.items)
    if (target.selector) {
      const [quote, place] = target.selector;
      expect(Array.from(TEXT).slice(place!.start, place!.end).join('')).toBe(quote!.exact);
    }

  await choose(page, /^STIX/, /bundle\.json/);
  const noteOf = async () => {
    const bundle = JSON.parse((await makeAndDownload(page, /^STIX/)).toString('utf8')) as {
      objects: { type: string; id: string; content?: string; object_marking_refs?: string[] }[];
    };
    return bundle.objects.find(({ type }) => type === 'note')!;
  };
  const unmarked = await noteOf();
  expect(unmarked.content).toBe('The levy rose to nine pence.');
  await page.getByRole('combobox', { name: /^Marking/ }).click();
  await page.getByRole('option', { name: 'TLP:AMBER', exact: true }).click();
  const note = await noteOf();
  expect(note.id).toBe(unmarked.id);
  expect(note.object_marking_refs).toHaveLength(1);
});
