import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { beginning, holderOf, take, takeWhenFree } from './locks.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'locks-'));
afterAll(() => rmSync(folder, { recursive: true }));
let names = 0;
const fresh = () => path.join(folder, `deeper/${names++}.lock`);
/** The id of a process that was, and is no more. */
const past = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('a lock', () => {
  it('is held once, says by whom, and is free again after its release', () => {
    const file = fresh();
    const first = take(file, { address: 'http://here' });
    expect(take(file).holder).toMatchObject({ pid: process.pid, address: 'http://here' });
    first.release?.();
    expect(existsSync(file)).toBe(false);
    expect(take(file).holder).toBeNull();
  });

  it('is taken over from a process that was killed', () => {
    const file = fresh();
    take(file).release?.();
    writeFileSync(file, JSON.stringify({ pid: past(), began: '1' }));
    expect(holderOf(file)).toBeNull();
    expect(take(file).holder).toBeNull();
    expect(holderOf(file)).toMatchObject({ pid: process.pid });
  });

  it('is taken over when its holder’s id belongs to another process by now', () => {
    const file = fresh();
    take(file).release?.();
    writeFileSync(file, JSON.stringify({ pid: process.pid, began: 'long ago' }));
    expect(take(file).holder).toBeNull();
  });

  it('is taken over when its maker died before it wrote its name', () => {
    const file = fresh();
    take(file).release?.();
    writeFileSync(file, '');
    expect(take(file).holder).toBeNull();
  });

  it('is waited for, and the wait can be ended', async () => {
    const file = fresh();
    const held = take(file);
    const waiting: number[] = [];
    const second = takeWhenFree(file, { waiting: ({ pid }) => waiting.push(pid) });
    held.release?.();
    const third = await second;
    expect(waiting).toEqual([process.pid]);
    await expect(takeWhenFree(file, { signal: AbortSignal.abort(new Error('no more')) })).rejects.toThrow('no more');
    third.release?.();
  });

  it('survives nothing that its holder does not', async () => {
    const file = fresh();
    const locks = path.join(import.meta.dirname, 'locks.mjs');
    const script = `import(${JSON.stringify(locks)}).then(({ take }) => { take(${JSON.stringify(file)}); console.log('taken'); setInterval(() => {}, 1000); })`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(take(file).holder).toMatchObject({ pid: child.pid });
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(readFileSync(file, 'utf8')).toContain(String(child.pid));
    expect(take(file).holder).toBeNull();
  });
});

it('knows when a process began, and that one has ended', () => {
  expect(beginning(process.pid)).toBe(beginning(process.pid));
  expect(beginning(past())).toBeNull();
});
