import type { z } from 'zod';
import { findArticle } from '@/lib/articles/queries';
import { overlap } from '@/lib/anchoring/span';
import type { ReadContext } from '@/lib/core/context';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { quotedTags } from '@/lib/highlights/queries';
import type { Prisma } from '@/prisma/generated/client';
import type { EchoedTag, echoedTags } from '../echo';
import { sameWords } from '../same-words';
import { living } from './echoes';

/** Passages looked at for one article: an article with more is a copy, and its first ones will do. */
const MOST = 200;
/** Articles looked at, those with the longest shared passages first: the hundredth copy of a wire report says nothing new. */
const COPIES = 12;
/** Tags looked at: what is over is offered once these are here or refused. */
const TAGS = 2_000;

type Side = { articleId: string; version: number; start: number; quote: string };
type Pair = { echoId: string; here: Side; there: Side };

/** Passages that the article's current text shares with others, unless somebody said that they have nothing to do with each other. */
async function pairsOf(ctx: ReadContext, articleId: string): Promise<Pair[]> {
  const rows = await ctx.db.echo.findMany({
    where: {
      ...living,
      OR: [{ aId: articleId }, { bId: articleId }],
      AND: { OR: [{ decision: null }, { decision: { not: 'independent' } }] },
    },
    include: { aVersion: { select: { number: true } }, bVersion: { select: { number: true } } },
    orderBy: [{ words: 'desc' }, { id: 'asc' }],
    take: MOST,
  });
  const pairs = rows.map((row): Pair => {
    const a: Side = { articleId: row.aId, version: row.aVersion.number, start: row.aStart, quote: row.aQuote };
    const b: Side = { articleId: row.bId, version: row.bVersion.number, start: row.bStart, quote: row.bQuote };
    return row.aId === articleId ? { echoId: row.id, here: a, there: b } : { echoId: row.id, here: b, there: a };
  });
  const nearest = new Set([...new Set(pairs.map(({ there }) => there.articleId))].slice(0, COPIES));
  return pairs.filter(({ there }) => nearest.has(there.articleId));
}

const within = ({ articleId, version, start, quote }: Side): Prisma.TagWhereInput => ({
  highlight: {
    articleId,
    articleVersion: { number: version },
    start: { gte: start },
    end: { lte: start + quote.length },
    orphanedAt: null,
  },
});

const textOf = (articleId: string, version: number) => `${articleId} ${version}`;

/** The tag of the other article as it would stand in this one; null where other words stand there. */
function broughtBy({ here, there }: Pair, tag: QuotedTag): EchoedTag | null {
  const { start, end } = tag.highlight;
  if (start < there.start || end > there.start + there.quote.length) return null;
  const found = sameWords(there.quote, { start: start - there.start, end: end - there.start }, here.quote);
  if (!found) return null;
  const { id, entity, claim, stance, speaker, via, denies, implied, impliedHow, author } = tag;
  return {
    tagId: id,
    start: here.start + found.start,
    end: here.start + found.end,
    quote: tag.highlight.quote,
    ...{ entity, claim, stance, speaker, via, denies, implied, impliedHow, author },
  };
}

const targetOf = ({ entity, claim }: Pick<EchoedTag, 'entity' | 'claim'>): string => entity?.id ?? claim?.id ?? '';

/**
 * Tags made on the same words elsewhere, passage by passage, as they would stand in this article: those that colleagues did not
 * reject, of which nobody made the same here. Two analysts' tags on one passage are offered once. Throws `not-found`.
 */
export async function listEchoedTags(ctx: ReadContext, articleId: string): Promise<z.output<typeof echoedTags>> {
  const { projectId } = await findArticle(ctx, articleId);
  const pairs = await pairsOf(ctx, articleId);
  if (pairs.length === 0) return { items: [] };
  const made = await quotedTags(ctx, projectId, { OR: pairs.map(({ there }) => within(there)) }, undefined, TAGS);
  const madeIn = new Map<string, QuotedTag[]>();
  for (const tag of made) {
    const text = textOf(tag.highlight.articleId, tag.highlight.articleVersion);
    const those = madeIn.get(text);
    if (those) those.push(tag);
    else madeIn.set(text, [tag]);
  }
  const here = await quotedTags(ctx, projectId, { OR: pairs.map((pair) => within(pair.here)) });
  const taken = (one: EchoedTag) => here.some((tag) => targetOf(tag) === targetOf(one) && overlap(tag.highlight, one));
  const offered = new Set<string>();
  const items = pairs.flatMap((pair) => {
    const those = madeIn.get(textOf(pair.there.articleId, pair.there.version)) ?? [];
    const tags = those.flatMap((tag) => {
      if (tag.reviewState === 'rejected' || tag.reviewState === 'contested') return [];
      const one = broughtBy(pair, tag);
      const key = one && `${one.start} ${one.end} ${targetOf(one)} ${one.stance}`;
      if (!one || offered.has(key!) || taken(one)) return [];
      offered.add(key!);
      return [one];
    });
    const from = tags.length > 0 ? those[0] : undefined;
    return from ? [{ echoId: pair.echoId, article: { id: from.article.id, title: from.article.title }, tags }] : [];
  });
  return { items };
}
