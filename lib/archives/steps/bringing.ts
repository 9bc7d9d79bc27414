import { createHash } from 'node:crypto';
import type { AccountContext, Db } from '@/lib/core/context';
import { Refusal } from '@/lib/core/errors';
import type { Source } from '@/lib/core/kept-file';
import { Prisma } from '@/prisma/generated/client';
import { basisHash } from '@/lib/reviews/steps';
import type { Basis } from '@/lib/reviews/basis';
import { faultOf } from '@/lib/threads/body';
import type { Header } from '../archive';
import type { Column } from '../naming';
import { readArchive, rowFrom, unfitAt, type Columns, type Row } from '../queries/file';
import type { Given } from './ids';

const MOST = 500; // rows in one statement
const HEAVIEST = 2 ** 22; // UTF-16 units of a batch after which it is written

type Numbered = { row: Row; line: number };
type Batch = { table: string; columns: readonly Column[]; rows: Numbered[] };

/** The constraints that are looked at when all rows are there. */
const WAITING = Prisma.raw(
  'entity_project_id_institution_id_fkey, entity_project_id_survivor_id_fkey, claim_project_id_survivor_id_fkey, question_project_id_settled_id_fkey',
);

type Driver = { meta?: { driverAdapterError?: { cause?: { originalCode?: string; originalMessage?: string } } } };

const causeOf = (error: unknown) => (error as Driver).meta?.driverAdapterError?.cause ?? {};
const codeOf = (error: unknown): string => causeOf(error).originalCode ?? '';

/** Says which lines the database would not take, where the fault is theirs: data out of range, or rules of the table. */
function refusalOf(error: unknown, { table, rows }: Batch): unknown {
  const { originalMessage = '' } = causeOf(error);
  if (!/^(22|23|54)/.test(codeOf(error))) return error;
  const [first, last] = [rows[0]!.line, rows.at(-1)!.line];
  const where = first === last ? `Line ${first}` : `One of the lines ${first} to ${last}`;
  return new Refusal(
    'invalid',
    `${where} of this archive breaks a rule of the table “${table}”: ${originalMessage}. Nothing was brought in. Fetch the archive again from where it was written.`,
    { line: first },
  );
}

/** Columns that are not in an archive and not left to their defaults. */
const RECKONED: Readonly<Record<string, string[]>> = {
  round_item: ['hides'],
  review: ['basis_hash'],
  event: ['seq', 'hash'],
};

/** Names of columns, which are the database's own. */
const listed = (names: readonly string[]) => Prisma.raw(names.map((name) => `"${name}"`).join(', '));

/** Puts rows in by one statement. The names in it are those of the database, never of the file. */
async function insertRows(db: Db, projectId: string, batch: Batch): Promise<void> {
  const own = batch.table === 'event' ? [] : ['id'];
  const columns = listed([...(RECKONED[batch.table] ?? []), ...own, ...batch.columns.map(({ name }) => name)]);
  const table = Prisma.raw(`"${batch.table}"`);
  try {
    await db.$executeRaw`INSERT INTO ${table} (project_id, ${columns}) SELECT ${projectId}::uuid, ${columns}
      FROM jsonb_populate_recordset(NULL::${table}, ${JSON.stringify(batch.rows.map(({ row }) => row))}::jsonb)`;
    if (batch.table === 'review') await judgeAsThen(db, batch);
  } catch (error) {
    throw refusalOf(error, batch);
  }
}

/**
 * A verdict is named after the content that it was given on, and that name is made of ids: the trigger has named all after what their tags
 * say now. Of one on an earlier content only its number is known: no content is ever called that again.
 */
async function judgeAsThen(db: Db, { rows }: Batch): Promise<void> {
  const versions = rows.map(({ row }) => ({ id: row.id, content_version: row.content_version ?? null }));
  await db.$executeRaw`UPDATE review SET judged = NULL, content_version = v.content_version
    FROM jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) AS v(id uuid, content_version int)
    WHERE review.id = v.id AND review.content_version IS DISTINCT FROM v.content_version`;
}

/** What is reckoned from a row, and what only its makers would have looked at. */
function completed(table: string, row: Row, line: number): Row {
  if (table === 'review' && row.basis) return { ...row, basis_hash: basisHash(row.basis as Basis) };
  if (table === 'round_item') return { ...row, hides: false };
  if (table === 'article_version') {
    const text = String(row.text);
    if (createHash('sha256').update(text, 'utf8').digest('hex') !== row.sha256 || text.length !== row.length)
      throw unfitAt(line, 'this text is not that of its hash and length');
  }
  if (table === 'upload' && createHash('sha256').update(bytesOf(row.bytes)).digest('hex') !== row.sha256)
    throw unfitAt(line, 'the bytes of this file are not those of its hash');
  const fault = table === 'comment' || table === 'comment_version' ? faultOf(row.body) : null;
  if (fault) throw unfitAt(line, `a comment cannot say this: ${fault.message}`);
  return row;
}
const bytesOf = (hex: unknown): Buffer => Buffer.from(String(hex).slice(2), 'hex');

/** The log’s chain, made anew over the events of the new project: `event_hash` covers its id. */
class Chain {
  private before = Buffer.from([0]);
  seq = 0;

  constructor(private readonly projectId: string) {}

  get head(): Buffer {
    return this.before;
  }
  add(row: Row): Row {
    this.seq += 1;
    const { type, subject_type, subject_id, version, actor_id, at, fields } = row;
    const said = Array.isArray(fields) ? fields.join(',') : '';
    const parts = [
      this.projectId,
      this.seq,
      type,
      subject_type,
      subject_id,
      version,
      actor_id,
      Date.parse(String(at)),
      said,
    ];
    this.before = createHash('sha256').update(this.before).update(parts.join('\x1f'), 'utf8').digest();
    return { ...row, seq: this.seq, hash: `\\x${this.before.toString('hex')}` };
  }
}

/** Makes the project and everybody whom the archive names; none of them is a member but whoever brings it in. */
async function makeProject(
  ctx: AccountContext,
  header: Header,
  known: Columns,
  given: Given,
  accounts: (string | null)[],
) {
  const { db, actor, now } = ctx;
  const { projectId, personIds, memberIds } = given;
  const outside = header.people.flatMap(({ name, email }, index) =>
    accounts[index] ? [] : [{ id: personIds[index], name, outside: email }],
  );
  await db.$queryRaw`SELECT bring_people(${JSON.stringify(outside)}::jsonb)::text`;
  const columns = known.get('project')!.filter(({ name }) => name in header.project);
  const row = rowFrom(header.project, 'project', columns, given.idOf);
  const named = listed(columns.map(({ name }) => name));
  const batch = { table: 'project', columns, rows: [{ row, line: 1 }] };
  try {
    await db.$executeRaw`INSERT INTO project (id, ${named}) SELECT ${projectId}::uuid, ${named}
      FROM jsonb_populate_record(NULL::project, ${JSON.stringify(row)}::jsonb)`;
  } catch (error) {
    throw refusalOf(error, batch);
  }
  const gone = { role: 'viewer' as const, createdAt: now, deletedAt: now, deletedBy: actor.userId };
  const lead = { role: 'lead' as const, createdAt: now };
  await db.member.createMany({
    data: [
      ...personIds.map((userId, index) => ({
        ...{ id: memberIds[index]!, projectId, userId },
        ...(userId === actor.userId ? lead : gone),
      })),
      ...(personIds.includes(actor.userId) ? [] : [{ projectId, userId: actor.userId, ...lead }]),
    ],
  });
}

/** Writes a checked archive as a new project, inside the caller's write; answers how far its log reaches. Throws `invalid` with the line that does not fit. */
export async function bringAll(
  ctx: AccountContext,
  source: Source,
  { header, accounts }: { header: Header; accounts: (string | null)[] },
  known: Columns,
  given: Given,
): Promise<number> {
  const { db } = ctx;
  const { projectId } = given;
  await ctx.enter(projectId);
  await makeProject(ctx, header, known, given, accounts);
  await db.$executeRaw`SET CONSTRAINTS ${WAITING} DEFERRED`;
  const chain = new Chain(projectId);
  let batch: Batch | null = null;
  let weight = 0;
  let number = 0;
  const flush = async () => {
    if (batch?.rows.length) await insertRows(db, projectId, batch);
    if (batch) batch = { ...batch, rows: [] };
    weight = 0;
  };
  for await (const part of readArchive(source, known, () => given.idOf)) {
    if ('table' in part) {
      await flush();
      batch = { ...part, rows: [] };
      number = 0;
    }
    if (!('row' in part)) continue;
    const { table, rows } = batch!;
    number += 1;
    const row = completed(table, part.row, part.line);
    rows.push({
      row: table === 'event' ? chain.add(row) : { ...row, id: given.idOf(`${table}:${number}`) },
      line: part.line,
    });
    weight += weightOf(row);
    if (rows.length >= MOST || weight > HEAVIEST) await flush();
  }
  await flush();
  await requireAllNamed(db);
  await db.project.update({
    where: { id: projectId },
    data: { headSeq: chain.seq, headHash: Uint8Array.from(chain.head) },
  });
  return chain.seq;
}

/** Looks at what waited until all rows are there, and at the wording that each claim names as its own. */
async function requireAllNamed(db: Db): Promise<void> {
  try {
    await db.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  } catch (error) {
    if (codeOf(error) !== '23503') throw error;
    throw new Refusal(
      'invalid',
      'A claim, an entity or a question of this archive names a row that it does not have. Nothing was brought in. Fetch the archive again from where it was written.',
    );
  }
}

/** About how much room a row takes in a statement. */
function weightOf(row: Row): number {
  let units = 0;
  for (const value of Object.values(row))
    units += typeof value === 'string' ? value.length : value && typeof value === 'object' ? 2000 : 20;
  return units;
}
