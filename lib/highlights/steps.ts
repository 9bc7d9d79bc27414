import type { z } from 'zod';
import { contextOf, pin } from '@/lib/anchoring/pin';
import { findText } from '@/lib/articles/queries';
import { addClaimRow, requireClaim, touchClaims } from '@/lib/claims/steps';
import type { WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import { addEntityRow, rememberSpelling, requireEntity } from '@/lib/entities/steps';
import type { tagInput } from './highlight';

type Input = z.output<typeof tagInput>;

const refusals = {
  'out-of-range': 'The span lies outside the text.',
  empty: 'No words are selected.',
  'splits-surrogate': 'The span cuts a character in half.',
  'quote-mismatch': 'The quote is not what stands at this place of the text.',
} as const;

/** The anchor of a span on the current version of an article. Throws `quote-mismatch` unless text.slice(start, end) is the quote. */
export async function anchorOf(
  ctx: WriteContext,
  articleId: string,
  span: { start: number; end: number; quote: string },
) {
  const version = await findText(ctx, articleId);
  const anchor = pin(version.text, span);
  if ('refused' in anchor) throw new Refusal('quote-mismatch', refusals[anchor.refused]);
  return {
    articleVersionId: version.id,
    start: anchor.start,
    end: anchor.end,
    quote: anchor.quote,
    prefix: anchor.prefix,
    suffix: anchor.suffix,
  };
}

/** Adds highlights on the given spans of one text, which must be slices of it; answers their ids in order. */
export async function addHighlightRows(
  ctx: WriteContext,
  articleId: string,
  version: { id: string; text: string },
  spans: { start: number; end: number }[],
): Promise<string[]> {
  const rows = await ctx.db.highlight.createManyAndReturn({
    data: spans.map((span) => ({
      projectId: ctx.projectId,
      articleId,
      articleVersionId: version.id,
      start: span.start,
      end: span.end,
      quote: version.text.slice(span.start, span.end),
      ...contextOf(version.text, span),
      authorId: ctx.actor.userId,
      createdAt: ctx.now,
    })),
    select: { id: true, start: true },
  });
  return rows.sort((a, b) => a.start - b.start).map((row) => row.id);
}

/** What a tag points at: an existing entity or claim of this project, or one made now. */
async function targetOf(
  ctx: WriteContext,
  input: Input,
  path: string,
): Promise<{ entityId: string } | { claimId: string }> {
  if ('newEntity' in input) return { entityId: await addEntityRow(ctx, input.newEntity, `${path}newEntity.`) };
  if ('newClaim' in input) return { claimId: await addClaimRow(ctx, input.newClaim, `${path}newClaim.`) };
  if ('entityId' in input) {
    await requireEntity(ctx, input.entityId, `${path}entityId`);
    return { entityId: input.entityId };
  }
  await requireClaim(ctx, input.claimId, `${path}claimId`);
  return { claimId: input.claimId };
}

async function sourceColumns(ctx: WriteContext, input: Extract<Input, { stance: unknown }>, path: string) {
  if (input.newSpeaker && input.speakerId)
    throw invalid([{ path: `${path}speakerId`, message: 'Either an existing speaker or a new one.' }]);
  await requireEntity(ctx, input.speakerId, `${path}speakerId`);
  return {
    stance: input.stance,
    speakerId: input.newSpeaker
      ? await addEntityRow(ctx, input.newSpeaker, `${path}newSpeaker.`)
      : (input.speakerId ?? null),
    viaId: input.viaId ?? null,
    viaOn: input.viaOn ? new Date(input.viaOn) : null,
    denies: input.denies ?? false,
    implied: input.implied ?? false,
    impliedHow: input.impliedHow ?? null,
  };
}

/** Adds a tag to a highlight, inside the caller's write; the spelling under a mention is remembered. Answers its id. */
export async function addTagRow(
  ctx: WriteContext,
  highlight: { id: string; quote: string },
  input: Input,
  path = '',
): Promise<string> {
  const target = await targetOf(ctx, input, path);
  const { id } = await ctx.db.tag.create({
    data: {
      projectId: ctx.projectId,
      highlightId: highlight.id,
      authorId: ctx.actor.userId,
      ...target,
      ...('stance' in input ? await sourceColumns(ctx, input, path) : {}),
      confidence: input.confidence ?? null,
      note: input.note ?? null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
    select: { id: true },
  });
  if ('entityId' in target) await rememberSpelling(ctx, target.entityId, highlight.quote);
  else await touchClaims(ctx, [target.claimId]);
  ctx.record({ type: 'tag.added', subjectType: 'tag', subjectId: id, version: 1 });
  return id;
}

/** These highlights moved, went or came back: the claims that their tags cite rise. */
export async function touchTagsOf(ctx: WriteContext, highlightIds: string[]): Promise<void> {
  const where = { highlightId: { in: highlightIds }, deletedAt: null };
  const tags = await ctx.db.tag.findMany({ where, select: { claimId: true } });
  await touchClaims(
    ctx,
    tags.map((tag) => tag.claimId),
  );
}

/** The words under these highlights changed: their tags are to be reviewed anew, and the claims they cite rise. */
export async function contentChanged(ctx: WriteContext, highlightIds: string[]): Promise<void> {
  if (highlightIds.length === 0) return;
  await ctx.db.$executeRaw`UPDATE tag SET version = version + 1, content_version = version + 1, updated_at = ${ctx.now}
    WHERE highlight_id = ANY (${highlightIds}::uuid[]) AND deleted_at IS NULL`;
  await touchTagsOf(ctx, highlightIds);
}
