import chardet from 'chardet';
import { Unreadable } from './unreadable.mjs';
import { westernOf } from './western.mjs';

const MARKS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const isUtf8 = (bytes) => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** The name by which TextDecoder knows an encoding, or null. */
function known(label) {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/** What nobody types: controls, halves of characters, places that Unicode has not given away. */
const STRANGE = /[^\P{C}\t\n\f\r\p{Cf}]/u;
/** What separates words or sentences, in whichever script: some of it stands in every text. */
const SEPARATES = /[\t\n\r ,.\u3000-\u3002\uff0c\uff0e\u060c\u061f]/;

/** What a letter is written among: a block of 256, all that stands in Chinese and Japanese, or Hangul. */
const blockOf = (code) => (code >= 0x3000 && code < 0xa000 ? 0x30 : code >= 0xac00 && code < 0xd7b0 ? 0xac : code >> 8);

/** How many blocks the letters of a text come from, if it can be a text; Infinity else. */
function blocksOf(bytes, encoding) {
  // Half of a character at the end of what is looked at waits for its other half.
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  if (STRANGE.test(text) || text.includes('\ufffd') || !SEPARATES.test(text)) return Infinity;
  return new Set(Array.from(text, (letter) => blockOf(letter.codePointAt(0)))).size;
}

/**
 * UTF-16 without a mark: read the right way round it holds nothing but letters, and of fewer blocks than the other way. An ideograph read
 * the wrong way round is another one, but its text would lie all over Unicode.
 */
function utf16Of(bytes) {
  if (bytes.length % 2 === 1) return null;
  const zeros = [0, 1].map((side) => bytes.every((byte, at) => at % 2 !== side || byte === 0));
  // Latin letters alone: every other byte is zero, and never two in a row.
  if (zeros[0] !== zeros[1]) {
    const latin = zeros[0] ? 'utf-16be' : 'utf-16le';
    return STRANGE.test(new TextDecoder(latin).decode(bytes)) ? null : latin;
  }
  if (bytes.length < 16) return null;
  const head = bytes.subarray(0, 4000);
  const [little, big] = [blocksOf(head, 'utf-16le'), blocksOf(head, 'utf-16be')];
  const fewest = Math.min(little, big);
  if (fewest > head.length / 6 || little === big) return null;
  return little < big ? 'utf-16le' : 'utf-16be';
}

/** What a page says of itself in its first kilobyte: `<meta charset>`, its older form, or an XML declaration. */
const declaredIn = (bytes) => {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]
  );
};

/**
 * The encoding of a text and whether it is sure: chosen by a person, marked, declared by the sender or by the page, valid UTF-8, else the
 * likeliest by its letters, which is a guess. `declared` is what came with the file (an HTTP or MIME header).
 */
function encodingOf(bytes, { chosen, declared, page = false } = {}) {
  if (chosen) return { encoding: known(chosen) ?? 'utf-8', sure: true };
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return { encoding: marked[0], sure: true };
  for (const label of [declared, page && declaredIn(bytes)]) {
    const named = label && known(label);
    // A page of another encoding than it says is common: UTF-8 that is valid wins, since chance does not make it.
    if (named && named !== 'utf-8' && !named.startsWith('utf-16') && !(isUtf8(bytes) && !isPlain(bytes)))
      return { encoding: named, sure: true };
  }
  // No text of single bytes holds a NUL, and hardly one of two bytes is valid UTF-8 without.
  const plain = isUtf8(bytes) && !bytes.includes(0);
  const wide = plain ? null : utf16Of(bytes);
  if (wide) return { encoding: wide, sure: false };
  if (isUtf8(bytes)) return { encoding: 'utf-8', sure: true };
  const guessed = chardet
    .analyse(bytes.subarray(0, 200_000))
    .map(({ name }) => known(name))
    .find((name) => name && !/^utf-/.test(name));
  return { encoding: guessed ?? 'windows-1252', sure: false };
}

const isPlain = (bytes) => bytes.every((byte) => byte < 0x80);

/** The name of an encoding as people write it. */
const spelt = (encoding) => (/^(windows-|macintosh)/.test(encoding) ? encoding : encoding.toUpperCase());

/**
 * Decodes to the letter; what does not fit the encoding is refused, never replaced. In UTF-8 a byte order mark is a letter of the text and
 * stays; in UTF-16 it only marks the encoding.
 */
function decode(bytes, encoding) {
  let text;
  try {
    text =
      encoding === 'windows-1252'
        ? westernOf(bytes)
        : new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' }).decode(bytes);
  } catch {
    throw new Unreadable(`This file is not ${spelt(encoding)} throughout: choose another encoding.`);
  }
  // Neither the database nor the browser keeps a NUL.
  if (text.includes('\0'))
    throw new Unreadable('This file holds NUL bytes: it is no text, or its encoding is another one.');
  return text;
}

/** The text, in the encoding that was chosen or found. Where a guess does not fit all of it, one that fits any bytes is taken. */
export function read(bytes, asked) {
  const { encoding, sure } = encodingOf(bytes, asked);
  try {
    return { text: decode(bytes, encoding), encoding, encodingSure: sure };
  } catch (error) {
    if (asked.chosen || encoding === 'windows-1252') throw error;
    return { text: decode(bytes, 'windows-1252'), encoding: 'windows-1252', encodingSure: false };
  }
}
