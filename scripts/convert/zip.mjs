import { crc32, inflateRawSync } from 'node:zlib';
import { Unreadable } from './unreadable.mjs';
import { westernOf } from './western.mjs';

// A reader of our own for archives that nobody vouches for: what an entry claims is checked before a byte of it is unpacked, and
// unpacking stops at the limit, not after it.

const MB = 1024 * 1024;
export const LIMITS = { entries: 2000, entry: 25 * MB, total: 64 * MB, ratio: 200 };

/** Where the list of contents ends, searched from the back: a comment of up to 64 KB may follow. */
function endOf(view) {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new Unreadable('This ZIP file is damaged or cut off: its list of contents is missing.');
}

function nameOf(bytes, utf8) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return utf8 ? new TextDecoder().decode(bytes) : westernOf(bytes);
  }
}

/** Why an entry of this name stays outside, or null. */
function wrongName(name) {
  if (name.includes('\0')) return 'its name holds a NUL';
  if (/^[/\\]|^[A-Za-z]:|\\/.test(name) || name.split('/').includes('..')) return 'its name leads out of the archive';
  return name.length > 255 ? 'its name has more than 255 characters' : null;
}

/**
 * The entries of an archive, in its order, from its list of contents. Throws `Unreadable` for what is damaged, overlaps, or holds more
 * than the limits allow; an entry's own fault stands in its `fault`.
 */
export function entriesOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = () => new Unreadable('This ZIP file is damaged.');
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || count > LIMITS.entries)
    throw new Unreadable(`This ZIP file holds more than ${LIMITS.entries.toLocaleString('en')} files.`);
  const entries = [];
  const names = new Set();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const flags = view.getUint16(at + 8, true);
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
    const mode = view.getUint32(at + 38, true) >>> 16;
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      fault: wrongName(name),
    };
    if ((flags & 1) !== 0) entry.fault ??= 'it is locked with a password';
    if ((mode & 0xf000) === 0xa000) entry.fault ??= 'it is a link to another file';
    if (names.has(name)) entry.fault ??= 'another file of the archive has the same name';
    names.add(name);
    entries.push(entry);
    at += 46 + nameLength + extra + comment;
  }
  checkSpace(entries, view, damaged);
  return entries;
}

/** Data of entries must not overlap: one block of zeros told a thousand times is how a small file becomes petabytes. */
function checkSpace(entries, view, damaged) {
  let free = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    const { offset } = entry;
    if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50) throw damaged();
    if (offset < free)
      throw new Unreadable('Files in this ZIP file overlap, as in one that was made to fill the disk.');
    entry.start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    free = entry.start + entry.packed;
    if (free > view.byteLength) throw new Unreadable('This ZIP file is cut off.');
  }
  const claimed = entries.reduce((sum, { size }) => sum + size, 0);
  if (claimed > LIMITS.total) throw tooMuch();
}

const tooMuch = () =>
  new Unreadable(
    `This ZIP file unpacks to more than ${LIMITS.total / MB} MB, or is packed so tightly that it looks made to fill the disk.`,
  );

/** A reader of entries that keeps count of all that it has unpacked. Throws `Unreadable`. */
export function opener(bytes) {
  let total = 0;
  return (entry) => {
    const packed = bytes.subarray(entry.start, entry.start + entry.packed);
    if (entry.method !== 0 && entry.method !== 8) throw new Unreadable('it is packed in a way that is not read');
    const most = Math.min(LIMITS.entry, LIMITS.total - total, Math.max(MB, entry.packed * LIMITS.ratio));
    let data = packed;
    if (entry.method === 8) {
      try {
        data = inflateRawSync(packed, { maxOutputLength: most });
      } catch (error) {
        if (error.code === 'ERR_BUFFER_TOO_LARGE') throw tooMuch();
        throw new Unreadable('it is damaged');
      }
    }
    if (data.length > most) throw tooMuch();
    if (data.length !== entry.size || crc32(data) !== entry.crc)
      throw new Unreadable('it is damaged: it is not what the list of contents says');
    total += data.length;
    return data;
  };
}

const isLitter = (name) => name.endsWith('/') || /(^|\/)(__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$)/.test(name);

/** The files of an archive, each with its bytes or with the reason why it stays outside. An archive in it is never opened. */
export function unpack(bytes) {
  const open = opener(bytes);
  const items = [];
  for (const entry of entriesOf(bytes)) {
    if (isLitter(entry.name) && !entry.fault) continue;
    const { name, fault } = entry;
    if (fault) {
      items.push({ name, problem: `Not taken out of the ZIP file: ${fault}.` });
      continue;
    }
    try {
      items.push({ name, bytes: open(entry) });
    } catch (error) {
      if (!(error instanceof Unreadable) || /^This ZIP/.test(error.message)) throw error;
      items.push({ name, problem: `Not taken out of the ZIP file: ${error.message}.` });
    }
  }
  if (items.length === 0) throw new Unreadable('This ZIP file holds no files.');
  return items;
}
