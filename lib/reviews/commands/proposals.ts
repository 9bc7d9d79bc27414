import { z } from 'zod';
import { claimChange } from '@/lib/claims/claim';
import { findClaim } from '@/lib/claims/queries/claims';
import { rewordClaim } from '@/lib/claims/steps';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/errors';
import { tagChange } from '@/lib/highlights/highlight';
import { findTag } from '@/lib/highlights/queries';
import { changeTagRow } from '@/lib/highlights/steps';
import { findProposal, type FoundProposal } from '../queries/proposals';
import { declineInput } from '../review';
import { answerReason, raiseClaim, touchTags } from '../steps';

const nothing = z.strictObject({});

function refuseMoved({ by, onThis }: FoundProposal, userId: string) {
  if (by === userId) throw new Refusal('own-work', 'This fix is yours: whoever else made this answers it.');
  if (!onThis)
    throw new Refusal(
      'not-allowed-now',
      'It was changed since this fix was proposed: the proposal is about what it said then.',
    );
}

/** What its fix makes of the subject: the content version of the tag, or the number of the wording. */
async function made(ctx: WriteContext, { tag, claim, proposal }: FoundProposal): Promise<number> {
  if (tag) return changeTagRow(ctx, tag, tagChange.parse(proposal));
  const wording = await rewordClaim(ctx, claim!, claimChange.parse(proposal));
  if (wording === null) throw new Refusal('not-allowed-now', 'The claim says this already.');
  return wording;
}

const told = ({ tag, claim, version }: FoundProposal) => ({
  subjectType: tag ? 'tag' : 'claim',
  subjectId: (tag ?? claim)!.id,
  version: version + 1,
});

const answered =
  (ctx: WriteContext, { id, tag, claim }: FoundProposal) =>
  async () => ({
    id,
    tag: tag && (await findTag(ctx, tag.id)),
    claim: claim && (await findClaim(ctx, claim.id)),
  });

/** The author takes a proposed fix over: a change of their own, made as somebody else worded it. The reviewer becomes no author by it. */
export const takeProposal = command(
  { verb: 'proposal.answer', input: nothing, subject: 'review', load: findProposal, ifMatch: true },
  async (ctx, _, found) => {
    refuseMoved(found, ctx.actor.userId);
    const ledTo = await made(ctx, found);
    await ctx.db.review.update({ where: { id: found.id }, data: { reply: 'taken', repliedAt: ctx.now, ledTo } });
    ctx.record({ type: 'proposal.taken', ...told(found) });
    return answered(ctx, found);
  },
);

/** The author leaves things as they are, and says why where the reviewer said what was wrong. It can be taken over all the same later. */
export const declineProposal = command(
  { verb: 'proposal.answer', input: declineInput, subject: 'review', load: findProposal, ifMatch: true },
  async (ctx, { reason }, found) => {
    refuseMoved(found, ctx.actor.userId);
    const { id, tag, claim, by, at } = found;
    const reply = { reply: 'declined' as const, repliedAt: ctx.now, replyReason: reason, ledTo: null };
    await ctx.db.review.update({ where: { id }, data: reply });
    if (tag) await touchTags(ctx, [{ id: tag.id, claimId: tag.claim?.id ?? null }]);
    else await raiseClaim(ctx, claim!);
    ctx.record({ type: 'proposal.declined', ...told(found) });
    await answerReason(ctx, { type: tag ? 'tag' : 'claim', id: (tag ?? claim)!.id }, { by, at }, reason);
    return answered(ctx, found);
  },
);
