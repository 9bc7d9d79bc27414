import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import type { Person } from '@/lib/core/words';
import { peopleOf } from '@/lib/members/queries';
import { mergedAway, notGone } from '@/lib/entities/queries';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import type { Assessment } from '../claim';
import { bandOf, type Band } from '../likelihood';
import { readClaim } from './claims';

type AssessmentRow = Prisma.AssessmentGetPayload<object>;

const assessmentOf = (row: AssessmentRow, who: (id: string) => Person): Assessment => ({
  id: row.id,
  claimId: row.claimId,
  analyst: who(row.analystId),
  likelihood: row.likelihood,
  band: (row.band as Band | null) ?? (row.likelihood === null ? null : bandOf(row.likelihood)),
  analyticConfidence: row.analyticConfidence,
  rationale: row.rationale,
  wording: row.wording,
  version: row.version,
  updatedAt: row.updatedAt.toISOString(),
});

/** Each analyst's judgment of a claim, merged or not, in the order in which they first judged it. */
export async function listAssessments(
  ctx: ReadContext,
  claimId: string,
): Promise<{ items: Assessment[]; nextCursor: null }> {
  const claim = await ctx.db.claim.findFirst({ where: { id: claimId, ...notGone }, select: { projectId: true } });
  if (!claim) throw notFound();
  const who = await peopleOf(ctx, claim.projectId);
  const rows = await ctx.db.assessment.findMany({
    where: { claimId, ...visible(ctx) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return { items: rows.map((row) => assessmentOf(row, who)), nextCursor: null };
}

/** A claim as its assessment needs it, with the actor's own one when there is one. Throws `not-found`. */
export async function findOwnAssessment(ctx: ReadContext, claimId: string) {
  const claim = await ctx.db.claim.findFirst({
    where: { id: claimId, deletedAt: null },
    select: { id: true, projectId: true, wording: true, version: true },
  });
  if (!claim) throw mergedAway(await readClaim(ctx, claimId));
  const analystId = ctx.actor.userId;
  const row = await ctx.db.assessment.findFirst({ where: { claimId, analystId, ...visible(ctx) } });
  const who = await peopleOf(ctx, claim.projectId);
  return { claim, mine: row && assessmentOf(row, who) };
}
