import { roles, type Role } from '@/lib/members/role';

// Who may do what and see what: one page. The screen asks the same table through `may`.

export type { Role };
export type Who = { userId: string; role: Role };

/** What a rule may look at in the thing itself; each is absent where it means nothing. */
type Thing =
  | {
      author?: { id: string };
      creator?: { id: string };
      writer?: { id: string };
      authorId?: string;
      translation?: { by: { id: string } } | null;
      /** Of a round: whose work its differences are about, and whether the project lets them decide themselves. */
      analystIds?: string[];
      ownAllowed?: boolean;
    }
  | null
  | undefined;
type Rule = (who: Who, thing: Thing) => true | { code: 'forbidden' | 'own-work'; why: string };

const rank = (role: Role) => roles.indexOf(role);
// Of a claim it is whoever made it, not the writer of its current wording.
const authorOf = (thing: Thing) => thing?.author?.id ?? thing?.creator?.id ?? thing?.authorId;
const no = (why: string) => ({ code: 'forbidden' as const, why });

const atLeast =
  (role: Role): Rule =>
  (who) =>
    rank(who.role) >= rank(role) || no(`This needs the role ${role} or above; your role here is ${who.role}.`);
const analyst = atLeast('analyst');
const reviewer = atLeast('reviewer');
const lead = atLeast('lead');

const authorOnly: Rule = (who, thing) => {
  const allowed = analyst(who, thing);
  if (allowed !== true) return allowed;
  return authorOf(thing) === who.userId || no('Only whoever made this can change it.');
};
const authorOrLead: Rule = (who, thing) => (who.role === 'lead' ? true : authorOnly(who, thing));
// A translation bears its translator's name: nobody puts other words under it.
const translator: Rule = (who, thing) => {
  const allowed = analyst(who, thing);
  if (allowed !== true) return allowed;
  const by = thing?.translation?.by.id;
  return !by || by === who.userId || no('Only whoever made this translation can change it: tell them in a thread.');
};
const colleagues: Rule = (who, thing) => {
  const allowed = analyst(who, thing);
  if (allowed !== true) return allowed;
  return (
    authorOf(thing) !== who.userId || { code: 'own-work', why: 'Nobody reviews their own work: a colleague will.' }
  );
};
const othersWording: Rule = (who, thing) => {
  const allowed = reviewer(who, thing);
  if (allowed !== true) return allowed;
  return (
    thing?.writer?.id !== who.userId || { code: 'own-work', why: 'You wrote this wording: a colleague reviews it.' }
  );
};

// Leaving words untagged is an answer too: whoever took part in the round is an author of all of it.
const adjudicator: Rule = (who, thing) => {
  const allowed = reviewer(who, thing);
  if (allowed !== true) return allowed;
  const own = thing?.analystIds?.includes(who.userId) && !thing.ownAllowed;
  return (
    !own || { code: 'own-work', why: 'You took part in this round: somebody else decides between you and the others.' }
  );
};

const proposedTo: Rule = (who, thing) => {
  const allowed = analyst(who, thing);
  if (allowed !== true) return allowed;
  const mine = authorOf(thing) === who.userId || thing?.writer?.id === who.userId;
  return mine || no('Whoever made this takes a proposed fix over, or declines it.');
};

const verbs = {
  'presence.sign': atLeast('viewer'),
  'project.save': lead,
  'member.invite': lead,
  'member.save': lead,
  'publisher.add': analyst,
  'publisher.save': lead,
  'article.add': analyst,
  'article.save': analyst,
  'article.revise': analyst,
  'article.retract': lead,
  'article.delete': lead,
  'article.finish-reading': analyst,
  'highlight.save': analyst,
  'highlight.move': authorOnly,
  'highlight.translate': translator,
  'highlight.delete': authorOnly,
  'tag.add': analyst,
  'tag.save': authorOnly,
  'tag.delete': authorOnly,
  'tag.review': colleagues,
  'review.withdraw': authorOnly,
  'proposal.answer': proposedTo,
  'echo.decide': analyst,
  'echo.search': analyst,
  'grade.give': analyst,
  'grade.settle': lead,
  'entity.add': analyst,
  'entity.save': analyst,
  'entity.delete': analyst,
  'entity.protect': analyst,
  'entity.unprotect': lead,
  'entity.merge': reviewer,
  'entity.split': reviewer,
  'merge.undo': reviewer,
  'distinction.add': analyst,
  'distinction.withdraw': authorOrLead,
  'suggestion.refuse': analyst,
  'claim.add': analyst,
  'claim.save': analyst,
  'claim.delete': authorOrLead,
  'claim.merge': reviewer,
  'claim.submit': analyst,
  'claim.reopen': analyst,
  'claim.assess': analyst,
  'claim.review': othersWording,
  'question.add': analyst,
  'question.save': analyst,
  'question.delete': authorOrLead,
  'question.answer': analyst,
  'question.judge': analyst,
  'question.mark': analyst,
  'question.settle': analyst,
  'contradiction.refuse': analyst,
  'view.add': analyst,
  'view.save': authorOrLead,
  'view.share': lead,
  'thread.start': analyst,
  'thread.reply': analyst,
  'thread.close': analyst,
  'thread.turn': analyst,
  'comment.save': authorOnly,
  'comment.delete': authorOnly,
  'comment.lift': lead,
  'export.make': analyst,
  'export.stop': authorOrLead,
  'archive.take': lead,
  'project.take-back': lead,
  'webhook.manage': lead,
  'link.make': analyst,
  'link.revoke': authorOrLead,
  'import.bring': analyst,
  'import.undo': authorOrLead,
  'round.open': lead,
  'round.hand-in': analyst,
  'round.reveal': lead,
  'adjudication.decide': adjudicator,
} satisfies Record<string, Rule>;

export type Verb = keyof typeof verbs;

/** Whether somebody may do this to that thing; the reason, in words for people, when not. */
export const may = (who: Who, verb: Verb, thing?: Thing): true | { code: 'forbidden' | 'own-work'; why: string } =>
  verbs[verb](who, thing);

/**
 * What of tags, assessments, reviews, threads and events an actor may see, as a filter for their tables: all of the project, but of what
 * an open blind round hides only what they made. The second half is row-level security's (`blind_round_id IS NULL OR blind_for = me`),
 * because half of the reads are SQL and every count and join must agree; `inPublic` of core/db.ts leaves out the actor's own as well.
 */
export const visible = (ctx: { actor: { projects: { id: string }[] } }) => ({
  projectId: { in: ctx.actor.projects.map((project) => project.id) },
});
