import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { read, snapshot } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows } from '@/lib/core/testing';
import { listNotifications } from '@/lib/notifications/queries';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { atOnce } from './at-once.fixtures';
import { finishExport, makeExport, makingExport, stopExport } from './commands';
import { isJob, type ExportJob } from './export';
import { makeWaiting } from './jobs';
import { findExportJob, listExportJobs } from './queries/export-jobs';
import { findExport, readExport } from './queries/exports';
import { openAsked } from './queries/since';
import { openExport } from './queries/snapshot';
import { makeFile } from './steps/make-export';

// What is many is passed in: two claims.
const makeLater = makingExport(1);
let at: Bench;
beforeAll(async () => {
  at = await bench();
  for (let many = 0; many < 2; many++) await at.approved();
});
afterAll(closeAll);

async function begin(format = 'json'): Promise<ExportJob> {
  const { status, body } = await makeLater({ actor: at.analyst, id: at.projectId, input: { format } });
  if (status !== 202 || !isJob(body)) throw new Error('It was made at once.');
  return body;
}
const jobOf = ({ id }: ExportJob) => read(at.viewer, (ctx) => findExportJob(ctx, id));
const bytesOf = async (id: string) => (await read(at.viewer, (ctx) => readExport(ctx, id))).content;
const row = (id: string) => rows().exportJob.findUniqueOrThrow({ where: { id } });
const noticesOf = (subjectId: string) =>
  rows().notification.findMany({ where: { subjectId }, select: { kind: true, userId: true } });
/** As if a server had kept of every claim what a later export is compared with. */
async function keptOf(exportId: string) {
  const claims = await rows().claim.findMany({ where: { projectId: at.projectId }, select: { id: true } });
  const data = claims.map(({ id: claimId }) => ({
    ...{ projectId: at.projectId, exportId, claimId, wording: 1, sha256: 'first', parts: '', inFile: true },
  }));
  await rows().exportedClaim.createMany({ data });
}
const leftOf = async (exportId: string) =>
  (await rows().exportPart.count({ where: { exportId } })) +
  (await rows().exportedClaim.count({ where: { exportId } }));
/** As if a server had taken it up. */
const taken = (id: string, attempt = 1, leaseUntil = new Date(Date.now() + 60_000)) =>
  rows().exportJob.update({ where: { id }, data: { state: 'running', attempt, leaseUntil } });

it.each(['json', 'csv', 'doccano'])('as %s gives the same bytes in the background as at once', async (format) => {
  const job = await begin(format);
  expect(job).toMatchObject({ state: 'waiting', claims: 0, total: 2, exportId: null, creator: { name: 'Ana' } });
  await expectRefusal(
    read(at.viewer, (ctx) => findExport(ctx, job.id)),
    'not-found',
  );
  expect(await makeWaiting()).toBe(1);
  expect(await jobOf(job)).toMatchObject({ state: 'done', claims: 2, total: 2, exportId: job.id });
  const made = await read(at.viewer, (ctx) => findExport(ctx, job.id));
  const { body: same } = atOnce(await makeExport({ actor: at.other, id: at.projectId, input: { format } }));
  const manifest = { ...same.manifest, by: { id: at.analyst.userId, name: 'Ana' } };
  expect(made).toMatchObject({ sha256: same.sha256, manifest, creator: { name: 'Ana' } });
  const bytes = await bytesOf(job.id);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256);
  const inside = format === 'csv' ? Object.values(unzipSync(bytes)) : [bytes];
  expect(inside.map(({ length }) => length)).toEqual(made.manifest.files.map(({ bytes }) => bytes));
  expect(await noticesOf(job.id)).toEqual([{ kind: 'export-ready', userId: at.analyst.userId }]);
  expect(await noticesOf(same.id)).toEqual([]); // it was there at once
  const [last] = (await eventsOf(at.projectId)).filter(({ subjectId }) => subjectId === job.id);
  expect(last).toMatchObject({ type: 'export.made', actorId: at.analyst.userId });
});

it('is made once where two servers look for it', async () => {
  const jobs = [await begin(), await begin(), await begin()];
  const counts = await Promise.all([makeWaiting(), makeWaiting()]);
  expect(counts[0]! + counts[1]!).toBe(3);
  for (const job of jobs) {
    expect(await row(job.id)).toMatchObject({ state: 'done', attempt: 1 });
    expect(await rows().exportPart.count({ where: { exportId: job.id } })).toBe(1);
  }
});

it('is left to the server that is at it, and begun anew when nothing was heard of that one', async () => {
  const job = await begin();
  await taken(job.id);
  const parts = [0, 1].map((number) => ({
    projectId: at.projectId,
    exportId: job.id,
    number,
    content: Buffer.from('x'),
  }));
  await rows().exportPart.createMany({ data: parts });
  await keptOf(job.id);
  expect(await makeWaiting()).toBe(0);
  await taken(job.id, 1, new Date(Date.now() - 1));
  expect(await makeWaiting()).toBe(1);
  expect(await row(job.id)).toMatchObject({ state: 'done', attempt: 2 });
  expect(JSON.parse(Buffer.from(await bytesOf(job.id)).toString())).toHaveProperty('claims.length', 2);
  const held = await rows().exportedClaim.findMany({ where: { exportId: job.id }, select: { sha256: true } });
  expect(held.map(({ sha256 }) => sha256.length)).toEqual([64, 64]); // not those of the first attempt
  // The first one comes to again, and may end nothing.
  const late = finishExport({
    actor: at.analyst,
    id: job.id,
    input: { attempt: 1, made: { manifest: { counts: { claims: 2 } } } },
  });
  await expectRefusal(late, 'not-allowed-now');
});

it('holds what was there as it began, whatever is written meanwhile, and holds up nobody who writes', async () => {
  const { headSeq } = await rows().project.findUniqueOrThrow({ where: { id: at.projectId } });
  const made = await snapshot(at.analyst, async (ctx) => {
    const opened = await openAsked(ctx, at.projectId, {});
    await at.approved(); // in transactions of its own, which wait for nobody
    return makeFile(ctx, opened, 'json', async () => {});
  });
  expect(made).toMatchObject({ manifest: { counts: { claims: 2, leftOut: 0 } }, head: { seq: `${headSeq}` } });
  expect((await read(at.viewer, (ctx) => openExport(ctx, at.projectId, {}))).size).toEqual({ claims: 3, leftOut: 0 });
});

it('says plainly why it was not made, and keeps nothing of it', async () => {
  const lost = await begin();
  await taken(lost.id, 3, new Date(Date.now() - 1));
  const { id } = await rows().member.findFirstOrThrow({
    where: { projectId: at.projectId, userId: at.analyst.userId },
  });
  await makeWaiting();
  const revoked = await begin();
  await rows().member.update({ where: { id }, data: { deletedAt: new Date(), deletedBy: at.lead.userId } });
  await makeWaiting();
  await rows().member.update({ where: { id }, data: { role: 'viewer', deletedAt: null, deletedBy: null } });
  const demoted = await rows().exportJob.create({
    data: {
      ...{ projectId: at.projectId, format: 'json', filter: {}, createdBy: at.analyst.userId, createdAt: new Date() },
    },
  });
  await makeWaiting();
  await rows().member.update({ where: { id }, data: { role: 'analyst' } });
  const { items } = await read(at.viewer, (ctx) => listExportJobs(ctx, at.projectId));
  expect(items.map(({ id, state, failure }) => [id, state, failure])).toEqual([
    [demoted.id, 'failed', expect.stringMatching(/./)],
    [revoked.id, 'failed', 'Whoever asked for it is no member of the project any more.'],
    [lost.id, 'failed', 'The server ended while it was made, again and again.'],
  ]);
  const told = await Promise.all(items.map(({ id }) => noticesOf(id)));
  expect(told).toEqual([[], [], [{ kind: 'export-failed', userId: at.analyst.userId }]]);
  const inbox = await read(at.analyst, (ctx) => listNotifications(ctx, '', { limit: 50 }));
  expect(inbox.items.filter(({ kind }) => kind === 'export-failed')).toMatchObject([
    { label: 'as json', href: `/projects/${at.projectId}/export` },
  ]);
  expect(await rows().exportPart.count({ where: { exportId: { in: items.map(({ id }) => id) } } })).toBe(0);
  expect(await rows().export.count({ where: { id: { in: items.map(({ id }) => id) } } })).toBe(0);
});

it('keeps its parts as they are once it is there', async () => {
  const { body } = await makeExport({ actor: at.analyst, id: at.projectId, input: { format: 'json' } });
  const where = { exportId: body.id };
  await expect(rows().exportPart.deleteMany({ where })).rejects.toThrow('export_part_immutable');
  await expect(rows().exportPart.updateMany({ where, data: { number: 7 } })).rejects.toThrow('export_part_immutable');
});

const stop = (job: ExportJob, actor = at.analyst) => stopExport({ actor, id: job.id, input: {} });

it('is stopped by whoever asked for it, or a lead, and leaves nothing', async () => {
  const waiting = await begin();
  await expectRefusal(stop(waiting, at.other), 'forbidden');
  expect((await stop(waiting)).body).toMatchObject({ state: 'stopped', stoppedBy: { name: 'Ana' }, exportId: null });
  expect((await stop(waiting)).body).toMatchObject({ state: 'stopped' }); // again
  expect(await makeWaiting()).toBe(0);
  const lost = await begin();
  await taken(lost.id);
  await rows().exportPart.create({
    data: { projectId: at.projectId, exportId: lost.id, number: 0, content: Buffer.from('x') },
  });
  await keptOf(lost.id);
  await stop(lost, at.lead);
  expect(await makeWaiting()).toBe(0);
  expect(await leftOf(lost.id)).toBe(0);
  expect(await row(lost.id)).toMatchObject({ state: 'stopped', leaseUntil: null });
  const told = (await eventsOf(at.projectId)).filter(({ type }) => type === 'export.stopped');
  expect(told.map(({ subjectId, actorId }) => [subjectId, actorId])).toEqual([
    [waiting.id, at.analyst.userId],
    [lost.id, at.lead.userId],
  ]);
  expect(await noticesOf(lost.id)).toEqual([{ kind: 'export-stopped', userId: at.analyst.userId }]);
  expect(await noticesOf(waiting.id)).toEqual([]); // they did it themselves
  const made = await begin();
  await makeWaiting();
  await expectRefusal(stop(made), 'not-allowed-now');
  expect(await jobOf(made)).toMatchObject({ state: 'done', stoppedBy: null });
});

it('is stopped while a server is at it, which writes nothing from then on', async () => {
  const job = await begin();
  const working = await rows().$transaction(async (db) => {
    await db.$executeRaw`LOCK TABLE export_part IN EXCLUSIVE MODE`; // it comes as far as its first part
    const work = makeWaiting();
    await vi.waitFor(async () => expect(await row(job.id)).toMatchObject({ state: 'running' }));
    await stop(job);
    return { work }; // still at it
  });
  expect(await working.work).toBe(1);
  expect(await row(job.id)).toMatchObject({ state: 'stopped', attempt: 1, leaseUntil: null });
  expect(await leftOf(job.id)).toBe(0);
  expect(await rows().export.count({ where: { id: job.id } })).toBe(0);
  expect((await eventsOf(at.projectId)).filter(({ subjectId }) => subjectId === job.id)).toHaveLength(1);
});

it('was no export before it is there: what it kept of claims does not count as handed out', async () => {
  const before = await begin();
  await taken(before.id);
  const { claimId: id } = await at.approved();
  await keptOf(before.id);
  await rows().claim.update({ where: { id }, data: { status: 'rejected' } });
  const withdrawn = async () => {
    const { body } = atOnce(await makeExport({ actor: at.analyst, id: at.projectId, input: { format: 'json' } }));
    return body.manifest.withdrawn?.map((one) => one.id);
  };
  expect(await withdrawn()).toEqual([]);
  await rows().exportJob.update({ where: { id: before.id }, data: { state: 'done', endedAt: new Date() } });
  expect(await withdrawn()).toEqual([id]); // the red case: as if it had been
});
