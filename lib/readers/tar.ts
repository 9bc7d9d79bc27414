import { Gunzip } from 'fflate';

// Reads .tar and .tar.gz files that nobody vouches for: unpacking stops at the limit and not after it, and nothing is ever written.

/** A file in such an archive, or what else stands there: a link, a device. */
export interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isFile: boolean;
}

/** Why an archive cannot be read, in words that follow its name. */
export class BadTar extends Error {}

const BLOCK = 512;
const PIECE = 16 * 1024; // of the packed file: what it can grow to at most (a thousandfold) still fits in memory
const cut = () => new BadTar('ends too early: it was cut short on its way');
const damaged = () => new BadTar('is damaged');

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The bytes of a gzip file. Throws `BadTar`, and for more than `most` bytes as soon as they come. */
function gunzipped(bytes: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Gunzip((part) => {
    length += part.length;
    if (length > most) throw new BadTar('is too large');
    parts.push(part.slice());
  });
  try {
    for (let at = 0; at < bytes.length; at += PIECE)
      stream.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  } catch (error) {
    if (error instanceof BadTar) throw error;
    throw /EOF/.test((error as Error).message) ? cut() : damaged();
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const utf8 = new TextDecoder();
/** A text in a header, up to its first NUL. */
function textAt(block: Uint8Array, start: number, length: number): string {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return utf8.decode(end < 0 ? field : field.subarray(0, end));
}
/** An octal number in a header. Sizes that need more than that are over any limit here. */
function numberAt(block: Uint8Array, start: number, length: number): number {
  const digits = textAt(block, start, length).trim();
  if (!/^[0-7]{1,11}$/.test(digits)) throw damaged();
  return parseInt(digits, 8);
}

/** The sum of a header's bytes, its own field counted as blanks. */
function requireSum(block: Uint8Array): void {
  const sum = block.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0);
  if (sum !== numberAt(block, 148, 8)) throw damaged();
}

/** The fields of a pax header: "<length> <key>=<value>\n", one after another. */
function paxFields(bytes: Uint8Array): Map<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const length = parseInt(utf8.decode(bytes.subarray(at, at + 12)), 10);
    if (!(length > 3) || at + length > bytes.length) throw damaged();
    const [, key, value] = /^\d+ ([^=]+)=([^]*)\n$/.exec(utf8.decode(bytes.subarray(at, at + length))) ?? [];
    if (key === undefined) throw damaged();
    fields.set(key, value!);
    at += length;
  }
  return fields;
}

function nameIn(block: Uint8Array): string {
  const isUstar = textAt(block, 257, 5) === 'ustar';
  const prefix = isUstar && block[263] === 48 ? textAt(block, 345, 155) : '';
  return prefix ? `${prefix}/${textAt(block, 0, 100)}` : textAt(block, 0, 100);
}

/** What a header that stands before another says of it: a longer name, another size. */
interface Ahead {
  name?: string | undefined;
  size?: number;
}

function aheadOf(type: string, content: Uint8Array): Ahead {
  if (type === 'L') return { name: textAt(content, 0, content.length) };
  if (type !== 'x') return {};
  const fields = paxFields(content);
  const size = fields.get('size');
  if (size !== undefined && !/^\d{1,15}$/.test(size)) throw damaged();
  return { name: fields.get('path'), ...(size === undefined ? {} : { size: Number(size) }) };
}

/** Goes through a tar file, header by header. Throws `BadTar`. */
function* entriesOf(tar: Uint8Array): Generator<Entry> {
  let ahead: Ahead = {};
  for (let at = 0; ;) {
    if (at + BLOCK > tar.length) throw cut(); // a whole one ends in blocks of zeros
    const block = tar.subarray(at, at + BLOCK);
    if (block.every((byte) => byte === 0)) return;
    requireSum(block);
    const type = String.fromCharCode(block[156] || 48);
    const size = ahead.size ?? numberAt(block, 124, 12);
    const start = at + BLOCK;
    if (start + size > tar.length) throw cut();
    const content = tar.subarray(start, start + size);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
    if ('xgLK'.includes(type)) {
      ahead = { ...ahead, ...aheadOf(type, content) };
      continue;
    }
    const name = ahead.name ?? nameIn(block);
    ahead = {};
    if (name.startsWith('/') || name.split(/[/\\]/).includes('..')) throw new BadTar('names a file outside of itself');
    if (type !== '5')
      yield { name: name.replace(/^(\.\/)+/, ''), bytes: content, isFile: type === '0' || type === '7' };
  }
}

/** Whether a file is called like a tar file. */
export const isTar = (name: string): boolean => /\.(tar|tgz|tar\.gz)$/i.test(name);

/**
 * What is in a .tar or .tar.gz file, the later of two with the same name. Throws `BadTar` for one that is damaged, cut short, points out
 * of itself, or holds more than `most` bytes.
 */
export function untar(bytes: Uint8Array, most: number): Entry[] {
  const tar = isGzip(bytes) ? gunzipped(bytes, most) : bytes;
  if (tar.length > most) throw new BadTar('is too large');
  const found = new Map<string, Entry>();
  for (const entry of entriesOf(tar)) found.set(entry.name, entry);
  return [...found.values()];
}
