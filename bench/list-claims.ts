import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { claimFilter } from '@/lib/claims/claim';
import { listClaims } from '@/lib/claims/queries/listing';
import type { Actor } from '@/lib/core/context';
import { read, unscoped } from '@/lib/core/db';
import { median } from './figures';

// "First page of claims filtered and sorted": the read that the list asks for, in the app's role and under its policies, against the very
// same statements by raw `pg`, one after the other, prepared as they are there. Beside it, what the bare rows of claims and wordings cost
// the owner of the tables, without the citations, names and objections that the list says.

const ROUNDS = 15;
const LIMIT = 50;

type Project = { id: string; actor: Actor; entityId: string };

async function newcomer(): Promise<string> {
  const email = `${randomUUID()}@example.org`;
  const { id } = await unscoped().user.create({ data: { name: 'Bench', email }, select: { id: true } });
  return id;
}

async function projectOf(size: number): Promise<Project> {
  const db = unscoped();
  const userId = await newcomer();
  const { id } = await db.project.create({ data: { name: 'Bench', createdBy: userId }, select: { id: true } });
  await db.member.create({ data: { projectId: id, userId, role: 'lead' } });
  const actor = { userId, name: 'Bench', email: '', projects: [{ id, role: 'lead' as const }] };
  return { id, actor, entityId: await fill(id, userId, size) };
}

/** Claims in one statement: one in five in review; a full page of them, however many there are, about one entity and with a rare word. */
async function fill(projectId: string, userId: string, size: number): Promise<string> {
  const db = unscoped();
  const entityId = randomUUID();
  await db.$executeRaw`INSERT INTO entity (id, project_id, type, name, created_by, created_at)
    VALUES (${entityId}::uuid, ${projectId}::uuid, 'place', 'Bench', ${userId}::uuid, now())`;
  await db.$executeRaw`
    WITH made AS (
      SELECT gen_random_uuid() AS id, n FROM generate_series(1, ${size}::int) AS n
    ), claims AS (
      INSERT INTO claim (id, project_id, status, created_by, created_at, updated_at)
      SELECT id, ${projectId}::uuid, (CASE WHEN n % 5 = 0 THEN 'in-review' ELSE 'draft' END)::claim_status, ${userId}::uuid,
        now() - n * interval '1 minute', now() - ((n * 7919) % ${size}::int) * interval '1 minute' FROM made
    )
    INSERT INTO claim_version (id, project_id, claim_id, number, statement, subject_id, author_id, creator_id, created_at)
    SELECT gen_random_uuid(), ${projectId}::uuid, id, 1,
      md5(n::text) || ' was so' || CASE WHEN n % ${size / LIMIT}::int = 0 THEN ' beside the lighthouse' ELSE '' END,
      CASE WHEN n % ${size / LIMIT}::int = 0 THEN ${entityId}::uuid END, ${userId}::uuid, ${userId}::uuid, now() FROM made`;
  const reviewer = await newcomer();
  await db.member.create({ data: { projectId, userId: reviewer, role: 'reviewer' } });
  await cite(projectId, userId, reviewer);
  await db.$executeRawUnsafe('ANALYZE claim, claim_version, highlight, tag, review');
  return entityId;
}

/** Each claim rests on words of one article, which a reviewer has accepted. */
async function cite(projectId: string, userId: string, reviewer: string): Promise<void> {
  await unscoped().$executeRaw`
    WITH project AS (
      SELECT ${projectId}::uuid AS project_id, ${userId}::uuid AS created_by, now() AS created_at
    ), a AS (
      INSERT INTO article (id, title, sha256, project_id, created_by, created_at) SELECT gen_random_uuid(), 'Bench', 'bench', * FROM project RETURNING *
    ), v AS (
      INSERT INTO article_version (id, article_id, number, text, sha256, length, project_id, created_by, retrieved_at)
      SELECT gen_random_uuid(), id, 1, repeat('was so ', 200000), 'bench', 1400000, project_id, created_by, created_at FROM a RETURNING *
    ), cited AS (
      SELECT c.id AS claim_id, gen_random_uuid() AS highlight_id, gen_random_uuid() AS tag_id, (row_number() OVER ())::int AS n
      FROM claim c WHERE c.project_id = ${projectId}::uuid
    ), h AS (
      INSERT INTO highlight (id, project_id, article_id, article_version_id, start, "end", quote, prefix, suffix, author_id, created_at)
      SELECT highlight_id, v.project_id, v.article_id, v.id, n * 7, n * 7 + 6, 'was so', '', '', v.created_by, now() FROM cited, v
    ), t AS (
      INSERT INTO tag (id, project_id, highlight_id, author_id, claim_id, stance, confidence, created_at, updated_at)
      SELECT tag_id, project_id, highlight_id, created_by, claim_id, 'supports', 80, now(), now() FROM cited, project
    )
    INSERT INTO review (id, project_id, tag_id, author_id, reviewer_id, verdict, tag_version, content_version, created_at)
    SELECT gen_random_uuid(), project_id, tag_id, created_by, ${reviewer}::uuid, 'accept', 1, 1, now() FROM cited, project`;
}

type Asked = { name: string; query: object; where: string; order: string };
const asked = ({ entityId }: Project): Asked[] => [
  { name: 'changed last', query: {}, where: 'true', order: 'c.updated_at DESC, c.id DESC' },
  { name: 'added last', query: { sort: 'added' }, where: 'true', order: 'c.created_at DESC, c.id DESC' },
  { name: 'by statement', query: { sort: 'statement' }, where: 'true', order: 'v.statement, c.id' },
  {
    name: 'in review, changed last',
    query: { status: 'in-review' },
    where: `c.status = 'in-review'`,
    order: 'c.updated_at DESC, c.id DESC',
  },
  {
    name: 'about one entity',
    query: { entityId },
    where: `(v.subject_id = '${entityId}' OR v.object_id = '${entityId}' OR v.place_id = '${entityId}')`,
    order: 'c.updated_at DESC, c.id DESC',
  },
  {
    name: 'with a rare word',
    query: { q: 'lighthouse' },
    where: `v.statement ILIKE '%lighthouse%'`,
    order: 'c.updated_at DESC, c.id DESC',
  },
];

/** How long each takes, in turn round by round, so that what slows the machine for a while slows all of them; ms, medians. */
async function timed(works: (() => Promise<number>)[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let round = -2; round < ROUNDS; round += 1)
    for (const [index, work] of works.entries()) {
      const began = performance.now();
      if ((await work()) === 0) throw new Error('Nothing came.');
      if (round >= 0) times[index]!.push(performance.now() - began);
    }
  return times.map(median);
}

type Sent = { text: string; values?: unknown[] };

/** What is sent to the database while something is done. */
async function sentBy(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...asked: never[]) {
    const [first] = asked as unknown as [string | Sent];
    sent.push(typeof first === 'string' ? { text: first } : { ...first });
    return (query as (...asked: never[]) => unknown).apply(this, asked);
  } as never;
  await work().finally(() => Object.assign(pg.Client.prototype, { query }));
  return sent;
}

/** The same again, and its rows as text. */
async function sendAgain(db: pg.Client, sent: Sent[]): Promise<number> {
  let length = 0;
  for (const one of sent) length += JSON.stringify((await db.query(one)).rows).length;
  return length;
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
const verdict = (ratio: number, target: number) => `${ratio.toFixed(2)}×, ${ratio <= target ? 'met' : 'MISSED'}`;

/** What is timed of one list: the product's read, the same statements again, the bare rows. */
async function worksOf(db: pg.Client, project: Project, { query, where, order }: Asked) {
  const filter = claimFilter.parse({ ...query, limit: LIMIT });
  const list = async () => (await read(project.actor, (ctx) => listClaims(ctx, project.id, filter))).items.length;
  await list();
  const sent = await sentBy(list);
  const sql = `SELECT c.*, v.* FROM claim c JOIN claim_version v ON v.claim_id = c.id AND v.number = c.wording
    WHERE c.project_id = $1 AND c.deleted_at IS NULL AND ${where} ORDER BY ${order} LIMIT ${LIMIT + 1}`;
  const rows = async () => JSON.stringify((await db.query(sql, [project.id])).rows).length;
  return { works: [list, () => sendAgain(db, sent), rows], statements: sent.length };
}

async function measure(db: pg.Client, sizes: readonly [number, number]) {
  const projects = [await projectOf(sizes[0]), await projectOf(sizes[1])] as const;
  for (const [index, { name }] of asked(projects[0]).entries()) {
    const small = await worksOf(db, projects[0], asked(projects[0])[index]!);
    const large = await worksOf(db, projects[1], asked(projects[1])[index]!);
    const times = await timed([...small.works, ...large.works]);
    const lines = [small, large].map(({ statements }, side) => {
      const [own, floor, bare] = times.slice(3 * side) as [number, number, number];
      return `${String(sizes[side]).padStart(8)} claims ${ms(own)}, its ${statements} statements ${ms(floor)}: ${verdict(own / floor, 3)}; bare rows ${ms(bare)}`;
    });
    console.log(`  ${name}\n${lines.join('\n')}\n    the larger to the smaller: ${verdict(times[3]! / times[0]!, 2)}`);
  }
}

/** Measures and prints the row. `database` is the database's address; lib/core is on it already. */
export async function claimsRow(database: string, sizes = [1000, 100_000] as const): Promise<void> {
  console.log('\nFirst page of claims, filtered and sorted   target ≤ 3× the floor, and 100,000 ≤ 2× of 1,000');
  const db = new pg.Client({ connectionString: database });
  await db.connect();
  await measure(db, sizes).finally(() => db.end());
}
