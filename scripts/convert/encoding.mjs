import chardet from 'chardet';
import { Unreadable } from './unreadable.mjs';

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

/** UTF-16 without a mark: every second byte of a mostly Latin text is NUL. */
function utf16Of(bytes) {
  const head = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  const half = head.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.4 && odd < half * 0.05 ? 'utf-16be' : null;
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
  const wide = utf16Of(bytes);
  if (wide) return { encoding: wide, sure: false };
  if (isUtf8(bytes)) return { encoding: 'utf-8', sure: true };
  const guessed = chardet
    .analyse(bytes.subarray(0, 200_000))
    .map(({ name }) => known(name))
    .find((name) => name && !/^utf-/.test(name));
  return { encoding: guessed ?? 'windows-1252', sure: false };
}

const isPlain = (bytes) => bytes.every((byte) => byte < 0x80);

/**
 * Decodes to the letter; what does not fit the encoding is refused, never replaced. In UTF-8 a byte order mark is a letter of the text and
 * stays; in UTF-16 it only marks the encoding.
 */
function decode(bytes, encoding) {
  let text;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' }).decode(bytes);
  } catch {
    throw new Unreadable(`This file is not ${encoding} throughout: choose another encoding.`);
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
