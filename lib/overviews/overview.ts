import { z } from 'zod';
import { articleStates } from '@/lib/articles/article';
import { claimStatuses } from '@/lib/claims/claim';
import { moment, person, text } from '@/lib/core/words';

// Pure: the work of a project at a glance. Every figure is the length of a list, as whoever looks sees it.

const count = () => z.number();

/** What of a member's work waits for others, and what others wait for. */
const standing = {
  waiting: count(), // tags that nobody has judged: review-queue?kind=waiting
  inReview: count(), // claims they made: claims?status=in-review
  sentBack: count(), // tags and claims: review-queue?kind=mine
  rounds: count(), // not handed in: rounds?waitsFor=
  questions: count(), // open, looked after by them: questions?state=open&assigneeId=
  mentions: count(), // open threads that mention them and that they have not answered: threads?waitsFor=
};
export const standingView = z.object(standing);
export type Standing = z.output<typeof standingView>;

export const ownWork = z.object({ ...standing, overdue: count() }); // questions of theirs that are overdue
export type OwnWork = z.output<typeof ownWork>;

export const memberStanding = z.object({
  person,
  ...standing,
  askers: z.array(person), // who waits for them
});
export type MemberStanding = z.output<typeof memberStanding>;

/** A blind round when it was revealed: on how many answers two of its analysts agreed, and on how many they differed. */
export const revealView = z.object({
  id: z.uuid(),
  name: text(),
  at: moment(),
  alike: count(),
  differed: count(),
});
export type Reveal = z.output<typeof revealView>;

export const overviewView = z.object({
  articles: z.record(z.enum(articleStates), count()),
  claims: z.record(z.enum(claimStatuses), count()),
  questions: z.object({ open: count(), overdue: count(), nobody: count() }), // nobody: looks after it
  threads: z.object({ open: count(), objections: count() }),
  agreement: z.array(revealView), // the latest rounds, in the order of their reveals
  people: z.array(memberStanding), // whoever is waited for or waits, the one most waited for first
});
export type Overview = z.output<typeof overviewView>;

/** How many things others wait for from a member. */
export const owed = ({ sentBack, rounds, questions, mentions }: Standing): number =>
  sentBack + rounds + questions + mentions;
/** How many things of a member's wait for others. */
export const awaited = ({ waiting, inReview }: Standing): number => waiting + inReview;
