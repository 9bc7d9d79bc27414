import type { Db } from '@/lib/core/context';
import { OF_ARCHIVES, TABLES, type Person } from '../archive';
import type { Column } from '../naming';

const ID = '"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"';

/** Asks the columns of a table for the ids of people in it: $1 the project, $2 its members, $3 types of events that are passed over. */
function idsIn(table: string, columns: readonly Column[]): string | null {
  const each = columns.flatMap(({ name, type }) => {
    if (type === 'uuid') return [`SELECT x."${name}"::text AS id`];
    if (type === 'uuid[]' || type === 'text[]') return [`SELECT u::text FROM unnest(x."${name}") u`];
    return type === 'jsonb' ? [`SELECT m[1] FROM regexp_matches(x."${name}"::text, '${ID}', 'g') m`] : [];
  });
  if (each.length === 0) return null;
  const passed = table === 'event' ? ' AND x.type <> ALL ($3::text[])' : '';
  // A parameter that a statement does not use has no type of its own: it is named with one.
  return `WITH given AS (SELECT $1::uuid, $2::text[], $3::text[])
    SELECT DISTINCT i.id FROM "${table}" x CROSS JOIN LATERAL (${each.join(' UNION ALL ')}) i(id)
    WHERE x.project_id = $1::uuid AND i.id = ANY ($2::text[])${passed}`;
}

type Known = Person & { id: string };

/** Everybody whom the rows of an archive name, by address. Other members have left no trace in the work. */
export async function peopleNamed(db: Db, projectId: string, columns: Map<string, Column[]>): Promise<Known[]> {
  const members = await db.member.findMany({ where: { projectId }, select: { userId: true } });
  const { createdBy } = await db.project.findUniqueOrThrow({ where: { id: projectId }, select: { createdBy: true } });
  const all = members.map(({ userId }) => userId);
  const found = new Set([createdBy]);
  for (const { name } of TABLES) {
    const sql = idsIn(name, columns.get(name)!);
    const rows = sql ? await db.$queryRawUnsafe<{ id: string }[]>(sql, projectId, all, OF_ARCHIVES) : [];
    for (const { id } of rows) found.add(id);
  }
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
