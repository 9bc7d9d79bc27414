import type { WriteContext } from '@/lib/core/context';
import { setDeleted } from '@/lib/highlights/steps/on-words';

/** What an undo left because others had built on it. */
export interface Kept {
  readonly what: string;
  readonly why: string;
}

interface Row {
  readonly createdAt: Date;
  readonly articleIds: string[];
  readonly highlightIds: string[];
  readonly entityIds: string[];
  readonly claimIds: string[];
  readonly commentIds: string[];
}

const shortened = (words: string): string =>
  words.length > 120 ? `${words.slice(0, 119).replace(/[\ud800-\udbff]$/, '')}…` : words;

/** Passages that somebody worked on since: changed, tagged, judged, graded or talked about. */
const builtOn = ({ db }: WriteContext, row: Row) =>
  db.$queryRaw<{ id: string; quote: string }[]>`SELECT h.id, h.quote FROM highlight h
    WHERE h.id = ANY (${row.highlightIds}::uuid[]) AND h.deleted_at IS NULL AND (h.version > 1 OR h.translation IS NOT NULL
      OR EXISTS (SELECT FROM tag t WHERE t.highlight_id = h.id AND t.deleted_at IS NULL AND (
        t.created_at <> ${row.createdAt} OR t.version > 1
        OR EXISTS (SELECT FROM review r WHERE r.tag_id = t.id AND r.withdrawn_at IS NULL)
        OR EXISTS (SELECT FROM grade g WHERE g.tag_id = t.id AND g.deleted_at IS NULL)
        OR EXISTS (SELECT FROM matrix_cell m WHERE m.tag_id = t.id)
        OR EXISTS (SELECT FROM decision_tag d WHERE d.tag_id = t.id)
        OR EXISTS (SELECT FROM thread d WHERE d.tag_id = t.id)))
      OR EXISTS (SELECT FROM thread d JOIN comment c ON c.thread_id = d.id
        WHERE d.highlight_id = h.id AND c.deleted_at IS NULL AND (NOT c.id = ANY (${row.commentIds}::uuid[]) OR c.version > 1)))
    ORDER BY h.article_id, h.start, h.id`;

/** Takes the passages back on which nobody built; answers the others. */
async function takePassages(ctx: WriteContext, row: Row): Promise<Kept[]> {
  const kept = await builtOn(ctx, row);
  const stay = new Set(kept.map(({ id }) => id));
  const going = await ctx.db.highlight.findMany({
    where: { id: { in: row.highlightIds.filter((id) => !stay.has(id)) }, deletedAt: null },
    select: { id: true, articleId: true, article: { select: { version: true } } },
  });
  const byArticle = new Map<string, { version: number; fields: string[] }>();
  for (const { id, articleId, article } of going) {
    const known = byArticle.get(articleId) ?? { version: article.version, fields: [] };
    byArticle.set(articleId, { ...known, fields: [...known.fields, id] });
  }
  await setDeleted(
    ctx,
    going.map(({ id }) => id),
    true,
  );
  for (const [subjectId, { version, fields }] of byArticle)
    ctx.record({ type: 'highlights.deleted', subjectType: 'article', subjectId, version, fields });
  return kept.map(({ quote }) => ({ what: shortened(quote), why: 'Somebody has worked on this passage since.' }));
}

/** Takes back what was said of an article as a whole; a thread in which others said something stays. What stood on a passage went with it. */
async function takeComments(ctx: WriteContext, { commentIds }: Row): Promise<Kept[]> {
  const mine = await ctx.db.comment.findMany({
    where: { id: { in: commentIds }, deletedAt: null, thread: { articleId: { not: null } } },
    select: { id: true, text: true, thread: { select: { comments: { select: { id: true } } } } },
  });
  const came = new Set(commentIds);
  const answered = mine.filter(({ thread }) => thread.comments.some(({ id }) => !came.has(id)));
  const stay = new Set(answered.map(({ id }) => id));
  await ctx.db.comment.updateMany({
    where: { id: { in: mine.flatMap(({ id }) => (stay.has(id) ? [] : [id])) } },
    data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version: { increment: 1 } },
  });
  return answered.map(({ text }) => ({ what: shortened(text), why: 'Somebody answered it.' }));
}

/** Takes claims back that are drafts still and that nothing rests on. */
async function takeClaims(ctx: WriteContext, { claimIds }: Row): Promise<Kept[]> {
  const rows = await ctx.db.$queryRaw<{ id: string; statement: string; version: number; used: boolean }[]>`
    SELECT c.id, w.statement, c.version, (c.status <> 'draft' OR c.wording > 1
      OR EXISTS (SELECT FROM tag t JOIN highlight h ON h.id = t.highlight_id AND h.deleted_at IS NULL WHERE t.claim_id = c.id AND t.deleted_at IS NULL)
      OR EXISTS (SELECT FROM assessment a WHERE a.claim_id = c.id)
      OR EXISTS (SELECT FROM answer a WHERE a.claim_id = c.id AND a.deleted_at IS NULL)
      OR EXISTS (SELECT FROM grade g WHERE g.claim_id = c.id AND g.deleted_at IS NULL)
      OR EXISTS (SELECT FROM claim o WHERE o.survivor_id = c.id)
      OR EXISTS (SELECT FROM thread d WHERE d.claim_id = c.id)) AS used
    FROM claim c JOIN claim_version w ON w.claim_id = c.id AND w.number = c.wording
    WHERE c.id = ANY (${claimIds}::uuid[]) AND c.deleted_at IS NULL ORDER BY c.id`;
  for (const { id, version } of rows.filter(({ used }) => !used)) {
    const data = { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version: version + 1 };
    await ctx.db.claim.update({ where: { id }, data });
    ctx.record({ type: 'claim.deleted', subjectType: 'claim', subjectId: id, version: version + 1 });
  }
  return rows.flatMap(({ statement, used }) =>
    used ? [{ what: shortened(statement), why: 'Somebody has worked on this claim since, or cites it.' }] : [],
  );
}

/** Takes entities back that nothing names any more and nobody changed. */
async function takeEntities(ctx: WriteContext, { entityIds }: Row): Promise<Kept[]> {
  const rows = await ctx.db.$queryRaw<{ id: string; name: string; version: number; used: boolean }[]>`
    SELECT e.id, e.name, e.version, (e.version > 1
      OR EXISTS (SELECT FROM tag t JOIN highlight h ON h.id = t.highlight_id AND h.deleted_at IS NULL
        WHERE (t.entity_id = e.id OR t.speaker_id = e.id) AND t.deleted_at IS NULL)
      OR EXISTS (SELECT FROM claim_version w WHERE e.id IN (w.subject_id, w.object_id, w.place_id))
      OR EXISTS (SELECT FROM entity o WHERE o.institution_id = e.id OR o.survivor_id = e.id)
      OR EXISTS (SELECT FROM grade g WHERE g.entity_id = e.id AND g.deleted_at IS NULL)
      OR EXISTS (SELECT FROM thread d WHERE d.entity_id = e.id)) AS used
    FROM entity e WHERE e.id = ANY (${entityIds}::uuid[]) AND e.deleted_at IS NULL ORDER BY e.id`;
  for (const { id, version } of rows.filter(({ used }) => !used)) {
    const data = { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version: version + 1 };
    await ctx.db.entity.update({ where: { id }, data });
    ctx.record({ type: 'entity.deleted', subjectType: 'entity', subjectId: id, version: version + 1 });
  }
  return rows.flatMap(({ name, used }) =>
    used ? [{ what: shortened(name), why: 'Something else names this entity.' }] : [],
  );
}

/** Takes articles back on which nothing stands any more and that are in no round. */
async function takeArticles(ctx: WriteContext, { articleIds }: Row): Promise<Kept[]> {
  const rows = await ctx.db.$queryRaw<{ id: string; title: string; version: number; used: boolean }[]>`
    SELECT a.id, a.title, a.version, (a.current_number > 1
      OR EXISTS (SELECT FROM highlight h WHERE h.article_id = a.id AND h.deleted_at IS NULL)
      OR EXISTS (SELECT FROM thread d JOIN comment c ON c.thread_id = d.id WHERE d.article_id = a.id AND c.deleted_at IS NULL)
      OR EXISTS (SELECT FROM round_item i WHERE i.article_id = a.id)) AS used
    FROM article a WHERE a.id = ANY (${articleIds}::uuid[]) AND a.deleted_at IS NULL ORDER BY a.id`;
  for (const { id, version } of rows.filter(({ used }) => !used)) {
    const data = { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version: version + 1 };
    await ctx.db.article.update({ where: { id }, data });
    ctx.record({ type: 'article.deleted', subjectType: 'article', subjectId: id, version: version + 1 });
  }
  return rows.flatMap(({ title, used }) =>
    used ? [{ what: shortened(title), why: 'Something stands on this article that stays.' }] : [],
  );
}

/** Takes back what one import brought, as far as nobody built on it; answers what stays, with the reason. */
export async function takeBack(ctx: WriteContext, row: Row): Promise<Kept[]> {
  const passages = await takePassages(ctx, row);
  const comments = await takeComments(ctx, row);
  const claims = await takeClaims(ctx, row);
  const entities = await takeEntities(ctx, row);
  return [...passages, ...comments, ...claims, ...entities, ...(await takeArticles(ctx, row))];
}
