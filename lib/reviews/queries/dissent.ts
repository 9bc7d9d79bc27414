import { verdictOf } from '@/lib/agreement/standing';
import { sayLikelihood } from '@/lib/claims/likelihood';
import type { ReadContext } from '@/lib/core/context';
import type { Person } from '@/lib/core/words';
import { peopleOf } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { objectionsTo } from '@/lib/threads/queries';
import type { Objection } from '@/lib/threads/queries/objections';
import { bandIn, lowerThanHalf, standingRejections } from '../dissent';
import type { Dissent } from '../review';
import { objectionHref } from '../staleness';
import type { Grounds, VerdictRow } from './grounds';

type Who = (id: string) => Person;
const none = { wording: null, likelihood: null, open: false, lifted: null, href: null };

const rejectionsIn = (verdicts: VerdictRow[], who: Who): Dissent[] =>
  standingRejections(
    verdicts.filter((row) => row.withdrawnAt === null).map((row) => ({ ...row, verdict: verdictOf(row.verdict) })),
  ).map((row) => ({
    ...none,
    kind: 'rejection',
    id: row.id,
    by: who(row.reviewerId),
    at: row.createdAt.toISOString(),
    wording: row.claimVersion!.number,
    text: row.reason ?? '',
  }));

export type JudgmentRow = Awaited<ReturnType<ReadContext['db']['assessment']['findMany']>>[number];

/** The judgments among these that hold their claim for less likely than most do. */
function lowerIn(rows: readonly JudgmentRow[], who: Who): (claimId: string) => Dissent[] {
  const byClaim = new Map<string, JudgmentRow[]>();
  for (const row of rows) byClaim.set(row.claimId, [...(byClaim.get(row.claimId) ?? []), row]);
  return (claimId) => {
    const own = byClaim.get(claimId) ?? [];
    const judged = own.map((row) => ({ ...row, band: row.band as Parameters<typeof bandIn>[0]['band'] }));
    return lowerThanHalf(judged).map((row) => ({
      ...none,
      kind: 'assessment',
      id: row.id,
      by: who(row.analystId),
      at: row.updatedAt.toISOString(),
      wording: row.wording,
      text: row.rationale ?? '',
      likelihood: sayLikelihood(row.likelihood ?? bandIn(row)!),
    }));
  };
}

/** What dissent is found in. `judgments`: those that changed first, first. */
export type DissentRows = { objections: Map<string, Objection[]>; judgments: JudgmentRow[] };

/** What finds who holds what against a claim in rows that were read before. */
export function dissentAmong({ objections, judgments }: DissentRows, who: Who) {
  const lower = lowerIn(judgments, who);
  return (id: string, { now, verdicts }: Grounds): Dissent[] => [
    ...(objections.get(id) ?? []).map((one): Dissent => ({
      ...none,
      kind: 'objection',
      id: one.id,
      by: one.author,
      at: one.at,
      text: one.text,
      open: one.lifted === null,
      lifted: one.lifted && { by: one.lifted.by, reason: one.lifted.reason },
      href: objectionHref(now, one),
    })),
    ...rejectionsIn(verdicts, who),
    ...lower(id),
  ];
}

/** Who holds what against claims of one project, by claim: objections, lifted ones too, rejections and lower judgments. */
export async function dissentOn(
  ctx: ReadContext,
  projectId: string,
  grounds: Map<string, Grounds>,
): Promise<Map<string, Dissent[]>> {
  const ids = [...grounds.keys()];
  const who = await peopleOf(ctx, projectId);
  const objections = await objectionsTo(ctx, projectId, ids);
  const judgments = await ctx.db.assessment.findMany({
    where: { AND: [{ claimId: { in: ids } }, visible(ctx)] },
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
  });
  const dissentFrom = dissentAmong({ objections, judgments }, who);
  return new Map([...grounds].map(([id, ground]) => [id, dissentFrom(id, ground)]));
}
