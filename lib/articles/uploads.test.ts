import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '@/lib/accounts/commands';
import { api } from '@/lib/api/routes';
import type { Actor } from '@/lib/core/context';
import { closeAll, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addArticle, addPublisher, deleteArticle } from './commands';
import { addUpload } from './commands/uploads';
import type { Article } from './article';
import { FileBytes, MAX_FILE, pageOf, type Upload, type UploadItem } from './upload';

// Files through the door, as the browser sends them: kept to the byte, read in the process of their own, looked at, brought in.

let at: Team;
let tokens: Record<'analyst' | 'other' | 'viewer' | 'outsider', string>;
beforeAll(async () => {
  at = await team();
  const secretOf = async (actor: Actor) =>
    (await createToken({ actor, id: actor.userId, input: { name: 'files', scopes: ['read', 'write'] } })).body.secret!;
  tokens = {
    analyst: await secretOf(at.analyst),
    other: await secretOf(at.other),
    viewer: await secretOf(at.viewer),
    outsider: await secretOf(at.outsider),
  };
});
afterAll(closeAll);

const LATIN = Buffer.from(
  'La garnison a quitté la vallée; les élèves français sont rentrés à l’école.'.replace('’', "'"),
  'latin1',
);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const send = (path: string, init: RequestInit = {}, who: keyof typeof tokens = 'analyst') =>
  api.request(`/api/v1${path}`, {
    ...init,
    headers: { authorization: `Bearer ${tokens[who]}`, ...(init.headers as Record<string, string>) },
  });

async function drop(files: Record<string, Uint8Array | string>, who: keyof typeof tokens = 'analyst') {
  const form = new FormData();
  for (const [name, bytes] of Object.entries(files)) form.append('file', new File([bytes as BlobPart], name));
  return send(`/projects/${at.projectId}/uploads`, { method: 'POST', body: form }, who);
}
const items = async (files: Record<string, Uint8Array | string>) =>
  ((await (await drop(files)).json()) as { items: UploadItem[] }).items;
const uploaded = async (name: string, bytes: Uint8Array | string) => (await items({ [name]: bytes }))[0]!.upload!;
const convert = (uploadId: string, encoding: string, who: keyof typeof tokens = 'analyst') =>
  send(
    `/projects/${at.projectId}/uploads/convert`,
    { method: 'POST', body: JSON.stringify({ uploadId, encoding }) },
    who,
  );
const bring = async (uploadId: string, more: object = {}): Promise<Article> =>
  (await addArticle({ actor: at.analyst, id: at.projectId, input: { uploadId, ...more } })).body;

describe('a file that comes', () => {
  it('is kept to the byte, read, looked at, and becomes an article of exactly that text', async () => {
    const page = `<html lang="fr"><head><title>La vallée</title><meta property="og:site_name" content="Le Journal">
      <meta property="article:published_time" content="2021-07-28T10:00:00Z"></head><body><h1>La vallée</h1>
      <p>Le pont est fermé depuis lundi.</p><script>document.write('non')</script><p>On attend.</p><img src="http://192.0.2.1/a.png"></body></html>`;
    const upload = await uploaded('page.html', page);
    expect(upload).toMatchObject({
      kind: 'html',
      encoding: 'utf-8',
      encodingSure: true,
      title: 'La vallée',
      site: 'Le Journal',
      publishedAt: '2021-07-28',
      language: 'fr',
      sha256: sha256(Buffer.from(page)),
      same: null,
    });
    expect(upload.warnings).toContain('1 image left out.');
    const text = await (await send(`/uploads/${upload.id}/text`)).text();
    expect(text).toContain('Le pont est fermé depuis lundi.\n\nOn attend.');
    expect(text).not.toMatch(/non|script/);

    const article = await bring(upload.id);
    expect(article).toMatchObject({
      title: 'La vallée',
      language: 'fr',
      published: { from: '2021-07-28' },
      version: { original: { name: 'page.html', kind: 'html', sha256: upload.sha256 }, pages: 0, length: text.length },
    });
    expect(await (await send(`/articles/${article.id}/text`)).text()).toBe(text);
    const original = await send(`/articles/${article.id}/original`);
    expect(await original.text()).toBe(page);
    expect(Object.fromEntries(original.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="page.html"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox') as string,
      'cache-control': 'private, no-store',
    });
    // Taken once: it waits no longer.
    await expectRefusal(bring(upload.id), 'invalid');
    expect((await send(`/uploads/${upload.id}/text`)).status).toBe(404);
  });

  it('in another encoding says which it took, and is read anew in the one that a person names', async () => {
    const upload = await uploaded('latin.txt', LATIN);
    expect(upload).toMatchObject({ encoding: 'windows-1252', encodingSure: false });
    expect(upload.opening).toContain('quitté');
    const again = (await (await convert(upload.id, 'windows-1251')).json()) as Upload;
    expect(again).toMatchObject({ id: upload.id, encoding: 'windows-1251', encodingSure: true });
    expect(again.opening).toContain('quittй');
    const refused = await convert(upload.id, 'utf-8');
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      title: 'This file is not UTF-8 throughout: choose another encoding. It stays as it was read before.',
    });
    expect(await (await send(`/uploads/${upload.id}/text`)).text()).toContain('quittй');
    const back = (await (await convert(upload.id, 'windows-1252')).json()) as Upload;
    const article = await bring(back.id, { title: 'La garnison' });
    expect(await (await send(`/articles/${article.id}/text`)).text()).toBe(LATIN.toString('latin1'));
    const original = await (await send(`/articles/${article.id}/original`)).arrayBuffer();
    expect(Buffer.from(original).equals(LATIN)).toBe(true);
  });

  it('in UTF-8 stays to the byte, a mark and line ends with it', async () => {
    const text = '\ufeff  First\r\nsecond\rthird\t\n\n😀 no final newline';
    const upload = await uploaded('exact.txt', text);
    const article = await bring(upload.id);
    expect(await (await send(`/articles/${article.id}/text`)).arrayBuffer()).toEqual(
      new Uint8Array(Buffer.from(text)).buffer,
    );
  });

  it('in a ZIP file is taken out of it; one that may not come in keeps nothing else out', async () => {
    const zip = zipSync({
      'a/one.md': strToU8('# One\n\nThe **first** of them.'),
      'a/.hidden': strToU8('litter'),
      '../../slip.txt': strToU8('out of the archive'),
      'two.txt': strToU8('The second of them.'),
      'inner.zip': zipSync({ 'x.txt': strToU8('x') }),
      'picture.png': strToU8('\x89PNG....'),
    });
    const found = await items({ 'files.zip': zip, 'plain.txt': 'Beside the archive.' });
    const problems = found.filter(({ problem }) => problem).map(({ name, problem }) => [name, problem!.title]);
    expect(found.filter(({ upload }) => upload).map(({ name }) => name)).toEqual([
      'files.zip/a/one.md',
      'files.zip/two.txt',
      'plain.txt',
    ]);
    expect(Object.fromEntries(problems)).toEqual({
      'files.zip/../../slip.txt': expect.stringContaining('leads out of the archive') as string,
      'files.zip/inner.zip': expect.stringContaining('A ZIP file in a ZIP file') as string,
      'files.zip/picture.png': expect.stringContaining('.png is not read') as string,
    });
    expect(found[0]!.upload!.opening).toBe('One\n\nThe first of them.');
  });

  it('whose bytes are there already names the article that has them', async () => {
    const first = await uploaded('known.md', '# Known\n\nThese bytes.');
    const article = await bring(first.id);
    const second = await uploaded('again.md', '# Known\n\nThese bytes.');
    expect(second.same).toEqual({ articleId: article.id, title: 'Known' });
    await expectRefusal(bring(second.id), 'duplicate-article');
    // Other bytes, the same text: nobody says that the bytes were the same.
    const third = await uploaded('known.html', '<h1>Known</h1><p>These bytes.</p>');
    expect(third.same).toEqual({ articleId: article.id, title: 'Known' });
    const refusal = await expectRefusal(bring(third.id), 'duplicate-article');
    expect(refusal.message).toBe('The same text is already here as “Known”.');
    await deleteArticle({ actor: at.lead, id: article.id, input: {}, ifMatch: '"1"' });
    expect((await bring(second.id)).title).toBe('Known');
  });

  it('in UTF-16 without a mark waits for a look, as what it seems to be', async () => {
    const upload = await uploaded('wide.txt', Buffer.from('The ferry left late, she said.', 'utf16le'));
    expect(upload).toMatchObject({
      encoding: 'utf-16le',
      encodingSure: false,
      opening: 'The ferry left late, she said.',
    });
    expect(await (await convert(upload.id, 'utf-16be')).json()).toMatchObject({
      encoding: 'utf-16be',
      encodingSure: true,
    });
  });

  it('that names its publisher is of that publisher if the project knows one of exactly this name; none is made', async () => {
    const page = (site: string, words: string) =>
      `<title>T</title><meta property="og:site_name" content="${site}"><p>${words}</p>`;
    const before = await bring((await uploaded('a.html', page('Upland News', 'The weir was opened.'))).id);
    expect(before.publisher).toBeNull();
    expect(await rows().publisher.count({ where: { projectId: at.projectId } })).toBe(0);
    const input = { name: 'Upland News' };
    const { body: upland } = await addPublisher({ actor: at.analyst, id: at.projectId, input });
    const known = await bring((await uploaded('b.html', page('Upland News', 'The weir was shut.'))).id);
    expect(known.publisher).toMatchObject({ id: upland.id, name: 'Upland News' });
    const other = await bring((await uploaded('c.html', page('Upland New', 'The weir was mended.'))).id);
    expect(other.publisher).toBeNull();
    const chosen = await uploaded('d.html', page('Upland News', 'The weir was sold.'));
    expect((await bring(chosen.id, { publisherId: null })).publisher).toBeNull();
  });

  it('that is too large, empty or nothing that is read is refused by itself', async () => {
    const found = await items({
      'large.txt': new Uint8Array(25 * 1024 * 1024 + 1).fill(97),
      'empty.txt': '',
      'edge.txt': 'The rest comes in.',
    });
    expect(found.map(({ problem }) => problem?.status)).toEqual([413, 422, undefined]);
    expect(
      await rows().upload.count({ where: { projectId: at.projectId, name: { in: ['large.txt', 'empty.txt'] } } }),
    ).toBe(0);
  });
});

describe('whose a waiting file is', () => {
  it('is listed for its author alone, as it was left, until it is brought in or let go', async () => {
    const list = async (who: keyof typeof tokens, query = '') =>
      (await (await send(`/projects/${at.projectId}/uploads${query}`, {}, who)).json()) as {
        items: Upload[];
        nextCursor: string | null;
      };
    await rows().upload.deleteMany({ where: { projectId: at.projectId, versions: { none: {} } } });
    const [left, taken, last] = [
      await uploaded('left.txt', LATIN),
      await uploaded('taken.md', 'It is brought in.'),
      await uploaded('last.md', '😀 It was read.'),
    ];
    const chosen = (await (await convert(left.id, 'windows-1251')).json()) as Upload;
    await bring(taken.id);
    expect(await list('analyst')).toEqual({ items: [chosen, last], nextCursor: null });
    const { items: first, nextCursor } = await list('analyst', '?limit=1');
    expect([first, (await list('analyst', `?limit=1&cursor=${nextCursor}`)).items]).toEqual([[chosen], [last]]);
    expect((await list('other')).items).toEqual([]);
    expect((await send(`/projects/${at.projectId}/uploads`, {}, 'outsider')).status).toBe(404);
  });

  it('only its author reads, converts, takes or discards it', async () => {
    const upload = await uploaded('mine.txt', LATIN);
    expect((await send(`/uploads/${upload.id}/text`, {}, 'other')).status).toBe(404);
    expect((await convert(upload.id, 'koi8-r', 'other')).status).toBe(404);
    await expectRefusal(addArticle({ actor: at.other, id: at.projectId, input: { uploadId: upload.id } }), 'invalid');
    const discard = (who: keyof typeof tokens) =>
      send(
        `/projects/${at.projectId}/uploads/discard`,
        { method: 'POST', body: JSON.stringify({ uploadIds: [upload.id] }) },
        who,
      );
    expect(await (await discard('other')).json()).toEqual({ discarded: 0 });
    expect(await (await discard('analyst')).json()).toEqual({ discarded: 1 });
  });

  it('a viewer’s files and an outsider’s are not even read', async () => {
    const before = await rows().upload.count();
    expect((await drop({ 'a.html': '<p>x' }, 'viewer')).status).toBe(403);
    expect((await drop({ 'a.html': '<p>x' }, 'outsider')).status).toBe(404);
    const started = Date.now();
    const input = { name: 'a.html', sha256: 'x', file: new FileBytes(Buffer.from('<p>x')) };
    await expectRefusal(addUpload({ actor: at.viewer, id: at.projectId, input }), 'forbidden');
    expect(Date.now() - started).toBeLessThan(2000);
    expect(await rows().upload.count()).toBe(before);
  });

  it('is swept after a day, unless an article was made of it', async () => {
    const [old, taken, young] = [
      await uploaded('old.md', 'old'),
      await uploaded('taken.md', 'taken'),
      await uploaded('young.md', 'young'),
    ];
    await bring(taken.id);
    await rows().upload.updateMany({
      where: { id: { in: [old.id, taken.id] } },
      data: { createdAt: new Date(Date.now() - 25 * 60 * 60 * 1000) },
    });
    await uploaded('next.md', 'next');
    const left = await rows().upload.findMany({
      where: { id: { in: [old.id, taken.id, young.id] } },
      select: { id: true },
    });
    expect(left.map(({ id }) => id).sort()).toEqual([taken.id, young.id].sort());
  });

  it('its bytes never change', async () => {
    const upload = await uploaded('still.md', 'still');
    await expect(
      rows().upload.update({ where: { id: upload.id }, data: { bytes: Buffer.from('other'), size: 5 } }),
    ).rejects.toThrow();
  });
});

it('a text has a limit of characters, whatever bytes they take', async () => {
  const add = (text: string) => {
    const form = new FormData();
    form.append('file', new File([text], 'long.txt'));
    return send(`/projects/${at.projectId}/articles`, { method: 'POST', body: form });
  };
  const cyrillic = (await (await add('Паром опоздал. '.repeat(200_000))).json()) as { items?: Article[] };
  expect(JSON.stringify(cyrillic)).toContain('"length":3000000');
  const long = await add('The ferry left. '.repeat(320_000));
  expect(await long.json()).toMatchObject({
    code: 'too-large',
    title: 'The text has more than 5,000,000 characters. Split it, and bring in the parts.',
  });
});

it('an upload that stops halfway leaves nothing', async () => {
  const before = await rows().upload.count();
  const body = '--x\r\ncontent-disposition: form-data; name="file"; filename="half.txt"\r\n\r\nhalf of it';
  const answer = await send(`/projects/${at.projectId}/uploads`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body,
  });
  expect(answer.status).toBe(422);
  expect(await rows().upload.count()).toBe(before);
});

it('a file of as many bytes as may come is kept to the last one, and one byte more is not (B28)', async () => {
  const most = Buffer.alloc(MAX_FILE, ' ');
  most.write('<p>The pilot was named.</p><!--');
  most.write('-->', MAX_FILE - 3);
  const [kept, over] = await items({ 'most.html': most, 'over.html': Buffer.concat([most, Buffer.from(' ')]) });
  expect(kept!.upload).toMatchObject({ size: MAX_FILE, sha256: sha256(most), opening: 'The pilot was named.' });
  expect(over!.problem).toMatchObject({ code: 'too-large', status: 413 });
  expect(await rows().upload.count({ where: { name: 'over.html' } })).toBe(0);
});

it('a disk that is full is said to be, and nothing of the file is kept (B28)', async () => {
  // What PostgreSQL raises when it finds no room.
  await rows().$executeRaw`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'could not extend file "base/1/2": No space left on device' USING ERRCODE = '53100'; END $$`;
  await rows().$executeRaw`CREATE TRIGGER no_room BEFORE INSERT ON upload FOR EACH ROW EXECUTE FUNCTION no_room()`;
  const [refused] = await items({ 'late.md': 'There was no room for this.' });
  await rows().$executeRaw`DROP TRIGGER no_room ON upload`;
  await rows().$executeRaw`DROP FUNCTION no_room`;
  expect(refused!.problem).toMatchObject({ code: 'full', status: 507, title: expect.stringMatching(/no room left/) });
  expect(await rows().upload.count({ where: { name: 'late.md' } })).toBe(0);
  expect((await uploaded('late.md', 'There was no room for this.')).size).toBe(27);
});

it('the same file twice at once is two uploads and one article', async () => {
  const [a, b] = await Promise.all([uploaded('twice.md', 'Twice at once.'), uploaded('twice.md', 'Twice at once.')]);
  const outcomes = await Promise.allSettled([bring(a.id), bring(b.id)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('finds the page of an offset', () => {
  expect([0, 9, 10, 19, 20, 500].map((offset) => pageOf([0, 10, 20], offset))).toEqual([1, 1, 2, 2, 3, 3]);
  expect(pageOf([], 5)).toBeNull();
});
