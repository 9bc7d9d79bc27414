import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { makeExport } from '@/lib/exports/commands';
import { exportFormats } from '@/lib/exports/export-formats';
import { isJob, type ExportJob, type MadeExport } from '@/lib/exports/export';
import { makeWaiting } from '@/lib/exports/jobs';
import { findExportJob } from '@/lib/exports/queries/export-jobs';
import { findExport } from '@/lib/exports/queries/exports';
import { openParts } from '@/lib/exports/queries/parts';
import { actorOf, projectOf } from './import';
import { Misuse, refused, type Speech } from './speech';

export const formatsListed = exportFormats.join(', ');

/** A large export is made here, unless a server took it up; either way its progress is told. */
async function waitFor(begun: ExportJob, actor: Actor, passing: Speech['passing']): Promise<MadeExport> {
  const making = makeWaiting();
  for (let job = begun; ; job = await read(actor, (ctx) => findExportJob(ctx, begun.id))) {
    if (job.state === 'failed') throw refused(`The export was not made: ${job.failure ?? ''}`);
    if (job.state === 'done') break;
    passing(`${job.claims} of ${job.total ?? '…'} claims …`);
    await Promise.race([making, pause(1000)]);
    await pause(100);
  }
  await making;
  return read(actor, (ctx) => findExport(ctx, begun.id));
}

/** Makes an export as the door does, kept and logged, and writes its bytes to a file that was not there. */
export async function exportProject(
  where: { project: string; format: string; out: string; as?: string },
  { say, passing }: Speech,
) {
  if (!(exportFormats as readonly string[]).includes(where.format))
    throw new Misuse(`There is no format “${where.format}”. Say --format with one of: ${formatsListed}.`);
  const id = await projectOf(where.project);
  const actor = await actorOf(id, where.as);
  passing('exporting …');
  const { body: answer } = await makeExport({ actor, id, input: { format: where.format } });
  const body = isJob(answer) ? await waitFor(answer, actor, passing) : answer;
  const { parts } = await read(actor, (ctx) => openParts(ctx, body.id));
  try {
    await pipeline(Readable.from(parts()), createWriteStream(where.out, { flags: 'wx' }));
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'it exists already' : (error as Error).message;
    throw refused(`Cannot write ${where.out}: ${why}. The export is kept in the project; name another file.`);
  }
  say(`Exported ${body.manifest.counts.claims ?? 0} claims as ${where.format}: ${where.out}`);
  say(`SHA-256 ${body.sha256}`);
}
