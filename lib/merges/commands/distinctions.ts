import { z } from 'zod';
import { findClaim, readClaim } from '@/lib/claims/queries/claims';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { invalid } from '@/lib/core/errors';
import { findEntity, readEntity } from '@/lib/entities/queries';
import { distinctionInput, type Distinction, type Thing } from '../merge';
import { distinctionsWhere, findDistinction } from '../queries/merges';
import { addDistinctionRow, pairOf, recordOfSaying } from '../steps';

const nothing = z.strictObject({});

/** The other one, or what it was merged into; it must be of this project. */
function inProject(ctx: WriteContext, found: { projectId: string } | null): void {
  if (found?.projectId !== ctx.projectId)
    throw invalid([{ path: 'otherId', message: 'There is no such thing in the project.' }]);
}

/** Records that an entity is not another, or may be: remembered, and held against whoever would merge them. */
export const distinguishEntity = command(
  { verb: 'distinction.add', input: distinctionInput, subject: 'entity', load: findEntity, status: 201 },
  async (ctx, { otherId, ...said }, { id, name, type }) => {
    const found = await readEntity(ctx, otherId).catch(() => null);
    inProject(ctx, found);
    const other: Thing = { id: found!.id, label: found!.name, type: found!.type };
    return findDistinction(ctx, await addDistinctionRow(ctx, 'entity', [{ id, label: name, type }, other], said));
  },
);

/** The same of claims. */
export const distinguishClaim = command(
  { verb: 'distinction.add', input: distinctionInput, subject: 'claim', load: findClaim, status: 201 },
  async (ctx, { otherId, ...said }, { id, statement, status }) => {
    const found = await readClaim(ctx, otherId).catch(() => null);
    inProject(ctx, found);
    const other: Thing = { id: found!.id, label: found!.statement, type: found!.status };
    const one: Thing = { id, label: statement, type: status };
    return findDistinction(ctx, await addDistinctionRow(ctx, 'claim', [one, other], said));
  },
);

const idsOf = ({ things: [one, other] }: Distinction): [string, string] => [one.id, other.id];

/** Withdraws what was said of a pair: its author does, or a lead. */
export const withdrawDistinction = command(
  { verb: 'distinction.withdraw', input: nothing, subject: 'distinction', load: findDistinction, ifMatch: true },
  async (ctx, _, distinction) => {
    await ctx.db.distinction.update({
      where: { id: distinction.id },
      data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version: { increment: 1 } },
    });
    await recordOfSaying(ctx, distinction.kind, idsOf(distinction), distinction.sameness, 'un');
    return { ...distinction, version: distinction.version + 1 };
  },
);

/** Says it again; whatever was said of the pair meanwhile gives way. */
export const restoreDistinction = command(
  {
    verb: 'distinction.withdraw',
    input: nothing,
    subject: 'distinction',
    load: (ctx, id) => findDistinction(ctx, id, true),
    ifMatch: true,
  },
  async (ctx, _, distinction) => {
    const { kind, id, sameness } = distinction;
    const pair = pairOf(kind, ...idsOf(distinction));
    const standing = await distinctionsWhere(ctx, ctx.projectId, pair);
    const gone = { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version: { increment: 1 } };
    await ctx.db.distinction.updateMany({ where: { id: { in: standing.map((one) => one.id) } }, data: gone });
    await ctx.db.distinction.update({
      where: { id },
      data: { deletedAt: null, deletedBy: null, version: { increment: 1 } },
    });
    await recordOfSaying(ctx, kind, idsOf(distinction), sameness, 're');
    return findDistinction(ctx, id);
  },
);
