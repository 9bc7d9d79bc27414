import { z } from 'zod';
import { findClaim, readClaim } from '@/lib/claims/queries/claims';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import { oneOf } from '@/lib/entities/queries';
import { refusalInput, type ContradictionRefusal } from '../question';
import { findContradictionRefusal } from '../queries/contradictions';

const nothing = z.strictObject({});

/** Says on both claims what became of an offer; the other's id stands in the fields. */
async function recordOfBoth(ctx: WriteContext, ids: [string, string], what: 'refused' | 'allowed'): Promise<void> {
  for (const [id, other] of [ids, [ids[1], ids[0]] as const]) {
    const { version } = await ctx.db.claim.findUniqueOrThrow({ where: { id }, select: { version: true } });
    ctx.record({ type: `contradiction.${what}`, subjectType: 'claim', subjectId: id, version, fields: [other] });
  }
}

const standingBetween = (ctx: WriteContext, [one, other]: [string, string]) =>
  ctx.db.refusedContradiction.findFirst({
    where: {
      deletedAt: null,
      OR: [
        { low: oneOf([one]), high: oneOf([other]) },
        { low: oneOf([other]), high: oneOf([one]) },
      ],
    },
    select: { id: true },
  });

/** Says that two contradicting claims make no question: remembered, and not offered again. */
export const refuseContradiction = command(
  { verb: 'contradiction.refuse', input: refusalInput, subject: 'claim', load: findClaim, status: 201 },
  async (ctx, { otherId, reason }, { id }) => {
    const other = await readClaim(ctx, otherId).catch(() => null);
    if (other?.projectId !== ctx.projectId || other.id === id)
      throw invalid([{ path: 'otherId', message: 'There is no other claim like that in the project.' }]);
    const standing = await standingBetween(ctx, [id, other.id]);
    if (standing) return findContradictionRefusal(ctx, standing.id);
    const [lowId, highId] = [id, other.id].sort() as [string, string];
    const made = await ctx.db.refusedContradiction.create({
      data: {
        ...{ projectId: ctx.projectId, lowId, highId, reason: reason ?? null },
        ...{ authorId: ctx.actor.userId, createdAt: ctx.now },
      },
      select: { id: true },
    });
    await recordOfBoth(ctx, [lowId, highId], 'refused');
    return findContradictionRefusal(ctx, made.id);
  },
);

const idsOf = ({ claims: [one, other] }: ContradictionRefusal): [string, string] => [one.id, other.id];

/** Lets a refused contradiction be offered again. */
export const allowContradiction = command(
  {
    verb: 'contradiction.refuse',
    input: nothing,
    subject: 'refused_contradiction',
    load: findContradictionRefusal,
  },
  async (ctx, _, refusal) => {
    await ctx.db.refusedContradiction.update({
      where: { id: refusal.id },
      data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version: { increment: 1 } },
    });
    await recordOfBoth(ctx, idsOf(refusal), 'allowed');
    return { ...refusal, version: refusal.version + 1 };
  },
);

/** Refuses again what was let be offered: the undo of that. */
export const refuseContradictionAgain = command(
  {
    verb: 'contradiction.refuse',
    input: nothing,
    subject: 'refused_contradiction',
    load: (ctx, id) => findContradictionRefusal(ctx, id, true),
  },
  async (ctx, _, refusal) => {
    if (await standingBetween(ctx, idsOf(refusal)))
      throw new Refusal('not-allowed-now', 'Somebody refused this again since.');
    await ctx.db.refusedContradiction.update({
      where: { id: refusal.id },
      data: { deletedAt: null, deletedBy: null, version: { increment: 1 } },
    });
    await recordOfBoth(ctx, idsOf(refusal), 'refused');
    return findContradictionRefusal(ctx, refusal.id);
  },
);
