// Pure: ids of a database as names in an archive, and names as ids again. A name is a table with a number, as in "claim:12"; the
// project is "project", people are numbered as the header has them, and what is not in the archive is "gone" with a number.

/** A column as the archive treats it. */
export type Column = { name: string; type: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (value: string): boolean => UUID.test(value);
const NAME = /^([a-z_]+):([1-9]\d{0,9})$/;

/** What is wrong with a line of an archive, in words that end a sentence. */
export class Unfit extends Error {}

type NameOf = (id: string) => string | null;
export type IdOf = (name: string) => string;

function walk(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => walk(one, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, change)]));
}

const MARK = '@';
/** A document or list of words with its ids as names behind a mark; words that begin with it get another one. */
const named = (value: unknown, nameOf: NameOf) =>
  walk(value, (text) => {
    if (text.startsWith(MARK)) return MARK + text;
    const name = isUuid(text) ? nameOf(text) : null;
    return name === null ? text : MARK + name;
  });
const unnamed = (value: unknown, idOf: IdOf) =>
  walk(value, (text) => {
    if (!text.startsWith(MARK)) return text;
    return text.startsWith(MARK + MARK) ? text.slice(1) : idOf(text.slice(1));
  });

const HOLDS_DOCUMENTS = ['jsonb', 'text[]'];

/** A value of the database as it stands in the archive. */
export function toArchive(value: unknown, { type }: Column, nameOf: (id: string) => string, known: NameOf): unknown {
  if (type === 'uuid') return nameOf(value as string);
  if (type === 'uuid[]') return (value as string[]).map(nameOf);
  return HOLDS_DOCUMENTS.includes(type) ? named(value, known) : value;
}

const textIn = (value: unknown, name: string): string => {
  if (typeof value !== 'string') throw new Unfit(`“${name}” has to be a text`);
  return value;
};

/** A value of an archive as the database takes it. Throws `Unfit`. */
export function fromArchive(value: unknown, { name, type }: Column, idOf: IdOf): unknown {
  if (value === null) return null;
  if (type === 'uuid') return idOf(textIn(value, name));
  if (type === 'bytea') return `\\x${Buffer.from(textIn(value, name), 'base64').toString('hex')}`;
  if (type.endsWith('[]') && !Array.isArray(value)) throw new Unfit(`“${name}” has to be a list`);
  if (type === 'uuid[]') return (value as unknown[]).map((one) => idOf(textIn(one, name)));
  return HOLDS_DOCUMENTS.includes(type) ? unnamed(value, idOf) : value;
}

/** The parts of a name. Throws `Unfit`. */
export function partsOf(name: string): { table: string; number: number } {
  if (name === 'project') return { table: 'project', number: 1 };
  const found = NAME.exec(name);
  if (!found) throw new Unfit(`“${name.slice(0, 60)}” is no name of anything`);
  return { table: found[1]!, number: Number(found[2]) };
}

/**
 * New ids, UUIDs of version 7 that rise with their number: what one id has before another stays before it. `seed` has 34 bits and
 * tells apart what two writes make in the same millisecond.
 */
export function idsFrom(ms: number, seed: number): (number: number) => string {
  const time = ms.toString(16).padStart(12, '0');
  return (number) => {
    const [high, low] = [Math.floor(number / 2 ** 28), number % 2 ** 28];
    const tail = (BigInt(low % 2 ** 14) << 34n) | BigInt(seed % 2 ** 34);
    const variant = 0x8000 | Math.floor(low / 2 ** 14);
    const middle = (0x7000 | (high % 4096)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${variant.toString(16)}-${tail.toString(16).padStart(12, '0')}`;
  };
}

/** Numbers of sorted ids, found by halving: sixteen bytes for each. */
export class Numbers {
  private readonly pages: Buffer[] = [];
  private room = Buffer.alloc(0);
  count = 0;

  add(ids: readonly string[]): void {
    this.pages.push(Buffer.from(ids.map((id) => id.replaceAll('-', '')).join(''), 'hex'));
    this.count += ids.length;
  }
  seal(): this {
    this.room = Buffer.concat(this.pages);
    this.pages.length = 0;
    return this;
  }
  /** The number of an id, from 1; 0 where it is none of these. */
  of(id: string): number {
    const sought = Buffer.from(id.replaceAll('-', ''), 'hex');
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.room.compare(sought, 0, 16, middle * 16, middle * 16 + 16);
      if (order === 0) return middle + 1;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return 0;
  }
}
