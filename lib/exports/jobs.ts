import { actorById } from '@/lib/auth/sessions';
import type { Actor } from '@/lib/core/context';
import { snapshot, unscoped } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { Prisma } from '@/prisma/generated/client';
import { failExport, finishExport } from './commands';
import type { ExportFormat } from './export-formats';
import { openAsked } from './queries/since';
import type { Filter } from './queries/snapshot';
import type { KeepStock } from './queries/stock';
import type { Keep } from './steps/file-parts';
import { makeFile, type Made } from './steps/make-export';
import { insertStock } from './steps/proof';

const LOOK = 2_000; // ms between two looks for an export that waits
const LEASE = 60_000; // ms after which another server may begin anew, when nothing was heard of whoever was at it
const BEAT = 5_000; // ms between two signs of life
const ATTEMPTS = 3;

type Job = {
  id: string;
  projectId: string;
  format: ExportFormat;
  filter: Filter & { since?: string };
  by: string;
  attempt: number;
};

/** Another server took the job up, or somebody stopped it: whatever is written from here on is nobody's. */
class TakenOver extends Error {}

const until = () => new Date(Date.now() + LEASE);

/** Takes one export that waits, or whose server was lost, for this server alone: of two servers one gets the row. */
async function takeJob(): Promise<Job | undefined> {
  const [job] = await unscoped().$queryRaw<Job[]>`
    UPDATE export_job SET state = 'running', attempt = attempt + 1, claims = 0, lease_until = ${until()}
    WHERE id = (SELECT id FROM export_job WHERE (state = 'waiting' OR state = 'running' AND lease_until <= now()) AND is_here(project_id)
      ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, project_id AS "projectId", format, filter, created_by AS by, attempt`;
  return job;
}

/** What answers the job for as long as it is this server's, and says that it is at it. */
const mineOf = ({ id, attempt }: Job, read: number) => Prisma.sql`
  UPDATE export_job SET lease_until = ${until()}, claims = greatest(claims, ${read}::int)
  WHERE id = ${id}::uuid AND attempt = ${attempt}::int AND state = 'running' RETURNING project_id, id`;

/** Runs what adds rows to a job that is this server's. */
async function add(rows: Prisma.Sql): Promise<void> {
  if ((await unscoped().$executeRaw(rows)) === 0) throw new TakenOver();
}

const partOf =
  (job: Job, read: () => number): Keep =>
  (number, content) =>
    add(Prisma.sql`WITH mine AS (${mineOf(job, read())})
      INSERT INTO export_part (id, project_id, export_id, number, content) SELECT gen_random_uuid(), project_id, id, ${number}::int, ${content} FROM mine`);

const stockOf =
  (job: Job): KeepStock =>
  (rows) =>
    add(insertStock(mineOf(job, 0), rows));

/** Says now and then that this server is at it, and how far: some formats read for a long time before they write. */
function beating({ id, attempt }: Job, read: () => number): () => void {
  const timer = setInterval(() => {
    const data = { leaseUntil: until(), claims: read() };
    void unscoped()
      .exportJob.updateMany({ where: { id, attempt, state: 'running' }, data })
      .catch(() => {}); // the next part tells
  }, BEAT);
  return () => clearInterval(timer);
}

/** Throws away what was written for exports that are not there. */
async function throwAway(exportId: string): Promise<void> {
  await unscoped().exportPart.deleteMany({ where: { exportId } });
  await unscoped().exportedClaim.deleteMany({ where: { exportId } });
}

/** Clears away what was left by exports that failed or were stopped, once each. */
async function clearAway(): Promise<void> {
  const where = { state: { in: ['failed', 'stopped'] }, leaseUntil: { not: null } };
  for (const { id } of await unscoped().exportJob.findMany({ where, select: { id: true } })) {
    await throwAway(id);
    await unscoped().exportJob.update({ where: { id }, data: { leaseUntil: null }, select: { id: true } });
  }
}

/** Reads one state of the project and writes the file of it in parts. What an attempt before left behind goes first. */
async function making(job: Job, actor: Actor): Promise<Made> {
  const { id, projectId, format } = job;
  await throwAway(id);
  return snapshot(actor, async (ctx) => {
    const opened = await openAsked(ctx, projectId, job.filter, { keep: stockOf(job) });
    const stop = beating(job, opened.read);
    try {
      const total = opened.size.claims;
      await unscoped().exportJob.updateMany({ where: { id, attempt: job.attempt }, data: { total } });
      return await makeFile(ctx, opened, format, partOf(job, opened.read));
    } finally {
      stop();
    }
  });
}

/** Ends a job that came to nothing. Whoever asked for it is told, if they still may make exports. */
async function fail({ id, by, attempt }: Job, why: string): Promise<void> {
  const actor = await actorById(by);
  if (actor)
    await failExport({ actor, id, input: { attempt, why: why.slice(0, 1000) } }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error; // told or not, it has failed
    });
  await unscoped().exportJob.updateMany({
    where: { id, attempt, state: 'running' },
    data: { state: 'failed', failure: why, endedAt: new Date() },
  });
}

/** Makes an export from its first claim to its row in the list. */
async function work(job: Job): Promise<void> {
  const actor = await actorById(job.by);
  const member = actor?.projects.some(({ id }) => id === job.projectId);
  if (!actor || !member) return fail(job, 'Whoever asked for it is no member of the project any more.');
  try {
    const made = await making(job, actor);
    await finishExport({ actor, id: job.id, input: { attempt: job.attempt, made } });
  } catch (error) {
    if (error instanceof TakenOver) return;
    if (error instanceof Refusal && error.code !== 'busy') return fail(job, error.message);
    // No text of the project: what went wrong, and where.
    console.error(JSON.stringify({ level: 'error', job: 'export', id: job.id, kind: (error as Error).name }));
    if (job.attempt >= ATTEMPTS)
      return fail(job, `It went wrong ${ATTEMPTS} times. Nothing was changed; make it anew.`);
    await giveBack(job);
  }
}

const giveBack = ({ id, attempt }: Job) =>
  unscoped().exportJob.updateMany({ where: { id, attempt, state: 'running' }, data: { state: 'waiting' } });

/** Makes the exports that wait, one after the other; answers how many it took up. */
export async function makeWaiting(): Promise<number> {
  let count = 0;
  for (let job = await takeJob(); job; job = await takeJob()) {
    count += 1;
    await (job.attempt > ATTEMPTS ? fail(job, 'The server ended while it was made, again and again.') : work(job));
  }
  await clearAway();
  return count;
}

/** Looks for exports that wait as long as this server runs. Every instance may: each export is made by one. */
export function makeExportsFromNowOn(): void {
  let busy = false;
  setInterval(() => {
    if (busy) return;
    busy = true;
    void makeWaiting()
      .catch(() => {}) // the database is away: at the next look again
      .finally(() => (busy = false));
  }, LOOK).unref();
}
