import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { claimFilter } from '@/lib/claims/claim';
import { listClaims } from '@/lib/claims/queries/listing';
import type { Actor } from '@/lib/core/context';
import { read, unscoped } from '@/lib/core/db';
import { median } from './figures';

// "First page of claims filtered and sorted": the read that the list asks for, in the app's role and under its policies, against the same
// rows selected by raw `pg` as the owner of the tables.

const ROUNDS = 15;
const LIMIT = 50;

type Project = { id: string; actor: Actor; entityId: string };

async function projectOf(size: number): Promise<Project> {
  const db = unscoped();
  const user = await db.user.create({
    data: { name: 'Bench', email: `${randomUUID()}@example.org` },
    select: { id: true },
  });
  const { id } = await db.project.create({ data: { name: 'Bench', createdBy: user.id }, select: { id: true } });
  await db.member.create({ data: { projectId: id, userId: user.id, role: 'lead' } });
  const actor = { userId: user.id, name: 'Bench', email: '', projects: [{ id, role: 'lead' as const }] };
  return { id, actor, entityId: await fill(id, user.id, size) };
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
  await db.$executeRawUnsafe('ANALYZE claim, claim_version');
  return entityId;
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

async function measure(db: pg.Client, sizes: number[]) {
  const before = new Map<string, number>();
  for (const size of sizes) {
    const project = await projectOf(size);
    for (const { name, query, where, order } of asked(project)) {
      const filter = claimFilter.parse({ ...query, limit: LIMIT });
      const own = await timed(
        async () => (await read(project.actor, (ctx) => listClaims(ctx, project.id, filter))).items.length,
      );
      const sql = `SELECT c.*, v.* FROM claim c JOIN claim_version v ON v.claim_id = c.id AND v.number = c.wording
        WHERE c.project_id = $1 AND c.deleted_at IS NULL AND ${where} ORDER BY ${order} LIMIT ${LIMIT + 1}`;
      const floor = await timed(async () => JSON.stringify((await db.query(sql, [project.id])).rows).length);
      const small = before.get(name);
      const growth =
        small === undefined ? '' : `; ${(own / small).toFixed(2)}× of the smaller: ${met(own <= 2 * small)}`;
      before.set(name, small ?? own);
      console.log(
        `  ${String(size).padStart(6)} claims, ${name.padEnd(24)} ${own.toFixed(1)} ms, floor ${floor.toFixed(1)} ms, ${(own / floor).toFixed(2)}×: ${met(own <= 3 * floor)}${growth}`,
      );
    }
  }
}

/** Measures and prints the row. `database` is the database's address; lib/core is on it already. */
export async function claimsRow(database: string, sizes = [1000, 100_000]): Promise<void> {
  console.log('\nFirst page of claims, filtered and sorted   target ≤ 3× the floor, and 100,000 ≤ 2× of 1,000');
  const db = new pg.Client({ connectionString: database });
  await db.connect();
  await measure(db, sizes).finally(() => db.end());
}
