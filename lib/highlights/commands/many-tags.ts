import { requireClaims } from '@/lib/claims/steps';
import { findPlace } from '@/lib/articles/queries';
import { detailOf } from '@/lib/activity/detail';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { invalid, notFound, Refusal } from '@/lib/core/errors';
import { requireEntities } from '@/lib/entities/steps';
import { may, visible, type Verb } from '@/lib/permissions';
import { requireNamed } from '../steps/along';
import { setDeleted } from '../steps/on-words';
import { tagsAndHighlights, tagsChange, type Seen, type TagChangeRow } from '../bulk';
import { kindProblems } from '../highlight';
import { highlightsById } from '../queries';
import { knowAgain, share, sharing, unshare } from '../steps';

// Writes on many of one's own tags in one article. All or none: a colleague's tag among them, or one that has moved on,
// and nothing is changed.

const tagFields = {
  id: true,
  version: true,
  authorId: true,
  entityId: true,
  claimId: true,
  stance: true,
  confidence: true,
  blindRoundId: true,
  highlight: { select: { id: true, quote: true, authorId: true } },
} as const;

const idsOf = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id);

function requireOwn(ctx: WriteContext, verb: Verb, things: readonly { authorId: string }[]): void {
  const who = { userId: ctx.actor.userId, role: ctx.role };
  for (const thing of things) {
    const answer = may(who, verb, thing);
    if (answer !== true) throw new Refusal(answer.code, answer.why);
  }
}

/** Throws `stale`, with the highlights as they are now, when one of the things is not in the version that was seen. */
async function requireSeen(
  ctx: WriteContext,
  asked: readonly Seen[],
  found: readonly { id: string; version: number; at: string }[],
): Promise<void> {
  const versions = new Map(asked.map(({ id, version }) => [id, version]));
  const moved = found.filter(({ id, version }) => versions.get(id) !== version);
  if (moved.length === 0) return;
  const items = await highlightsById(ctx, [...new Set(moved.map(({ at }) => at))]);
  const some = moved.length === 1 ? '1 of them was' : `${moved.length} of them were`;
  throw new Refusal('stale', `${some} changed since you saw them. Nothing was changed now.`, { current: { items } });
}

/** Own tags of one article in the versions that were seen. Throws `not-found`, `forbidden`, `stale`. */
async function ownTags(ctx: WriteContext, articleId: string, asked: readonly Seen[], verb: Verb, deleted = false) {
  if (asked.length === 0) return [];
  const gone = deleted ? { not: null } : null;
  const highlight = deleted ? { articleId } : { articleId, deletedAt: null };
  const tags = await ctx.db.tag.findMany({
    where: { id: { in: idsOf(asked) }, deletedAt: gone, highlight, ...visible(ctx) },
    select: tagFields,
  });
  if (tags.length !== asked.length) throw notFound();
  requireOwn(ctx, verb, tags);
  await requireSeen(
    ctx,
    asked,
    tags.map(({ id, version, highlight: { id: at } }) => ({ id, version, at })),
  );
  return tags;
}

/** Own highlights of one article in the versions that were seen. Throws like `ownTags`. */
async function ownHighlights(ctx: WriteContext, articleId: string, asked: readonly Seen[], deleted = false) {
  if (asked.length === 0) return;
  const gone = deleted ? { not: null } : null;
  const found = await ctx.db.highlight.findMany({
    where: { id: { in: idsOf(asked) }, articleId, deletedAt: gone, ...visible(ctx) },
    select: { id: true, version: true, authorId: true, tags: { where: { deletedAt: null }, select: { id: true } } },
  });
  if (found.length !== asked.length) throw notFound();
  requireOwn(ctx, 'highlight.delete', found);
  // Somebody has tagged one of them meanwhile: their tag would go with it.
  const seen = found.map(({ id, version, tags }) => ({ id, version: !deleted && tags.length ? -1 : version, at: id }));
  await requireSeen(ctx, asked, seen);
}

type Row = Awaited<ReturnType<typeof ownTags>>[number];

async function requireChanges(ctx: WriteContext, items: readonly TagChangeRow[], tags: ReadonlyMap<string, Row>) {
  const issues = items.flatMap(({ id, change }, index) =>
    kindProblems(Boolean(tags.get(id)!.entityId), change).map(({ path, message }) => ({
      path: `items.${index}.change.${path}`,
      message,
    })),
  );
  if (issues.length) throw invalid(issues);
  const entities: Record<string, string> = {};
  const claims = new Map<string, string>();
  for (const [index, { change }] of items.entries()) {
    if (change.entityId) entities[`items.${index}.change.entityId`] = change.entityId;
    if (change.claimId) claims.set(change.claimId, `items.${index}.change.claimId`);
  }
  await requireEntities(ctx, entities);
  await requireClaims(ctx, claims);
}

async function store(ctx: WriteContext, items: readonly TagChangeRow[]): Promise<void> {
  const rows = items.map(({ id, change: { entityId, claimId, stance, confidence } }) => ({
    id,
    entity: entityId ?? null,
    claim: claimId ?? null,
    stance: stance ?? null,
    stated: confidence !== undefined,
    confidence: confidence ?? null,
  }));
  await ctx.db
    .$executeRaw`UPDATE tag SET entity_id = COALESCE(c.entity, entity_id), claim_id = COALESCE(c.claim, claim_id),
    stance = COALESCE(c.stance::stance, tag.stance),
    confidence = CASE WHEN c.stated THEN c.confidence ELSE tag.confidence END,
    version = version + 1, content_version = version + 1, updated_at = ${ctx.now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS c(id uuid, entity uuid, claim uuid, stance text, stated boolean, confidence int)
    WHERE tag.id = c.id`;
  await knowAgain(
    ctx,
    items.map(({ id }) => id),
  );
}

const FIELDS = ['entityId', 'claimId', 'stance', 'confidence'] as const;

/** What the log keeps of such a change: the tags that are other than they were, the names of the fields, and from what to what. */
function turned(items: readonly TagChangeRow[], tags: ReadonlyMap<string, Row>): string[] {
  const isOther = ({ id, change }: TagChangeRow) =>
    FIELDS.some((field) => change[field] !== undefined && change[field] !== tags.get(id)![field]);
  const others = items.filter(isOther);
  const changed = others.length > 0 ? others : items;
  const details = FIELDS.flatMap((field) => {
    const given = changed.filter(({ change }) => change[field] !== undefined);
    if (given.length === 0) return [];
    return detailOf(
      field,
      given.map(({ id }) => tags.get(id)![field]),
      given.map(({ change }) => change[field] ?? null),
    );
  });
  return [...idsOf(changed), ...new Set(items.flatMap(({ change }) => Object.keys(change))), ...details];
}

/** Changes target, stance or confidence of several own tags of an article: what each single change would have done, once. */
export const changeTags = command(
  { verb: 'highlight.save', input: tagsChange, subject: 'article', load: findPlace },
  async (ctx, { items }, article) => {
    const tags = new Map((await ownTags(ctx, article.id, items, 'tag.save')).map((tag) => [tag.id, tag]));
    await requireChanges(ctx, items, tags);
    await store(ctx, items);
    const after = await ctx.db.tag.findMany({ where: { id: { in: idsOf(items) } }, select: { id: true, ...sharing } });
    const named = new Set(items.flatMap(({ id, change: { entityId } }) => (entityId ? [id] : [])));
    const retargeted = [...tags.values()].filter(({ id }) => named.has(id));
    await share(ctx, [
      ...[...tags.values()].map(({ claimId, blindRoundId }) => ({ entityId: null, claimId, blindRoundId })),
      ...after.map(({ id, ...tag }) => (named.has(id) ? { ...tag, quote: tags.get(id)!.highlight.quote } : tag)),
    ]);
    await unshare(ctx, retargeted.map(spelt));
    ctx.record({
      type: 'tags.saved',
      subjectType: 'article',
      subjectId: article.id,
      version: article.revision,
      fields: turned(items, tags),
    });
    const at = [...new Set([...tags.values()].map(({ highlight }) => highlight.id))];
    return async () => ({ items: await highlightsById(ctx, at), nextCursor: null });
  },
);

/** A tag with the spelling that it bears out. */
const spelt = ({ entityId, claimId, blindRoundId, highlight }: Row) => ({
  ...{ entityId, claimId, blindRoundId },
  quote: highlight.quote,
});

async function setTagsDeleted(ctx: WriteContext, tags: readonly Row[], deleted: boolean): Promise<void> {
  await ctx.db.tag.updateMany({
    where: { id: { in: idsOf(tags) } },
    data: {
      deletedAt: deleted ? ctx.now : null,
      deletedBy: deleted ? ctx.actor.userId : null,
      version: { increment: 1 },
    },
  });
  const spellings = tags.map(spelt);
  if (deleted) await unshare(ctx, spellings);
  await share(ctx, deleted ? spellings.map((one) => ({ ...one, entityId: null })) : spellings);
}

/** Own highlights on which these tags were the last. */
async function emptied(ctx: WriteContext, tags: readonly Row[]): Promise<Seen[]> {
  const ids = [...new Set(tags.map(({ highlight }) => highlight.id))];
  return ctx.db.highlight.findMany({
    where: {
      id: { in: ids },
      authorId: ctx.actor.userId,
      deletedAt: null,
      tags: { none: { deletedAt: null } },
      ...visible(ctx),
    },
    select: { id: true, version: true },
  });
}

const next = ({ id, version }: Seen): Seen => ({ id, version: version + 1 });

/** Deletes several own tags of an article, with each own highlight that keeps none, and highlights that had none. */
export const deleteTags = command(
  { verb: 'highlight.save', input: tagsAndHighlights, subject: 'article', load: findPlace },
  async (ctx, asked, article) => {
    const tags = await ownTags(ctx, article.id, asked.tags, 'tag.delete');
    await ownHighlights(ctx, article.id, asked.highlights);
    await setTagsDeleted(ctx, tags, true);
    const highlights = [...asked.highlights, ...(await emptied(ctx, tags))];
    await setDeleted(ctx, idsOf(highlights), true);
    ctx.record({
      type: 'tags.deleted',
      subjectType: 'article',
      subjectId: article.id,
      version: article.revision,
      fields: [...idsOf(asked.tags), ...idsOf(asked.highlights)],
    });
    return { tags: asked.tags.map(next), highlights: highlights.map(next) };
  },
);

/** Brings back what `deleteTags` took, as it answered it: with reviews and threads. */
export const restoreTags = command(
  { verb: 'highlight.save', input: tagsAndHighlights, subject: 'article', load: findPlace },
  async (ctx, asked, article) => {
    const tags = await ownTags(ctx, article.id, asked.tags, 'tag.delete', true);
    await ownHighlights(ctx, article.id, asked.highlights, true);
    await requireNamed(ctx, { id: { in: idsOf(tags) } });
    await setDeleted(ctx, idsOf(asked.highlights), false);
    await setTagsDeleted(ctx, tags, false);
    const at = [...new Set([...tags.map(({ highlight }) => highlight.id), ...idsOf(asked.highlights)])];
    const carried = new Set(tags.map(({ highlight }) => highlight.id));
    ctx.record({
      type: 'tags.restored',
      subjectType: 'article',
      subjectId: article.id,
      version: article.revision,
      fields: [...idsOf(asked.tags), ...idsOf(asked.highlights).filter((id) => !carried.has(id))],
    });
    return async () => ({ items: await highlightsById(ctx, at), nextCursor: null });
  },
);
