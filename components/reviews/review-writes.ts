import type { QueryClient } from '@tanstack/react-query';
import { undoStackOf } from '@/components/highlights/desk';
import { inverseOf } from '@/components/highlights/draft-input';
import type { Step } from '@/components/highlights/undo-stack';
import { announce } from '@/components/ui/announce';
import { notify, notifyProblem } from '@/components/ui/notify';
import { api, Problem } from '@/lib/api/client';
import type { Tag, TagChange } from '@/lib/highlights/highlight';
import type { Proposing } from './proposal';
import type { Verdict } from './run';

export interface Judgement {
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly proposal?: TagChange;
}

export const verdictWords: Record<Verdict, string> = {
  accept: 'Accepted',
  reject: 'Rejected',
  'needs-work': 'Sent back for work',
};

const READS = [
  'findReviewQueue',
  'listHighlights',
  'findClaim',
  'findApproval',
  'listCitations',
  'listMentions',
  'listThreads',
];
const UNDO = 'undo';
const wordsOf = (error: unknown) => (error instanceof Problem ? error.message : 'The server did not answer.');

/** The state that a refusal for having moved on carries. */
export function currentIn(error: unknown): Tag | null {
  const current = error instanceof Problem && error.code === 'stale' ? error.extra.current : null;
  return (current as Tag | null | undefined) ?? null;
}

/** What can be done from the queue. Each change can be taken back, here or in the reader. */
export class ReviewWrites {
  constructor(
    private readonly projectId: string,
    private readonly queries: QueryClient,
  ) {}

  /** Gives a verdict on a tag as it was seen; `onBack` hears when it is taken back. Answers the tag. Throws `Problem`. */
  async judge(tag: Tag, judgement: Judgement, onBack: (tag: Tag) => void): Promise<Tag> {
    const after = await this.write(() =>
      api('reviewTag', { params: { id: tag.id }, body: judgement, ifMatch: tag.version }),
    );
    this.push({
      label: `${verdictWords[judgement.verdict].toLowerCase()} “${nameOf(tag)}”`,
      back: async () => {
        const { tag: back } = await api('withdrawReview', {
          params: { id: after.review.id },
          body: {},
          ifMatch: after.version,
        });
        if (back) onBack(back);
        return null;
      },
    });
    return after;
  }

  /** Accepts mentions together. Answers those that could not be accepted, with their reasons. Throws `Problem`. */
  async acceptAll(tags: readonly Tag[], what: string) {
    const body = { tags: tags.map(({ id, version }) => ({ id, version })), verdict: 'accept' as const };
    const { accepted, problems } = await this.write(() =>
      api('reviewTags', { params: { projectId: this.projectId }, body }),
    );
    const ids = accepted.map(({ reviewId }) => reviewId);
    if (ids.length > 0) {
      const label = `accepting ${ids.length} × “${what}”`;
      this.push({
        label,
        back: async () => {
          await api('withdrawReviews', { params: { projectId: this.projectId }, body: { ids } });
          return null;
        },
      });
      const words = ids.length === 1 ? '1 mention accepted' : `${ids.length} mentions accepted`;
      notify(words, { key: UNDO, description: what, action: { label: 'Undo', run: () => void this.undo() } });
    }
    return problems;
  }

  /** Takes over what a colleague proposes for one's own tag. */
  async take(tag: Tag, { id, proposal }: Proposing): Promise<void> {
    try {
      const { tag: after } = await this.write(() =>
        api('takeProposal', { params: { id }, body: {}, ifMatch: tag.version }),
      );
      this.push({
        label: `taking over a proposal for “${nameOf(tag)}”`,
        back: async () => {
          await api('saveTag', { params: { id: tag.id }, body: inverseOf(proposal, tag), ifMatch: after!.version });
          return null;
        },
      });
      notify('Proposal taken over', {
        key: UNDO,
        description: 'It waits for a colleague’s look again.',
        action: { label: 'Undo', run: () => void this.undo() },
      });
    } catch (error) {
      const moved = currentIn(error) ? 'The tag changed meanwhile; look at it again.' : wordsOf(error);
      notifyProblem(`Not taken over. ${moved}`, { key: UNDO });
    }
  }

  /** Leaves one's own tag as it is, and says why. Answers whether that was taken. */
  async decline(tag: Tag, { id }: Proposing, reason: string): Promise<boolean> {
    try {
      await this.write(() => api('declineProposal', { params: { id }, body: { reason }, ifMatch: tag.version }));
      notify('Declined; your colleague is told why', { key: UNDO });
      return true;
    } catch (error) {
      const moved = currentIn(error) ? 'The tag changed meanwhile; look at it again.' : wordsOf(error);
      notifyProblem(`Not declined. ${moved}`, { key: UNDO });
      return false;
    }
  }

  /** Takes back the last change of this session, wherever it was made. */
  async undo(): Promise<void> {
    try {
      const label = await this.write(() => undoStackOf(this.projectId).undo());
      if (label === null) announce('Nothing to undo.');
      else notify(`Undone: ${label}`, { key: UNDO });
    } catch (error) {
      notifyProblem(`Not undone. ${wordsOf(error)}`, { key: UNDO });
    }
  }

  private push(step: Step): void {
    undoStackOf(this.projectId).push(step);
  }

  private async write<T>(send: () => Promise<T>): Promise<T> {
    try {
      return await send();
    } finally {
      for (const name of READS) void this.queries.invalidateQueries({ queryKey: [name] });
    }
  }
}

/** What a tag is called where there is little room. */
export function nameOf(tag: Tag): string {
  const name = tag.entity?.name ?? tag.claim?.statement ?? 'a tag';
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}
