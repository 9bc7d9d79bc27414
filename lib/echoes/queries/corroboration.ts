import type { z } from 'zod';
import { reviewFields, reviewState } from '@/lib/agreement/standing';
import { publishedOf } from '@/lib/articles/queries';
import type { Stance } from '@/lib/claims/claim';
import { passagesOf } from '@/lib/claims/passages';
import { rootFields, rootOf } from '@/lib/claims/queries/evidence';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { oneOf, refFields, refOf } from '@/lib/entities/queries';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import { corroborate, headline, independence, type Figures } from '../corroboration';
import type { corroborationFilter, corroborationList, corroborationView, RestsOn } from '../echo';
import type { Cited, Different, Shared } from '../joining';
import { lineageOf, living } from './echoes';

const named = { select: { id: true, name: true } } as const;
const speaking = { id: true, name: true, type: true, institution: refFields } as const;
const citedFields = {
  id: true,
  claim: rootFields,
  authorId: true,
  stance: true,
  contentVersion: true,
  createdAt: true,
  viaOn: true,
  via: named,
  speaker: { select: { ...speaking, survivor: { select: speaking } } },
  reviews: { select: reviewFields, where: { withdrawnAt: null } },
  highlight: {
    select: {
      articleId: true,
      articleVersionId: true,
      start: true,
      end: true,
      article: {
        select: {
          title: true,
          publisherId: true,
          publishedFrom: true,
          publishedTo: true,
          publishedPrecision: true,
          publishedEstimated: true,
        },
      },
    },
  },
} as const satisfies Prisma.TagSelect;
type Row = Prisma.TagGetPayload<{ select: typeof citedFields }>;

/** A citation that counts, with the claim that it is for. */
export type CitedFor = Cited & { claimId: string; stance: Stance; row: Row };

function citedOf(row: Row): CitedFor {
  const { highlight, via } = row;
  // Somebody who was merged is whoever survives, and so is the body that a source belongs to.
  const speaker = row.speaker && (row.speaker.survivor ?? row.speaker);
  return {
    row,
    claimId: rootOf(row.claim!),
    stance: row.stance!,
    tagId: row.id,
    authorId: row.authorId,
    accepted: reviewState(row.reviews, row.contentVersion) === 'accepted',
    articleId: highlight.articleId,
    start: highlight.start,
    end: highlight.end,
    title: highlight.article.title,
    publisherId: highlight.article.publisherId,
    published: publishedOf(highlight.article),
    speaker: speaker && {
      id: speaker.id,
      name: speaker.name,
      unnamed: speaker.type === 'unnamed-source',
      institution: refOf(speaker.institution),
    },
    via: via && { ...via, on: row.viaOn?.toISOString().slice(0, 10) ?? null },
  };
}

/** The citations of these claims that count: of articles that are here and not retracted, with their words, accepted or not yet reviewed. */
async function citationsOf(ctx: ReadContext, claimIds: string[]): Promise<CitedFor[]> {
  const rows = await ctx.db.tag.findMany({
    where: {
      claim: oneOf(claimIds),
      stance: { in: ['supports', 'contradicts'] },
      deletedAt: null,
      highlight: { deletedAt: null, orphanedAt: null, article: { deletedAt: null, retractedAt: null } },
      ...visible(ctx),
    },
    select: citedFields,
  });
  const counting = rows.filter((row) =>
    ['accepted', 'unreviewed'].includes(reviewState(row.reviews, row.contentVersion)),
  );
  return counting.map(citedOf);
}

async function echoesAmong(ctx: ReadContext, articleIds: string[]): Promise<Shared[]> {
  const rows = await ctx.db.echo.findMany({
    where: { aId: { in: articleIds }, bId: { in: articleIds }, ...living },
    orderBy: [{ words: 'desc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    decision: row.decision && lineageOf(row.decision),
    from: row.fromId,
    sides: [
      { articleId: row.aId, start: row.aStart, end: row.aEnd },
      { articleId: row.bId, start: row.bStart, end: row.bEnd },
    ],
  }));
}

/** What somebody said of unnamed sources of these citations: that they differ, and why. */
async function differences(ctx: ReadContext, citations: CitedFor[]): Promise<Different[]> {
  const ids = citations.flatMap(({ speaker }) => (speaker?.unnamed ? [speaker.id] : []));
  if (ids.length < 2) return [];
  const rows = await ctx.db.distinction.findMany({
    where: { sameness: 'different', deletedAt: null, lowEntity: oneOf(ids), highEntity: oneOf(ids) },
    select: { reason: true, lowEntity: rootFields, highEntity: rootFields },
  });
  return rows.map(({ reason, lowEntity, highEntity }) => ({ ids: [rootOf(lowEntity!), rootOf(highEntity!)], reason }));
}

/** What the corroboration of claims is computed from, in a handful of queries however many claims there are. */
export type Evidence = { citations: CitedFor[]; echoes: Shared[]; different: Different[] };

export async function evidenceOf(ctx: ReadContext, claimIds: string[]): Promise<Evidence> {
  const citations = await citationsOf(ctx, claimIds);
  const articleIds = [...new Set(citations.map(({ articleId }) => articleId))];
  return { citations, echoes: await echoesAmong(ctx, articleIds), different: await differences(ctx, citations) };
}

const told = (figures: Figures) => ({
  articles: figures.articles,
  origins: figures.origins,
  unsourced: figures.unsourced,
  headline: headline(figures),
  independence: independence(figures),
});

/** What of the evidence one claim rests on with one stance. */
export function restsOn(evidence: Evidence, claimId: string, stance: Stance): RestsOn {
  const own = evidence.citations.filter((one) => one.claimId === claimId && one.stance === stance);
  const { groups, wouldCollapse, wouldBe, ...figures } = corroborate(own, evidence.echoes, evidence.different);
  const passages = passagesOf(
    own.map(({ row, accepted }) => ({
      stance,
      reviewState: accepted ? 'accepted' : 'unreviewed',
      createdAt: row.createdAt,
      place: row.highlight,
    })),
  );
  return {
    ...told(figures),
    accepted: passages.filter((passage) => passage.accepted).length,
    unreviewed: passages.filter((passage) => !passage.accepted).length,
    groups,
    wouldCollapse,
    wouldBe: told(wouldBe),
  };
}

/** On how many origins a claim rests, and how they were counted. Throws `not-found`. */
export async function findCorroboration(
  ctx: ReadContext,
  claimId: string,
): Promise<z.output<typeof corroborationView>> {
  const claim = await ctx.db.claim.findFirst({ where: { id: claimId, deletedAt: null }, select: { id: true } });
  if (!claim) throw notFound();
  const evidence = await evidenceOf(ctx, [claimId]);
  return { claimId, ...restsOn(evidence, claimId, 'supports'), against: restsOn(evidence, claimId, 'contradicts') };
}

/** The figures of several claims, for lists. Ids that are none of the project's claims are left out. */
export async function listCorroboration(
  ctx: ReadContext,
  projectId: string,
  { claimIds }: z.output<typeof corroborationFilter>,
): Promise<z.output<typeof corroborationList>> {
  const claims = await ctx.db.claim.findMany({
    where: { id: { in: claimIds }, projectId, deletedAt: null },
    select: { id: true },
  });
  const evidence = await evidenceOf(
    ctx,
    claims.map(({ id }) => id),
  );
  const byClaim = new Map<string, CitedFor[]>(claims.map(({ id }) => [id, []]));
  for (const one of evidence.citations) byClaim.get(one.claimId)!.push(one);
  const items = claims.map(({ id }) => {
    const own = { ...evidence, citations: byClaim.get(id)! };
    const { articles, origins, unsourced } = restsOn(own, id, 'supports');
    return { claimId: id, ...told({ articles, origins, unsourced }) };
  });
  return { items, nextCursor: null };
}
