import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { supported } from './node-version.mjs';
import { take } from './locks.mjs';
import { anyPort, tryPort } from './ports.mjs';
import { keptSecret } from './secrets.mjs';
import {
  addressNow,
  checkFolder,
  checkPort,
  checkReachable,
  checkSecret,
  checkSigningKey,
  productEnv,
  readSettings,
  startLock,
} from './settings.mjs';
import { seconds } from './steps.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'settings-'));
afterAll(() => rmSync(folder, { recursive: true }));
const url = 'postgresql://u:hidden@127.0.0.1:1/d';
const secret = 'x'.repeat(32);

it('accepts the versions of Node that the whole stack runs on', () => {
  const versions = ['18.20.4', '20.18.3', '20.19.0', '21.7.0', '22.11.0', '22.12.0', '23.5.0', '24.0.0', '26.1.0'];
  expect(versions.filter(supported)).toEqual(['20.19.0', '22.12.0', '24.0.0', '26.1.0']);
});

describe('settings', () => {
  it('default to the loopback, port 3000 and the embedded database', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      external: null,
      demo: true,
      address: 'http://127.0.0.1:3000',
    });
  });

  it('name an address that a browser here can open', () => {
    expect(readSettings({ HOST: '0.0.0.0', PORT: '8080' }).address).toBe('http://localhost:8080');
    expect(readSettings({ HOST: '::1' }).address).toBe('http://[::1]:3000');
  });

  it('lead to the server that runs on the same data, and to the default when none does', () => {
    const settings = readSettings({ CLAIMBENCH_DATA: folder });
    const address = 'http://127.0.0.1:3456';
    const { release } = take(startLock(folder), { address });
    expect(addressNow(settings)).toBe(address);
    expect(addressNow({ ...settings, external: url })).toBe('http://127.0.0.1:3000');
    release!();
    expect(addressNow(settings)).toBe('http://127.0.0.1:3000');
  });

  it.each([
    [{ PORT: 'http' }, 'PORT must be a number'],
    [{ PORT: '70000' }, 'PORT must be a number'],
    [{ DATABASE_URL: 'mysql://here/d' }, 'DATABASE_URL is not of the form'],
    [{ DATABASE_URL: 'nonsense' }, 'DATABASE_URL is not of the form'],
  ])('refuse %o in one line', (env, line) => {
    expect(() => readSettings(env)).toThrow(line);
  });

  it('want a secret of 32 characters, and one of its own for a database of its own', () => {
    expect(() => checkSecret({ DATABASE_URL: url })).toThrow('AUTH_SECRET is needed');
    expect(() => checkSecret({ AUTH_SECRET: 'short' })).toThrow('has 5 characters');
    expect(() => checkSecret({})).not.toThrow();
    expect(() => checkSecret({ DATABASE_URL: url, AUTH_SECRET: secret })).not.toThrow();
  });

  it('want an Ed25519 key to sign with, where there is one, and do not repeat what was given', () => {
    const keyOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'der' }).toString('base64');
    const check = (key: string | undefined) => () => checkSigningKey({ CLAIMBENCH_SIGNING_KEY: key });
    expect(check(undefined)).not.toThrow();
    expect(check(keyOf(generateKeyPairSync('ed25519').privateKey))).not.toThrow();
    for (const wrong of ['rubbish', keyOf(generateKeyPairSync('x25519').privateKey)])
      expect(check(wrong)).toThrow(/^CLAIMBENCH_SIGNING_KEY is not an Ed25519 private key/);
    expect(check('rubbish')).not.toThrow(/rubbish/);
  });

  it('make and keep the secret only where the database is ours', () => {
    const place = { url, data: folder, address: 'http://here', port: 1, host: 'h' };
    const ours = productEnv({}, { ...place, external: null });
    expect(ours.AUTH_SECRET).toHaveLength(43);
    expect(productEnv({}, { ...place, external: null }).AUTH_SECRET).toBe(ours.AUTH_SECRET);
    expect(productEnv({}, { ...place, external: url }).AUTH_SECRET).toBeUndefined();
    expect(productEnv({ AUTH_SECRET: secret }, { ...place, external: null }).AUTH_SECRET).toBe(secret);
  });
});

it('keeps a secret that nobody else can read, and makes an empty one anew', () => {
  const file = path.join(folder, 'some.secret');
  const made = keptSecret(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(keptSecret(file)).toBe(made);
  writeFileSync(file, '');
  expect(keptSecret(file)).not.toBe('');
});

describe('checks before anything is begun', () => {
  it('name a taken port', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
    );
    await expect(checkPort('127.0.0.1', port)).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
    await new Promise((resolve) => server.close(resolve));
    await expect(checkPort('127.0.0.1', port)).resolves.toBe(port);
    await expect(checkPort('192.0.2.1', port)).rejects.toThrow('is not an address of this machine');
    expect(await tryPort(await anyPort())).toBeGreaterThan(0);
  });

  it('name a data folder that cannot be written', () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    expect(() => checkFolder(file)).toThrow('a file is in its place');
    expect(() => checkFolder(path.join(file, 'below'))).toThrow('a file is in its place');
    if (process.platform === 'linux')
      expect(() => checkFolder('/proc/none/here')).toThrow('no folder can be made there');
    checkFolder(path.join(folder, 'new/deep'));
    expect(statSync(path.join(folder, 'new/deep')).isDirectory()).toBe(true);
  });

  it('name a database that is out of reach, without its password', async () => {
    const refused = await checkReachable(url).catch((error: Error) => error.message);
    expect(refused).toBe('Cannot reach the database at 127.0.0.1:1 (DATABASE_URL): nothing listens there.');
    await expect(checkReachable('postgresql://u@no-such-host.invalid/d')).rejects.toThrow('there is no such host');
  });
});

it('writes times as people read them', () => {
  expect([310, 64_120, 725_000].map(seconds)).toEqual(['0.3 s', '64.1 s', '12 min 5 s']);
});
