import type { z } from 'zod';
import { detailOf } from '@/lib/activity/detail';
import { contextOf, pin } from '@/lib/anchoring/pin';
import { findText } from '@/lib/articles/queries';
import { addClaimRow, requireClaim, requireClaims, touchClaims } from '@/lib/claims/steps';
import type { Recorded, WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import {
  addEntityRow,
  forgetSpellings,
  rememberSpellings,
  requireEntities,
  requireEntity,
  requireNames,
  type Names,
} from '@/lib/entities/steps';
import { kindProblems, type Tag, type tagChange, type tagInput } from './highlight';

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
  return anchorOn(await findText(ctx, articleId), span);
}

/** The same on a version whose text is at hand. */
export function anchorOn(version: { id: string; text: string }, span: { start: number; end: number; quote: string }) {
  const { start, end, quote, prefix, suffix } = pinned(version.text, span);
  return { articleVersionId: version.id, start, end, quote, prefix, suffix };
}

/** The anchor of a span on this text. Throws `quote-mismatch`; `path` says which of several it was. */
export function pinned(text: string, span: { start: number; end: number; quote: string }, path?: string) {
  const anchor = pin(text, span);
  if (!('refused' in anchor)) return anchor;
  const message = refusals[anchor.refused];
  throw new Refusal('quote-mismatch', message, path === undefined ? {} : { issues: [{ path, message }] });
}

const placeOf = ({ start, end }: { start: number; end: number }) => `${start} ${end}`;

/** Adds highlights on the given spans of one text, which must be slices of it; answers their ids in the order of the spans. */
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
    select: { id: true, start: true, end: true },
  });
  const ids = new Map<string, string[]>();
  for (const row of rows) ids.set(placeOf(row), [...(ids.get(placeOf(row)) ?? []), row.id]);
  return spans.map((span) => ids.get(placeOf(span))!.shift()!);
}

/** What a tag points at: an existing entity or claim of this project, or one made now. */
async function targetOf(
  ctx: WriteContext,
  input: Input,
  path: string,
): Promise<{ entityId: string; names?: Names } | { claimId: string }> {
  if ('newEntity' in input) return { entityId: await addEntityRow(ctx, input.newEntity, `${path}newEntity.`) };
  if ('newClaim' in input) return { claimId: await addClaimRow(ctx, input.newClaim, `${path}newClaim.`) };
  if ('entityId' in input) {
    const names = await requireNames(ctx, input.entityId, `${path}entityId`);
    return { entityId: input.entityId, names };
  }
  await requireClaim(ctx, input.claimId, `${path}claimId`);
  return { claimId: input.claimId };
}

type CitationInput = Extract<Input, { stance: unknown }>;

function refuseTwoSpeakers(input: CitationInput, path: string): void {
  if (input.newSpeaker && input.speakerId)
    throw invalid([{ path: `${path}speakerId`, message: 'Either an existing speaker or a new one.' }]);
}

async function sourceColumns(ctx: WriteContext, input: CitationInput, path: string) {
  refuseTwoSpeakers(input, path);
  await requireEntity(ctx, input.speakerId, `${path}speakerId`);
  const made = input.newSpeaker && (await addEntityRow(ctx, input.newSpeaker, `${path}newSpeaker.`));
  return citationColumns(input, made ?? input.speakerId ?? null);
}

/** The columns that a citation has and a mention has not. */
function citationColumns(input: CitationInput, speakerId: string | null) {
  return {
    stance: input.stance,
    speakerId,
    viaId: input.viaId ?? null,
    viaOn: input.viaOn ? new Date(input.viaOn) : null,
    denies: input.denies ?? false,
    implied: input.implied ?? false,
    impliedHow: input.impliedHow ?? null,
  };
}

export const sharing = { entityId: true, claimId: true, blindRoundId: true } as const;
type Shared = { entityId: string | null; claimId: string | null; blindRoundId: string | null };

/**
 * What others notice of tags that were made or changed: a mention's spelling becomes one of the entity's names, a citation's claim rises
 * to a new version. Of a tag that an open blind round hides they notice it at the reveal. `names`: the entity's, where they are at hand.
 */
export async function share(ctx: WriteContext, tags: (Shared & { quote?: string })[], names?: Names): Promise<void> {
  const open = tags.filter(({ blindRoundId }) => blindRoundId === null);
  await rememberSpellings(
    ctx,
    open.flatMap(({ entityId, quote }) => (entityId && quote ? [{ entityId, spelling: quote }] : [])),
    names && [names],
  );
  const cited = open.map(({ claimId }) => claimId);
  await touchClaims(ctx, cited);
}

/** What others notice of mentions that went, or are of another entity now: their spelling goes with the last that bears it out. */
export const unshare = (ctx: WriteContext, tags: (Shared & { quote: string | null })[]): Promise<void> =>
  forgetSpellings(
    ctx,
    tags.flatMap(({ entityId, blindRoundId, quote }) =>
      entityId && quote && blindRoundId === null ? [{ entityId, spelling: quote }] : [],
    ),
  );

/** A reveal: others notice what its analysts made meanwhile on its items. */
export async function shareRevealed(ctx: WriteContext, event: Recorded): Promise<void> {
  const { createdAt } = await ctx.db.round.findUniqueOrThrow({ where: { id: event.subjectId } });
  const items = { roundItems: { some: { roundId: event.subjectId } } };
  const tags = await ctx.db.tag.findMany({
    where: {
      AND: [
        { projectId: ctx.projectId, deletedAt: null, updatedAt: { gte: createdAt }, highlight: { deletedAt: null } },
        { OR: [{ highlight: { article: items } }, { claim: items }] },
      ],
    },
    select: { ...sharing, highlight: { select: { quote: true } } },
  });
  await share(
    ctx,
    tags.map(({ highlight, ...tag }) => ({ ...tag, quote: highlight.quote })),
  );
}

/** Adds a tag to a highlight, inside the caller's write; the spelling under a mention is remembered. Answers its id. */
export async function addTagRow(
  ctx: WriteContext,
  highlight: { id: string; quote: string },
  input: Input,
  path = '',
): Promise<string> {
  const aimed = await targetOf(ctx, input, path);
  const target = 'entityId' in aimed ? { entityId: aimed.entityId } : aimed;
  const { id, ...tag } = await ctx.db.tag.create({
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
    select: { id: true, ...sharing },
  });
  const citesNothing = 'entityId' in aimed;
  await share(ctx, [{ ...tag, quote: highlight.quote }], citesNothing ? aimed.names : undefined);
  ctx.record({ type: 'tag.added', subjectType: 'tag', subjectId: id, version: 1, citesNothing });
  return id;
}

interface Wanted {
  readonly highlight: { id: string; quote: string };
  readonly input: Input;
  readonly path: string;
  /** Who made it in another tool. */
  readonly outsiderId?: string | null;
}

/** Refuses whatever several tags point at that is not of this project: one look-up a kind. */
async function requireTargets(ctx: WriteContext, wanted: readonly Wanted[]): Promise<void> {
  const entities: Record<string, string> = {};
  const claims = new Map<string, string>();
  for (const { input, path } of wanted) {
    if ('entityId' in input) entities[`${path}entityId`] = input.entityId;
    if ('claimId' in input) claims.set(input.claimId, `${path}claimId`);
    if (!('stance' in input)) continue;
    refuseTwoSpeakers(input, path);
    if (input.speakerId) entities[`${path}speakerId`] = input.speakerId;
  }
  await requireEntities(ctx, entities);
  await requireClaims(ctx, claims);
}

type EntityInput = Parameters<typeof addEntityRow>[1];

/** What each tag points at; what several of them name as new is made once. */
function aiming(ctx: WriteContext) {
  const made = new Map<string, string>();
  async function once(what: unknown, make: () => Promise<string>): Promise<string> {
    const key = JSON.stringify(what);
    const id = made.get(key) ?? (await make());
    made.set(key, id);
    return id;
  }
  async function entity(input: EntityInput, path: string): Promise<string> {
    const { newInstitution: name, institutionId, ...rest } = input;
    if (name === undefined || institutionId) return once(input, () => addEntityRow(ctx, input, path));
    return entity({ ...rest, institutionId: await entity({ type: 'organisation', name }, path) }, path);
  }
  async function target(input: Input, path: string): Promise<{ entityId: string | null; claimId: string | null }> {
    if ('newEntity' in input) return { entityId: await entity(input.newEntity, `${path}newEntity.`), claimId: null };
    if ('entityId' in input) return { entityId: input.entityId, claimId: null };
    if ('claimId' in input) return { entityId: null, claimId: input.claimId };
    const { newClaim } = input;
    return { entityId: null, claimId: await once(newClaim, () => addClaimRow(ctx, newClaim, `${path}newClaim.`)) };
  }
  async function citation(input: Input, path: string) {
    if (!('stance' in input)) return {};
    const speaker = input.newSpeaker && (await entity(input.newSpeaker, `${path}newSpeaker.`));
    return citationColumns(input, speaker ?? input.speakerId ?? null);
  }
  return { target, citation };
}

/** Adds many tags in a handful of statements. Says nothing to the log: the caller does, for all of them at once. */
export async function addTagRows(ctx: WriteContext, wanted: readonly Wanted[]): Promise<void> {
  if (wanted.length === 0) return;
  await requireTargets(ctx, wanted);
  const { target, citation } = aiming(ctx);
  const base = { projectId: ctx.projectId, authorId: ctx.actor.userId, createdAt: ctx.now, updatedAt: ctx.now };
  const rows = [];
  for (const { highlight, input, path, outsiderId = null } of wanted)
    rows.push({
      ...{ ...base, outsiderId, highlightId: highlight.id },
      ...(await target(input, path)),
      ...(await citation(input, path)),
      ...{ confidence: input.confidence ?? null, note: input.note ?? null },
    });
  const made = await ctx.db.tag.createManyAndReturn({ data: rows, select: { highlightId: true, ...sharing } });
  const quotes = new Map(wanted.map(({ highlight }) => [highlight.id, highlight.quote]));
  await share(
    ctx,
    made.map(({ highlightId, ...tag }) => ({ ...tag, quote: quotes.get(highlightId)! })),
  );
}

/**
 * The content of these tags was just changed, and named after their new version: where it is again exactly what was judged before,
 * it has its old name, and the verdicts on it count again.
 */
export async function knowAgain(ctx: WriteContext, tagIds: string[]): Promise<void> {
  await ctx.db.$executeRaw`UPDATE tag SET content_version = r.content_version FROM review r
    WHERE tag.id = ANY (${tagIds}::uuid[]) AND r.tag_id = tag.id AND r.judged = tag_content(tag.id)`;
}

type Change = z.output<typeof tagChange>;

/** Refuses a change that asks of a tag what its kind does not have, or names what is not of this project; `path` leads to its fields. */
export async function requireChange(ctx: WriteContext, tag: Tag, change: Change, path = ''): Promise<void> {
  const wrong = kindProblems(Boolean(tag.entity), change);
  if (wrong.length) throw invalid(wrong.map((issue) => ({ ...issue, path: `${path}${issue.path}` })));
  const { entityId, speakerId, claimId } = change;
  await requireEntities(ctx, { [`${path}entityId`]: entityId, [`${path}speakerId`]: speakerId });
  if (claimId) await requireClaim(ctx, claimId, `${path}claimId`);
}

/** From what to what a tag is changed, as far as that is no text. */
function turned({ entity, claim, speaker, stance, confidence }: Tag, change: Change): string[] {
  const before = {
    ...{ entityId: entity?.id ?? null, claimId: claim?.id ?? null, speakerId: speaker?.id ?? null },
    ...{ stance, confidence },
  };
  return Object.entries(before).flatMap(([field, from]) => {
    const to = change[field as keyof typeof before];
    return to === undefined ? [] : detailOf(field, [from], [to]);
  });
}

/** Changes fields of a tag. Answers the name that its content has then. */
export async function changeTagRow(ctx: WriteContext, tag: Tag, change: Change): Promise<number> {
  await requireChange(ctx, tag, change);
  const { viaOn, ...rest } = change;
  const data = {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    ...(viaOn === undefined ? {} : { viaOn: viaOn && new Date(viaOn) }),
  };
  const version = tag.version + 1;
  // A citation that comes to cite another claim may have been hidden or in sight otherwise before; a mention was of another entity.
  const retargets = Boolean(change.claimId ?? change.entityId);
  const before = retargets ? [await ctx.db.tag.findUniqueOrThrow({ where: { id: tag.id }, select: sharing })] : [];
  const after = await ctx.db.tag.update({
    where: { id: tag.id },
    data: { ...data, version, contentVersion: version, updatedAt: ctx.now },
    select: sharing,
  });
  await knowAgain(ctx, [tag.id]);
  await share(ctx, [
    ...before,
    { ...after, ...(change.entityId && tag.nameAsCited ? { quote: tag.nameAsCited } : {}) },
  ]);
  await unshare(
    ctx,
    before.map((one) => ({ ...one, quote: tag.nameAsCited })),
  );
  ctx.record({
    type: 'tag.saved',
    subjectType: 'tag',
    subjectId: tag.id,
    version,
    fields: [...Object.keys(data), ...turned(tag, change)],
  });
  const { contentVersion } = await ctx.db.tag.findUniqueOrThrow({
    where: { id: tag.id },
    select: { contentVersion: true },
  });
  return contentVersion;
}
