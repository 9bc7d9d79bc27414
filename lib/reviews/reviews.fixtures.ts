import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { submitClaim } from '@/lib/claims/commands/claims';
import { findClaim } from '@/lib/claims/queries/claims';
import { findTag } from '@/lib/highlights/queries';
import { desk } from '@/lib/threads/threads.fixtures';
import { reviewClaim } from './commands/claims';
import { reviewTag } from './commands/tags';
import { findApproval } from './queries/approval';

type Verdict = 'accept' | 'reject' | 'needs-work';

/** A desk with short ways to give verdicts on the state that is current, and to look at what came of them. */
export async function bench() {
  const at = await desk();
  const tagNow = (id: string) => read(at.viewer, (ctx) => findTag(ctx, id));
  const claimNow = (id: string) => read(at.viewer, (ctx) => findClaim(ctx, id));
  const version = async (seen: Promise<{ version: number }>) => `"${(await seen).version}"`;
  const judge = async (id: string, verdict: Verdict, actor: Actor = at.other, more: object = {}) => {
    const reason = verdict === 'accept' ? {} : { reason: `Because of ${verdict}.` };
    const input = { verdict, ...reason, ...more };
    return (await reviewTag({ actor, id, input, ifMatch: await version(tagNow(id)) })).body;
  };
  const decide = async (id: string, verdict: Verdict, actor: Actor = at.reviewer, more: object = {}) => {
    const reason = verdict === 'accept' ? {} : { reason: `Because of ${verdict}.` };
    const input = { verdict, ...reason, ...more };
    return (await reviewClaim({ actor, id, input, ifMatch: await version(claimNow(id)) })).body;
  };
  const submit = async (id: string) =>
    (await submitClaim({ actor: at.analyst, id, input: {}, ifMatch: await version(claimNow(id)) })).body;
  const approval = (id: string, actor: Actor = at.reviewer) => read(actor, (ctx) => findApproval(ctx, id));
  let serial = 0;
  /** A claim by the analyst in review, with one supporting citation that a colleague has accepted. */
  const inReview = async () => {
    const cited = await at.cite({ statement: `Claim ${++serial}.` });
    await judge(cited.tag.id, 'accept');
    await submit(cited.claimId);
    return cited;
  };
  const approved = async () => {
    const cited = await inReview();
    await decide(cited.claimId, 'accept');
    return cited;
  };
  return { ...at, tagNow, claimNow, version, judge, decide, submit, approval, inReview, approved };
}
export type Bench = Awaited<ReturnType<typeof bench>>;
