import { addArticleRow } from '@/lib/articles/steps';
import { findText } from '@/lib/articles/queries';
import { addClaimRow } from '@/lib/claims/steps';
import type { WriteContext } from '@/lib/core/context';
import { addEntityRow } from '@/lib/entities/steps';
import { addHighlightRows, addTagRows } from '@/lib/highlights/steps';
import { addThreadRows, type Heard } from '@/lib/threads/steps';
import type { Plan, PlannedDocument, PlannedTag } from './plan';
import type { Meant } from './queries';

/** All that came by one act. */
export interface Came {
  readonly articleIds: string[];
  readonly highlightIds: string[];
  readonly entityIds: string[];
  readonly claimIds: string[];
  readonly commentIds: string[];
}

/** External authors by name, known ones and new ones. */
async function outsidersOf(ctx: WriteContext, source: string, names: string[]): Promise<ReadonlyMap<string, string>> {
  const { projectId } = ctx;
  const data = names.map((name) => ({ projectId, source, name, createdAt: ctx.now }));
  await ctx.db.outsider.createMany({ data, skipDuplicates: true });
  const rows = await ctx.db.outsider.findMany({
    where: { projectId, source, name: { in: names } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** Entities and claims that a plan names: those that are here, and those that are made now, each once. */
function targets(ctx: WriteContext, { entityOf, claimOf }: Meant, came: Came) {
  const made = new Map<string, string>();
  async function once(key: string, ids: string[], make: () => Promise<string>): Promise<string> {
    const known = made.get(key);
    if (known) return known;
    const id = await make();
    made.set(key, id);
    ids.push(id);
    return id;
  }
  return async (tag: PlannedTag) => {
    const more = { confidence: tag.confidence, ...(tag.note ? { note: tag.note } : {}) };
    const { entity, claim } = tag;
    if (claim) {
      const make = () => addClaimRow(ctx, { statement: claim.statement });
      const claimId = claimOf(tag) ?? (await once(`claim ${claim.statement}`, came.claimIds, make));
      return { claimId, stance: claim.stance, ...more };
    }
    const input = entity!;
    const make = () => addEntityRow(ctx, input);
    const entityId = entityOf(tag) ?? (await once(`${input.type} ${input.name}`, came.entityIds, make));
    return { entityId, ...more };
  };
}

type Outsider = (author: string | null) => string | null;

/** The article of a document, its passages with all that is on them, and one event for them. */
async function bringDocument(
  ctx: WriteContext,
  { home, passages, comments }: PlannedDocument,
  came: Came,
  targetOf: ReturnType<typeof targets>,
  outsiderOf: Outsider,
): Promise<void> {
  const articleId = home.articleId ?? (await addArticleRow(ctx, home.text, { title: home.title, url: home.url }));
  if (home.articleId === null) came.articleIds.push(articleId);
  const version = await findText(ctx, articleId);
  const ids = passages.length ? await addHighlightRows(ctx, articleId, version, passages) : [];
  const wanted: Parameters<typeof addTagRows>[1][number][] = [];
  const heard: Heard[] = [];
  const said = (list: readonly { author: string | null; text: string }[]) =>
    list.map(({ author, text }) => ({ text, outsiderId: outsiderOf(author) }));
  for (const [index, { start, end, tags, comments: words }] of passages.entries()) {
    const highlight = { id: ids[index]!, quote: version.text.slice(start, end) };
    for (const tag of tags)
      wanted.push({ highlight, input: await targetOf(tag), path: '', outsiderId: outsiderOf(tag.author) });
    if (words.length) heard.push({ subject: { type: 'highlight', id: highlight.id }, said: said(words) });
  }
  if (comments.length) heard.push({ subject: { type: 'article', id: articleId }, said: said(comments) });
  await addTagRows(ctx, wanted);
  came.commentIds.push(...(await addThreadRows(ctx, heard)));
  came.highlightIds.push(...ids);
  if (ids.length)
    ctx.record({ type: 'highlights.saved', subjectType: 'article', subjectId: articleId, version: 1, fields: ids });
}

/** Writes what a plan says. Answers all that came, for whoever takes it back. */
export async function bringAll(ctx: WriteContext, source: string, plan: Plan, meant: Meant): Promise<Came> {
  const came: Came = { articleIds: [], highlightIds: [], entityIds: [], claimIds: [], commentIds: [] };
  const outsiders = await outsidersOf(ctx, source, plan.authors);
  const outsiderOf: Outsider = (author) => (author === null ? null : (outsiders.get(author) ?? null));
  const targetOf = targets(ctx, meant, came);
  for (const document of plan.documents) await bringDocument(ctx, document, came, targetOf, outsiderOf);
  return came;
}
