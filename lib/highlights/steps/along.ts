import type { Prisma } from '@/prisma/generated/client';
import type { WriteContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/errors';
import { notGone } from '@/lib/entities/queries';
import { deletedAmong } from '@/lib/entities/queries/deleted';
import { openBlindRounds } from '@/lib/rounds/steps';
import type { Along } from '../highlight';

// Entities and claims that were made along with tags, in the same write: whoever takes that write back takes them back, too.

const living = { deletedAt: null, highlight: { deletedAt: null } };

/** Own claims of these that stand as they were made and that nothing rests on. */
const idleClaims = ({ actor, projectId }: WriteContext, ids: string[]): Prisma.ClaimWhereInput => ({
  ...{ id: { in: ids }, projectId, createdBy: actor.userId, deletedAt: null, status: 'draft' as const, wording: 1 },
  ...{ citations: { none: living }, assessments: { none: {} }, threads: { none: {} }, cameFrom: { none: {} } },
  ...{ answers: { none: {} }, holds: { none: {} }, grades: { none: {} }, absorbed: { none: {} } },
  ...{ roundItems: { none: {} }, exported: { none: {} }, sharedLinks: { none: {} } },
});

/** The same of entities. */
const idleEntities = ({ actor, projectId }: WriteContext, ids: string[]): Prisma.EntityWhereInput => {
  const wordings = { none: { currentOf: notGone } };
  return {
    ...{ id: { in: ids }, projectId, createdBy: actor.userId, deletedAt: null, protectedAt: null },
    ...{ versions: { none: {} }, mentions: { none: living }, spokenIn: { none: living } },
    ...{ subjectOf: wordings, objectOf: wordings, placeOf: wordings, sources: { none: { deletedAt: null } } },
    ...{ absorbed: { none: {} }, threads: { none: {} }, grades: { none: {} }, splits: { none: {} } },
    ...{ splitOff: { none: {} } },
  };
};

/** With these entities the institutions that the same write made for them: a write has one time of its own. */
async function withInstitutions({ db, projectId, actor }: WriteContext, ids: string[]): Promise<string[]> {
  const made = await db.$queryRaw<{ id: string }[]>`SELECT DISTINCT i.id FROM entity e JOIN entity i
    ON i.id = e.institution_id AND i.created_at = e.created_at AND i.created_by = e.created_by
    WHERE e.id = ANY (${ids}::uuid[]) AND e.project_id = ${projectId}::uuid AND e.created_by = ${actor.userId}::uuid`;
  return [...ids, ...made.map(({ id }) => id).filter((id) => !ids.includes(id))];
}

type Row = { id: string; version: number };

function record(ctx: WriteContext, subjectType: 'entity' | 'claim', what: 'deleted' | 'restored', rows: Row[]): void {
  for (const { id, version } of rows)
    ctx.record({ type: `${subjectType}.${what}`, subjectType, subjectId: id, version: version + 1 });
}

async function takeEntities(ctx: WriteContext, ids: string[]): Promise<Row[]> {
  const entities = await ctx.db.entity.findMany({ where: idleEntities(ctx, ids), select: { id: true, version: true } });
  const data = { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version: { increment: 1 } };
  await ctx.db.entity.updateMany({ where: { id: { in: entities.map(({ id }) => id) } }, data });
  return entities;
}

/**
 * Deletes what was made along with tags that are being deleted, after them: what is one's own, was never changed, and is named
 * nowhere else. The rest stays and nothing is said of it. While a blind round is open all stays: hidden work may name it.
 */
export async function takeAlong(ctx: WriteContext, along?: Along): Promise<void> {
  if (!along || along.entityIds.length + along.claimIds.length === 0) return;
  if ((await openBlindRounds(ctx)).length > 0) return;
  const data = { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version: { increment: 1 } };
  const select = { id: true, version: true };
  const claims = await ctx.db.claim.findMany({ where: idleClaims(ctx, along.claimIds), select });
  await ctx.db.claim.updateMany({ where: { id: { in: claims.map(({ id }) => id) } }, data });
  // After the claims, which may have named them; institutions after the sources that belong to them.
  const sources = await takeEntities(ctx, along.entityIds);
  const all = await withInstitutions(
    ctx,
    sources.map(({ id }) => id),
  );
  const institutions = await takeEntities(ctx, all.slice(sources.length));
  record(ctx, 'claim', 'deleted', claims);
  record(ctx, 'entity', 'deleted', [...sources, ...institutions]);
}

/** Brings back what `takeAlong` took, before the tags that name it. */
export async function bringAlong(ctx: WriteContext, along?: Along): Promise<void> {
  if (!along || along.entityIds.length + along.claimIds.length === 0) return;
  const userId = ctx.actor.userId;
  const mine = { projectId: ctx.projectId, createdBy: userId, deletedBy: userId, survivorId: null };
  const data = { deletedAt: null, deletedBy: null, version: { increment: 1 } };
  const select = { id: true, version: true };
  const comers = await withInstitutions(ctx, along.entityIds);
  const entities = await ctx.db.entity.findMany({ where: { id: { in: comers }, ...mine }, select });
  await ctx.db.entity.updateMany({ where: { id: { in: entities.map(({ id }) => id) } }, data });
  const claims = await ctx.db.claim.findMany({ where: { id: { in: along.claimIds }, ...mine }, select });
  const ids = claims.map(({ id }) => id);
  await ctx.db.claim.updateMany({ where: { id: { in: ids } }, data });
  const named = { some: { currentOf: { id: { in: ids } } } };
  await refuseDeleted(ctx, [{ subjectOf: named }, { objectOf: named }, { placeOf: named }]);
  record(ctx, 'entity', 'restored', entities);
  record(ctx, 'claim', 'restored', claims);
}

/** Refuses to bring tags back whose entity or speaker was deleted meanwhile. Throws `not-allowed-now` with their names. */
export const requireNamed = (ctx: WriteContext, tags: Prisma.TagWhereInput): Promise<void> =>
  refuseDeleted(ctx, [{ mentions: { some: tags } }, { spokenIn: { some: tags } }]);

async function refuseDeleted(ctx: WriteContext, named: Prisma.EntityWhereInput[]): Promise<void> {
  const missing = await deletedAmong(ctx, { projectId: ctx.projectId, OR: named });
  if (missing.length)
    throw new Refusal('not-allowed-now', 'What this names was deleted: bring that back first.', { missing });
}
