import { gzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { BadTar, isTar, untar } from './tar';

const MOST = 1_000_000;
const utf8 = (text: string) => new TextEncoder().encode(text);

type Made = { name: string; type?: string; text?: string; size?: number; prefix?: string; spoilt?: boolean };

/** One header with its content, as the standard has it. */
function block({
  name,
  type = '0',
  text = '',
  size = utf8(text).length,
  prefix = '',
  spoilt = false,
}: Made): Uint8Array {
  const content = utf8(text);
  const bytes = new Uint8Array(512 + Math.ceil(content.length / 512) * 512);
  const put = (value: string, at: number) => bytes.set(utf8(value), at);
  put(name, 0);
  put('0000644\0', 100);
  put(`${size.toString(8).padStart(11, '0')}\0`, 124);
  put(type, 156);
  put('ustar\u000000', 257);
  put(prefix, 345);
  put('        ', 148);
  const sum = bytes.subarray(0, 512).reduce((all, byte) => all + byte, 0);
  put(`${(spoilt ? sum + 1 : sum).toString(8).padStart(6, '0')}\0 `, 148);
  bytes.set(content, 512);
  return bytes;
}
function join(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
const tar = (...made: Made[]) => join(...made.map(block), new Uint8Array(1024));
const pax = (key: string, value: string) => {
  const rest = ` ${key}=${value}\n`;
  const length = utf8(rest).length;
  return `${length + String(length + 2).length}${rest}`;
};
const read = (bytes: Uint8Array) =>
  untar(bytes, MOST).map(({ name, bytes: content, isFile }) => [name, isFile && new TextDecoder().decode(content)]);

it('reads what tools write: plain and packed, folders, long names, and which of two stands', () => {
  const long = `${'ferry/'.repeat(30)}a.ann`;
  const whole = tar(
    { name: 'ferries/', type: '5' },
    { name: './ferries/a.txt', text: 'Ögir rowed.\r\n' },
    { name: 'a.ann', prefix: 'ferries', text: 'T1\tPER 0 4\tÖgir\n' },
    { name: 'x', type: 'x', text: pax('path', long) },
    { name: 'cut', text: 'pax' },
    { name: '././@LongLink', type: 'L', text: `${long}2\0` },
    { name: 'cut', text: 'gnu' },
    { name: 'ferries/link', type: '2' },
    { name: 'ferries/a.txt', text: 'Ögir rowed home.' },
  );
  const files = [
    ['ferries/a.txt', 'Ögir rowed home.'],
    ['ferries/a.ann', 'T1\tPER 0 4\tÖgir\n'],
    [long, 'pax'],
    [`${long}2`, 'gnu'],
    ['ferries/link', false],
  ];
  expect(read(whole)).toEqual(files);
  expect(read(gzipSync(whole))).toEqual(files);
  expect(['a.tar', 'a.TGZ', 'a.tar.gz', 'a.gz', 'a.zip'].map(isTar)).toEqual([true, true, true, false, false]);
});

const good = tar({ name: 'a.txt', text: 'a'.repeat(700) });
const words = Array.from({ length: 4000 }, (_, at) => `${at * 7919} `).join('');
const packed = gzipSync(tar({ name: 'a.txt', text: words }));
const cases: [string, Uint8Array, string][] = [
  ['a name that climbs', tar({ name: '../../etc/passwd', text: 'x' }), 'outside'],
  ['a name that climbs in the middle', tar({ name: 'a/..\\..\\b', text: 'x' }), 'outside'],
  ['a name from the root', tar({ name: '/etc/passwd', text: 'x' }), 'outside'],
  ['a long name that climbs', tar({ name: 'x', type: 'x', text: pax('path', '../b') }, { name: 'b' }), 'outside'],
  ['a bomb that says less', gzipSync(new Uint8Array(60_000_000)), 'too large'],
  [
    'a size beyond the file',
    join(block({ name: 'a.txt', text: 'a', size: 8_000_000_000 }), new Uint8Array(1024)),
    'cut',
  ],
  ['a negative size', tar({ name: 'x', type: 'x', text: pax('size', '-512') }, { name: 'b' }), 'damaged'],
  ['a plain one cut in a file', good.subarray(0, 900), 'cut'],
  ['a plain one cut between files', good.subarray(0, 1536), 'cut'],
  ['a packed one cut', packed.subarray(0, packed.length / 2), 'cut'],
  ['a packed one without its last bytes', packed.subarray(0, packed.length - 9), 'cut'],
  ['a header with another sum', tar({ name: 'a', spoilt: true }), 'damaged'],
  ['words', utf8('Dear all, '.repeat(60)), 'damaged'],
  ['packed words', gzipSync(utf8('Dear all, '.repeat(60))), 'damaged'],
  ['noise that begins as gzip', Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 255, 255, 255, 255]), ''],
  ['a pax header without end', tar({ name: 'x', type: 'x', text: '99999 path=a\n' }, { name: 'b' }), 'damaged'],
  ['nothing', new Uint8Array(), 'cut'],
];
it.each(cases)('refuses %s', (_, bytes, why) => {
  let refused: unknown = null;
  try {
    untar(bytes, MOST);
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(BadTar);
  expect((refused as BadTar).message).toContain(why);
});
