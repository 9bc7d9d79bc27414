import { createWriteStream, existsSync } from 'node:fs';
import path from 'node:path';
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
import { findExport, readManifest } from '@/lib/exports/queries/exports';
import { openParts } from '@/lib/exports/queries/parts';
import { manifestName } from '@/lib/formats/manifest-file';
import { tlps } from '@/lib/formats/marking';
import { actorOf, projectOf } from './import';
import { Misuse, refused, type Speech } from './speech';

export const formatsListed = exportFormats.join(', ');

/** A large export is made here, unless a server took it up; either way its progress is told. */
async function waitFor(begun: ExportJob, actor: Actor, passing: Speech['passing']): Promise<MadeExport> {
  const making = makeWaiting();
  for (let job = begun; ; job = await read(actor, (ctx) => findExportJob(ctx, begun.id))) {
    if (job.state === 'failed') throw refused(`The export was not made: ${job.failure ?? ''}`);
    if (job.state === 'stopped') throw refused(`The export was stopped by ${job.stoppedBy?.name ?? 'somebody'}.`);
    if (job.state === 'done') break;
    passing(`${job.claims} of ${job.total ?? '…'} claims …`);
    await Promise.race([making, pause(1000)]);
    await pause(100);
  }
  await making;
  return read(actor, (ctx) => findExport(ctx, begun.id));
}

/** Writes to a file that was not there. */
async function write(file: string, content: AsyncIterable<Uint8Array> | Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(content), createWriteStream(file, { flags: 'wx' }));
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'it exists already' : (error as Error).message;
    throw refused(`Cannot write ${file}: ${why}. The export is kept in the project; name another file.`);
  }
}

/** Looks before anything is made whether the file and its manifest can be written: an export that nobody got would stand in the log. */
function requireFree(file: string): void {
  const folder = path.dirname(path.resolve(file));
  const why = !existsSync(folder)
    ? `there is no folder ${folder}`
    : [file, manifestName(file)].filter((one) => existsSync(one)).map((one) => `${one} exists already`)[0];
  if (why) throw refused(`Cannot write ${file}: ${why}. Nothing was exported; name another file.`);
}

type Where = {
  project: string;
  format: string;
  out: string;
  as?: string;
  /** An earlier export by its id: only what changed since, and what was withdrawn. */
  since?: string;
  /** Of the approved claims these alone, by id. */
  claim?: string[];
  marking?: string;
  ceiling?: string;
};

/** What can be told of an option before anything is asked of the project. */
function requireOneOf(option: string, value: string | undefined, known: readonly string[]): void {
  if (value !== undefined && !known.includes(value))
    throw new Misuse(`There is no ${option} “${value}”. Say --${option} with one of: ${known.join(', ')}.`);
}

/** Makes an export as the door does, kept and logged, and writes its bytes and, beside them, its manifest to files that were not there. */
export async function exportProject(where: Where, { say, passing }: Speech) {
  requireOneOf('format', where.format, exportFormats);
  requireOneOf('ceiling', where.ceiling, tlps);
  requireOneOf('marking', where.marking, tlps);
  requireFree(where.out);
  const id = await projectOf(where.project);
  const actor = await actorOf(id, where.as);
  passing('exporting …');
  const { format, since, claim: claimIds, marking, ceiling } = where;
  const filter = { ...(since ? { since } : {}), ...(claimIds ? { claimIds } : {}) };
  const input = { format, marking, ceiling, filter };
  const { body: answer } = await makeExport({ actor, id, input });
  const body = isJob(answer) ? await waitFor(answer, actor, passing) : answer;
  const { parts } = await read(actor, (ctx) => openParts(ctx, body.id));
  const { body: manifest } = await read(actor, (ctx) => readManifest(ctx, body.id));
  await write(where.out, parts());
  await write(manifestName(where.out), [manifest]);
  say(`Exported ${body.manifest.counts.claims ?? 0} claims as ${where.format}: ${where.out}`);
  const withdrawn = body.manifest.withdrawn?.length ?? 0;
  if (since) say(`Withdrawn since: ${withdrawn}. What became of each claim stands in the file.`);
  say(`The export has the id ${body.id}: --since tells later what changed after it.`);
  say(`SHA-256 ${body.sha256}, and all else that vouches for it: ${manifestName(where.out)}`);
}
