import type { z } from 'zod';
import { relocator, toStored, type Relocation } from '@/lib/anchoring/relocate';
import type { StoredAnchor } from '@/lib/anchoring/pin';
import { versionInput, type revisedView } from '@/lib/articles/article';
import { findArticle, findText, refuseSameText, sha256Of } from '@/lib/articles/queries';
import { addVersion } from '@/lib/articles/steps';
import { takeUpload, type Source } from '@/lib/articles/steps/uploads';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/errors';
import { refuseInBlindRound } from '@/lib/rounds/steps';
import { lostWords } from '../highlight';
import { carryVerdicts, contentChanged, touchTagsOf } from '../steps/on-words';

type Answer = z.output<typeof revisedView>;

/**
 * Adds a corrected text. Every highlight is looked for in it, those lost before and deleted ones too; the answer names each
 * living one exactly once: same words, changed words, or lost. A lost one stays on the version that it was made on.
 */
export const reviseArticle = command(
  { verb: 'article.revise', input: versionInput, subject: 'article', load: findArticle, status: 201 },
  async (ctx, { text: typed = '', uploadId, reason, of }, article): Promise<Answer> => {
    const { number: current } = article.version;
    if (of !== undefined && of !== current)
      throw new Refusal(
        'not-allowed-now',
        `Version ${current} came meanwhile. Nothing is lost: look at your text beside it, and save it again.`,
      );
    await refuseInBlindRound(
      ctx,
      { articleIds: [article.id] },
      'This article is being read in a blind round: all must judge the same text, so a correction waits for the reveal.',
    );
    const { text, from }: Source = uploadId ? await takeUpload(ctx, uploadId) : { text: typed, found: {}, from: {} };
    const sha256 = sha256Of(text);
    await refuseSameText(ctx, sha256);
    const found = await relocateAll(ctx, article.id, text);
    const number = current + 1;
    const versionId = await addVersion(ctx, article.id, number, text, reason, from);
    await ctx.db.article.update({
      where: { id: article.id },
      data: { sha256, currentNumber: number, version: { increment: 1 } },
    });
    await remember(ctx, article, found);
    await carry(ctx, found, versionId);
    await lose(ctx, found);
    ctx.record({
      type: 'article.revised',
      subjectType: 'article',
      subjectId: article.id,
      version: article.revision + 1,
    });
    const answer: Answer = { article: await findArticle(ctx, article.id), exact: [], moved: [], orphaned: [] };
    for (const { id, place, deleted } of found) {
      if (deleted) continue;
      if (place.state === 'orphaned') answer.orphaned.push({ id, reason: lostWords[place.reason] });
      else if (place.state === 'moved') answer.moved.push({ id, quote: place.quote });
      else answer.exact.push({ id });
    }
    return answer;
  },
);

type Found = {
  id: string;
  /** Where it stood: the number of the version, and the words. */
  from: number;
  anchor: StoredAnchor;
  place: Relocation;
  deleted: boolean;
  lostBefore: boolean;
};

/** Each is looked for from the version that it stands on: words lost in one correction may be back with the next. */
async function relocateAll(ctx: WriteContext, articleId: string, text: string): Promise<Found[]> {
  const highlights = await ctx.db.highlight.findMany({
    where: { articleId },
    select: {
      id: true,
      start: true,
      end: true,
      quote: true,
      prefix: true,
      suffix: true,
      deletedAt: true,
      orphanedAt: true,
      articleVersion: { select: { number: true } },
    },
    orderBy: [{ start: 'asc' }, { id: 'asc' }],
  });
  const relocators = new Map<number, (anchor: StoredAnchor) => Relocation>();
  for (const number of new Set(highlights.map(({ articleVersion }) => articleVersion.number)))
    relocators.set(number, relocator((await findText(ctx, articleId, number)).text, text));
  return highlights.map(({ id, articleVersion: { number }, deletedAt, orphanedAt, ...anchor }) => ({
    id,
    from: number,
    anchor,
    place: relocators.get(number)!(anchor),
    deleted: deletedAt !== null,
    lostBefore: orphanedAt !== null,
  }));
}

type Left = { id: string; version: { number: number } };

/** Where each stood on the version that is left now, and how it went on from there. */
async function remember(ctx: WriteContext, { id, version }: Left, found: Found[]): Promise<void> {
  const leaving = found.filter(({ from }) => from === version.number);
  if (leaving.length === 0) return;
  const left = await ctx.db.articleVersion.findUniqueOrThrow({
    where: { articleId_number: { articleId: id, number: version.number } },
    select: { id: true },
  });
  await ctx.db.anchor.createMany({
    data: leaving.map(({ id: highlightId, anchor: { start, end, quote }, place }) => ({
      projectId: ctx.projectId,
      articleId: id,
      articleVersionId: left.id,
      highlightId,
      start,
      end,
      quote,
      how: place.state === 'orphaned' ? null : place.how,
      createdAt: ctx.now,
    })),
  });
}

/**
 * One statement for all that were found. A change of words stays told until the next one: what merely shifts afterwards
 * does not hide it. A deleted highlight goes along unseen, in the version that its undo knows.
 */
async function carry(ctx: WriteContext, found: Found[], versionId: string): Promise<void> {
  const placed = found.flatMap(({ id, from, place }) =>
    place.state === 'orphaned'
      ? []
      : [{ id, from, how: place.how, moved: place.state === 'moved', ...toStored(place) }],
  );
  await ctx.db
    .$executeRaw`UPDATE highlight SET article_version_id = ${versionId}::uuid, start = p.start, "end" = p."end", quote = p.quote,
    prefix = p.prefix, suffix = p.suffix, orphaned_at = NULL, orphaned_reason = NULL,
    carried_how = CASE WHEN p.moved OR carried_quote IS NULL THEN p.how ELSE carried_how END,
    carried_from = CASE WHEN p.moved OR carried_quote IS NULL THEN p."from" ELSE carried_from END,
    carried_at = CASE WHEN p.moved OR carried_quote IS NULL THEN ${ctx.now} ELSE carried_at END,
    carried_quote = CASE WHEN p.moved THEN highlight.quote ELSE carried_quote END,
    version = version + (deleted_at IS NULL)::int
    FROM jsonb_to_recordset(${JSON.stringify(placed)}::jsonb)
      AS p(id uuid, "from" int, how text, moved boolean, start int, "end" int, quote text, prefix text, suffix text)
    WHERE highlight.id = p.id`;
  const idsOf = (these: Found[]) => these.filter(({ deleted }) => !deleted).map(({ id }) => id);
  await carryVerdicts(
    ctx,
    found.flatMap(({ id, place }) => (place.state === 'exact' ? [id] : [])),
  );
  await contentChanged(ctx, idsOf(found.filter(({ place }) => place.state === 'moved')));
  await touchTagsOf(ctx, idsOf(found.filter(({ place, lostBefore }) => place.state === 'exact' && lostBefore)));
}

/** One statement for all that were lost now; what was lost before stays as it is. */
async function lose(ctx: WriteContext, found: Found[]): Promise<void> {
  const orphans = found.flatMap(({ id, place, lostBefore }) =>
    place.state === 'orphaned' && !lostBefore ? [{ id, reason: lostWords[place.reason] }] : [],
  );
  await ctx.db
    .$executeRaw`UPDATE highlight SET orphaned_at = ${ctx.now}, orphaned_reason = o.reason, version = version + (deleted_at IS NULL)::int
    FROM jsonb_to_recordset(${JSON.stringify(orphans)}::jsonb) AS o(id uuid, reason text) WHERE highlight.id = o.id`;
  await touchTagsOf(
    ctx,
    orphans.map(({ id }) => id),
  );
}
