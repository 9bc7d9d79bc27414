import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Upload, UploadItem } from '@/lib/articles/upload';
import { personIn } from '../support/people';
import { served } from '../support/served';
import { writeRaw } from '../support/sockets';
import { expect, test } from '../support/story';
import { makeProject } from '../support/work';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const multipart = (name: string, bytes: Buffer | string) =>
  Buffer.concat([
    Buffer.from(`--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    Buffer.from(bytes),
    Buffer.from('\r\n--x--\r\n'),
  ]);
const TYPE = { 'content-type': 'multipart/form-data; boundary=x' };

test('whatever goes wrong on the way, a file is kept whole or not at all', async ({ browser }) => {
  const lead = await personIn(browser, 'Daniel');
  const project = await makeProject(lead.context, 'Broken lines', ['Ines']);
  const { context } = await personIn(browser, 'Ines');
  const path = `/projects/${project}/uploads`;
  const database = new pg.Client(served().database);
  await database.connect();
  const kept = async () => {
    const { rows } = await database.query<{ name: string }>('SELECT name FROM upload WHERE project_id = $1', [project]);
    return rows.map(({ name }) => name);
  };
  const length = (bytes: Buffer, more = 0) => ({ ...TYPE, 'content-length': String(bytes.length + more) });

  // It stops halfway; it says it is longer, or shorter, than it is.
  const whole = multipart('ferry.md', `# Ferry\n\n${'The ferry was late. '.repeat(2000)}`);
  await writeRaw(context, path, length(whole), [whole.subarray(0, whole.length / 2)], 'hangs up');
  await writeRaw(context, path, length(whole, 500), [whole], 'hangs up');
  // What is left over is no request.
  expect(await writeRaw(context, path, length(whole, -500), [whole], 'waits')).toMatch(/^HTTP\/1\.1 4/);
  await writeRaw(
    context,
    path,
    { ...TYPE, 'transfer-encoding': 'chunked' },
    ['4000\r\n', whole.subarray(0, 800)],
    'hangs up',
  );
  expect(await kept()).toEqual([]);

  // It does not say how long it is: that is allowed, and it comes whole.
  const pieces = [whole.subarray(0, 1000), whole.subarray(1000)];
  const chunked = pieces.flatMap((piece) => [`${piece.length.toString(16)}\r\n`, piece, '\r\n']);
  const answer = await writeRaw(
    context,
    path,
    { ...TYPE, 'transfer-encoding': 'chunked' },
    [...chunked, '0\r\n\r\n'],
    'waits',
  );
  expect(answer).toContain('ferry.md');
  expect(await kept()).toEqual(['ferry.md']);

  // Larger than what lies between might hold back: to the last byte, and given out again like that.
  const filling = randomBytes(5_500_000).toString('hex');
  const large = Buffer.from(`<h1>Log</h1><p>The pilot was named.</p><!-- ${filling} -->`);
  const origin = served().addresses[0];
  const sent = await context.request.post(`${origin}/api/v1${path}`, {
    headers: { origin, 'idempotency-key': crypto.randomUUID() },
    multipart: { file: { name: 'log.html', mimeType: 'text/html', buffer: large } },
  });
  const { items } = (await sent.json()) as { items: UploadItem[] };
  const upload = items[0]!.upload as Upload;
  expect(upload).toMatchObject({ size: large.length, sha256: sha256(large) });
  const { rows } = await database.query<{ sha256: string }>(
    `SELECT encode(sha256(bytes), 'hex') AS sha256 FROM upload WHERE id = $1`,
    [upload.id],
  );
  expect(rows[0]!.sha256).toBe(sha256(large));
  await database.end();
});
