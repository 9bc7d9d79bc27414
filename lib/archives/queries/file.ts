import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Refusal } from '@/lib/core/errors';
import type { Source } from '@/lib/core/kept-file';
import { header, LONGEST, OF_ARCHIVES, seal, tableLine, TABLES, type Header, type Seal } from '../archive';
import { fromArchive, partsOf, Unfit, type Column, type IdOf } from '../naming';

export type Columns = ReadonlyMap<string, readonly Column[]>;
export type Row = Record<string, unknown>;

/** What stands in an archive, in the order of the file. */
export type Part =
  { header: Header } | { table: string; columns: Column[]; line: number } | { row: Row; line: number } | { seal: Seal };

/** A line that is not as it has to be; `Unfit` says why. */
export const unfitAt = (line: number, why: string): Refusal =>
  new Refusal(
    'invalid',
    `Line ${line} of this archive cannot be read: ${why}. Nothing was brought in. Fetch the archive again from where it was written.`,
    { line },
  );

const NEWLINE = 10;

async function* linesIn(source: Source): AsyncGenerator<{ bytes: Buffer; line: number }> {
  let rest: Buffer[] = [];
  let waiting = 0;
  let line = 0;
  for await (const chunk of source()) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      yield { bytes: Buffer.concat([...rest, bytes.subarray(from, at + 1)]), line: ++line };
      rest = [];
      waiting = 0;
      from = at + 1;
    }
    if (from < bytes.length) rest.push(bytes.subarray(from));
    waiting += bytes.length - from;
    if (waiting > LONGEST) throw unfitAt(line + 1, 'it is longer than any line may be');
  }
  if (waiting > 0) throw unfitAt(line + 1, 'the file ends in the middle of it');
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function parsed<T extends z.ZodType>(bytes: Buffer, schema: T, otherwise: string): z.output<T> {
  const found = schema.safeParse(jsonIn(bytes));
  if (!found.success) throw new Unfit(otherwise);
  return found.data;
}
function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    throw new Unfit('it is not JSON in UTF-8');
  }
}

const NEWER = 'it may have been written by a newer Claimbench: update this one first';

function readHeader(bytes: Buffer): Header {
  const found = parsed(bytes, header, `it does not begin as an archive of a Claimbench project does, or ${NEWER}`);
  for (const table of Object.keys(found.counts))
    if (!TABLES.some(({ name }) => name === table))
      throw new Unfit(`“${table.slice(0, 60)}” is not known here; ${NEWER}`);
  return found;
}

function readTable(bytes: Buffer, expected: string, known: Columns): Column[] {
  const { table, columns } = parsed(bytes, tableLine, `the table “${expected}” should begin here`);
  if (table !== expected) throw new Unfit(`the table “${expected}” should begin here`);
  if (new Set(columns).size < columns.length) throw new Unfit(`“${table}” names a column twice`);
  const own = known.get(table)!;
  return columns.map((name) => {
    const column = own.find((one) => one.name === name);
    if (!column) throw new Unfit(`“${table}” has no “${name.slice(0, 60)}” here; ${NEWER}`);
    return column;
  });
}

/** What no row may say, whatever its columns allow. */
function requireTame(table: string, row: Row): void {
  if (table === 'round' && row.blind === true && !row.revealed_at) throw new Unfit('a blind round is open in it');
  if (table === 'event' && OF_ARCHIVES.includes(String(row.type))) throw new Unfit('this event belongs in no archive');
  const address = table === 'article' || table === 'upload' ? row.url : null;
  if (address && !/^https?:\/\//i.test(String(address))) throw new Unfit('“url” is no address of the web');
}

/** A row as the database takes it. Throws `Unfit`. */
export function rowFrom(found: unknown, table: string, columns: readonly Column[], idOf: IdOf): Row {
  if (found === null || typeof found !== 'object' || Array.isArray(found)) throw new Unfit('a row is an object');
  const row: Row = {};
  for (const [name, value] of Object.entries(found)) {
    const column = columns.find((one) => one.name === name);
    if (!column) throw new Unfit(`“${name.slice(0, 60)}” is no column of “${table}”`);
    row[name] = fromArchive(value, column, idOf);
  }
  requireTame(table, row);
  return row;
}

/** Holds names to what the header counts: whoever is named is there. */
export function within({ counts, people }: Header): (name: string) => ReturnType<typeof partsOf> {
  const most = new Map([...Object.entries(counts), ['project', 1], ['gone', 2 ** 31]] as [string, number][]);
  for (const kind of ['person', 'member']) most.set(kind, people.length);
  return (name) => {
    const parts = partsOf(name);
    if (parts.number > (most.get(parts.table) ?? 0))
      throw new Unfit(`it names “${name.slice(0, 60)}”, which is not in it`);
    return parts;
  };
}

/** Where in an archive a reader is, and what has to come next. */
class Reading {
  private header: Header | null = null;
  private idOf: IdOf = (name) => name;
  private at = 0;
  private columns: Column[] | null = null;
  private left = 0;
  private ended = false;
  readonly whole = createHash('sha256');

  constructor(
    private readonly known: Columns,
    private readonly ids: (header: Header) => IdOf,
  ) {}

  private get table(): string | undefined {
    return TABLES[this.at]?.name;
  }
  private toNextTable(): void {
    while (this.table && !this.header!.counts[this.table]) this.at += 1;
    this.columns = null;
    this.left = this.table ? this.header!.counts[this.table]! : 0;
  }
  get isWhole(): boolean {
    return this.ended;
  }

  take(bytes: Buffer, line: number): Part {
    if (this.ended) throw new Unfit('something follows the end');
    if (this.header && !this.table) return this.takeSeal(bytes, line);
    this.whole.update(bytes);
    if (!this.header) {
      this.header = readHeader(bytes);
      this.idOf = this.ids(this.header);
      this.toNextTable();
      return { header: this.header };
    }
    const table = this.table!;
    if (!this.columns) {
      this.columns = readTable(bytes, table, this.known);
      return { table, columns: this.columns, line };
    }
    const row = rowFrom(jsonIn(bytes), table, this.columns, this.idOf);
    this.left -= 1;
    if (this.left === 0) {
      this.at += 1;
      this.toNextTable();
    }
    return { row, line };
  }

  private takeSeal(bytes: Buffer, line: number): Part {
    const found = parsed(bytes, seal, 'the last line, with the hash of all before it, should stand here');
    if (found.lines !== line - 1) throw new Unfit('it says another number of lines than there are');
    if (found.sha256 !== this.whole.digest('hex'))
      throw new Unfit('the hash of what stands before is another one, so the file was changed or damaged on its way');
    this.ended = true;
    return { seal: found };
  }
}

/**
 * Reads an archive part by part in constant memory, with ids instead of names, and refuses at the first thing that is not as it should be.
 * `ids` says which id a name stands for, once the header is known.
 */
export async function* readArchive(
  source: Source,
  known: Columns,
  ids: (header: Header) => IdOf,
): AsyncGenerator<Part> {
  const reading = new Reading(known, ids);
  let last = 0;
  for await (const { bytes, line } of linesIn(source)) {
    last = line;
    try {
      yield reading.take(bytes, line);
    } catch (error) {
      // A document that is nested without end runs out of room here, and not in the database.
      if (error instanceof Unfit) throw unfitAt(line, error.message);
      if (error instanceof RangeError) throw unfitAt(line, 'it is nested too deep');
      throw error;
    }
  }
  if (!reading.isWhole) throw unfitAt(last + 1, 'the file ends before it, and was cut short');
}
