import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isExactText } from '@/lib/articles/exact-text';
import { convert, open } from './convert.mjs';

// Which letters stand for which bytes, whatever this version of Node thinks of them.

const read = (name: string, bytes: Uint8Array, asked: object = {}) => convert({ name, ...asked }, bytes);
const bytesOf = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');

/** “It’s €5” – more… in windows-1252. */
const QUOTED = bytesOf('93 49 74 92 73 20 80 35 94 20 96 20 6d 6f 72 65 85');
const WORDS = '“It’s €5” – more…';
const EIGHTY = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

describe('windows-1252', () => {
  it('has its own letters from 0x80 to 0x9F, and Latin-1 from there', async () => {
    const all = Uint8Array.from({ length: 128 }, (_, at) => 128 + at);
    const latin = Array.from({ length: 96 }, (_, at) => String.fromCharCode(0xa0 + at)).join('');
    expect((await read('a.txt', all, { encoding: 'windows-1252' })).text).toBe(EIGHTY + latin);
  });

  it('is what a text of such bytes is guessed to be', async () => {
    const found = await read('a.txt', Buffer.concat([QUOTED, Buffer.from('\nThe ferry was late, the harbour said.')]));
    expect(found).toMatchObject({ encoding: 'windows-1252', encodingSure: false });
    expect(found.text).toBe(`${WORDS}\nThe ferry was late, the harbour said.`);
  });

  it.each(['windows-1252', 'iso-8859-1', 'latin1', 'us-ascii', 'cp1252'])(
    'is what a page means by %s',
    async (label) => {
      const page = Buffer.concat([Buffer.from(`<meta charset="${label}"><p>`), QUOTED]);
      expect(await read('a.html', page)).toMatchObject({ text: WORDS, encoding: 'windows-1252', encodingSure: true });
      const plain = Buffer.concat([Buffer.from('<p>'), QUOTED]);
      expect((await read('a.html', plain, { declared: label })).text).toBe(WORDS);
    },
  );

  it.each(['quoted-printable', '8bit', 'base64'])('is read in a saved page in %s', async (how) => {
    const page = Buffer.concat([Buffer.from('<p>'), QUOTED]);
    const body = {
      'quoted-printable': `<p>=93It=92s =805=94 =\r\n=96 more=85`,
      '8bit': page.toString('latin1'),
      base64: page.toString('base64'),
    }[how]!;
    const head = `Content-Type: text/html; charset="iso-8859-1"\r\nContent-Transfer-Encoding: ${how}`;
    expect((await read('a.mhtml', Buffer.from(`${head}\r\n\r\n${body}`, 'latin1'))).text).toBe(WORDS);
  });

  it('is read in a file of a ZIP file, and in its name', async () => {
    const zip = Buffer.from(zipSync({ 'itXs.txt': QUOTED }, { level: 0 }));
    for (let at = zip.indexOf('itXs'); at >= 0; at = zip.indexOf('itXs')) zip[at + 2] = 0x92;
    const [item] = (await open({ name: 'a.zip' }, zip))!;
    expect(item).toMatchObject({ name: 'it’s.txt' });
    expect((await read('its.txt', (item as { bytes: Uint8Array }).bytes, { encoding: 'windows-1252' })).text).toBe(
      WORDS,
    );
  });
});

it.each([
  ['windows-1250', '8a8d938496', 'ŠŤ“„–'],
  ['windows-1251', '80889394b9', 'Ђ€“”№'],
  ['windows-1253', '809293e1', '€’“α'],
  ['windows-1254', '8092939ffddd', '€’“Ÿıİ'],
  ['iso-8859-9', '92f0fd', '’ğı'],
  ['windows-1255', '8092e0', '€’א'],
  ['windows-1256', '818d92c7', 'پچ’ا'],
  ['windows-1257', '8092e0', '€’ą'],
  ['windows-1258', '8092d0', '€’Đ'],
  ['windows-874', '8091a1', '€‘ก'],
  ['iso-8859-15', 'a4bd', '€œ'],
  ['macintosh', 'd2dbd3', '“€”'],
  ['koi8-r', 'f0c1d2', 'Пар'],
])('%s has its own letters as well', async (encoding, hex, words) => {
  expect((await read('a.txt', bytesOf(hex), { encoding })).text).toBe(words);
});

describe('Latin text in UTF-16 without a mark', () => {
  it.each([
    'The governor left the town by night, she said.\n',
    'No.\n',
    'Größe: fünf Meter',
    'She said “no” — twice, in Ålesund.',
  ])('%j is not taken for exact text, but read as a guess', async (words) => {
    for (const encoding of ['utf-16le', 'utf-16be']) {
      const bytes = Buffer.from(words, 'utf16le');
      if (encoding === 'utf-16be') bytes.swap16();
      expect(isExactText('a.txt', bytes)).toBe(false);
      expect(await read('a.txt', bytes)).toMatchObject({ encoding, encodingSure: false, text: words });
      // And a person may choose another encoding that fits.
      await expect(read('a.txt', bytes, { encoding: 'windows-1252' })).rejects.toThrow(/NUL bytes/);
    }
  });

  it('a text with a NUL here or there is still none', async () => {
    await expect(read('a.txt', Buffer.from('One\0two and more.'))).rejects.toThrow(/NUL bytes/);
    // Numbers of two bytes: controls, if they were letters.
    await expect(read('a.txt', bytesOf('01 00 02 00 41 00 07 00'))).rejects.toThrow(/NUL bytes/);
  });
});
