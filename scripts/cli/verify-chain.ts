import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Finding } from './finding';

const BATCH = 5000; // rows
const START = Buffer.from([0]); // what the first event is hashed over

type Row = {
  seq: string;
  type: string;
  subject_type: string;
  subject_id: string;
  version: number;
  actor_id: string;
  ms: string;
  fields: string[];
  hash: Buffer;
};

/** What `event_hash` of the first migration makes, made again here: a changed function is found out too. */
function hashOf(before: Buffer, projectId: string, row: Row): Buffer {
  const { seq, type, subject_type, subject_id, version, actor_id, ms, fields } = row;
  const covered = [projectId, seq, type, subject_type, subject_id, version, actor_id, ms, fields.join(',')].join(
    '\x1f',
  );
  return createHash('sha256').update(before).update(covered, 'utf8').digest();
}

async function* eventsOf(db: pg.ClientBase, projectId: string): AsyncGenerator<Row> {
  for (let after = '0'; ;) {
    const { rows } = await db.query<Row>(
      `SELECT seq, type, subject_type, subject_id, version, actor_id, (extract(epoch FROM at) * 1000)::bigint AS ms, fields, hash
       FROM event WHERE project_id = $1 AND seq > $2 ORDER BY seq LIMIT ${BATCH}`,
      [projectId, after],
    );
    yield* rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.seq;
  }
}

/** Every project's log: numbered from 1 without a gap, each event hashed over the one before, the head over the last. */
export async function verifyChain(db: pg.ClientBase): Promise<Finding> {
  const { rows: projects } = await db.query<{ id: string; head_seq: string; head_hash: Buffer }>(
    'SELECT id, head_seq, head_hash FROM project ORDER BY id',
  );
  const faults: string[] = [];
  let count = 0;
  for (const { id, head_seq, head_hash } of projects) {
    let before: Buffer = START;
    let expected = 1n;
    for await (const row of eventsOf(db, id)) {
      const where = `project ${id}, event ${row.seq}`;
      if (BigInt(row.seq) !== expected) faults.push(`${where}: ${expected} is missing before it`);
      if (!hashOf(before, id, row).equals(row.hash))
        faults.push(`${where}: its hash does not follow from what it says`);
      before = row.hash;
      expected = BigInt(row.seq) + 1n;
      count++;
    }
    if (BigInt(head_seq) !== expected - 1n)
      faults.push(`project ${id}: its head is ${head_seq}, its log ends at ${expected - 1n}`);
    if (!head_hash.equals(before)) faults.push(`project ${id}: its head hash is not that of its last event`);
  }
  return { looked: `${count} events of ${projects.length} projects`, faults };
}

/** A project's log up to an event that an export was made after: whole, and with the hash that the export has of it. */
export async function chainTo(db: pg.ClientBase, projectId: string, seq: bigint, hash: Buffer): Promise<string[]> {
  let before: Buffer = START;
  let last = 0n;
  for await (const row of eventsOf(db, projectId)) {
    if (last === seq) break;
    if (BigInt(row.seq) !== last + 1n) return [`The log has a gap: event ${last + 1n} is missing.`];
    if (!hashOf(before, projectId, row).equals(row.hash))
      return [`The log was changed: the hash of event ${row.seq} does not follow from what it says.`];
    before = row.hash;
    last += 1n;
  }
  if (last !== seq)
    return [
      `The log was cut: it ends at event ${last}, and the export was made after event ${seq}. If this database was restored from an older backup, restore a later one.`,
    ];
  return before.equals(hash) ? [] : [`The log is another one: event ${seq} had another hash when the export was made.`];
}

/** Every export: its bytes have their hash, and the log still holds the head that it was made at. */
export async function verifyExports(db: pg.ClientBase): Promise<Finding> {
  const { rows } = await db.query<{ id: string; bytes: boolean | null; head: boolean | null }>(
    `SELECT x.id, encode(sha256((SELECT string_agg(p.content, '' ORDER BY p.number) FROM export_part p WHERE p.export_id = x.id)), 'hex') = x.sha256 AS bytes,
       CASE WHEN x.head_seq = 0 THEN x.head_hash = '\\x00' ELSE e.hash = x.head_hash END AS head
     FROM export x LEFT JOIN event e ON e.project_id = x.project_id AND e.seq = x.head_seq ORDER BY x.id`,
  );
  const faults = rows.flatMap(({ id, bytes, head }) => [
    ...(bytes ? [] : [`export ${id}: its bytes are not those of its hash`]),
    ...(head ? [] : [`export ${id}: the log does not hold the event that it was made after`]),
  ]);
  return { looked: `${rows.length} exports`, faults };
}
