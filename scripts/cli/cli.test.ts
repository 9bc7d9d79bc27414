import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInWithLink, signInWithPassword } from '@/lib/auth/accounts';
import { findSession, findToken, openSession } from '@/lib/auth/sessions';
import { env } from '@/lib/core/env';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { pdfOf } from '@/scripts/convert/made-files.fixtures';
import { importAnnotations } from './annotations';
import { createAccount, disableAccount, endToken, linkAccount, makeToken, tellTokens } from './accounts';
import { exportProject } from './export';
import { importFiles } from './import';
import { Misuse } from './speech';
import { unusable } from './unusable';

let at: Team;
let folder: string;
beforeAll(async () => {
  at = await team();
  folder = mkdtempSync(path.join(os.tmpdir(), 'claimbench-cli-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await closeAll();
});

function listener() {
  const said: string[] = [];
  const warned: string[] = [];
  const passed: string[] = [];
  const push = (lines: string[]) => (line: string) => void lines.push(line);
  return { said, warned, passed, say: push(said), warn: push(warned), passing: push(passed) };
}
const secretIn = (line: string) => /\/sign-in\/link\/([\w-]+)$/.exec(line)![1]!;

describe('accounts', () => {
  it('are made with a link that signs in once', async () => {
    const heard = listener();
    await createAccount({ email: ' Ada@Example.ORG', name: 'Ada' }, heard);
    expect(heard.said[0]).toMatch(/^Made the account ada@example.org, id [0-9a-f-]{36}\.$/);
    const secret = secretIn(heard.said[1]!);
    expect(await signInWithLink(secret, 'test')).toMatchObject({ name: 'Ada', email: 'ada@example.org' });
    expect(await signInWithLink(secret, 'test')).toBeNull();
    await linkAccount({ email: 'ada@example.org' }, heard);
    expect(await signInWithLink(secretIn(heard.said[2]!), 'test')).toMatchObject({ name: 'Ada' });
  });

  it('may have a password from the start, of 15 characters', async () => {
    const heard = listener();
    await expectRefusal(createAccount({ email: 'b@example.org', name: 'B', password: 'too short' }, heard), 'invalid');
    await createAccount({ email: 'b@example.org', name: 'B', password: 'a rather long one' }, heard);
    expect(heard.said).toHaveLength(1);
    expect(await signInWithPassword('b@example.org', 'a rather long one', 'test')).toMatchObject({ name: 'B' });
  });

  it('have an address and a name', async () => {
    await expectRefusal(createAccount({ email: 'nowhere', name: 'N' }, listener()), 'invalid');
    await expect(createAccount({ email: 'n@example.org', name: ' ' }, listener())).rejects.toThrow(Misuse);
  });

  it('that are disabled come in no more; projects left without a lead are named', async () => {
    const own = await team();
    const session = await openSession(own.lead.userId, 'test');
    const heard = listener();
    await disableAccount({ email: own.lead.email }, heard);
    expect(await findSession(session)).toBeNull();
    expect(heard.warned).toEqual([`The project ${own.projectId} has no other lead now.`]);
    await expectRefusal(disableAccount({ email: own.lead.email }, heard), 'invalid');
    await disableAccount({ email: own.analyst.email }, heard);
    expect(heard.warned).toHaveLength(1);
  });
});

it('a token is the last line, and opens what its account may', async () => {
  const heard = listener();
  await makeToken({ email: at.analyst.email, name: 'script', days: 7, readOnly: true }, heard);
  const found = await findToken(heard.said.at(-1)!);
  expect(found).toMatchObject({ actor: { userId: at.analyst.userId }, scopes: ['read'] });
  expect(found!.actor.limitedBy).toBeUndefined();
  const only = { email: at.analyst.email, name: 'script', days: 7, readOnly: false, project: [at.projectId] };
  await makeToken(only, heard);
  expect(await findToken(heard.said.at(-1)!)).toMatchObject({ actor: { projects: [{ id: at.projectId }] } });
  expect(heard.said.at(-2)).toContain(`in ${at.projectId} alone`);
  await expectRefusal(makeToken({ ...only, email: at.outsider.email }, heard), 'invalid');
  await expectRefusal(makeToken({ email: 'x@example.org', name: 'x', days: 7, readOnly: true }, heard), 'invalid');
});

it('tokens are listed, and revoked by name or id', async () => {
  const own = await team();
  const { email } = own.lead;
  const heard = listener();
  await tellTokens({ email }, heard);
  expect(heard.said.splice(0)).toEqual([`${email} has no tokens.`]);
  const made = async (name: string, more: object = {}) => {
    await makeToken({ email, name, days: 7, readOnly: true, ...more }, heard);
    return heard.said.splice(0).at(-1)!;
  };
  const [nightly, limited] = [await made('Nightly export'), await made('Two', { project: [own.projectId] })];
  await made('Two');
  await rows().token.updateMany({ where: { name: 'Nightly export' }, data: { expiresAt: new Date('2026-01-02') } });
  await tellTokens({ email }, heard);
  const list = heard.said.splice(0).map((line) => line.split('  '));
  expect(list.map(([, ...rest]) => rest.filter((_, nth) => nth !== 3))).toEqual([
    ['Two', 'read', 'all projects', 'never used'],
    ['Two', 'read', expect.any(String), 'never used'],
    ['Nightly export', 'read', 'all projects', 'never used'],
  ]);
  expect(list[2]![4]).toBe('ended 2026-01-02');
  await expectRefusal(endToken({ email, token: 'Two' }, heard), 'invalid');
  await expectRefusal(endToken({ email, token: 'Three' }, heard), 'invalid');
  expect(await findToken(limited)).not.toBeNull();
  await endToken({ email, token: list[1]![0]! }, heard);
  expect(await findToken(limited)).toBeNull();
  await endToken({ email, token: 'Nightly export' }, heard);
  expect(await findToken(nightly)).toBeNull();
  expect(heard.said).toEqual(['Two', 'Nightly export'].map((one) => expect.stringContaining(`Revoked ${one}:`)));
});

describe('files', () => {
  it('go in one by one: to the byte, the same bytes once, what is refused named with its reason', async () => {
    const inside = path.join(folder, 'b', 'deeper');
    mkdirSync(inside, { recursive: true });
    const bytes = Buffer.from('\uFEFFOne\r\n two\u00a0three ');
    writeFileSync(path.join(folder, 'a.txt'), bytes);
    writeFileSync(path.join(folder, '.hidden'), 'not this');
    writeFileSync(path.join(inside, 'again.txt'), bytes);
    writeFileSync(path.join(inside, 'empty.txt'), '');
    writeFileSync(path.join(inside, 'nul.txt'), 'a\0b');
    const heard = listener();
    const named = [folder, path.join(folder, 'missing.txt')];
    expect(await importFiles(named, { project: at.projectId }, heard)).toBe(3);
    expect(heard.said.map((line) => line.replace(/[0-9a-f-]{36}/, 'ID').replace(folder, ''))).toEqual([
      'brought in  ID  /a.txt',
      'known       ID  /b/deeper/again.txt',
      '1 brought in, 1 known already, 3 refused.',
    ]);
    expect(heard.warned.map((line) => line.replace(folder, ''))).toEqual([
      'refused     /b/deeper/empty.txt: This file is empty.',
      expect.stringMatching(/^refused {5}\/b\/deeper\/nul.txt: .*NUL/),
      'refused     /missing.txt: there is no such file.',
    ]);
    const [version] = await rows().articleVersion.findMany({ where: { projectId: at.projectId } });
    expect(Buffer.from(version!.text).equals(bytes)).toBe(true);
    expect(version!.createdBy).toBe(at.lead.userId);
    expect((await eventsOf(at.projectId)).map((event) => event.type)).toEqual(['article.added']);
  });

  it('of other kinds are read first; a guessed encoding is said, and can be named', async () => {
    const own = await team();
    const of = (name: string) => path.join(folder, 'kinds', name);
    mkdirSync(of(''), { recursive: true });
    const cyrillic = Buffer.from([0xcf, 0xe0, 0xf0, 0xee, 0xec, 0x20, 0xee, 0xef, 0xee, 0xe7, 0xe4, 0xe0, 0xeb]);
    writeFileSync(of('a.txt'), cyrillic);
    writeFileSync(of('b.pdf'), pdfOf([['First page.'], ['Second page.']]));
    writeFileSync(of('c.zip'), zipSync({ 'one.md': strToU8('# One'), 'bad.svg': strToU8('<svg/>') }));
    const heard = listener();
    expect(await importFiles([of('')], { project: own.projectId }, heard)).toBe(1);
    expect(heard.said.at(-1)).toBe('3 brought in, 0 known already, 1 refused.');
    expect(heard.warned.map((line) => line.replace(/.*kinds./, ''))).toEqual([
      expect.stringMatching(/^guessed {5}a.txt: its encoding looks like .*; --encoding says otherwise/),
      expect.stringMatching(/^c.zip\/bad.svg: A file named .svg is not read/),
    ]);
    const again = listener();
    expect(await importFiles([of('a.txt')], { project: own.projectId, encoding: 'koi8-r' }, again)).toBe(0);
    const texts = await rows().articleVersion.findMany({
      where: { projectId: own.projectId },
      orderBy: { retrievedAt: 'asc' },
    });
    expect(texts.slice(1).map(({ text, pages }) => [text, pages])).toEqual([
      ['First page.\n\nSecond page.', [0, 13]],
      ['One', []],
      [new TextDecoder('koi8-r').decode(cyrillic), []],
    ]);
    // What was known already leaves no second file behind.
    expect(await importFiles([of('b.pdf')], { project: own.projectId }, listener())).toBe(0);
    expect(await rows().upload.count({ where: { projectId: own.projectId } })).toBe(4);
  });

  it('brings annotations of another tool in as one act, and with a dry run writes nothing', async () => {
    const file = path.join(folder, 'tasks.jsonl');
    writeFileSync(file, JSON.stringify({ text: 'Oda Ferris spoke.', label: [[0, 10, 'PER']] }));
    const heard = listener();
    await importAnnotations([file], { project: at.projectId, dryRun: true }, heard);
    expect(heard.said.at(-1)).toBe('would come  1 new article, 1 passage, 1 mention, 1 new entity');
    expect(await rows().import.count({ where: { projectId: at.projectId } })).toBe(0);
    await importAnnotations([file], { project: at.projectId }, heard);
    expect(await rows().import.count({ where: { projectId: at.projectId } })).toBe(1);
  });

  it('go in as the account that is named, if it may', async () => {
    const file = path.join(folder, 'named.txt');
    writeFileSync(file, 'named by Ana');
    const as = (email: string) => importFiles([file], { project: at.projectId, as: email }, listener());
    await expectRefusal(as(at.viewer.email), 'forbidden');
    await expectRefusal(as(at.outsider.email), 'invalid');
    await expectRefusal(as('nobody@example.org'), 'invalid');
    expect(await as(at.analyst.email)).toBe(0);
    expect(await rows().article.count({ where: { createdBy: at.analyst.userId } })).toBe(1);
  });

  it('go into a project by its name, where only one is called so', async () => {
    const file = path.join(folder, 'named.txt');
    const into = (project: string) => importFiles([file], { project }, listener());
    await expectRefusal(into('No such project'), 'invalid');
    expect((await expectRefusal(into('The project'), 'invalid')).message).toContain(at.projectId);
    await rows().project.update({ where: { id: at.elsewhere }, data: { name: 'The only one so called' } });
    expect(await into('The only one so called')).toBe(0);
  });
});

/** The program as a shell runs it. */
function run(...args: string[]): Promise<{ status: number | null; out: string; err: string }> {
  const main = path.join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...args], {
    cwd: folder,
    env: { ...process.env, TSX_TSCONFIG_PATH: path.join(process.cwd(), 'tsconfig.json') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  return new Promise((done) => child.on('close', (status) => done({ status, out, err })));
}

it('an export of a format or a marking that there is not is wrong usage, and says which there are', async () => {
  const asked = { project: at.projectId, format: 'json', out: path.join(folder, 'never.json') };
  for (const [wrong, known] of [
    [{ format: 'purple' }, 'html, docx'],
    [{ ceiling: 'purple' }, 'clear, green'],
    [{ marking: 'purple' }, 'clear, green'],
  ] as const) {
    const refused = await exportProject({ ...asked, ...wrong }, listener()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Misuse);
    expect((refused as Misuse).message).toContain(`There is no ${Object.keys(wrong)[0]} “purple”`);
    expect((refused as Misuse).message).toContain(known);
  }
});

describe('the program', () => {
  it('ends with 0 when done, and its answer is on standard output', async () => {
    const { status, out, err } = await run('token', 'create', '--email', at.lead.email);
    expect([status, err]).toEqual([0, '']);
    expect(await findToken(out.trimEnd().split('\n').at(-1)!)).toMatchObject({ scopes: ['read', 'write'] });
    writeFileSync(path.join(folder, 'here.txt'), 'named from here');
    expect((await run('import', 'here.txt', '--project', at.projectId)).status).toBe(0);
  });

  it('ends with 1 when refused, and says why on standard error', async () => {
    const { status, out, err } = await run('user', 'create', '--email', at.lead.email, '--name', 'Again');
    expect([status, out, err]).toEqual([1, '', 'email: There is an account with this address already.\n']);
    expect((await run('import', 'missing.txt', '--project', at.projectId)).status).toBe(1);
    expect((await run('verify')).status).toBe(1); // test projects are rows that no log tells of
  });

  it('says in one line, without the password, what keeps it from its database', async () => {
    const said = async (change: object, sql: string) => {
      const url = Object.assign(new URL(env().DATABASE_URL), change).href;
      const db = new pg.Client({ connectionString: url });
      const error = await db.connect().then(
        () => db.query(sql).then(String, (thrown: unknown) => thrown),
        (thrown: unknown) => thrown,
      );
      await db.end();
      return unusable(error, url);
    };
    expect(await said({ port: '1', password: 'hidden' }, '')).toMatch(
      /^Cannot use the database \S+ at \S+:1 as \w+ \(DATABASE_URL\): nothing listens there\.$/,
    );
    expect(await said({ pathname: '/nowhere' }, '')).toMatch(/there is no such database\.$/);
    expect(await said({}, 'SELECT FROM tables_of_tomorrow')).toMatch(
      /is not prepared .* run node scripts\/migrate\.mjs/,
    );
    expect(unusable(new Error('Something else.'), env().DATABASE_URL)).toBeNull();
    expect(unusable(new Error('Something else.'), '')).toBeNull(); // where it works without a database
  });

  it.each([
    [[]],
    [['user', 'create', '--email', 'x@example.org']],
    [['import', '--project', 'x']],
    [['token', 'create', '--email', 'x@example.org', '--days', '400']],
    [['verify', '--fast']],
    [['abolish']],
  ])('ends with 2 when asked wrongly: %j', async (args) => {
    const { status, out, err } = await run(...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^(error|Usage): /);
  });
});
