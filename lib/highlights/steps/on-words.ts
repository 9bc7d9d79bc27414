import { touchClaims } from '@/lib/claims/steps';
import type { WriteContext } from '@/lib/core/context';
import { forgetSpellings, rememberSpellings } from '@/lib/entities/steps';
import { knowAgain } from '../steps';

// What follows for tags where their words change, go or come back.

/** Tags on these highlights that everybody sees. */
const openTags = (ctx: WriteContext, highlightIds: string[]) =>
  ctx.db.tag.findMany({
    where: { highlightId: { in: highlightIds }, deletedAt: null, blindRoundId: null },
    select: { claimId: true, entityId: true, highlight: { select: { quote: true } } },
  });
type Open = Awaited<ReturnType<typeof openTags>>;

const spelt = (tags: Open) =>
  tags.flatMap(({ entityId, highlight }) => (entityId ? [{ entityId, spelling: highlight.quote }] : []));

/** These highlights moved, went or came back: the claims that their tags cite rise. Answers the tags. */
export async function touchTagsOf(ctx: WriteContext, highlightIds: string[]): Promise<Open> {
  const tags = await openTags(ctx, highlightIds);
  await touchClaims(
    ctx,
    tags.map((tag) => tag.claimId),
  );
  return tags;
}

/** The words of this highlight are others than they were: so are the spellings that its mentions bear out. */
export async function respell(ctx: WriteContext, highlightId: string, before: string): Promise<void> {
  const now = spelt(await openTags(ctx, [highlightId]));
  await forgetSpellings(
    ctx,
    now.map((one) => ({ ...one, spelling: before })),
  );
  await rememberSpellings(ctx, now);
}

/** A corrected text holds these highlights as they were, somewhere else: so do the verdicts that stand. */
export async function carryVerdicts(ctx: WriteContext, highlightIds: string[]): Promise<void> {
  await ctx.db.$executeRaw`UPDATE review SET judged = tag_content(tag.id) FROM tag
    WHERE tag.highlight_id = ANY (${highlightIds}::uuid[]) AND review.tag_id = tag.id AND review.content_version = tag.content_version`;
}

/** The words under these highlights changed: their tags are to be reviewed, unless they were on these words, and the claims they cite rise. */
export async function contentChanged(ctx: WriteContext, highlightIds: string[]): Promise<void> {
  if (highlightIds.length === 0) return;
  const tags = await ctx.db.$queryRaw<
    { id: string }[]
  >`UPDATE tag SET version = version + 1, content_version = version + 1,
    updated_at = ${ctx.now} WHERE highlight_id = ANY (${highlightIds}::uuid[]) AND deleted_at IS NULL RETURNING id`;
  await knowAgain(
    ctx,
    tags.map(({ id }) => id),
  );
  await touchTagsOf(ctx, highlightIds);
}

/** Takes highlights out of sight, or brings them back, with all that is on them. */
export async function setDeleted(ctx: WriteContext, ids: string[], deleted: boolean): Promise<void> {
  await ctx.db.highlight.updateMany({
    where: { id: { in: ids } },
    data: {
      deletedAt: deleted ? ctx.now : null,
      deletedBy: deleted ? ctx.actor.userId : null,
      version: { increment: 1 },
    },
  });
  const tags = await touchTagsOf(ctx, ids);
  await (deleted ? forgetSpellings : rememberSpellings)(ctx, spelt(tags));
}
