import type { Db } from '@/lib/core/context';
import { Prisma } from '@/prisma/generated/client';
import { OF_ARCHIVES, TABLES, type Person } from '../archive';
import type { Column } from '../naming';

const ID = '"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"';

/** Every id that the columns of a table hold, as texts; of a table that is called x. */
function idsIn(columns: readonly Column[]): string | null {
  const each = columns.flatMap(({ name, type }) => {
    if (type === 'uuid') return [`SELECT x."${name}"::text`];
    if (type === 'uuid[]' || type === 'text[]') return [`SELECT u::text FROM unnest(x."${name}") u`];
    return type === 'jsonb' ? [`SELECT m[1] FROM regexp_matches(x."${name}"::text, '${ID}', 'g') m`] : [];
  });
  return each.length === 0 ? null : each.join(' UNION ALL ');
}

/** Which of these people the rows of a table name. */
async function namedIn(db: Db, projectId: string, table: string, columns: readonly Column[], among: string[]) {
  const ids = idsIn(columns);
  if (!ids) return [];
  const passed = table === 'event' ? Prisma.sql`AND x.type <> ALL (${OF_ARCHIVES}::text[])` : Prisma.empty;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT i.id FROM ${Prisma.raw(`"${table}"`)} x CROSS JOIN LATERAL (${Prisma.raw(ids)}) i(id)
    WHERE x.project_id = ${projectId}::uuid AND i.id = ANY (${among}::text[]) ${passed}`;
  return rows.map(({ id }) => id);
}

type Known = Person & { id: string };

/** Everybody whom the rows of an archive name, by address. Other members have left no trace in the work. */
export async function peopleNamed(db: Db, projectId: string, columns: Map<string, Column[]>): Promise<Known[]> {
  const members = await db.member.findMany({ where: { projectId }, select: { userId: true } });
  const { createdBy } = await db.project.findUniqueOrThrow({ where: { id: projectId }, select: { createdBy: true } });
  const all = members.map(({ userId }) => userId);
  const found = new Set([createdBy]);
  for (const { name } of TABLES)
    for (const id of await namedIn(db, projectId, name, columns.get(name)!, all)) found.add(id);
  return db.$queryRaw<Known[]>`SELECT id, name, coalesce(outside, email) AS email FROM "user"
    WHERE id = ANY (${[...found]}::uuid[]) ORDER BY coalesce(outside, email) COLLATE "C", id`;
}

/** Which accounts of this installation have these addresses: of two with the same one the first is meant. */
export async function accountsOf(db: Db, people: readonly Person[]): Promise<(string | null)[]> {
  const rows = await db.user.findMany({
    where: { email: { in: people.map(({ email }) => email) }, outside: null },
    select: { id: true, email: true },
  });
  const ids = new Map(rows.map(({ id, email }) => [email, id]));
  return people.map(({ email }) => {
    const id = ids.get(email) ?? null;
    ids.delete(email);
    return id;
  });
}
