import type { WriteContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/errors';
import { hidingRounds, waitingClaims } from './queries';
import type { Round } from './round';

type Hiding = { id: string; name: string; projectId: string };

function refusal(says: string, rounds: Hiding[]): Refusal {
  const named = [...new Map(rounds.map((round) => [round.id, round])).values()];
  return new Refusal('not-allowed-now', says, {
    missing: named.map(({ id, name, projectId }) => ({
      code: 'blind-round',
      words: `The reveal of the blind round “${name}”`,
      href: `/projects/${projectId}/rounds/${id}`,
    })),
  });
}

/** Refuses what would change an article or a claim under those who judge it blind. Throws `not-allowed-now` with the round. */
export async function refuseInBlindRound(
  ctx: WriteContext,
  of: { articleIds?: string[]; claimIds?: string[] },
  says: string,
): Promise<void> {
  const hiding = await hidingRounds(ctx, of);
  if (hiding.length)
    throw refusal(
      says,
      hiding.map(({ round }) => round),
    );
}

/** The blind rounds of the project that are open. */
export const openBlindRounds = ({ db, projectId }: WriteContext): Promise<Hiding[]> =>
  db.round.findMany({
    where: { projectId, blind: true, revealedAt: null },
    select: { id: true, name: true, projectId: true },
    orderBy: { id: 'asc' },
  });

/**
 * Refuses to take away what hidden work may point at, whether any does or not: the answer tells nothing of it.
 * Throws `not-allowed-now` while any blind round of the project is open.
 */
export async function refuseWhileBlind(ctx: WriteContext, says: string): Promise<void> {
  const open = await openBlindRounds(ctx);
  if (open.length) throw refusal(says, open);
}

/** Refuses to approve a claim that waits for a reveal. Throws `not-allowed-now` with the round. */
export async function refuseWaiting(ctx: WriteContext, claimId: string): Promise<void> {
  const [waiting] = await waitingClaims(ctx, [claimId]);
  if (!waiting) return;
  const says = waiting.judged
    ? 'This claim is being judged in a blind round: verdicts wait for its reveal.'
    : 'Citations of this claim are hidden by a blind round: approving waits for its reveal.';
  throw refusal(says, [{ id: waiting.roundId, name: waiting.round, projectId: ctx.projectId }]);
}

/** Refuses a verdict on a claim that is judged blind, or on its citations. Throws `not-allowed-now` with the round. */
export const refuseVerdict = (ctx: WriteContext, claimId: string): Promise<void> =>
  refuseInBlindRound(
    ctx,
    { claimIds: [claimId] },
    'This claim is being judged in a blind round: verdicts on it and on its citations wait for the reveal.',
  );

/** Ends a blind round: what it hid is shown to all, and what its analysts had is kept as it was. */
export async function reveal(ctx: WriteContext, round: Round, early: boolean): Promise<void> {
  await ctx.db.round.update({
    where: { id: round.id },
    data: { revealedAt: ctx.now, revealedBy: ctx.actor.userId, early, version: { increment: 1 } },
  });
  await ctx.db.roundItem.updateMany({ where: { roundId: round.id }, data: { hides: false } });
  await ctx.db.$queryRaw`SELECT show_round(${round.id}::uuid)::text`;
  await ctx.db
    .$executeRaw`INSERT INTO round_span (id, project_id, round_id, analyst_id, tag_id, article_id, start, "end", entity_id, claim_id, stance, confidence)
    SELECT gen_random_uuid(), ${ctx.projectId}::uuid, ${round.id}::uuid, analyst_id, tag_id, article_id, start, "end", entity_id, claim_id, stance, confidence
    FROM round_tags(${round.id}::uuid)`;
  await ctx.db
    .$executeRaw`INSERT INTO round_judgment (id, project_id, round_id, analyst_id, claim_id, band, likelihood, analytic_confidence)
    SELECT gen_random_uuid(), ${ctx.projectId}::uuid, i.round_id, s.analyst_id, s.claim_id, s.band, s.likelihood, s.analytic_confidence
    FROM round_item i JOIN assessment s ON s.claim_id = i.claim_id JOIN round_analyst w ON w.round_id = i.round_id AND w.analyst_id = s.analyst_id
    WHERE i.round_id = ${round.id}::uuid`;
  ctx.record({
    type: 'round.revealed',
    subjectType: 'round',
    subjectId: round.id,
    version: round.version + 1,
    fields: early ? ['early'] : [],
  });
}
