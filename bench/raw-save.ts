import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';

// The floor of a write: the rows of one tagged highlight by `pg` itself, one statement a row, each planned once a connection.

export type Place = { projectId: string; articleId: string; versionId: string; userId: string; entityId: string };
export type Words = { start: number; end: number; quote: string; prefix: string; suffix: string };

const statement = (name: string, table: string, columns: string) => ({
  name,
  text: `INSERT INTO ${table} (${columns}) VALUES (${columns
    .split(', ')
    .map((_, index) => `$${index + 1}`)
    .join(', ')})`,
});
// What the head lock orders: the project's row comes first, as in the product.
const head = {
  name: 'head',
  text: 'UPDATE project SET head_seq = head_seq + 2, head_hash = $2 WHERE id = $1 RETURNING head_seq',
};
const highlight = statement(
  'highlight',
  'highlight',
  'id, project_id, article_id, article_version_id, start, "end", quote, prefix, suffix, author_id, created_at',
);
const tag = statement(
  'tag',
  'tag',
  'id, project_id, highlight_id, author_id, entity_id, confidence, created_at, updated_at',
);
const event = statement(
  'event',
  'event',
  'project_id, seq, type, subject_type, subject_id, version, actor_id, at, fields, hash',
);
const answer = statement('answer', 'idempotency_answer', 'user_id, key, request_hash, status, body, created_at');

/** Writes the rows of one save in one transaction. `body` is what the product's answer looks like, which it stores too. */
export async function rawSave(db: pg.Client, place: Place, words: Words, body: string): Promise<void> {
  const { projectId, articleId, versionId, userId, entityId } = place;
  const [id, tagId, now] = [randomUUID(), randomUUID(), new Date()];
  await db.query('BEGIN');
  const { rows } = await db.query<{ head_seq: string }>({ ...head, values: [projectId, randomBytes(32)] });
  const last = Number(rows[0]!.head_seq);
  const { start, end, quote, prefix, suffix } = words;
  const span = [articleId, versionId, start, end, quote, prefix, suffix];
  await db.query({ ...highlight, values: [id, projectId, ...span, userId, now] });
  await db.query({ ...tag, values: [tagId, projectId, id, userId, entityId, 80, now, now] });
  const told = (seq: number, type: string, subject: string, subjectId: string) =>
    db.query({ ...event, values: [projectId, seq, type, subject, subjectId, 1, userId, now, [], randomBytes(32)] });
  await told(last - 1, 'highlight.saved', 'highlight', id);
  await told(last, 'tag.added', 'tag', tagId);
  await db.query({ ...answer, values: [userId, randomUUID(), randomBytes(32), 201, body, now] });
  await db.query('COMMIT');
}

/** How many rows each table has, and how far the project's log has come: what a write leaves behind. */
export async function traces(db: pg.Client, projectId: string): Promise<Record<string, number>> {
  const tables = await db.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  const found: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${name}`);
    found[name] = rows[0]!.count;
  }
  const { rows } = await db.query<{ head: number }>('SELECT head_seq::int AS head FROM project WHERE id = $1', [
    projectId,
  ]);
  return { ...found, 'head of the log': rows[0]!.head };
}

/** What `after` holds more than `before`. */
export const added = (before: Record<string, number>, after: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(after).flatMap(([name, count]) => (count === before[name] ? [] : [[name, count - before[name]!]])),
  );
