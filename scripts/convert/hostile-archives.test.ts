import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertFile } from '@/lib/core/converter';
import { openCanary, reasonFor, textOf, unpacked } from './asking.fixtures';
import { docxOf, pdfOf } from './made-files.fixtures';

// Archives and documents that mean harm, and files that are not what they say, each made here and given to the real process.

let canary: Awaited<ReturnType<typeof openCanary>>;
beforeAll(async () => {
  canary = await openCanary();
});
afterAll(() => canary.close());

/** Afterwards the next file is read as if nothing had been. */
const stillWell = async () => expect(await textOf('well.md', '# Well\n\nStill *here*.')).toBe('Well\n\nStill here.');

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
    ['letter.docx', docxOf(['words'.repeat(200)]).subarray(0, 400), /^This DOCX is damaged or cut off/],
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
    expect(await reasonFor('bomb.docx', document)).toMatch(/^This DOCX unpacks to more.*made to fill the disk/);
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
    ['another host', () => document(`<!DOCTYPE w [<!ENTITY % p SYSTEM "${canary.address}/p"> %p;]>`, 'x')],
    ['a billion laughs', () => document(`<!DOCTYPE w [<!ENTITY l0 "ha">${laughs}]>`, '&l9;')],
    ['a quadratic one', () => document(`<!DOCTYPE w [<!ENTITY a "${'a'.repeat(50_000)}">]>`, '&a;'.repeat(1000))],
  ])('%s', async (_, xml) => {
    canary.hits = 0;
    expect(await reasonFor('x.docx', docxOf([], { 'word/document.xml': xml() }))).toMatch(/document type \(DOCTYPE\)/);
    expect(canary.hits).toBe(0);
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
    canary.hits = 0;
    const { text, warnings } = await convertFile(
      { name: 'x.docx' },
      withPicture(target === 'canary' ? `${canary.address}/x.png` : target),
    );
    expect(text).toBe('Before the picture.');
    expect(warnings).toEqual(['1 image left out.']);
    expect(canary.hits).toBe(0);
    await stillWell();
  });

  it('a second document is read as if there had been no first', async () => {
    await textOf('one.docx', withPicture('file:///etc/passwd'));
    expect(await textOf('two.docx', docxOf(['Two', 'paragraphs']))).toBe('Two\n\nparagraphs');
  });
});
