import type { Coefficient } from '@/lib/agreement/coefficients';
import type { Dropped, DropReason } from '@/lib/agreement/made';
import { agreementQuestions, type Shares } from '@/lib/agreement/questions';
import type { Figures } from '@/lib/agreement/reading';
import type { ReadContext } from '@/lib/core/context';
import { peopleOf, roleIn } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import type { Round } from '@/lib/rounds/round';
import type { Agreement, CoefficientView, Narrowing, Share } from '../comparison';
import { readingOf } from './reading';
import { findRoundIn } from './round';
import { readWork, tagsIn, TYPE } from './work';

const droppedOf = (dropped: Dropped) =>
  (Object.entries(dropped) as [DropReason, number][]).map(([why, n]) => ({ why, n }));

const sharesOf = (shares: Shares): Share[] =>
  agreementQuestions.map((question) => ({
    question,
    agreed: shares[question].agreed,
    of: shares[question].of,
    dropped: droppedOf(shares[question].dropped),
  }));

const coefficientOf = ({ outcome, interval, ...rest }: Coefficient): CoefficientView => ({
  ...rest,
  value: outcome.value,
  why: outcome.why,
  interval:
    interval && interval.why === null ? { low: interval.low, high: interval.high, samples: interval.samples } : null,
  noInterval: interval?.why ?? null,
});

const figuresOf = ({ shares, coefficients }: Figures) => ({
  shares: sharesOf(shares),
  coefficients: coefficients.map(coefficientOf),
});

type Choice = { id: string; title: string };

/** Articles in which at least two analysts tagged something, and who has tagged or judged anything at all; of a round, those of the round. */
async function choices(ctx: ReadContext, projectId: string, round: Round | null) {
  const all = round ? { roundId: round.id } : {};
  const articles = await ctx.db.$queryRaw<Choice[]>`
    SELECT a.id, a.title ${tagsIn(ctx, projectId, all)}
    GROUP BY a.id, a.title HAVING count(DISTINCT t.author_id) > 1 ORDER BY a.title, a.id LIMIT 500`;
  const types = await ctx.db.$queryRaw<{ type: string }[]>`
    SELECT DISTINCT ${TYPE} AS type ${tagsIn(ctx, projectId, all)} ORDER BY 1`;
  const analysts = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT author_id AS id FROM tag WHERE project_id = ${projectId}::uuid AND deleted_at IS NULL
      AND project_id = ANY (${visible(ctx).projectId.in}::uuid[])
    UNION SELECT analyst_id FROM assessment WHERE project_id = ${projectId}::uuid
      AND project_id = ANY (${visible(ctx).projectId.in}::uuid[])`;
  const who = await peopleOf(ctx, projectId);
  const people = round ? round.analysts.map(({ analyst }) => analyst) : analysts.map(({ id }) => who(id));
  return {
    articles,
    types: types.map(({ type }) => type),
    round: round && { id: round.id, name: round.name, status: round.status },
    analysts: people.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1)),
  };
}

async function titlesOf(ctx: ReadContext, ids: string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.article.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } });
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** How far the analysts of a project agree: of each two, each type of tag, each article, and all together. Throws `not-found`, of a round of another project too. */
export async function findAgreement(ctx: ReadContext, projectId: string, filter: Narrowing): Promise<Agreement> {
  roleIn(ctx, projectId);
  const round = await findRoundIn(ctx, projectId, filter);
  const work = await readWork(ctx, projectId, filter);
  const { pairs, overall, types, articles, dropped } = readingOf(work);
  const who = await peopleOf(ctx, projectId);
  const titles = await titlesOf(
    ctx,
    articles.map(({ articleId }) => articleId),
  );
  return {
    ...(await choices(ctx, projectId, round)),
    tags: work.tags.length,
    tooMany: work.tooMany,
    overall: figuresOf(overall),
    pairs: pairs.map(({ a, b, ...figures }) => ({ a: who(a), b: who(b), ...figuresOf(figures) })),
    byType: types.map(({ type, ...figures }) => ({ type, ...figuresOf(figures) })),
    byArticle: articles.map(({ articleId, ...figures }) => ({
      article: { id: articleId, title: titles.get(articleId) ?? '' },
      ...figuresOf(figures),
    })),
    dropped: droppedOf(dropped),
  };
}
