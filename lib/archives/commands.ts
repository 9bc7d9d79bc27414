import { Readable } from 'node:stream';
import { z } from 'zod';
import { accountCommand, command } from '@/lib/core/command';
import type { AccountContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/errors';
import { findProject } from '@/lib/members/queries';
import { archiveInput, FETCHED_WITHIN, type Brought } from './archive';
import { checkArchive } from './queries/check';
import { columnsOf } from './queries/columns';
import type { Source } from './queries/file';
import { requireMayLeave, requireNoBlindRound } from './queries/leaving';
import { bringAll } from './steps/bringing';
import { giveIds } from './steps/ids';
import { requireQuotes } from './steps/quotes';

const nothing = z.strictObject({});
const HOURS = 3_600_000; // ms

/** Says in the log that somebody takes a copy of all there is; for a while they may then fetch it. */
export const takeArchive = command(
  { verb: 'archive.take', input: nothing, subject: 'project', load: findProject },
  async (ctx, _, { id, version }) => {
    await requireMayLeave(ctx, id);
    ctx.record({ type: 'project.archived', subjectType: 'project', subjectId: id, version });
    return { projectId: id, until: new Date(ctx.now.getTime() + FETCHED_WITHIN).toISOString() };
  },
);

/** The same for whoever runs the server: they have the database anyway, and are told what the file gives away. */
export const takeForOperator = command(
  { verb: 'archive.take', input: nothing, subject: 'project', load: findProject },
  async (ctx, _, { id, version }) => {
    await requireNoBlindRound(ctx, id);
    ctx.record({ type: 'project.archived', subjectType: 'project', subjectId: id, version });
    return { projectId: id };
  },
);

async function bring(ctx: AccountContext, source: Source, plan: string | undefined): Promise<Brought> {
  const known = await columnsOf(ctx.db);
  const checked = await checkArchive(ctx.db, source, known);
  const { check, seal } = checked;
  if (plan === undefined) return { check, projectId: null };
  if (plan !== check.plan)
    throw new Refusal('stale', 'What would come is not what you saw: the file or who is known here changed since.', {
      current: { check, projectId: null },
    });
  const given = giveIds(checked.header, checked.accounts, ctx.now);
  const { projectId } = given;
  await bringAll(ctx, source, checked, known, given);
  await requireQuotes(ctx.db, projectId);
  // The log that came is there by now: what follows is chained to it.
  await ctx.enter(projectId);
  const fields = [check.sha256, ...seal.written.from];
  ctx.record({ type: 'project.brought', subjectType: 'project', subjectId: projectId, version: 1, fields });
  return { check, projectId };
}

/** A whole project from its archive: without `plan` a dry run, which writes nothing; with the plan of the dry run that was seen all of it. */
export const bringArchive = accountCommand(
  { name: 'archive.bring', input: archiveInput, lasts: HOURS },
  (ctx, { archive, plan }) => bring(ctx, () => Readable.from([Buffer.from(archive, 'utf8')]), plan),
);

/** A file on its way through a command: its name is what a repeated key is compared by. */
export class ArchiveFile {
  constructor(
    readonly name: string,
    readonly open: Source,
  ) {}
  toJSON() {
    return this.name;
  }
}
const fileInput = z.strictObject({ file: z.instanceof(ArchiveFile), plan: archiveInput.shape.plan });

/** The same from a file of any size, which is read as it is needed. */
export const bringArchiveFile = accountCommand(
  { name: 'archive.bring-file', input: fileInput, lasts: HOURS },
  (ctx, { file, plan }) => bring(ctx, file.open, plan),
);
