import { saveClaim, submitClaim } from '@/lib/claims/commands/claims';
import { findClaim } from '@/lib/claims/queries/claims';
import { reviewClaim } from '@/lib/reviews/commands/claims';
import { wordingOf, type Loaded } from './loaded';
import type { Loader } from './loader';
import { demo } from './project';

/** Submits, verdicts and edits of claims, in the order in which they were taken. */
export async function takeDecisions(loader: Loader, loaded: Loaded): Promise<void> {
  for (const decision of demo.decisions) {
    const id = loaded.claims[decision.claim]!;
    const actor = loaded.people[decision.by];
    const seen = (ctx: Parameters<typeof findClaim>[0]) => findClaim(ctx, id);
    if (decision.do === 'submit') await loader.send(submitClaim, actor, id, {}, seen);
    else if (decision.do === 'edit') await loader.send(saveClaim, actor, id, wordingOf(loaded, decision.changes), seen);
    else {
      const { verdict, reason } = decision;
      await loader.send(reviewClaim, actor, id, { verdict, ...(reason ? { reason } : {}) }, seen);
    }
  }
}
