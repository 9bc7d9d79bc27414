import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, openCanary, reasonFor, textOf } from '@/scripts/convert/asking.fixtures';
import { pdfOf } from '@/scripts/convert/made-files.fixtures';
import { convertFile } from './converter';
import { withoutNetwork } from './without-network';

// Files that mean harm, each made here, given to the real process: pages, PDFs, and what spends time and memory. Archives and
// documents are in scripts/convert/hostile-archives.test.ts.

let canary: Awaited<ReturnType<typeof openCanary>>;
beforeAll(async () => {
  canary = await openCanary();
});
afterAll(() => canary.close());

/** Afterwards the next file is read as if nothing had been. */
const stillWell = async () => expect(await textOf('well.md', '# Well\n\nStill *here*.')).toBe('Well\n\nStill here.');

describe('a page that reaches out (B21)', () => {
  const page =
    () => `<!doctype html><html><head><base href="${canary.address}/"><meta http-equiv="refresh" content="0;url=${canary.address}/r">
    <link rel="stylesheet" href="${canary.address}/s.css"><style>@import "${canary.address}/i.css"; p { background: url(${canary.address}/b.png) }</style></head>
    <body><p>The words of the page, and nothing but its words, are what is read from it.</p><img src="${canary.address}/pixel.gif" width="1">
    <iframe src="${canary.address}/frame"></iframe><object data="${canary.address}/o"></object><video src="${canary.address}/v"></video>
    <script src="${canary.address}/s.js"></script><script>fetch('${canary.address}/f'); document.body.innerHTML = 'script';</script></body></html>`;

  it('contacts nobody, runs nothing, and gives its words', async () => {
    canary.hits = 0;
    const { text, warnings } = await convertFile({ name: 'page.html' }, bytesOf(page()));
    expect(text).toBe('The words of the page, and nothing but its words, are what is read from it.');
    expect(warnings).toContain('1 image left out.');
    expect(canary.hits).toBe(0);
  });

  it('the canary would have sung', async () => {
    canary.hits = 0;
    await fetch(`${canary.address}/control`);
    expect(canary.hits).toBe(1);
  });

  const attempts = {
    fetch: (to: string) => `await fetch('${to}')`,
    http: (to: string) =>
      `const h = await import('node:http'); await new Promise((d, f) => h.get('${to}', d).on('error', f))`,
    net: (to: string) =>
      `const n = await import('node:net'); await new Promise((d, f) => n.connect(${new URL(to).port}, '127.0.0.1', d).on('error', f))`,
    socket: (to: string) =>
      `const n = await import('node:net'); await new Promise((d, f) => new n.Socket().connect(${new URL(to).port}, '127.0.0.1', d).on('error', f))`,
    dns: () => `const d = await import('node:dns/promises'); await d.lookup('localhost')`,
    handle: () => `const n = await import('node:net'); n._createServerHandle('127.0.0.1', 0)`,
    process: () => `const c = await import('node:child_process'); c.spawnSync('true')`,
  };
  const guard = path.resolve('scripts/convert/guard.mjs');
  it.each(Object.entries(attempts))('%s is closed to the process, and open without its guard', async (_, attempt) => {
    const code = `try { ${attempt(canary.address)}; console.log('open') } catch (error) { console.log(error.message) } process.exit()`;
    // The canary answers from this process: a child that is waited for synchronously would wait for ever.
    const run = (...before: string[]) =>
      spawnSync('node', [...before, '--input-type=module', '-e', code], {
        encoding: 'utf8',
        timeout: 20_000,
      }).stdout.trim();
    expect(run('--import', guard)).toBe('A conversion contacts nothing and starts nothing.');
    const alone = [attempts.dns, attempts.handle, attempts.process];
    if (alone.some((one) => one === attempt)) expect(run()).toBe('open');
  });
});

describe('PDFs that are locked, broken or endless (B27)', () => {
  const good = pdfOf([['One line.']]);
  const locked = () => {
    const hex = (byte: string) => `<${byte.repeat(32)}>`;
    const entry = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${hex('41')} /U ${hex('42')} /P -4 >> /ID [<00><00>]`;
    return Buffer.from(good.toString('latin1').replace('/Root 1 0 R', `/Root 1 0 R ${entry}`), 'latin1');
  };

  it.each([
    ['locked', locked, /locked with a password/],
    ['no byte', () => new Uint8Array(), /empty/],
    ['one byte', () => strToU8('%'), /says a PDF, but this is none/],
    ['only its first line', () => strToU8('%PDF-1.7\n'), /damaged or cut off/],
    ['cut in half', () => good.subarray(0, good.length / 2), /damaged|cut off/],
    ['5,000 pages', () => pdfOf(Array.from({ length: 5000 }, () => ['x'])), /5,000 pages; at most 3,000/],
    ['pictures only', () => pdfOf([[]]), /its pages are pictures/],
    [
      '6 MB of text',
      () => pdfOf(Array.from({ length: 1200 }, () => Array<string>(50).fill('words '.repeat(17)))),
      /5,000,000 characters|longer than 20 seconds|more memory/,
    ],
  ])('%s', async (_, made, reason) => {
    expect(await reasonFor('x.pdf', made())).toMatch(reason);
  });

  it('a font that carries a program (CVE-2024-4367) runs nothing', async () => {
    const font = `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FontMatrix [1 2 3 4 5 (0\\); process.stdout.write\\('RAN'\\); process.exit\\(0\\);//)] >>`;
    const armed = good.toString('latin1').replace(/<< \/Type \/Font .*>>/, font);
    expect(await reasonFor('x.pdf', Buffer.from(armed, 'latin1'))).toMatch(/^read: One line\.|damaged/);
  });

  it('keeps the pages of a good one', async () => {
    const { text, pages } = await convertFile(
      { name: 'x.pdf' },
      pdfOf([['First page.'], ['Second page,', 'two lines.']]),
    );
    expect(text).toBe('First page.\n\nSecond page, two lines.');
    expect(pages.map((start) => text.slice(start, start + 5))).toEqual(['First', 'Secon']);
  });
});

/** The number of the reader that this process has started; undefined while there is none. */
function readerNow(): string | undefined {
  const children = readdirSync('/proc/self/task').flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
  );
  return children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith(process.execPath));
}
/** What the system says of it; empty while there is none. */
const limitsOfReader = () => (readerNow() ? readFileSync(`/proc/${readerNow()}/limits`, 'utf8') : '');
const networkOfReader = () => (readerNow() ? readlinkSync(`/proc/${readerNow()}/ns/net`) : '');

const fence = withoutNetwork(path.resolve('scripts/convert/main.mjs'));

describe('the fence of the system', () => {
  // Where the system lets nobody make a network of their own there is none: then Node alone keeps it away, as above.
  it.runIf(fence.length > 0)('gives no network to a process whose guard has failed', async () => {
    const { hits } = canary;
    const code = `fetch('${canary.address}/fenced').then(() => console.log('open'), (error) => console.log(error.cause.code))`;
    const run = (before: readonly string[]) =>
      new Promise<string>((done) => {
        const [command, ...rest] = [...before, process.execPath, '-e', code];
        execFile(command!, rest, (_, said) => done(said.trim()));
      });
    expect(await run(fence)).toMatch(/^E(NETUNREACH|CONNREFUSED)$/);
    expect(canary.hits).toBe(hits);
    expect(await run([])).toBe('open');
    expect(canary.hits).toBe(hits + 1);
  });

  it.runIf(fence.length > 0)('stands around the reader of files', async () => {
    const reading = reasonFor('slow.pdf', pdfOf(Array.from({ length: 2900 }, (_, page) => [`Page ${page}`])), 2000);
    await expect.poll(networkOfReader).not.toBe('');
    expect(networkOfReader()).not.toBe(readlinkSync('/proc/self/ns/net'));
    await reading;
  });
});

describe('the limits of the process', () => {
  it('time: it is stopped, and the next file is read', async () => {
    const slow = pdfOf(Array.from({ length: 2900 }, (_, page) => [`Page ${page}`]));
    expect(await reasonFor('slow.pdf', slow, 300)).toBe(
      'Reading this file took longer than 20 seconds and was stopped. Nothing of it was kept.',
    );
    await stillWell();
    // With the time that every file has it is read: what stopped it was the limit.
    expect((await convertFile({ name: 'slow.pdf' }, slow)).pages).toHaveLength(2900);
  });

  it.runIf(existsSync('/proc/self/task'))('the system knows them, whichever shell there is', async () => {
    const reading = reasonFor('slow.pdf', pdfOf(Array.from({ length: 2900 }, (_, page) => [`Page ${page}`])), 2000);
    await expect.poll(limitsOfReader).not.toBe('');
    const limits = limitsOfReader();
    expect(limits).toMatch(/^Max cpu time +40 +40 /m);
    expect(limits).toMatch(/^Max file size +0 +0 /m);
    expect(limits).toMatch(/^Max core file size +0 +0 /m);
    await reading;
  });

  it('memory: it is stopped, and the next file is read', async () => {
    const before = process.memoryUsage().rss;
    expect(await reasonFor('wide.html', `<html><body>${'<i>'.repeat(4_000_000)}`)).toMatch(
      /more memory than a file may take|longer than 20 seconds|nested too deeply/,
    );
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(150);
    await stillWell();
  }, 60_000);

  it('it may read no file but its own, and write none', async () => {
    const probe = `import { readFileSync } from 'node:fs'; try { readFileSync('/etc/passwd'); console.log('open') } catch (error) { console.log(error.code) }`;
    const permission = process.allowedNodeEnvironmentFlags.has('--permission')
      ? '--permission'
      : '--experimental-permission';
    const run = (...before: string[]) =>
      spawnSync('node', ['--no-warnings', ...before, '--input-type=module', '-e', probe], {
        encoding: 'utf8',
      }).stdout.trim();
    expect(run(permission, `--allow-fs-read=${path.resolve('scripts/convert')}`)).toBe('ERR_ACCESS_DENIED');
    expect(run()).toBe('open');
  });

  it('two at a time: eight at once all come back', async () => {
    const texts = await Promise.all(Array.from({ length: 8 }, (_, n) => textOf(`${n}.md`, `Number ${n}.`)));
    expect(texts).toEqual(Array.from({ length: 8 }, (_, n) => `Number ${n}.`));
  });
});
