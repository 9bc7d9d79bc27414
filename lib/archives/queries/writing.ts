import { createHash } from 'node:crypto';
import type { ReadContext } from '@/lib/core/context';
import { visible } from '@/lib/permissions';
import { Prisma } from '@/prisma/generated/client';
import { FORMAT, OF_ARCHIVES, TABLES, type Header, type Kept, type Seal } from '../archive';
import { Numbers, toArchive, type Column } from '../naming';
import { columnsOf, rowAsked } from './columns';
import { peopleNamed } from './people';

const IDS = 20_000; // read in one go
const NONE = '00000000-0000-0000-0000-000000000000';
type Db = ReadContext['db'];

/** Events that are passed over, by their numbers: what follows them moves up. */
async function passedOver(ctx: ReadContext, projectId: string): Promise<number[]> {
  const rows = await ctx.db.event.findMany({
    where: { AND: [visible(ctx), { projectId, type: { in: OF_ARCHIVES } }] },
    select: { seq: true },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ seq }) => Number(seq));
}

async function numbersOf(db: Db, projectId: string, { name, only = 'true' }: Kept): Promise<Numbers> {
  const numbers = new Numbers();
  for (let after = NONE; ;) {
    const rows = await db.$queryRaw<{ id: string }[]>`SELECT x.id FROM ${Prisma.raw(`"${name}"`)} x
      WHERE x.project_id = ${projectId}::uuid AND x.id > ${after}::uuid AND ${Prisma.raw(only)} ORDER BY x.id LIMIT ${IDS}`;
    numbers.add(rows.map(({ id }) => id));
    if (rows.length < IDS) return numbers.seal();
    after = rows.at(-1)!.id;
  }
}

/** What the ids of a project are called. `called` numbers whatever is not in the archive as it comes up. */
async function namesOf(db: Db, projectId: string, people: readonly { id: string }[]) {
  const numbers = new Map<string, Numbers>();
  for (const table of TABLES)
    if (table.name !== 'event') numbers.set(table.name, await numbersOf(db, projectId, table));
  const fixed = new Map([[projectId, 'project']]);
  for (const [index, { id }] of people.entries()) fixed.set(id, `person:${index + 1}`);
  for (const { id, userId } of await db.member.findMany({ where: { projectId }, select: { id: true, userId: true } })) {
    const person = fixed.get(userId);
    if (person) fixed.set(id, person.replace('person', 'member'));
  }
  const known = (id: string): string | null => {
    const own = fixed.get(id);
    if (own) return own;
    for (const [table, ids] of numbers) {
      const number = ids.of(id);
      if (number > 0) return `${table}:${number}`;
    }
    return null;
  };
  const gone = new Map<string, string>();
  const called = (id: string): string => {
    const name = known(id) ?? gone.get(id) ?? `gone:${gone.size + 1}`;
    if (name.startsWith('gone')) gone.set(id, name);
    return name;
  };
  return { numbers, known, called };
}
type Names = Awaited<ReturnType<typeof namesOf>>;

/** The rows of a table, as they stand in the archive. */
async function* rowsOf(db: Db, projectId: string, table: Kept, columns: readonly Column[], names: Names) {
  const isEvent = table.name === 'event';
  const key = Prisma.raw(isEvent ? 'x.seq' : 'x.id');
  const type = Prisma.raw(isEvent ? 'bigint' : 'uuid');
  const only = isEvent ? Prisma.sql`x.type <> ALL (${OF_ARCHIVES}::text[])` : Prisma.raw(table.only ?? 'true');
  const from = Prisma.raw(`${rowAsked(columns)} AS row FROM "${table.name}" x`);
  for (let after = isEvent ? '0' : NONE; ;) {
    const rows = await db.$queryRaw<{ key: string; row: string }[]>`SELECT ${key}::text AS key, ${from}
      WHERE x.project_id = ${projectId}::uuid AND ${key} > ${after}::text::${type} AND ${only} ORDER BY ${key} LIMIT ${table.batch}`;
    for (const { row } of rows) yield rowIn(JSON.parse(row) as Record<string, unknown>, columns, names);
    if (rows.length < table.batch) return;
    after = rows.at(-1)!.key;
  }
}

function rowIn(row: Record<string, unknown>, columns: readonly Column[], { called, known }: Names) {
  const held: Record<string, unknown> = {};
  for (const column of columns) {
    const value = row[column.name];
    if (value !== null && value !== undefined) held[column.name] = toArchive(value, column, called, known);
  }
  return held;
}

async function countsOf(
  ctx: ReadContext,
  projectId: string,
  { numbers }: Names,
  passed: number,
): Promise<Header['counts']> {
  const events = (await ctx.db.event.count({ where: { AND: [visible(ctx), { projectId }] } })) - passed;
  const counts = TABLES.map(({ name }) => [name, numbers.get(name)?.count ?? events] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** A reveal’s place in the log, as the archive counts it. */
const movedUp = (row: Record<string, unknown>, passed: readonly number[]): Record<string, unknown> => {
  if (row.shown_seq === undefined) return row;
  const seq = Number(row.shown_seq);
  return { ...row, shown_seq: String(seq - passed.filter((one) => one < seq).length) };
};

async function writtenBy(ctx: ReadContext, projectId: string): Promise<Seal['written']> {
  const head = { headSeq: true, headHash: true } as const;
  const { headSeq, headHash } = await ctx.db.project.findUniqueOrThrow({ where: { id: projectId }, select: head });
  const came = await ctx.db.event.findFirst({
    where: { AND: [visible(ctx), { projectId, type: 'project.brought' }] },
    select: { fields: true },
    orderBy: { seq: 'asc' },
  });
  return {
    at: new Date().toISOString(),
    by: ctx.actor.name,
    seq: Number(headSeq),
    hash: Buffer.from(headHash).toString('hex'),
    from: came?.fields ?? [],
  };
}

/** All of a project as the content of the lines of its archive: read batch by batch from the one state that the caller's transaction sees. */
async function* contentOf(ctx: ReadContext, projectId: string): AsyncGenerator<object> {
  const { db } = ctx;
  const columns = await columnsOf(db);
  const people = await peopleNamed(db, projectId, columns);
  const names = await namesOf(db, projectId, people);
  const passed = await passedOver(ctx, projectId);
  const counts = await countsOf(ctx, projectId, names, passed.length);
  const asked = Prisma.raw(rowAsked(columns.get('project')!));
  const [project] = await db.$queryRaw<
    { row: string }[]
  >`SELECT ${asked} AS row FROM project x WHERE x.id = ${projectId}::uuid`;
  yield {
    format: FORMAT,
    project: rowIn(JSON.parse(project!.row) as Record<string, unknown>, columns.get('project')!, names),
    people: people.map(({ name, email }) => ({ name, email })),
    counts,
  } satisfies Header;
  for (const table of TABLES) {
    if (!counts[table.name]) continue;
    const own = columns.get(table.name)!;
    yield { table: table.name, columns: own.map(({ name }) => name) };
    for await (const row of rowsOf(db, projectId, table, own, names))
      yield table.name === 'event' ? movedUp(row, passed) : row;
  }
}

/** The archive of a project, line by line; the last one is its seal. */
export async function* linesOf(ctx: ReadContext, projectId: string): AsyncGenerator<string> {
  const whole = createHash('sha256');
  let lines = 0;
  for await (const content of contentOf(ctx, projectId)) {
    const line = `${JSON.stringify(content)}\n`;
    whole.update(line);
    lines += 1;
    yield line;
  }
  const seal: Seal = { sha256: whole.digest('hex'), lines, written: await writtenBy(ctx, projectId) };
  yield `${JSON.stringify(seal)}\n`;
}
