import type { Claim } from '@/lib/claims/claim';
import { findClaim } from '@/lib/claims/queries/claims';
import { touchClaims } from '@/lib/claims/steps';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import type { Entity } from '@/lib/entities/entity';
import { spellingOf } from '@/lib/entities/folding';
import { findEntity } from '@/lib/entities/queries';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { knowAgain } from '@/lib/highlights/steps';
import { refuseInBlindRound, refuseWhileBlind } from '@/lib/rounds/steps';
import { mergeInput, undoInput, type Kind, type Merge, type Thing } from '../merge';
import { findMerge, freedBy, groupOf, rootId, tagsSince } from '../queries/merges';
import { recordOfPair, requireUndistinguished, setSurvivor, touchThing } from '../steps';

const ofEntity = ({ id, name, type }: Entity): Thing => ({ id, label: name, type });
const ofClaim = ({ id, statement, status }: Claim): Thing => ({ id, label: statement, type: status });

/** The other one, which must be of this project; what was merged away is named as its survivor was. */
async function other<T extends { projectId: string }>(ctx: WriteContext, find: () => Promise<T>): Promise<T> {
  const found = await find().catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not-found') return null;
    throw error;
  });
  if (found?.projectId === ctx.projectId) return found;
  throw invalid([{ path: 'otherId', message: 'There is no such thing in the project.' }]);
}

/** Merges `merged` into `survivor`: from here on it is read as the survivor, with all that was merged into it before. */
async function merge(ctx: WriteContext, kind: Kind, survivor: Thing, merged: Thing, reason: string): Promise<Merge> {
  await requireUndistinguished(ctx, kind, survivor, merged);
  await setSurvivor(ctx, kind, await groupOf(ctx, kind, merged.id), survivor.id);
  await touchThing(ctx, kind, survivor.id);
  const pair =
    kind === 'entity'
      ? { survivorEntityId: survivor.id, mergedEntityId: merged.id }
      : { survivorClaimId: survivor.id, mergedClaimId: merged.id };
  const { id } = await ctx.db.merge.create({
    data: { projectId: ctx.projectId, ...pair, reason, createdBy: ctx.actor.userId, createdAt: ctx.now },
    select: { id: true },
  });
  await recordOfPair(ctx, kind, [survivor.id, merged.id], ['merged', 'merged-away']);
  return findMerge(ctx, id);
}

/** Merges another entity into this one. Throws `not-allowed-now` where somebody says that they are not the same. */
export const mergeEntity = command(
  { verb: 'entity.merge', input: mergeInput, subject: 'entity', load: findEntity, status: 201 },
  async (ctx, { otherId, reason }, entity) => {
    const merged = await other(ctx, () => findEntity(ctx, otherId));
    if (merged.institution?.id === entity.id || entity.institution?.id === merged.id)
      throw invalid([{ path: 'otherId', message: 'A source and the body it belongs to are not one.' }]);
    return merge(ctx, 'entity', ofEntity(entity), ofEntity(merged), reason);
  },
);

/** Merges another claim into this one: its citations count here; its assessments, threads and reviews stay with its wording. */
export const mergeClaim = command(
  { verb: 'claim.merge', input: mergeInput, subject: 'claim', load: findClaim, status: 201 },
  async (ctx, { otherId, reason }, claim) => {
    const merged = await other(ctx, () => findClaim(ctx, otherId));
    await refuseInBlindRound(
      ctx,
      { claimIds: [claim.id, merged.id] },
      'One of these is being judged in a blind round: they can be merged after the reveal.',
    );
    return merge(ctx, 'claim', ofClaim(claim), ofClaim(merged), reason);
  },
);

/** Everybody's tags since the merge must have been looked at: none is guessed. */
function requireAnswers(projectId: string, since: QuotedTag[], answered: ReadonlySet<string>): void {
  const open = since.filter(({ id }) => !answered.has(id));
  if (open.length === 0) return;
  const count = open.length === 1 ? '1 tag was' : `${open.length} tags were`;
  throw new Refusal('not-allowed-now', `${count} made since the merge: say of each whether it goes back.`, {
    missing: open.map(({ id, highlight, article, highlightId, articleId }) => ({
      code: 'tag-since',
      tagId: id,
      words: `“${highlight.quote}” in ${article.title}`,
      href: `/projects/${projectId}/articles/${articleId}?highlight=${highlightId}`,
    })),
  });
}

/** Spellings that came since with tags which go back, and that no other tag bears out, go with them. */
async function moveSpellings(ctx: WriteContext, { merged, createdAt }: Merge, rest: string[], back: QuotedTag[]) {
  const spellings = [...new Set(back.filter((tag) => tag.entity).map(({ highlight }) => spellingOf(highlight.quote)))];
  if (spellings.length === 0) return;
  const kept = await ctx.db.tag.findMany({
    where: { entityId: { in: rest }, deletedAt: null, highlight: { quote: { in: spellings }, deletedAt: null } },
    select: { highlight: { select: { quote: true } } },
  });
  const borne = new Set(kept.map(({ highlight }) => spellingOf(highlight.quote)));
  const name = { in: spellings.filter((spelling) => !borne.has(spelling)) };
  await ctx.db.alias.deleteMany({ where: { entityId: { in: rest }, createdAt: { gte: new Date(createdAt) }, name } });
  const base = { projectId: ctx.projectId, entityId: merged.id, createdBy: ctx.actor.userId, createdAt: ctx.now };
  const names = spellings.filter((spelling) => spelling && spelling !== merged.label);
  await ctx.db.alias.createMany({
    data: names.map((one) => ({ ...base, name: one, remembered: true })),
    skipDuplicates: true,
  });
}

/** Gives tags that were made since back to the merged one: a verdict on them was on another target. */
async function giveBack(ctx: WriteContext, { kind, merged }: Merge, rest: string[], back: QuotedTag[]) {
  const ids = back.map(({ id }) => id);
  if (ids.length === 0) return;
  if (kind === 'claim')
    await ctx.db
      .$executeRaw`UPDATE tag SET claim_id = ${merged.id}::uuid, version = version + 1, content_version = version + 1,
      updated_at = ${ctx.now} WHERE id = ANY (${ids}::uuid[])`;
  else
    await ctx.db
      .$executeRaw`UPDATE tag SET entity_id = CASE WHEN entity_id = ANY (${rest}::uuid[]) THEN ${merged.id}::uuid ELSE entity_id END,
      speaker_id = CASE WHEN speaker_id = ANY (${rest}::uuid[]) THEN ${merged.id}::uuid ELSE speaker_id END,
      version = version + 1, content_version = version + 1, updated_at = ${ctx.now} WHERE id = ANY (${ids}::uuid[])`;
  await knowAgain(ctx, ids);
  await touchClaims(
    ctx,
    back.map(({ claim }) => claim?.id ?? null),
  );
  for (const { id, version } of back)
    ctx.record({
      type: 'tag.saved',
      subjectType: 'tag',
      subjectId: id,
      version: version + 1,
      fields: [kind === 'claim' ? 'claimId' : 'entityId'],
    });
}

/**
 * Takes a merge back, whatever was merged since: the merged one lives on its own again, with all that was its own and all that had
 * been merged into it. Of tags made since, each goes where the caller says. Throws `not-allowed-now` until all are named.
 */
export const undoMerge = command(
  { verb: 'merge.undo', input: undoInput, subject: 'merge', load: findMerge, ifMatch: true },
  async (ctx, { back, stay }, undone) => {
    if (undone.undone) throw new Refusal('not-allowed-now', 'This merge was undone already.');
    await refuseWhileBlind(
      ctx,
      'A blind round is open: all tags made since the merge must be looked at. It can be undone after the reveal.',
    );
    const since = await tagsSince(ctx, undone);
    requireAnswers(ctx.projectId, since, new Set([...back, ...stay]));
    const root = await rootId(ctx, undone);
    const freed = await freedBy(ctx, undone.id);
    const rest = (await groupOf(ctx, undone.kind, root)).filter((id) => !freed.includes(id));
    const returning = since.filter(({ id }) => back.includes(id));
    await giveBack(ctx, undone, rest, returning);
    if (undone.kind === 'entity') await moveSpellings(ctx, undone, rest, returning);
    await setSurvivor(ctx, undone.kind, [undone.merged.id], null);
    await setSurvivor(ctx, undone.kind, freed.slice(1), undone.merged.id);
    await touchThing(ctx, undone.kind, root);
    await ctx.db.merge.update({
      where: { id: undone.id },
      data: { undoneAt: ctx.now, undoneBy: ctx.actor.userId, version: { increment: 1 } },
    });
    await recordOfPair(ctx, undone.kind, [root, undone.merged.id], ['unmerged', 'freed']);
    return findMerge(ctx, undone.id);
  },
);
