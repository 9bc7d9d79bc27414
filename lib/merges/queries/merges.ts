import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import type { Person } from '@/lib/core/words';
import { statusOf, type StoredStatus } from '@/lib/claims/status';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { quotedTags } from '@/lib/highlights/queries';
import { peopleOf } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import type { Distinction, Kind, Merge, Split, Thing } from '../merge';

type Who = (id: string) => Person;

const entityFields = { select: { id: true, name: true, type: true } } as const;
const claimFields = { select: { id: true, status: true, current: { select: { statement: true } } } } as const;
type EntityRow = { id: string; name: string; type: string };
type ClaimRow = { id: string; status: StoredStatus; current: { statement: string } };

function thingOf(entity: EntityRow | null, claim: ClaimRow | null): Thing {
  if (entity) return { id: entity.id, label: entity.name, type: entity.type };
  return { id: claim!.id, label: claim!.current.statement, type: statusOf(claim!.status) };
}
const undoneOf = (row: { undoneAt: Date | null; undoneBy: string | null }, who: Who) =>
  row.undoneAt && row.undoneBy ? { by: who(row.undoneBy), at: row.undoneAt.toISOString() } : null;

const mergeFields = {
  survivorEntity: entityFields,
  mergedEntity: entityFields,
  survivorClaim: claimFields,
  mergedClaim: claimFields,
} as const satisfies Prisma.MergeInclude;

const mergeOf = (row: Prisma.MergeGetPayload<{ include: typeof mergeFields }>, who: Who): Merge => ({
  id: row.id,
  projectId: row.projectId,
  kind: row.mergedEntity ? 'entity' : 'claim',
  survivor: thingOf(row.survivorEntity, row.survivorClaim),
  merged: thingOf(row.mergedEntity, row.mergedClaim),
  reason: row.reason,
  author: who(row.createdBy),
  createdAt: row.createdAt.toISOString(),
  undone: undoneOf(row, who),
  version: row.version,
});

/** One merge, undone or not. Throws `not-found`. */
export async function findMerge(ctx: ReadContext, id: string): Promise<Merge> {
  const row = await ctx.db.merge.findFirst({ where: { id }, include: mergeFields });
  if (!row) throw notFound();
  return mergeOf(row, await peopleOf(ctx, row.projectId));
}

/** All merges into these things or of them, the standing ones first, the latest first. */
export async function mergesOf(ctx: ReadContext, projectId: string, ids: string[]): Promise<Merge[]> {
  const among = { in: ids };
  const rows = await ctx.db.merge.findMany({
    where: {
      OR: [
        { survivorEntityId: among },
        { mergedEntityId: among },
        { survivorClaimId: among },
        { mergedClaimId: among },
      ],
    },
    include: mergeFields,
    orderBy: [{ undoneAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }, { id: 'asc' }],
  });
  const who = await peopleOf(ctx, projectId);
  return rows.map((row) => mergeOf(row, who));
}

/** A thing with all that was merged into it, itself first. */
export async function groupOf(ctx: ReadContext, kind: Kind, id: string): Promise<string[]> {
  const where = { survivorId: id };
  const select = { id: true };
  const rows =
    kind === 'entity'
      ? await ctx.db.entity.findMany({ where, select })
      : await ctx.db.claim.findMany({ where, select });
  return [id, ...rows.map((row) => row.id)];
}

/** Of these ids those that were merged, each with its survivor's. */
export async function survivorsAmong(ctx: ReadContext, kind: Kind, ids: string[]): Promise<Map<string, string>> {
  const args = { where: { id: { in: ids }, survivorId: { not: null } }, select: { id: true, survivorId: true } };
  const rows = kind === 'entity' ? await ctx.db.entity.findMany(args) : await ctx.db.claim.findMany(args);
  return new Map(rows.map(({ id, survivorId }) => [id, survivorId!]));
}

/** What an undo of this merge frees: the merged thing, then all that had been merged into it and still is. */
export async function freedBy(ctx: ReadContext, mergeId: string): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE freed AS (
      SELECT coalesce(merged_entity_id, merged_claim_id) AS id, 0 AS depth FROM merge WHERE id = ${mergeId}::uuid
      UNION
      SELECT coalesce(m.merged_entity_id, m.merged_claim_id), f.depth + 1 FROM merge m
      JOIN freed f ON f.id = coalesce(m.survivor_entity_id, m.survivor_claim_id) WHERE m.undone_at IS NULL
    ) SELECT id FROM freed ORDER BY depth, id`;
  return rows.map((row) => row.id);
}

const targets = { entity: ['entityId', 'speakerId'], claim: ['claimId'] } as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Tags that were given another target since: their own writes say so in the log. */
async function retargetedSince(ctx: ReadContext, { projectId, kind, createdAt }: Merge): Promise<string[]> {
  const events = await ctx.db.event.findMany({
    where: {
      AND: [
        visible(ctx),
        { projectId, at: { gte: new Date(createdAt) }, type: { in: ['tag.saved', 'tags.saved'] } },
        { OR: targets[kind].map((column) => ({ fields: { has: column } })) },
      ],
    },
    select: { subjectId: true, subjectType: true, fields: true },
  });
  return events.flatMap(({ subjectId, subjectType, fields }) =>
    subjectType === 'tag' ? [subjectId] : fields.filter((field) => UUID.test(field)),
  );
}

/** The tags on these that came since the merge: made since, or given another target. */
async function cameTo(ctx: ReadContext, merge: Merge, ids: string[]): Promise<QuotedTag[]> {
  const came = [{ createdAt: { gte: new Date(merge.createdAt) } }, { id: { in: await retargetedSince(ctx, merge) } }];
  const on = targets[merge.kind].map((column) => ({ [column]: { in: ids } }));
  return quotedTags(ctx, merge.projectId, { AND: [{ OR: came }, { OR: on }] });
}

/**
 * The tags that an undo asks about: those that came, since the merge, to the survivor or to what else is merged with it. Whatever was
 * sent to the merged one itself is known to mean it, and goes back unasked.
 */
export async function tagsSince(ctx: ReadContext, merge: Merge): Promise<QuotedTag[]> {
  if (merge.undone) return [];
  const freed = await freedBy(ctx, merge.id);
  const group = await groupOf(ctx, merge.kind, await rootId(ctx, merge));
  return cameTo(
    ctx,
    merge,
    group.filter((id) => !freed.includes(id)),
  );
}

/** What stands at the end of the chain that a merge began. */
export async function rootId(ctx: ReadContext, { kind, merged }: Merge): Promise<string> {
  const args = { where: { id: merged.id }, select: { survivorId: true } };
  const row =
    kind === 'entity' ? await ctx.db.entity.findUniqueOrThrow(args) : await ctx.db.claim.findUniqueOrThrow(args);
  return row.survivorId ?? merged.id;
}

/** A merge with the tags that came since: those that its undo asks about, and those that go back unasked. Throws `not-found`. */
export async function readMerge(ctx: ReadContext, id: string) {
  const merge = await findMerge(ctx, id);
  const since = await tagsSince(ctx, merge);
  const known = new Set(since.map((tag) => tag.id));
  const sent = merge.undone ? [] : await cameTo(ctx, merge, await freedBy(ctx, id));
  // A citation that names one as its speaker and the other as what it is about is asked about.
  return { ...merge, since, sentTo: sent.filter((tag) => !known.has(tag.id)) };
}

/** One tag of a split as it stood before. */
export type MovedTag = { id: string; entityId: string };
export type Moved = { tags: MovedTag[]; aliases: string[] };

const splitFields = { entity: entityFields, newEntity: entityFields } as const satisfies Prisma.SplitInclude;
const splitOf = (row: Prisma.SplitGetPayload<{ include: typeof splitFields }>, who: Who): Split & { moved: Moved } => {
  const moved = row.moved as Moved;
  return {
    id: row.id,
    projectId: row.projectId,
    from: thingOf(row.entity, null),
    entity: thingOf(row.newEntity, null),
    mentions: moved.tags.length,
    reason: row.reason,
    author: who(row.createdBy),
    createdAt: row.createdAt.toISOString(),
    undone: undoneOf(row, who),
    version: row.version,
    moved,
  };
};

/** One split with what it moved. Throws `not-found`. */
export async function findSplit(ctx: ReadContext, id: string) {
  const row = await ctx.db.split.findFirst({ where: { id }, include: splitFields });
  if (!row) throw notFound();
  return splitOf(row, await peopleOf(ctx, row.projectId));
}

/** One split as it is told: what it moved is for its undo alone. Throws `not-found`. */
export async function readSplit(ctx: ReadContext, id: string): Promise<Split> {
  const { moved: _, ...split } = await findSplit(ctx, id);
  return split;
}

/** Splits off these entities, and those that made them. */
export async function splitsOf(ctx: ReadContext, projectId: string, ids: string[]): Promise<Split[]> {
  const rows = await ctx.db.split.findMany({
    where: { OR: [{ entityId: { in: ids } }, { newEntityId: { in: ids } }] },
    include: splitFields,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  const who = await peopleOf(ctx, projectId);
  return rows.map((row) => splitOf(row, who)).map(({ moved: _, ...split }) => split);
}

const distinctionFields = {
  lowEntity: entityFields,
  highEntity: entityFields,
  lowClaim: claimFields,
  highClaim: claimFields,
} as const satisfies Prisma.DistinctionInclude;

const distinctionOf = (
  row: Prisma.DistinctionGetPayload<{ include: typeof distinctionFields }>,
  who: Who,
): Distinction => ({
  id: row.id,
  projectId: row.projectId,
  kind: row.lowEntity ? 'entity' : 'claim',
  things: [thingOf(row.lowEntity, row.lowClaim), thingOf(row.highEntity, row.highClaim)],
  sameness: row.sameness,
  reason: row.reason,
  author: who(row.authorId),
  createdAt: row.createdAt.toISOString(),
  version: row.version,
});

/** One distinction; withdrawn ones only on demand. Throws `not-found`. */
export async function findDistinction(ctx: ReadContext, id: string, withdrawn = false): Promise<Distinction> {
  const row = await ctx.db.distinction.findFirst({
    where: { id, deletedAt: withdrawn ? { not: null } : null },
    include: distinctionFields,
  });
  if (!row) throw notFound();
  return distinctionOf(row, await peopleOf(ctx, row.projectId));
}

/** Standing distinctions that fit `where`, the latest first. */
export async function distinctionsWhere(
  ctx: ReadContext,
  projectId: string,
  where: Prisma.DistinctionWhereInput,
): Promise<Distinction[]> {
  const rows = await ctx.db.distinction.findMany({
    where: { AND: [where, { projectId, deletedAt: null }] },
    include: distinctionFields,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  const who = await peopleOf(ctx, projectId);
  return rows.map((row) => distinctionOf(row, who));
}

/** What is said of pairs with one thing in each of these groups; of any pair with one in the first, where there is no second. */
export function distinctionsBetween(
  ctx: ReadContext,
  projectId: string,
  ones: string[],
  others: string[] | null,
): Promise<Distinction[]> {
  const one = { in: ones };
  const other = others === null ? { not: null } : { in: others };
  return distinctionsWhere(ctx, projectId, {
    OR: [
      { lowEntityId: one, highEntityId: other },
      { lowEntityId: other, highEntityId: one },
      { lowClaimId: one, highClaimId: other },
      { lowClaimId: other, highClaimId: one },
    ],
  });
}
