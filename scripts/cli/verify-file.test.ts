import { createHash, generateKeyPairSync } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteClaim } from '@/lib/claims/commands/claims';
import { env } from '@/lib/core/env';
import { publicKeys } from '@/lib/core/signing';
import { closeAll, expectRefusal } from '@/lib/core/testing';
import type { ManifestFile } from '@/lib/formats/manifest-file';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { exportProject } from './export';
import { verifyFile } from './verify-file';

const pair = generateKeyPairSync('ed25519');
process.env.CLAIMBENCH_SIGNING_KEY = pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');

let at: Bench;
let kept: string;
let folder: string;
const quiet = { say: () => {}, warn: () => {}, passing: () => {} };
beforeAll(async () => {
  kept = mkdtempSync(path.join(os.tmpdir(), 'claimbench-kept-'));
  at = await bench();
  await at.approved();
  for (const format of ['json', 'csv'])
    await exportProject({ project: at.projectId, format, out: path.join(kept, `harbour.${format}`) }, quiet);
});
beforeEach(() => {
  folder = mkdtempSync(path.join(kept, 'one-'));
  for (const name of ['harbour.json', 'harbour.csv'])
    for (const one of [name, `${name}.manifest.json`]) copyFileSync(path.join(kept, one), path.join(folder, one));
});
afterAll(async () => {
  rmSync(kept, { recursive: true });
  await closeAll();
});

const of = (name: string) => path.join(folder, name);
async function check(name: string, options: { key?: string; online?: boolean } = {}) {
  const said: string[] = [];
  const { online, ...rest } = options;
  const say = (line: string) => void said.push(line);
  const url = online ? env().DATABASE_URL : null;
  const faults = await verifyFile(of(name), { ...rest, url }, { say, warn: say, passing: () => {} });
  return { faults, said: said.join('\n') };
}
/** Changes the manifest of the JSON export without anybody's leave. */
function forge(change: (manifest: ManifestFile & Record<string, unknown>) => object) {
  const manifest = JSON.parse(readFileSync(of('harbour.json.manifest.json'), 'utf8')) as ManifestFile;
  writeFileSync(of('harbour.json.manifest.json'), JSON.stringify({ ...manifest, ...change({ ...manifest }) }));
}
/** What a person does with a ZIP: its files beside the manifest, and the ZIP thrown away. Answers their names. */
function unpack(): string[] {
  const files = Object.entries(unzipSync(readFileSync(of('harbour.csv'))));
  for (const [name, bytes] of files) writeFileSync(of(name), bytes);
  rmSync(of('harbour.csv'));
  return files.map(([name]) => name);
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('an export alone', () => {
  it.each(['harbour.json', 'harbour.json.manifest.json', 'harbour.csv', 'harbour.csv.manifest.json'])(
    'holds, by its content or its manifest: %s',
    async (name) => {
      const { faults, said } = await check(name, { key: publicKeys()[0]!.x });
      expect(faults, said).toBe(0);
      expect(said).toMatch(/to the letter what was exported/);
      expect(said).toMatch(/Signed with the key that you named/);
    },
  );

  it('holds in one zip with its manifest, and unpacked', async () => {
    const names = ['harbour.json', 'harbour.json.manifest.json'];
    const both = Object.fromEntries(names.map((name) => [name.replace('harbour', 'claims'), readFileSync(of(name))]));
    writeFileSync(of('both.zip'), zipSync(both));
    expect(await check('both.zip')).toMatchObject({ faults: 0 });
    expect(unpack()).toEqual(['claims.csv', 'evidence.csv']);
    const { faults, said } = await check('harbour.csv.manifest.json', { key: publicKeys()[0]!.x });
    expect(faults, said).toBe(0);
    expect(said).toContain('2 files, each with the SHA-256 of the manifest.');
  });

  it.each<[string, string, () => void, RegExp]>([
    [
      'one byte changed',
      'harbour.json',
      () => writeFileSync(of('harbour.json'), readFileSync(of('harbour.json'), 'utf8').replace('Claim', 'Clain')),
      /claims\.json is not what was exported: its bytes are others/,
    ],
    [
      'a file cut short',
      'harbour.json',
      () => writeFileSync(of('harbour.json'), readFileSync(of('harbour.json')).subarray(0, -9)),
      /only \d+ of its \d+ bytes are there/,
    ],
    [
      'a zip cut short',
      'harbour.csv',
      () => writeFileSync(of('harbour.csv'), readFileSync(of('harbour.csv')).subarray(0, -40)),
      /the zip is cut short or damaged/,
    ],
    [
      'a file swapped for that of another export',
      'harbour.json.manifest.json',
      () => copyFileSync(of('harbour.csv'), of('harbour.json')),
      /claims\.json is not what was exported/,
    ],
    [
      'unpacked files of which one is missing',
      'harbour.csv.manifest.json',
      () => rmSync(of(unpack().at(-1)!)),
      /evidence\.csv is missing\. Unpack the export again, all of it beside its manifest\./,
    ],
    [
      'an unpacked file that was opened and saved',
      'harbour.csv.manifest.json',
      () => {
        const [name] = unpack();
        writeFileSync(of(name!), readFileSync(of(name!), 'utf8').replaceAll(',', ';'));
      },
      /claims\.csv is not what was exported: its SHA-256 is another\. Unpack the export again/,
    ],
    ['an unpacked file alone', 'claims.csv', unpack, /of files that were unpacked name the manifest/],
    [
      'a file that is missing',
      'harbour.json.manifest.json',
      () => rmSync(of('harbour.json')),
      /claims\.json is missing/,
    ],
    ['a manifest that is missing', 'harbour.json', () => rmSync(of('harbour.json.manifest.json')), /Nothing vouches/],
    [
      'a changed manifest',
      'harbour.json',
      () => forge(({ log }) => ({ log: { ...log, seq: log.seq + 1 } })),
      /The signature is not over this manifest/,
    ],
    [
      'file and manifest changed together',
      'harbour.json',
      () => {
        const other = Buffer.from(readFileSync(of('harbour.json'), 'utf8').replace('Claim', 'Clain'));
        writeFileSync(of('harbour.json'), other);
        forge(({ file, files }) => ({
          file: { ...file, sha256: sha256(other) },
          files: [{ ...files[0]!, sha256: sha256(other) }],
        }));
      },
      /not those that the manifest has the digest of[\s\S]*signature is not over/,
    ],
    [
      'the signature taken away',
      'harbour.json',
      () => forge(() => ({ signature: undefined })),
      /FAULT {2}It is not signed/,
    ],
  ])('is found out with %s', async (_, name, damage, fault) => {
    damage();
    const { faults, said } = await check(name, { key: publicKeys()[0]!.x });
    expect(said).toMatch(fault);
    expect(faults).toBeGreaterThan(0);
    expect(said).toMatch(/faults?: do not rely on it\.$/);
  });

  it('is refused under the key of somebody else, and when it is no export at all', async () => {
    const other = generateKeyPairSync('ed25519').publicKey;
    writeFileSync(of('key.pem'), other.export({ type: 'spki', format: 'pem' }));
    expect((await check('harbour.json', { key: of('key.pem') })).said).toMatch(/signed, but with another key/);
    writeFileSync(of('keys.json'), JSON.stringify({ keys: publicKeys() }));
    expect((await check('harbour.json', { key: of('keys.json') })).faults).toBe(0);
    await expect(check('harbour.json', { key: of('.') })).rejects.toThrow(
      /is not a file\. Name a file with the public key/,
    );
    writeFileSync(of('other.json'), strToU8('{"schema": "other"}'));
    expect((await check('other.json')).said).toMatch(/Nothing vouches/);
    writeFileSync(of('harbour.json.manifest.json'), '{"schema": "claimbench-manifest/1"}');
    await expectRefusal(check('harbour.json'), 'invalid');
    await expectRefusal(check('nowhere.json'), 'invalid');
  });
});

describe('an export with the database', () => {
  async function damaged(sql: string, values: unknown[], back: string): Promise<string> {
    const db = new pg.Client({ connectionString: env().DATABASE_URL });
    await db.connect();
    const run = async (statement: string) => {
      await db.query(`SET session_replication_role = replica`);
      await db.query(statement, values);
    };
    try {
      await run(sql);
      return (await check('harbour.json', { online: true })).said;
    } finally {
      await run(back);
      await db.end();
    }
  }

  it('is known, the log leads to it, and what became of its claims is told', async () => {
    const { claimId } = await at.approved();
    await exportProject({ project: at.projectId, format: 'json', out: of('late.json') }, quiet);
    expect((await check('late.json', { online: true })).said).toMatch(/0 new, 0 changed, 0 withdrawn, 2 as they were/);
    await deleteClaim({ actor: at.lead, id: claimId, input: {}, ifMatch: await at.version(at.claimNow(claimId)) });
    const { faults, said } = await check('late.json', { online: true });
    expect(faults, said).toBe(0);
    expect(said).toMatch(/Made here on .* by Lena: export /);
    expect(said).toMatch(/The log leads without a gap to event \d+/);
    expect(said).toMatch(/1 withdrawn, 1 as it was/);
    expect(said).toMatch(new RegExp(`withdrawn: ${claimId} .* It was deleted. by Lena on `));
    rmSync(of('late.json.manifest.json')); // by its bytes alone
    expect(await check('late.json', { online: true })).toMatchObject({ faults: 0 });
  });

  it('is found out where the log was changed, or cut, or where it was never made', async () => {
    const set = (type: string) => `UPDATE event SET type = '${type}' WHERE project_id = $1 AND seq = 1`;
    expect(await damaged(set('claim.approved'), [at.projectId], set('article.added'))).toMatch(
      /The log was changed: .*event 1 /,
    );
    const move = (from: string, to: string) => `UPDATE event SET seq = ${to} WHERE project_id = $1 AND seq = ${from}`;
    expect(await damaged(move('2', '-2'), [at.projectId], move('-2', '2'))).toMatch(/has a gap: event 2 is missing/);
    // The chain up to there is whole, and shorter than where the manifest says that the export was made.
    const { log } = JSON.parse(readFileSync(of('harbour.json.manifest.json'), 'utf8')) as ManifestFile;
    const turn = (from: string) => `UPDATE event SET seq = -seq WHERE project_id = $1 AND seq ${from}`;
    expect(await damaged(turn(`>= ${log.seq}`), [at.projectId], turn('< 0'))).toContain(
      `FAULT  The log was cut: it ends at event ${log.seq - 1}, and the export was made after event ${log.seq}. If this database was restored`,
    );
    expect((await check('harbour.json', { online: true })).faults).toBe(0);
    forge(() => ({ export: at.projectId, signature: undefined }));
    expect((await check('harbour.json', { online: true })).said).toMatch(/is in this database, and never made/);
    forge(({ project }) => ({ project: { ...project, id: '01900000-0000-7000-8000-000000000000' } }));
    expect((await check('harbour.json', { online: true })).said).toMatch(/does not have its project/);
  });

  it('is found out where the manifest is not the one that is kept', async () => {
    forge(({ withdrawn }) => ({ withdrawn: [...withdrawn], signature: undefined, filter: { rests: ['denied'] } }));
    expect((await check('harbour.json', { online: true })).said).toMatch(/not the one that the database keeps: filter/);
  });
});
