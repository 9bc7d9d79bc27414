import type { z } from 'zod';
import { claimsById } from '@/lib/claims/queries/claims';
import { rootFields, rootOf } from '@/lib/claims/queries/evidence';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { evidenceOf, restsOn } from '@/lib/echoes/queries/corroboration';
import { notGone, oneOf } from '@/lib/entities/queries';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import { drift } from '../approval';
import type { linchpinView } from '../review';
import { groundsOf, type Grounds } from './grounds';

type Linchpin = z.output<typeof linchpinView>;
type Fate = Linchpin['items'][number];

/** The claims that these citations are for, and the citations themselves, by id. */
async function citedBy(ctx: ReadContext, projectId: string, where: Prisma.TagWhereInput) {
  const tags = await ctx.db.tag.findMany({
    where: {
      AND: [
        where,
        { projectId, claimId: { not: null }, claim: notGone, deletedAt: null },
        { highlight: { deletedAt: null, article: { deletedAt: null, retractedAt: null } } },
        visible(ctx),
      ],
    },
    select: { id: true, claim: rootFields },
  });
  return {
    claimIds: [...new Set(tags.map(({ claim }) => rootOf(claim!)))].sort(),
    going: new Set(tags.map(({ id }) => id)),
  };
}

/** Whether an approved claim would go stale if these citations' articles were retracted: the same rule, asked beforehand. */
function wouldGoStale({ now, accepts }: Grounds, going: Set<string>): boolean {
  const citations = now.citations.map((one) => (going.has(one.tagId) ? { ...one, retracted: true } : one));
  return now.status === 'approved' && drift({ ...now, citations }, accepts) === 'go-stale';
}

/** What becomes of each claim if these citations go, those that lose everything first; claims that lose nothing are left out. */
async function fates(ctx: ReadContext, projectId: string, where: Prisma.TagWhereInput): Promise<Linchpin> {
  const { claimIds, going } = await citedBy(ctx, projectId, where);
  const claims = await claimsById(ctx, claimIds);
  const grounds = await groundsOf(ctx, claims);
  const evidence = await evidenceOf(ctx, claimIds);
  const left = { ...evidence, citations: evidence.citations.filter(({ tagId }) => !going.has(tagId)) };
  const items = claims.flatMap(({ id, statement, status }): Fate[] => {
    const short = ({ articles, origins, unsourced, headline }: ReturnType<typeof restsOn>) => ({
      articles,
      origins,
      unsourced,
      headline,
    });
    const before = short(restsOn(evidence, id, 'supports'));
    const after = short(restsOn(left, id, 'supports'));
    const stale = wouldGoStale(grounds.get(id)!, going);
    const falls = before.articles > 0 && after.articles === 0;
    // An article less is told too, where its origin stays: whoever reads "3 articles" has to know which of them hang on this.
    const same = (['articles', 'origins', 'unsourced'] as const).every((figure) => after[figure] === before[figure]);
    if (same && !stale) return [];
    return [{ claim: { id, statement, status }, before, after, falls, stale }];
  });
  const weight = (one: Fate) => Number(one.stale) * 2 + Number(one.falls);
  return { items: items.sort((p, q) => weight(q) - weight(p)) };
}

/** If this article were retracted. Throws `not-found`. */
export async function findArticleLinchpin(ctx: ReadContext, id: string): Promise<Linchpin> {
  const article = await ctx.db.article.findFirst({ where: { id, deletedAt: null }, select: { projectId: true } });
  if (!article) throw notFound();
  return fates(ctx, article.projectId, { highlight: { articleId: id } });
}

/** If what this entity says, or its unnamed sources, fell away. Throws `not-found`. */
export async function findEntityLinchpin(ctx: ReadContext, id: string): Promise<Linchpin> {
  const entity = await ctx.db.entity.findFirst({ where: { id, deletedAt: null }, select: { projectId: true } });
  if (!entity) throw notFound();
  const one = oneOf([id]);
  const unnamed = { type: 'unnamed-source', institution: one };
  return fates(ctx, entity.projectId, { OR: [{ speaker: one }, { speaker: unnamed }] });
}

/** If this publisher's articles, and what others relay from it, fell away. Throws `not-found`. */
export async function findPublisherLinchpin(ctx: ReadContext, id: string): Promise<Linchpin> {
  const publisher = await ctx.db.publisher.findFirst({ where: { id, deletedAt: null }, select: { projectId: true } });
  if (!publisher) throw notFound();
  return fates(ctx, publisher.projectId, { OR: [{ viaId: id }, { highlight: { article: { publisherId: id } } }] });
}
