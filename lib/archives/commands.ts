import { z } from 'zod';
import { accountCommand, command } from '@/lib/core/command';
import type { AccountContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/errors';
import { KeptFile, type Source } from '@/lib/core/kept-file';
import { id } from '@/lib/core/words';
import { findProject } from '@/lib/members/queries';
import { archiveInput, backInput, FETCHED_WITHIN, type Brought } from './archive';
import { findWayBack } from './queries/back';
import { checkArchive } from './queries/check';
import { columnsOf } from './queries/columns';
import { requireMayLeave, requireNoBlindRound } from './queries/leaving';
import { endMemberships, reviveMemberships } from './steps/back';
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
  if (plan === undefined) return { check, projectId: null, head: null };
  if (plan !== check.plan)
    throw new Refusal('stale', 'What would come is not what you saw: the file or who is known here changed since.', {
      current: { check, projectId: null, head: null },
    });
  const given = giveIds(checked.header, checked.accounts, ctx.now);
  const { projectId } = given;
  const last = await bringAll(ctx, source, checked, known, given);
  await requireQuotes(ctx.db, projectId);
  // The log that came is there by now: what follows is chained to it.
  await ctx.enter(projectId);
  const fields = [check.sha256, ...seal.written.from];
  ctx.record({ type: 'project.brought', subjectType: 'project', subjectId: projectId, version: 1, fields });
  return { check, projectId, head: last + 1 };
}

const fileInput = archiveInput.extend({ file: z.instanceof(KeptFile) });

/**
 * A whole project from its archive, which is read as it is needed: without `plan` a dry run, which writes nothing; with the plan of the
 * dry run that was seen all of it.
 */
export const bringArchive = accountCommand(
  { name: 'archive.bring', input: fileInput, lasts: HOURS },
  (ctx, { file, plan }) => bring(ctx, file.open, plan),
);

/**
 * Takes back a project that one brought in, as it was seen: its memberships end, and to everybody it is like a project that never was.
 * Its rows and its log stay, so that whoever runs the server can give it back.
 */
export const takeBackProject = command(
  { verb: 'project.take-back', input: backInput, subject: 'project', load: findProject },
  async (ctx, { head }, { id, version }) => {
    const back = await findWayBack(ctx, id);
    const begun = 'This project was begun here. Only one that came from an archive can be taken back.';
    if (!back || back.why) throw new Refusal('not-allowed-now', back?.why ?? begun);
    if (head !== back.head)
      throw new Refusal('stale', 'Something was done in this project since you saw it. It was not taken back.', {
        current: back,
      });
    ctx.record({ type: 'project.taken-back', subjectType: 'project', subjectId: id, version });
    await endMemberships(ctx, id);
    return { projectId: id };
  },
);

const givenBack = z.strictObject({ projectId: id() });
/** Gives a project back that was taken back, to all who were its members then: for the command line alone, as nobody reaches it otherwise. */
export const giveBackProject = accountCommand(
  { name: 'project.give-back', input: givenBack },
  async (ctx, { projectId }) => {
    await ctx.enter(projectId);
    const members = await reviveMemberships(ctx, projectId);
    ctx.record({ type: 'project.given-back', subjectType: 'project', subjectId: projectId, version: 1 });
    return { projectId, members };
  },
);
