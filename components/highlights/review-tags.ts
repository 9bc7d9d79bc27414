import type { Proposing } from '@/components/reviews/proposal';
import { announce } from '@/components/ui/announce';
import { notify, notifyProblem } from '@/components/ui/notify';
import { api } from '@/lib/api/client';
import type { Tag, TagChange } from '@/lib/highlights/highlight';
import { may } from '@/lib/permissions';
import { settle } from './change-tags';
import { problemOf, type Desk } from './desk';
import type { Draft } from './draft';
import { tagChangeOf } from './draft-input';
import { unchangeTag } from './inverse-steps';
import { whileSent } from './keep-drafts';
import { titleOf } from './layer';
import { nextToReview } from './reading-order';
import type { Step } from './undo-stack';

export type Verdict = Tag['reviews'][number]['verdict'];

export interface Judgement {
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly proposal?: TagChange;
}

const words: Record<Verdict, string> = {
  accept: 'Accepted',
  reject: 'Rejected',
  'needs-work': 'Sent back for work',
};

/** Whether the reader may judge this tag; the reason, in words for people, when not. */
export function mayReview(desk: Desk, tag: Tag): true | string {
  const { id, role } = desk.place.me;
  const allowed = may({ userId: id, role }, 'tag.review', tag);
  return allowed === true ? true : allowed.why;
}

/** Gives a verdict on the tag as it is shown. While reviewing, the next one without a verdict is chosen. Answers whether it was taken. */
export async function judge(desk: Desk, tag: Tag, judgement: Judgement): Promise<boolean> {
  const allowed = mayReview(desk, tag);
  if (allowed !== true) {
    notifyProblem(allowed, { key: 'own-work' });
    return false;
  }
  desk.store.set({ saved: 'saving', asking: null });
  try {
    const sending = api('reviewTag', { params: { id: tag.id }, body: judgement, ifMatch: tag.version });
    const after = await desk.undo.during(sending);
    desk.putTag(after);
    desk.undo.push(unjudge(desk, after, after.review.id, judgement));
    desk.store.set({ saved: 'saved' });
    announce(`${words[judgement.verdict]}: ${titleOf(tag)}.`);
    if (desk.store.get().reviewing) advance(desk, after);
    return true;
  } catch (error) {
    desk.store.set({ saved: 'idle' });
    notifyProblem(`No verdict was saved. ${problemOf(error).message}`);
    return false;
  }
}

function advance(desk: Desk, judged: Tag): void {
  const { placed } = desk.layers();
  const next = nextToReview(placed, judged.id, desk.place.me.id);
  if (next) desk.choose(next, { focus: true });
  else announce('You have reviewed every tag in this article.');
}

function unjudge(desk: Desk, judged: Tag, reviewId: string, judgement: Judgement): Step {
  const label = `${words[judgement.verdict].toLowerCase()} “${titleOf(judged)}”`;
  const versionNow = () => desk.findTag(judged.id)?.version ?? judged.version;
  return {
    label,
    back: async () => {
      const { tag } = await api('withdrawReview', { params: { id: reviewId }, body: {}, ifMatch: versionNow() });
      if (tag) desk.putTag(tag);
      desk.choose(desk.findLayer(judged.id) ?? null, { focus: true });
      return {
        label,
        back: async () => {
          const again = await api('reviewTag', { params: { id: judged.id }, body: judgement, ifMatch: versionNow() });
          desk.putTag(again);
          return unjudge(desk, again, again.review.id, judgement);
        },
      };
    },
  };
}

/** Sends a changed draft of a colleague's tag as a proposal: the author stays its author, and takes it or not. */
export const propose = (desk: Desk, draft: Draft, tag: Tag): Promise<void> =>
  whileSent(desk, draft, () => sendProposal(desk, draft, tag));

async function sendProposal(desk: Desk, draft: Draft, tag: Tag): Promise<void> {
  desk.store.set({ draft: null });
  try {
    const proposal = tagChangeOf(await settle(desk, draft), tag);
    if (Object.keys(proposal).length === 0) return announce('Nothing is different from the tag as it is.');
    const taken = await judge(desk, tag, { verdict: 'needs-work', proposal });
    if (!taken) desk.store.set({ draft });
  } catch (error) {
    desk.refuse(draft, problemOf(error));
  }
}

/** Done again, it is taken over again: it stays a colleague's wording. */
async function take(desk: Desk, tag: Tag, proposing: Proposing): Promise<Step> {
  const params = { id: proposing.id };
  const { tag: after } = await api('takeProposal', { params, body: {}, ifMatch: tag.version });
  desk.putTag(after!);
  const { label, back } = unchangeTag(desk, proposing.proposal, tag, after!);
  const again = () => take(desk, desk.findTag(tag.id) ?? tag, proposing);
  return { label, back: async () => ((await back()) === null ? null : { label, back: again }) };
}

/** The author takes over what a reviewer proposed: an ordinary change of one's own tag. */
export async function takeProposal(desk: Desk, tag: Tag, proposing: Proposing): Promise<void> {
  try {
    desk.undo.push(await take(desk, tag, proposing));
    notify('Proposal taken over', { key: 'undo' });
  } catch (error) {
    notifyProblem(`Not changed. ${problemOf(error).message}`);
  }
}

/** The author leaves the tag as it is, and says why. Answers whether that was taken. */
export async function declineProposal(desk: Desk, tag: Tag, { id }: Proposing, reason: string): Promise<boolean> {
  desk.store.set({ asking: null });
  try {
    const { tag: after } = await api('declineProposal', { params: { id }, body: { reason }, ifMatch: tag.version });
    desk.putTag(after!);
    notify('Declined; your colleague is told why', { key: 'undo' });
    return true;
  } catch (error) {
    notifyProblem(`Not declined. ${problemOf(error).message}`);
    return false;
  }
}

/** Closes a review inside the article: everything has been read. */
export async function finishReading(desk: Desk): Promise<boolean> {
  try {
    await api('finishReading', { params: { id: desk.place.articleId }, body: {} });
    desk.store.set({ reviewing: false });
    notify('Read to the end: your colleagues see that you have been through this article.');
    return true;
  } catch (error) {
    notifyProblem(`Not recorded. ${problemOf(error).message}`);
    return false;
  }
}
