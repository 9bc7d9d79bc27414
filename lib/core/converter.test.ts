import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxOf, pdfOf } from '@/scripts/convert/made-files.fixtures';
import { convertFile, unpackFile } from './converter';
import '@/lib/core/testing';

// Files that mean harm, each made here, given to the real process. What they would reach is a canary: a server that counts.

let canary: Server;
let address: string;
let hits = 0;
beforeAll(async () => {
  canary = createServer((_, response) => {
    hits += 1;
    response.end('canary');
  });
  await new Promise<void>((done) => canary.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => canary.close(done)));

const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? Buffer.from(content) : content);
const textOf = async (name: string, content: string | Uint8Array) =>
  (await convertFile({ name }, bytesOf(content))).text;
/** The reason for which a file is refused; fails when it is read. */
const reasonFor = (name: string, content: string | Uint8Array, ms?: number) =>
  convertFile({ name }, bytesOf(content), ms).then(
    ({ text }) => `read: ${text.slice(0, 200)}`,
    (error: Error) => error.message,
  );
const unpacked = (zip: Uint8Array) =>
  unpackFile('files.zip', zip).then(
    (items) => items!.map((item) => ('problem' in item ? `${item.name}: ${item.problem}` : item.name)),
    (error: Error) => error.message,
  );
/** Afterwards the next file is read as if nothing had been. */
const stillWell = async () => expect(await textOf('well.md', '# Well\n\nStill *here*.')).toBe('Well\n\nStill here.');

describe('a page that reaches out (B21)', () => {
  const page =
    () => `<!doctype html><html><head><base href="${address}/"><meta http-equiv="refresh" content="0;url=${address}/r">
    <link rel="stylesheet" href="${address}/s.css"><style>@import "${address}/i.css"; p { background: url(${address}/b.png) }</style></head>
    <body><p>The words of the page, and nothing but its words, are what is read from it.</p><img src="${address}/pixel.gif" width="1">
    <iframe src="${address}/frame"></iframe><object data="${address}/o"></object><video src="${address}/v"></video>
    <script src="${address}/s.js"></script><script>fetch('${address}/f'); document.body.innerHTML = 'script';</script></body></html>`;

  it('contacts nobody, runs nothing, and gives its words', async () => {
    hits = 0;
    const { text, warnings } = await convertFile({ name: 'page.html' }, bytesOf(page()));
    expect(text).toBe('The words of the page, and nothing but its words, are what is read from it.');
    expect(warnings).toContain('1 image left out.');
    expect(hits).toBe(0);
  });

  it('the canary would have sung', async () => {
    hits = 0;
    await fetch(`${address}/control`);
    expect(hits).toBe(1);
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
    process: () => `const c = await import('node:child_process'); c.spawnSync('true')`,
  };
  const guard = path.resolve('scripts/convert/guard.mjs');
  it.each(Object.entries(attempts))('%s is closed to the process, and open without its guard', async (_, attempt) => {
    const code = `try { ${attempt(address)}; console.log('open') } catch (error) { console.log(error.message) } process.exit()`;
    // The canary answers from this process: a child that is waited for synchronously would wait for ever.
    const run = (...before: string[]) =>
      spawnSync('node', [...before, '--input-type=module', '-e', code], {
        encoding: 'utf8',
        timeout: 20_000,
      }).stdout.trim();
    expect(run('--import', guard)).toBe('A conversion contacts nothing and starts nothing.');
    if (attempt === attempts.dns || attempt === attempts.process) expect(run()).toBe('open');
  });
});

describe('what is not what it says (B22)', () => {
  it.each([
    [
      'drawing.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      /named \.svg is not read/,
    ],
    ['drawing.html', '<?xml version="1.0"?><!-- a --><svg><foreignObject><p>x</p></foreignObject></svg>', /SVG image/],
    ['page.png', '<!doctype html><p>words', /named \.png is not read/],
    ['a.html.jpg', '<!doctype html><p>words', /named \.jpg is not read/],
    ['poly.html', 'GIF89a/*<script>alert(1)</script>*/=1;', /GIF image/],
    ['paper.pdf', '<!doctype html><p>words', /says a PDF, but this is none/],
    ['paper.txt', pdfOf([['words']]), /is a PDF, but its name ends in \.txt/],
    ['letter.docx', strToU8('just words'), /says a DOCX, but this is none/],
    ['letter.docx', zipSync({ 'a.txt': strToU8('a') }), /no document in it/],
    ['letter.zip', docxOf(['words']), /is a DOCX, but its name ends in \.zip/],
    ['sheet.zip', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), /spreadsheet/],
    ['program.txt', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1]), /a program/],
    ['binary.txt', new Uint8Array([1, 2, 0, 3, 0xff, 0]), /NUL|encoding/],
    ['old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /old Office document/],
  ])('%s', async (name, content, reason) => expect(await reasonFor(name, content)).toMatch(reason));

  it('a PDF with a script in it gives its words, and the script to nobody', async () => {
    const pdf = pdfOf([['Only words.']]).toString('latin1');
    const armed = pdf.replace(
      '/Type /Catalog',
      '/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>',
    );
    expect(await textOf('armed.pdf', Buffer.from(armed, 'latin1'))).toBe('Only words.');
  });
});

/** Bytes of a zip with a number of two or four bytes changed in its list of contents (`PK\1\2`) and beside the data. */
function patched(
  zip: Uint8Array,
  field: { central: number; local?: number },
  value: number,
  size: 2 | 4 = 4,
): Uint8Array {
  const copy = Buffer.from(zip);
  const at = copy.indexOf('PK\x01\x02', 0, 'latin1');
  copy.writeUIntLE(value, at + field.central, size);
  if (field.local !== undefined) copy.writeUIntLE(value, field.local, size);
  return copy;
}

describe('archives made to fill the disk (B23)', () => {
  const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
  const bomb = () => zipSync({ 'zeros.txt': zeros(24) }, { level: 9 });

  it.each([
    ['one that unpacks a thousand times', bomb, /made to fill the disk/],
    ['one that says it is small', () => patched(bomb(), { central: 24, local: 22 }, 1000), /made to fill the disk/],
    [
      'one that says it is huge',
      () => patched(zipSync({ 'a.txt': strToU8('abc') }), { central: 24 }, 0xfffffff0),
      /unpacks to more than/,
    ],
    [
      'many large ones',
      () => zipSync(Object.fromEntries([1, 2, 3, 4].map((n) => [`${n}.txt`, noise(20)])), { level: 0 }),
      /unpacks to more than/,
    ],
    ['100,000 entries', manyEntries, /holds more than 2,000 files/],
    ['entries that overlap', overlapping, /overlap/],
    [
      'a list of contents that is cut off',
      () => zipSync({ 'a.txt': strToU8('abc') }).subarray(0, 60),
      /damaged or cut off/,
    ],
  ])('%s', async (_, made, reason) => {
    const zip = made();
    const before = process.memoryUsage().rss;
    expect(await unpacked(zip)).toMatch(reason);
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(150);
  });

  /** Letters that hardly pack. */
  const noise = (megabytes: number) => Buffer.from(randomBytes(megabytes * 768 * 1024).toString('base64'));
  function manyEntries() {
    const one = zipSync({ 'a.txt': strToU8('abc') });
    const copy = Buffer.from(one);
    const end = copy.indexOf('PK\x05\x06', 0, 'latin1');
    copy.writeUInt16LE(0xffff, end + 8);
    copy.writeUInt16LE(0xffff, end + 10);
    return copy;
  }
  function overlapping() {
    const two = Buffer.from(zipSync({ 'a.txt': strToU8('abc'), 'b.txt': strToU8('abc') }));
    const first = two.indexOf('PK\x01\x02', 0, 'latin1');
    const second = two.indexOf('PK\x01\x02', first + 4, 'latin1');
    two.writeUInt32LE(two.readUInt32LE(first + 42), second + 42);
    return two;
  }

  it('an archive in an archive is a file that is not opened', async () => {
    const zip = zipSync({ 'inner.zip': bomb(), 'words.txt': strToU8('words') });
    expect(await unpacked(zip)).toEqual(['inner.zip', 'words.txt']);
    expect(await reasonFor('inner.zip', zipSync({ 'x.txt': strToU8('x') }))).toMatch(
      /A ZIP file in a ZIP file is not opened/,
    );
  });

  it('a document whose part is a bomb', async () => {
    const document = docxOf(['x'], { 'word/styles.xml': zeros(24) });
    expect(await reasonFor('bomb.docx', document)).toMatch(/made to fill the disk/);
    // What no words are in is not even unpacked.
    expect(await textOf('picture.docx', docxOf(['Words.'], { 'word/media/image1.png': zeros(24) }))).toBe('Words.');
  });

  it('the same archive without the bomb is opened', async () => {
    expect(await unpacked(zipSync({ 'noise.txt': noise(2), 'a.txt': strToU8('a') }))).toEqual(['noise.txt', 'a.txt']);
  });
});

describe('names that lead out (B24)', () => {
  it('stay outside, each with its reason, and the others come in', async () => {
    const evil = ['../../x.txt', '/etc/x.txt', 'C:/x.txt', 'a\\..\\x.txt', 'nul\0.txt', `${'n'.repeat(300)}.txt`];
    const zip = zipSync(
      Object.fromEntries([...evil, '🔦 torch.txt', 'plain.txt'].map((name) => [name, strToU8(name)])),
    );
    const found = (await unpacked(zip)) as string[];
    expect(found.filter((one) => !one.includes(': Not taken'))).toEqual(['🔦 torch.txt', 'plain.txt']);
    expect(found.filter((one) => /leads out|holds a NUL|more than 255/.test(one))).toHaveLength(evil.length);
  });

  it('links and second files of one name too', async () => {
    const link = zipSync({
      'link.txt': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }],
      'a.txt': strToU8('a'),
    });
    expect(await unpacked(link)).toEqual([expect.stringContaining('a link to another file'), 'a.txt']);
    const two = Buffer.from(zipSync({ 'a.txt': strToU8('one'), 'b.txt': strToU8('two') }));
    two.write('a.txt', two.indexOf('b.txt', two.indexOf('PK\x01\x02', 0, 'latin1'), 'latin1'), 'latin1');
    expect(await unpacked(two)).toEqual(['a.txt', expect.stringContaining('same name')]);
  });

  it('an entry that is not what the list says is damaged, and locked ones are said to be', async () => {
    const zip = zipSync({ 'a.txt': strToU8('the words'), 'b.txt': strToU8('b') }, { level: 0 });
    const changed = Buffer.from(zip);
    changed[changed.indexOf('the words')] = 84;
    expect(await unpacked(changed)).toEqual([expect.stringContaining('damaged'), 'b.txt']);
    expect(await unpacked(patched(zip, { central: 8 }, 1, 2))).toEqual([expect.stringContaining('locked'), 'b.txt']);
  });
});

describe('XML that reaches for more (B25)', () => {
  const document = (doctype: string, body: string, encoding = 'UTF-8') =>
    `<?xml version="1.0" encoding="${encoding}"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${body}</w:t></w:r></w:p></w:body></w:document>`;
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');

  it.each([
    ['a file of the server', () => document('<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;')],
    ['another host', () => document(`<!DOCTYPE w [<!ENTITY % p SYSTEM "${address}/p"> %p;]>`, 'x')],
    ['a billion laughs', () => document(`<!DOCTYPE w [<!ENTITY l0 "ha">${laughs}]>`, '&l9;')],
    ['a quadratic one', () => document(`<!DOCTYPE w [<!ENTITY a "${'a'.repeat(50_000)}">]>`, '&a;'.repeat(1000))],
  ])('%s', async (_, xml) => {
    hits = 0;
    expect(await reasonFor('x.docx', docxOf([], { 'word/document.xml': xml() }))).toMatch(/document type \(DOCTYPE\)/);
    expect(hits).toBe(0);
  });

  it('in an encoding in which the words would hide', async () => {
    const wide = Buffer.from(`\ufeff${document('<!DOCTYPE w>', 'x', 'UTF-16')}`, 'utf16le');
    expect(await reasonFor('x.docx', docxOf([], { 'word/document.xml': wide }))).toMatch(
      /encoding that Office does not use/,
    );
    expect(await reasonFor('x.docx', docxOf([], { 'word/document.xml': document('', 'x', 'UTF-7') }))).toMatch(/UTF-7/);
  });

  it('in a part beside the text; and the same document without it is read', async () => {
    const rels =
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
    expect(await reasonFor('x.docx', docxOf(['x'], { 'word/_rels/document.xml.rels': rels }))).toMatch(/DOCTYPE/);
    expect(await textOf('x.docx', docxOf([], { 'word/document.xml': document('', 'fine') }))).toBe('fine');
  });

  it('a flood of references in a page is letters, and a page’s own entities are not looked up', async () => {
    const page = `<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>a &x; ${'&#65;'.repeat(100_000)}</p></body></html>`;
    const text = await textOf('flood.html', page);
    expect(text).toContain('A'.repeat(1000));
    expect(text).not.toContain('root:');
  });
});

describe('a document with pictures elsewhere (B26)', () => {
  const NS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const withPicture = (target: string) =>
    docxOf([], {
      'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${NS}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body><w:p><w:r><w:t>Before the picture.</w:t></w:r></w:p><w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="p1" r:embed="p1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body></w:document>`,
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p1" Type="${NS}/image" Target="${target}" TargetMode="External"/></Relationships>`,
    });

  it.each(['file:///etc/passwd', '/dev/zero', 'file:///dev/zero', 'canary'])('%s', async (target) => {
    hits = 0;
    const { text, warnings } = await convertFile(
      { name: 'x.docx' },
      withPicture(target === 'canary' ? `${address}/x.png` : target),
    );
    expect(text).toBe('Before the picture.');
    expect(warnings).toEqual(['1 image left out.']);
    expect(hits).toBe(0);
    await stillWell();
  });

  it('a second document is read as if there had been no first', async () => {
    await textOf('one.docx', withPicture('file:///etc/passwd'));
    expect(await textOf('two.docx', docxOf(['Two', 'paragraphs']))).toBe('Two\n\nparagraphs');
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
