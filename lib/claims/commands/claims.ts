import { z } from 'zod';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/errors';
import { refuseWhileBlind } from '@/lib/rounds/steps';
import { assessmentInput, claimChange, claimInput, type Assessment } from '../claim';
import { findOwnAssessment } from '../queries/assessments';
import { findClaim } from '../queries/claims';
import { colleaguesStakes, deletedNames } from '../queries/evidence';
import { addClaimRow, moveClaim, rewordClaim } from '../steps';

const nothing = z.strictObject({});
const inProject = async (_: WriteContext, id: string) => ({ id });

export const addClaim = command(
  { verb: 'claim.add', input: claimInput, subject: 'project', load: inProject, status: 201 },
  async (ctx, input) => findClaim(ctx, await addClaimRow(ctx, input)),
);

/** A new wording or structure, by anybody who may. A change that changes nothing leaves version, status and log alone. */
export const saveClaim = command(
  { verb: 'claim.save', input: claimChange, subject: 'claim', load: findClaim, ifMatch: true },
  async (ctx, change, claim) => {
    const wording = await rewordClaim(ctx, claim, change);
    return wording === null ? claim : () => findClaim(ctx, claim.id);
  },
);

/** Its creator deletes a claim that nobody else has a stake in; a lead any. */
export const deleteClaim = command(
  { verb: 'claim.delete', input: nothing, subject: 'claim', load: findClaim, ifMatch: true },
  async (ctx, _, claim) => {
    if (claim.merged.length)
      throw new Refusal('not-allowed-now', 'Another claim was merged into this one: undo that first.', {
        missing: claim.merged.map(({ statement }) => ({ code: 'merged', words: statement, href: null })),
      });
    await refuseWhileBlind(
      ctx,
      'A blind round is open, and hidden work may rest on this claim: it can be deleted after the reveal.',
    );
    const missing = ctx.role === 'lead' ? [] : await colleaguesStakes(ctx, claim);
    if (missing.length)
      throw new Refusal('not-allowed-now', 'Colleagues have a stake in this claim: a lead can delete it.', { missing });
    const version = claim.version + 1;
    await ctx.db.claim.update({
      where: { id: claim.id },
      data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version },
    });
    ctx.record({ type: 'claim.deleted', subjectType: 'claim', subjectId: claim.id, version });
    return { ...claim, version };
  },
);

/** Brings a claim back as it was: status, citations, assessments. */
export const restoreClaim = command(
  {
    verb: 'claim.delete',
    input: nothing,
    subject: 'claim',
    load: (ctx, id) => findClaim(ctx, id, true),
    ifMatch: true,
  },
  async (ctx, _, claim) => {
    const missing = await deletedNames(ctx, claim);
    if (missing.length)
      throw new Refusal('not-allowed-now', 'What this claim names was deleted: bring that back first.', { missing });
    const version = claim.version + 1;
    await ctx.db.claim.update({ where: { id: claim.id }, data: { deletedAt: null, deletedBy: null, version } });
    ctx.record({ type: 'claim.restored', subjectType: 'claim', subjectId: claim.id, version });
    return () => findClaim(ctx, claim.id);
  },
);

export const submitClaim = command(
  { verb: 'claim.submit', input: nothing, subject: 'claim', load: findClaim, ifMatch: true },
  async (ctx, _, claim) => {
    const version = await moveClaim(ctx, claim, 'submit');
    ctx.record({ type: 'claim.submitted', subjectType: 'claim', subjectId: claim.id, version });
    return () => findClaim(ctx, claim.id);
  },
);

/** Takes a claim back to draft: one that was rejected, went stale, or was submitted too early. */
export const reopenClaim = command(
  { verb: 'claim.reopen', input: nothing, subject: 'claim', load: findClaim, ifMatch: true },
  async (ctx, _, claim) => {
    const version = await moveClaim(ctx, claim, 'reopen');
    ctx.record({ type: 'claim.reopened', subjectType: 'claim', subjectId: claim.id, version });
    return () => findClaim(ctx, claim.id);
  },
);

const judged = ['likelihood', 'band', 'analyticConfidence', 'rationale'] as const;

function judgmentOf({ likelihood, analyticConfidence, rationale }: z.output<typeof assessmentInput>) {
  return {
    likelihood: typeof likelihood === 'number' ? likelihood : null,
    band: typeof likelihood === 'string' ? likelihood : null,
    analyticConfidence: analyticConfidence ?? null,
    rationale: rationale ?? null,
  };
}

/** Replaces the actor's own judgment of a claim, or states the first. It raises its own version, not the claim's. */
export const assessClaim = command(
  {
    verb: 'claim.assess',
    input: assessmentInput,
    subject: 'claim',
    load: findOwnAssessment,
    ifMatch: ({ mine }) => mine,
  },
  async (ctx, input, { claim, mine }): Promise<Assessment> => {
    const judgment = judgmentOf(input);
    const stated = { ...judgment, wording: claim.wording, updatedAt: ctx.now };
    if (mine)
      await ctx.db.assessment.update({ where: { id: mine.id }, data: { ...stated, version: { increment: 1 } } });
    else
      await ctx.db.assessment.create({
        data: {
          projectId: ctx.projectId,
          claimId: claim.id,
          analystId: ctx.actor.userId,
          createdAt: ctx.now,
          ...stated,
        },
      });
    ctx.record({
      type: 'claim.assessed',
      subjectType: 'claim',
      subjectId: claim.id,
      version: claim.version,
      fields: judged.filter((field) => judgment[field] !== null),
    });
    return (await findOwnAssessment(ctx, claim.id)).mine!;
  },
);
