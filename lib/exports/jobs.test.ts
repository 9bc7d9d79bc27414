import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { read, snapshot } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows } from '@/lib/core/testing';
import { listNotifications } from '@/lib/notifications/queries';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { atOnce } from './at-once.fixtures';
import { finishExport, makeExport, makingExport } from './commands';
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
  expect(await makeWaiting()).toBe(0);
  await taken(job.id, 1, new Date(Date.now() - 1));
  expect(await makeWaiting()).toBe(1);
  expect(await row(job.id)).toMatchObject({ state: 'done', attempt: 2 });
  expect(JSON.parse(Buffer.from(await bytesOf(job.id)).toString())).toHaveProperty('claims.length', 2);
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
