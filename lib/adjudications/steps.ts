import { findPlace, findText } from '@/lib/articles/queries';
import type { WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import type { Tag } from '@/lib/highlights/highlight';
import { addHighlightRows, addTagRow, pinned, share, sharing, unshare } from '@/lib/highlights/steps';
import { setDeleted } from '@/lib/highlights/steps/on-words';
import { visible } from '@/lib/permissions';
import { dropVerdicts, giveVerdicts } from '@/lib/reviews/steps';
import { refuseInBlindRound } from '@/lib/rounds/steps';
import type { z } from 'zod';
import type { decisionInput } from './adjudication';
import type { Placed } from './places';
import { standingsOf, waitingFor, type findAdjudication } from './queries';

export type Open = Awaited<ReturnType<typeof findAdjudication>>;
type Third = NonNullable<z.output<typeof decisionInput>['third']>;
type Act = { take: ReadonlySet<string>; reason: string | null; agreed: boolean; third?: Third | undefined };
type Of = { tag: Tag; placed: Placed };

const notNow = (words: string) => new Refusal('not-allowed-now', words);

/** Refuses to decide where nothing may be decided: before the reveal, in another blind round, after the end. */
export async function requireOpen(ctx: WriteContext, { round, articleId, finished }: Open): Promise<void> {
  const waits = await waitingFor(ctx, round, articleId);
  if (waits) throw notNow(waits);
  if (finished) throw notNow(`${finished.by.name} finished this article: reopen it to decide anything anew.`);
}

/** The places of an adjudication with where each stands, and the tags on them. */
export async function placesNow(ctx: WriteContext, { roundId, articleId, id }: Open) {
  const { standings } = await standingsOf(ctx, { roundId, articleId, id });
  return standings.map(({ place, stands, tags }) => ({
    stands,
    key: place.key,
    variants: place.variants,
    tags: place.tags.map((placed, at): Of => ({ placed, tag: tags[at]! })),
  }));
}

/** Whether these tags are the ones that were seen, in the versions that were seen. */
export function wereSeen(tags: readonly Of[], seen: readonly { id: string; version: number }[]): boolean {
  const versions = new Map(seen.map(({ id, version }) => [id, version]));
  return versions.size === tags.length && tags.every(({ tag }) => versions.get(tag.id) === tag.version);
}

/** Somebody's own words in the place of others', taken back: out of sight with their highlight, unless others tagged it as well. */
async function dropThird(ctx: WriteContext, thirdId: string): Promise<void> {
  const own = { id: thirdId, authorId: ctx.actor.userId, deletedAt: null, highlight: { deletedAt: null } };
  const tag = await ctx.db.tag.findFirst({
    where: { AND: [own, visible(ctx)] },
    select: {
      version: true,
      highlight: { select: { id: true, version: true, quote: true, tags: { where: { deletedAt: null } } } },
    },
  });
  if (!tag) return;
  const { id, version, quote, tags } = tag.highlight;
  if (tags.length === 1) {
    await setDeleted(ctx, [id], true);
    ctx.record({ type: 'highlight.deleted', subjectType: 'highlight', subjectId: id, version: version + 1 });
    return;
  }
  const gone = await ctx.db.tag.update({
    where: { id: thirdId },
    data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version: { increment: 1 } },
    select: sharing,
  });
  await share(ctx, [gone]);
  await unshare(ctx, [{ ...gone, quote }]);
  ctx.record({ type: 'tag.deleted', subjectType: 'tag', subjectId: thirdId, version: tag.version + 1 });
}

/**
 * Lets go of what was decided of these tags: their verdicts are taken back, whoever gave them. A decision of which nothing is left is
 * withdrawn, with what its author wrote in the others' place. Answers the tags.
 */
export async function release(ctx: WriteContext, where: { adjudicationId: string; tagIds?: string[]; id?: string }) {
  const { adjudicationId, tagIds, id } = where;
  const marks = await ctx.db.decisionTag.findMany({
    where: {
      ...{ adjudicationId, releasedAt: null },
      ...(tagIds ? { tagId: { in: tagIds } } : {}),
      ...(id ? { decisionId: id } : {}),
    },
    select: { id: true, tagId: true, reviewId: true, decisionId: true },
  });
  if (marks.length === 0) return [];
  await ctx.db.decisionTag.updateMany({
    where: { id: { in: marks.map((mark) => mark.id) } },
    data: { releasedAt: ctx.now },
  });
  await dropVerdicts(
    ctx,
    marks.flatMap(({ reviewId }) => reviewId ?? []),
  );
  const empty = await ctx.db.decision.findMany({
    where: {
      id: { in: marks.map(({ decisionId }) => decisionId) },
      withdrawnAt: null,
      marks: { none: { releasedAt: null } },
    },
    select: { id: true, thirdId: true },
  });
  await ctx.db.decision.updateMany({
    where: { id: { in: empty.map((one) => one.id) } },
    data: { withdrawnAt: ctx.now, withdrawnBy: ctx.actor.userId },
  });
  for (const { thirdId } of empty) if (thirdId) await dropThird(ctx, thirdId);
  return marks.map(({ tagId }) => tagId);
}

/** Writes a tag of the actor's own in the place of others'. Throws `quote-mismatch`. */
async function writeThird(ctx: WriteContext, articleId: string, { tag, ...span }: Third): Promise<string> {
  const version = await findText(ctx, articleId);
  pinned(version.text, span, 'third.quote');
  const [highlightId] = await addHighlightRows(ctx, articleId, version, [span]);
  ctx.record({ type: 'highlight.saved', subjectType: 'highlight', subjectId: highlightId!, version: 1 });
  return addTagRow(ctx, { id: highlightId!, quote: span.quote }, tag, 'third.tag.');
}

async function refuseJudged(ctx: WriteContext, of: readonly Of[]): Promise<void> {
  const claimIds = of.flatMap(({ tag }) => tag.claim?.id ?? []);
  const says = 'A claim cited here is being judged in a blind round: verdicts wait for its reveal.';
  await refuseInBlindRound(ctx, { claimIds }, says);
}

/** The log's line on what was decided, or taken back, of these tags. */
export async function recordTags(
  ctx: WriteContext,
  type: 'tags.adjudicated' | 'tags.unadjudicated',
  articleId: string,
  tagIds: string[],
): Promise<void> {
  const { revision } = await findPlace(ctx, articleId);
  ctx.record({ type, subjectType: 'article', subjectId: articleId, version: revision, fields: tagIds });
}

/**
 * Decides of tags: those of others are accepted or rejected. One's own have no verdict by it: a colleague gives that. Whatever was
 * decided of them before is let go of. Answers the decision's id.
 */
export async function decideOn(ctx: WriteContext, on: Open, of: readonly Of[], act: Act): Promise<string> {
  const { take, reason, agreed, third } = act;
  await refuseJudged(ctx, of);
  const ids = of.map(({ tag }) => tag.id);
  await release(ctx, { adjudicationId: on.id, tagIds: ids });
  const rows = await ctx.db.tag.findMany({
    where: { AND: [{ id: { in: ids } }, visible(ctx)] },
    select: { id: true, version: true, authorId: true, claimId: true },
  });
  const given = rows
    .filter(({ authorId }) => authorId !== ctx.actor.userId)
    .map((tag) => ({ tag, accept: take.has(tag.id) }));
  const reviews = await giveVerdicts(ctx, given, reason);
  const thirdId = third ? await writeThird(ctx, on.articleId, third) : null;
  const { projectId } = ctx;
  const { id: decisionId } = await ctx.db.decision.create({
    data: {
      ...{ projectId, adjudicationId: on.id, authorId: ctx.actor.userId, createdAt: ctx.now },
      ...{ agreed, own: on.analystIds.includes(ctx.actor.userId), reason, thirdId },
    },
    select: { id: true },
  });
  await ctx.db.decisionTag.createMany({
    data: of.map(({ tag, placed }) => ({
      ...{ projectId, adjudicationId: on.id, decisionId, tagId: tag.id },
      ...{ contentVersion: placed.contentVersion, taken: take.has(tag.id), reviewId: reviews.get(tag.id) ?? null },
    })),
  });
  await recordTags(ctx, 'tags.adjudicated', on.articleId, ids);
  for (const { tag, accept } of given)
    if (!accept) ctx.record({ type: 'tag.rejected', subjectType: 'tag', subjectId: tag.id, version: tag.version + 1 });
  return decisionId;
}

/** Refuses what asks for one thing and its contrary. */
export function requireSense(
  variants: readonly Placed[][],
  { take, reason, third }: Pick<z.output<typeof decisionInput>, 'take' | 'reason' | 'third'>,
): void {
  const [taken, all] = [new Set(take), variants.flat().map(({ id }) => id)];
  const wrong = (path: string, message: string) => invalid([{ path, message }]);
  if ([...taken].some((id) => !all.includes(id))) throw wrong('take', 'One of these is not on these words.');
  const parted = variants.some(
    (same) => same.some(({ id }) => taken.has(id)) && !same.every(({ id }) => taken.has(id)),
  );
  if (parted) throw wrong('take', 'Tags that say the same are taken together, or not at all.');
  if (third && taken.size) throw wrong('third', 'Either one of theirs is taken, or a third is written.');
  if (taken.size < all.length && !reason) throw wrong('reason', 'Say why the others are not taken, in one line.');
}
