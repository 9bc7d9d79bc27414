import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { historyFilter } from '@/lib/activity/activity';
import { listHistory } from '@/lib/activity/queries';
import type { Actor } from '@/lib/core/context';
import { read, unscoped } from '@/lib/core/db';
import { cursorOf } from '@/lib/core/page';
import { median } from './figures';

// "A page of the history of a million events": the read that the page asks for, first and deep, in the app's role and under its policies,
// against the same rows of the log selected by raw `pg` as the owner of the table.

const EVENTS = 1_000_000;
const ROUNDS = 15;
const LIMIT = 50;
const PEOPLE = 50;

type Project = { id: string; actor: Actor; busy: string; rare: string };

async function projectOf(owner: pg.Client): Promise<Project> {
  const db = unscoped();
  const users = await db.user.createManyAndReturn({
    data: Array.from({ length: PEOPLE }, (_, n) => ({ name: `Bench ${n}`, email: `${randomUUID()}@example.org` })),
    select: { id: true },
  });
  const [first] = users;
  const { id } = await db.project.create({ data: { name: 'Bench', createdBy: first!.id }, select: { id: true } });
  await db.member.createMany({
    data: users.map((user) => ({ projectId: id, userId: user.id, role: 'lead' as const })),
  });
  const actor = { userId: first!.id, name: 'Bench', email: '', projects: [{ id, role: 'lead' as const }] };
  const ids = users.map((user) => user.id);
  await fill(owner, id, ids);
  return { id, actor, busy: ids[0]!, rare: ids.at(-1)! };
}

/**
 * An event a minute: most about tags, one in 20,000 an export. The first person does a third of all, the last one only what they did in the
 * first tenth, and never an export. The chain of hashes is left out, as nothing here reads it.
 */
async function fill(owner: pg.Client, projectId: string, people: string[]) {
  // As a replica: no trigger asks of each line whether a blind round hides it.
  await owner.query('SET session_replication_role = replica');
  await owner.query(
    `INSERT INTO event (project_id, seq, type, subject_type, subject_id, version, actor_id, at, fields, hash)
    SELECT $1, n, kind, split_part(kind, '.', 1), ('00000000-0000-4000-8000-' || lpad(to_hex(n % 50000), 12, '0'))::uuid, 1,
      ($2::uuid[])[CASE WHEN n <= ${EVENTS / 10} AND n % 500 = 0 THEN ${PEOPLE} WHEN n % 3 = 0 THEN 1 ELSE 2 + n % ${PEOPLE - 2} END],
      now() - (${EVENTS} - n) * interval '1 minute', '{}', ''
    FROM (SELECT n, CASE WHEN n % 20000 = 1 THEN 'export.made' WHEN n % 97 = 0 THEN 'article.added' WHEN n % 41 = 0 THEN 'claim.saved'
        WHEN n % 31 = 0 THEN 'claim.assessed' WHEN n % 23 = 0 THEN 'comment.added' WHEN n % 5 = 0 THEN 'tag.accepted'
        WHEN n % 2 = 0 THEN 'highlight.saved' ELSE 'tag.added' END AS kind
      FROM generate_series(1, ${EVENTS}) AS n) AS made`,
    [projectId, people],
  );
  await owner.query('SET session_replication_role = origin');
  await owner.query('VACUUM (ANALYZE) event');
}

type Asked = { name: string; query: object; where: string };
const WEEK = { from: `now() - interval '400 days'`, to: `now() - interval '393 days'` };

async function asked(db: pg.Client, { busy, rare }: Project): Promise<Asked[]> {
  const { rows } = await db.query<{ from: Date; to: Date }>(`SELECT ${WEEK.from} AS from, ${WEEK.to} AS to`);
  const { from, to } = rows[0]!;
  const thing = '00000000-0000-4000-8000-00000000004d';
  const time = { from: from.toISOString(), to: to.toISOString() };
  const between = `at >= '${time.from}' AND at < '${time.to}'`;
  return [
    { name: 'all', query: {}, where: 'true' },
    { name: 'who: busy', query: { actorId: busy }, where: `actor_id = '${busy}'` },
    { name: 'who: long gone', query: { actorId: rare }, where: `actor_id = '${rare}'` },
    { name: 'kind: tags', query: { kind: 'tags' }, where: `type IN ('tag.added', 'highlight.saved', 'tag.accepted')` },
    { name: 'kind: exports', query: { kind: 'exports' }, where: `type = 'export.made'` },
    { name: 'thing', query: { subjectId: thing }, where: `subject_id = '${thing}'` },
    { name: 'time: a week', query: time, where: between },
    {
      name: 'who and kind',
      query: { actorId: rare, kind: 'claims' },
      where: `actor_id = '${rare}' AND type IN ('claim.saved', 'claim.assessed')`,
    },
    {
      name: 'kind and time',
      query: { kind: 'claims', ...time },
      where: `type IN ('claim.saved', 'claim.assessed') AND ${between}`,
    },
    {
      name: 'who, kind and time',
      query: { actorId: busy, kind: 'claims', ...time },
      where: `actor_id = '${busy}' AND type IN ('claim.saved', 'claim.assessed') AND ${between}`,
    },
  ];
}

async function timed(work: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const began = performance.now();
    const count = await work();
    if (round >= 0) times.push(performance.now() - began);
    if (count === 0) throw new Error('Nothing came.');
  }
  return median(times);
}

const met = (ok: boolean) => (ok ? 'met' : 'MISSED');

/** Where nine tenths of a filtered history lie behind. */
async function deepIn(db: pg.Client, id: string, where: string): Promise<number> {
  const { rows } = await db.query<{ seq: string }>(
    `SELECT coalesce(percentile_disc(0.1) WITHIN GROUP (ORDER BY seq), 0) + 1 AS seq FROM event WHERE project_id = $1 AND ${where}`,
    [id],
  );
  return Number(rows[0]!.seq);
}

async function measure(db: pg.Client, project: Project) {
  for (const { name, query, where } of await asked(db, project)) {
    const deep = await deepIn(db, project.id, where);
    for (const [page, before] of [
      ['first', EVENTS + 1],
      ['deep', deep],
    ] as const) {
      const cursor = page === 'deep' ? { cursor: cursorOf(String(before), project.id) } : {};
      const filter = historyFilter.parse({ ...query, ...cursor, limit: LIMIT });
      const own = await timed(
        async () => (await read(project.actor, (ctx) => listHistory(ctx, project.id, filter))).items.length,
      );
      const sql = `SELECT * FROM event WHERE project_id = $1 AND ${where} AND seq < ${before} ORDER BY seq DESC LIMIT ${LIMIT + 1}`;
      const floor = await timed(async () => JSON.stringify((await db.query(sql, [project.id])).rows).length);
      console.log(
        `  ${name.padEnd(20)} ${page.padEnd(5)} ${own.toFixed(1)} ms, floor ${floor.toFixed(1)} ms, ${(own / floor).toFixed(2)}×; ${met(own <= 50)}`,
      );
    }
  }
}

/** Measures and prints the row. `database` is the database's address; lib/core is on it already. */
export async function historyRow(database: string): Promise<void> {
  console.log(`\nA page of the history of ${EVENTS.toLocaleString('en')} events   target ≤ 50 ms, however deep`);
  const db = new pg.Client({ connectionString: database });
  await db.connect();
  await projectOf(db)
    .then((project) => measure(db, project))
    .finally(() => db.end());
}
