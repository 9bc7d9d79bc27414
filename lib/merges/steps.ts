import type { WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import type { Distinction, Kind, Sameness, Thing } from './merge';
import { distinctionsBetween, groupOf } from './queries/merges';

/** A thing's page. */
const hrefOf = (projectId: string, kind: Kind, id: string) =>
  `/projects/${projectId}/${kind === 'entity' ? 'entities' : 'claims'}/${id}`;

/** Refuses one thing twice: itself, or what was merged into it. */
export function requireTwo(one: Thing, other: Thing, group: string[]): void {
  if (one.id !== other.id && !group.includes(other.id)) return;
  throw invalid([{ path: 'otherId', message: `“${other.label}” and “${one.label}” are one already.` }]);
}

/** Somebody said that two are not the same: nobody merges them before that is withdrawn. Throws `not-allowed-now` with who and why. */
export async function requireUndistinguished(ctx: WriteContext, kind: Kind, one: Thing, other: Thing): Promise<void> {
  const [ones, others] = [await groupOf(ctx, kind, one.id), await groupOf(ctx, kind, other.id)];
  requireTwo(one, other, ones);
  const said = await distinctionsBetween(ctx, ctx.projectId, ones, others);
  const against = said.filter(({ sameness }) => sameness === 'different');
  if (against.length === 0) return;
  throw new Refusal('not-allowed-now', defence(against[0]!), {
    missing: against.map((distinction) => ({
      code: 'distinction',
      words: defence(distinction),
      href: hrefOf(ctx.projectId, kind, one.id),
    })),
    distinctions: against,
  });
}

const defence = ({ things: [one, other], author, reason }: Distinction): string =>
  `${author.name} says that “${one.label}” and “${other.label}” are not the same: ${reason} They or a lead can withdraw that.`;

/** Sets who survives: `survivorId` null lets a thing live on its own again. Versions rise. */
export async function setSurvivor(ctx: WriteContext, kind: Kind, ids: string[], survivorId: string | null) {
  if (ids.length === 0) return;
  const gone = survivorId === null ? null : ctx.now;
  const who = survivorId === null ? null : ctx.actor.userId;
  const where = { id: { in: ids } };
  const data = { survivorId, deletedAt: gone, deletedBy: who, version: { increment: 1 } };
  if (kind === 'entity') await ctx.db.entity.updateMany({ where, data });
  else await ctx.db.claim.updateMany({ where, data: { ...data, updatedAt: ctx.now } });
}

/** Something about a thing has changed that its own row does not show. */
export async function touchThing(ctx: WriteContext, kind: Kind, id: string): Promise<void> {
  const version = { increment: 1 };
  if (kind === 'entity') await ctx.db.entity.update({ where: { id }, data: { version } });
  else await ctx.db.claim.update({ where: { id }, data: { version, updatedAt: ctx.now } });
}

/** The versions that things have now. */
async function versionsOf(ctx: WriteContext, kind: Kind, ids: string[]): Promise<Map<string, number>> {
  const args = { where: { id: { in: ids } }, select: { id: true, version: true } };
  const rows = kind === 'entity' ? await ctx.db.entity.findMany(args) : await ctx.db.claim.findMany(args);
  return new Map(rows.map((row) => [row.id, row.version]));
}

const saidWords = { different: 'distinguished', maybe: 'likened' } as const;
type Said = (typeof saidWords)[Sameness];
type Happened = 'merged' | 'merged-away' | 'unmerged' | 'freed' | `${'' | 'un' | 're'}${Said}`;

/** Says what happened on each of a pair, so that the history of either shows it; the other's id stands in the fields. */
export async function recordOfPair(
  ctx: WriteContext,
  kind: Kind,
  [one, other]: readonly [string, string],
  [ofOne, ofOther]: readonly [Happened, Happened],
): Promise<void> {
  const versions = await versionsOf(ctx, kind, [one, other]);
  const version = (id: string) => versions.get(id) ?? 1;
  ctx.record({ type: `${kind}.${ofOne}`, subjectType: kind, subjectId: one, version: version(one), fields: [other] });
  ctx.record({
    type: `${kind}.${ofOther}`,
    subjectType: kind,
    subjectId: other,
    version: version(other),
    fields: [one],
  });
}

/** Says on each of a pair that something was said of the two, was taken back (`un`) or is said again (`re`). */
export function recordOfSaying(
  ctx: WriteContext,
  kind: Kind,
  pair: readonly [string, string],
  sameness: Sameness,
  again: '' | 'un' | 're' = '',
): Promise<void> {
  const happened = `${again}${saidWords[sameness]}` as const;
  return recordOfPair(ctx, kind, pair, [happened, happened]);
}

/** The columns of a pair, the lower id first. */
export function pairOf(kind: Kind, one: string, other: string) {
  const [low, high] = one < other ? [one, other] : [other, one];
  return kind === 'entity' ? { lowEntityId: low, highEntityId: high } : { lowClaimId: low, highClaimId: high };
}

/** Puts down what somebody says of a pair; a `maybe` gives way to it. Throws `not-allowed-now` where the contrary stands. */
export async function addDistinctionRow(
  ctx: WriteContext,
  kind: Kind,
  [one, other]: readonly [Thing, Thing],
  { sameness, reason }: { sameness: Sameness; reason: string },
): Promise<string> {
  const [ones, others] = [await groupOf(ctx, kind, one.id), await groupOf(ctx, kind, other.id)];
  requireTwo(one, other, ones);
  const said = await distinctionsBetween(ctx, ctx.projectId, ones, others);
  const against = said.find((distinction) => distinction.sameness === 'different');
  if (against) throw new Refusal('not-allowed-now', defence(against), { distinctions: [against] });
  const pair = pairOf(kind, one.id, other.id);
  await ctx.db.distinction.updateMany({
    where: { ...pair, deletedAt: null },
    data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version: { increment: 1 } },
  });
  const made = await ctx.db.distinction.create({
    data: {
      projectId: ctx.projectId,
      ...pair,
      sameness,
      reason,
      authorId: ctx.actor.userId,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  await recordOfSaying(ctx, kind, [one.id, other.id], sameness);
  return made.id;
}
