import { replyOf, verdictOf } from '@/lib/agreement/standing';
import { readClaim } from '@/lib/claims/queries/claims';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import type { Person } from '@/lib/core/words';
import { peopleOf, roleIn } from '@/lib/members/queries';
import { may, visible } from '@/lib/permissions';
import type { Question } from '@/lib/questions/question';
import { questionsAnsweredBy } from '@/lib/questions/queries/questions';
import { questionHref } from '@/lib/threads/place';
import { holds, missingFor } from '../approval';
import type { ApprovalState, ClaimReview } from '../review';
import { newSince, staleness, type StaleReason } from '../staleness';
import { dissentOn } from './dissent';
import { approvalsNeeded, groundsFor, type Grounds, type VerdictRow } from './grounds';

/** A verdict on a claim as views carry it. */
export const claimReviewOf = (row: VerdictRow, who: (id: string) => Person): ClaimReview => ({
  id: row.id,
  wording: row.claimVersion!.number,
  reviewer: who(row.reviewerId),
  verdict: verdictOf(row.verdict),
  reason: row.reason,
  proposal: row.proposal as ClaimReview['proposal'],
  reply: replyOf(row),
  withdrawn: row.withdrawnAt !== null,
  at: row.createdAt.toISOString(),
});

/** The verdicts that approve a claim as it is now. */
export function approvalsIn({ now, accepts, verdicts }: Grounds): VerdictRow[] {
  const holding = new Set(accepts.filter((accept) => holds(accept, now)).map((accept) => accept.id));
  return verdicts.filter((row) => holding.has(row.id));
}

/** The accepts of a claim that would count, had not what they rested on changed since. */
const lapsedIn = ({ now, accepts, verdicts }: Grounds): VerdictRow[] => {
  const lapsed = new Set(accepts.filter((accept) => !holds(accept, now)).map((accept) => accept.id));
  return verdicts.filter((row) => lapsed.has(row.id));
};

/** Whoever proposed the wording that the claim has now. */
export const proposerIn = ({ now, verdicts }: Grounds, who: (id: string) => Person): Person | null => {
  const taken = verdicts.find((row) => row.reply === 'taken' && row.ledTo === now.wording.number);
  return taken ? who(taken.reviewerId) : null;
};

/** Everything that changed under the approvals of a stale claim, each change once. */
function changesUnder({ now, accepts }: Grounds): StaleReason[] {
  if (now.status !== 'stale') return [];
  const reasons = accepts.flatMap((accept) => staleness(accept.basis, now));
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

/** An answer may be approved while its question is open: whoever does is told, and so is whoever reads the export. */
const warningsOf = (projectId: string, questions: Question[]): ApprovalState['warnings'] =>
  questions
    .filter(({ state }) => state === 'open')
    .map(({ id, text }) => ({
      code: 'open-question',
      words: `It answers a question that is open: “${text}”`,
      href: questionHref(projectId, id),
    }));

/** Where a claim stands on its way to approval, for the asking actor: what is missing, what changed, who approved. Throws `not-found`. */
export async function findApproval(ctx: ReadContext, claimId: string): Promise<ApprovalState> {
  const claim = await readClaim(ctx, claimId);
  const grounds = await groundsFor(ctx, claim);
  const { now, accepts, verdicts } = grounds;
  const { userId } = ctx.actor;
  const reviews = may({ userId, role: roleIn(ctx, claim.projectId) }, 'claim.review') === true;
  const who = await peopleOf(ctx, claim.projectId);
  const approved = claim.status === 'approved' || claim.status === 'stale' ? accepts.at(-1)?.basis : undefined;
  const state = {
    status: claim.status,
    warnings: warningsOf(claim.projectId, await questionsAnsweredBy(ctx, claim.projectId, [claim.id])),
    missing: missingFor({ userId, reviews }, now, accepts),
    stale: changesUnder(grounds),
    newSince: approved ? newSince(approved, now) : { supporting: 0, moved: 0 },
    approvedWording: approved?.wording.number ?? null,
    approvals: approvalsIn(grounds).map((row) => claimReviewOf(row, who)),
    lapsed: lapsedIn(grounds).map((row) => claimReviewOf(row, who)),
    proposedBy: proposerIn(grounds, who),
    dissent: (await dissentOn(ctx, claim.projectId, new Map([[claim.id, grounds]]))).get(claim.id) ?? [],
    needed: await approvalsNeeded(ctx, claim.projectId),
    reviews: verdicts.map((row) => claimReviewOf(row, who)).reverse(),
  };
  // Asked last: where the claim moved on meanwhile, this is of a version that nobody has seen yet, and nobody decides on it.
  const { version: claimVersion } = await ctx.db.claim.findUniqueOrThrow({
    where: { id: claim.id },
    select: { version: true },
  });
  return { claimVersion, ...state };
}

/** A verdict that was not taken back, its reviewer as author, in the version of what it is on. Throws `not-found`. */
export async function findReview(ctx: ReadContext, id: string) {
  const row = await ctx.db.review.findFirst({
    where: { AND: [{ id, withdrawnAt: null }, visible(ctx)] },
    include: {
      tag: { select: { version: true, contentVersion: true } },
      claimVersion: { select: { claim: { select: { id: true, version: true, wording: true } } } },
    },
  });
  if (!row) throw notFound();
  const claim = row.claimVersion?.claim;
  return {
    id,
    author: (await peopleOf(ctx, row.projectId))(row.reviewerId),
    verdict: verdictOf(row.verdict),
    tagId: row.tagId,
    claimId: claim?.id ?? null,
    at: row.createdAt.toISOString(),
    // The author took over what it proposes, and so it stands.
    taken: row.reply === 'taken' && row.ledTo === (row.tag?.contentVersion ?? claim?.wording),
    version: (row.tag ?? claim)!.version,
  };
}
export type FoundReview = Awaited<ReturnType<typeof findReview>>;
