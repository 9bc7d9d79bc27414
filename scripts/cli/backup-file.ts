import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { refused } from './speech';

// A backup is gzip around frames: a kind (one byte), a length (four), and so many bytes. First the header, then for each table its
// name and its rows as PostgreSQL's COPY writes them, last the seal: what each table must hold, and the hash of all before it.

export type Migration = { name: string; checksum: string };
export type Header = { claimbench: 'backup'; layout: 1; takenAt: string; migrations: Migration[] };
export type Table = { table: string; columns: string[] };
export type Tally = { table: string; rows: number; sha256: string };
export type Seal = { tables: Tally[]; sequences: { name: string; value: string }[]; sha256: string };

/** What stands in a backup, in the order of the file. */
export type Part = { header: Header } | { table: Table } | { rows: Buffer } | { seal: Seal };

const KINDS = { header: 72, table: 84, rows: 82, seal: 83 } as const;
const LARGEST = 1 << 28; // bytes: longer than any row may be
const NEWLINE = 10;
const DAMAGED = 'This backup is damaged or cut short';
const foreign = (file: string) =>
  refused(`${file} is no backup of Claimbench. Nothing was written. \`claimbench backup\` makes one.`);
const damaged = (why: string) =>
  refused(`${DAMAGED}: ${why}. Nothing was written. Copy the file again, or use another backup.`);

/** The bytes of one frame. */
export function frameOf(kind: keyof typeof KINDS, content: Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const head = Buffer.alloc(5);
  head.writeUInt8(KINDS[kind], 0);
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** Counts and hashes the rows of one table as they pass. */
export function tallyOf(table: string) {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add(bytes: Buffer) {
      hash.update(bytes);
      for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) rows++;
    },
    end: (): Tally => ({ table, rows, sha256: hash.digest('hex') }),
  };
}

async function* frames(file: string): AsyncGenerator<{ kind: number; frame: Buffer }> {
  let waiting: Buffer[] = [];
  let length = 0;
  const source = createReadStream(file);
  const unpacked = createGunzip();
  source.on('error', (error) => unpacked.destroy(error));
  let begun = false;
  for await (const chunk of source.pipe(unpacked)) {
    if (!begun && (chunk as Buffer)[0] !== KINDS.header) throw foreign(file);
    begun = true;
    waiting.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length < wanted(waiting)) continue;
    let all = Buffer.concat(waiting);
    while (all.length >= 5 && all.length >= wanted([all])) {
      const end = wanted([all]);
      yield { kind: all[0]!, frame: all.subarray(0, end) };
      all = all.subarray(end);
    }
    waiting = [all];
    length = all.length;
  }
  if (length > 0) throw damaged('it ends in the middle');
}

/** How many bytes the frame has that begins here. */
function wanted(chunks: Buffer[]): number {
  const head = chunks[0]!.length >= 5 ? chunks[0]! : Buffer.concat(chunks);
  if (head.length < 5) return 5;
  const size = head.readUInt32BE(1);
  if (size > LARGEST) throw damaged('a length in it is impossible');
  return size + 5;
}

async function* checkedParts(file: string): AsyncGenerator<Part> {
  const whole = createHash('sha256');
  const tallies: Tally[] = [];
  let open: ReturnType<typeof tallyOf> | null = null;
  let seal: Seal | null = null;
  let begun = false;
  for await (const { kind, frame } of frames(file)) {
    const bytes = frame.subarray(5);
    if (seal) throw damaged('something follows its end');
    if (begun !== (kind !== KINDS.header)) throw damaged('its beginning is not that of a backup');
    begun = true;
    if ((kind === KINDS.table || kind === KINDS.seal) && open) tallies.push(open.end());
    if (kind === KINDS.seal) {
      seal = JSON.parse(bytes.toString()) as Seal;
      if (seal.sha256 !== whole.digest('hex')) throw damaged('its hash is another');
      if (JSON.stringify(seal.tables) !== JSON.stringify(tallies)) throw damaged('its tables hold other rows');
      yield { seal };
      continue;
    }
    whole.update(frame);
    if (kind === KINDS.rows) {
      if (!open) throw damaged('it has rows of no table');
      open.add(bytes);
      yield { rows: bytes };
    } else {
      const told = JSON.parse(bytes.toString()) as Header & Table;
      if (kind === KINDS.table) open = tallyOf(told.table);
      yield kind === KINDS.table ? { table: told } : { header: told };
    }
  }
  if (!seal) throw damaged('its end is missing');
}

/** Reads a backup part by part in constant memory, and refuses at the first thing that is not as it was written. */
export async function* partsOf(file: string): AsyncGenerator<Part> {
  try {
    yield* checkedParts(file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (message === 'incorrect header check') throw foreign(file); // zlib's word for what was never packed
    if (code === 'ENOENT') throw refused(`There is no file ${file}.`);
    if (code === 'EACCES') throw refused(`${file} may not be read by this user. Nothing was written.`);
    if (code === 'EISDIR') throw refused(`${file} is a folder, not a file. Nothing was written.`);
    if (/^Z_/.test(code) || error instanceof SyntaxError) throw damaged('it cannot be unpacked');
    throw error;
  }
}
