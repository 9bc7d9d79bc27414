import type { ReviewState } from '@/lib/agreement/standing';
import type { Claim, Stance } from '@/lib/claims/claim';
import { claimHref, threadHref, wordsHref } from '@/lib/threads/place';
import type { z } from 'zod';
import type { missingView, staleReason } from './review';

// Pure: what an approval rests on, what takes that away, and what stands between a claim and its approval. The same two
// functions decide on the server and tell the screen before and after.

type Ref = { id: string; name: string };

/** A citation as it was when it was approved. `sha256` is that of the article version that its words stand in. */
export type Cited = {
  tagId: string;
  contentVersion: number;
  stance: Stance;
  quote: string;
  confidence: number | null;
  note: string | null;
  speaker: Ref | null;
  via: (Ref & { on: string | null }) | null;
  denies: boolean;
  implied: boolean;
  impliedHow: string | null;
  highlightId: string;
  articleId: string;
  sha256: string;
  retracted: boolean;
};

export type Wording = Pick<Claim, 'statement' | 'structure'> & { number: number; claimVersionId: string };

/** What an approval rests on, stored with it. */
export type Basis = {
  wording: Wording;
  citations: Cited[]; // those accepted
  contradicting: string[]; // tags that spoke against it, accepted or not yet reviewed
  supporting: string[]; // tags that spoke for it, accepted or not yet reviewed
  needed: number; // how many approvals the project asked for then
};

/** A citation as it is now; of one that an approval rests on also when it is gone. */
export type CitedNow = Cited & {
  authorId: string;
  here: boolean; // still a citation of this claim, with its words undeleted
  lost: string | null; // why its words are gone from the current version of the article
  state: ReviewState;
};

export type OpenObjection = { id: string; threadId: string; tagId: string | null; author: Ref; text: string };

/** A claim and what it rests on, as things are now. */
export type Now = {
  projectId: string;
  claimId: string;
  status: Claim['status'];
  creatorId: string;
  writerId: string;
  wording: Wording;
  citations: CitedNow[];
  objections: OpenObjection[];
};

export type StaleReason = z.output<typeof staleReason>;
export type Missing = z.output<typeof missingView>;

/** A citation that speaks: rejected, contested and sent-back ones count for nothing, and words that are lost say nothing. */
export const counts = ({ here, lost, state }: CitedNow): boolean =>
  here && lost === null && (state === 'accepted' || state === 'unreviewed');

const accepted = (now: Now) => now.citations.filter((one) => counts(one) && one.state === 'accepted');
const ids = (citations: CitedNow[], stance: Stance) =>
  citations.filter((one) => counts(one) && one.stance === stance).map((one) => one.tagId);

/** What an approval given now would rest on, in the order of the tags' ids: equal states give equal bases. */
export function basisOf(now: Now, needed: number): Basis {
  const inOrder = [...now.citations].sort((a, b) => (a.tagId < b.tagId ? -1 : 1));
  return {
    wording: now.wording,
    citations: accepted({ ...now, citations: inOrder }).map(
      ({ authorId: _author, here: _here, lost: _lost, state: _state, ...cited }) => cited,
    ),
    contradicting: ids(inOrder, 'contradicts'),
    supporting: ids(inOrder, 'supports'),
    needed,
  };
}

const periodOf = ({ structure: { period } }: Wording) =>
  period && [`${period.from ?? '…'} to ${period.to ?? '…'}`, period.note].filter(Boolean).join(', ');

/** The parts of a wording: what they are called, how they read, and what makes two of them the same. */
const parts: [name: string, reads: (wording: Wording) => string | null, is: (wording: Wording) => string | null][] = [
  ['statement', (one) => one.statement, (one) => one.statement],
  ['subject', (one) => one.structure.subject?.name ?? null, (one) => one.structure.subject?.id ?? null],
  ['predicate', (one) => one.structure.predicate, (one) => one.structure.predicate],
  [
    'object',
    (one) => one.structure.object?.name ?? one.structure.value,
    (one) => one.structure.object?.id ?? one.structure.value,
  ],
  ['period', periodOf, periodOf],
  ['place', (one) => one.structure.place?.name ?? null, (one) => one.structure.place?.id ?? null],
];

function wordingReasons(before: Wording, now: Now): StaleReason[] {
  const href = claimHref(now.projectId, now.claimId);
  return parts.flatMap(([name, reads, is]) =>
    is(before) === is(now.wording)
      ? []
      : [
          {
            code: name === 'statement' ? 'wording' : 'structure',
            words: `The ${name} was changed.`,
            href,
            before: reads(before),
            after: reads(now.wording),
          },
        ],
  );
}

/** A citation's content in one line, quote last. */
function inWords(one: Cited): string {
  const said = [
    one.stance,
    one.denies && 'a denial',
    one.speaker && `said by ${one.speaker.name}`,
    one.via && `via ${one.via.name}${one.via.on ? ` of ${one.via.on}` : ''}`,
    one.implied && `implied${one.impliedHow ? `: ${one.impliedHow}` : ''}`,
    one.confidence !== null && `confidence ${one.confidence}`,
    one.note && `note: ${one.note}`,
  ];
  return `${said.filter(Boolean).join(', ')}: “${one.quote}”`;
}

/** What makes two citations say the same; names may change, ids do not. */
const content = (one: Cited) =>
  JSON.stringify([
    one.stance,
    one.quote,
    one.confidence,
    one.note,
    one.speaker?.id ?? null,
    one.via?.id ?? null,
    one.via?.on ?? null,
    one.denies,
    one.implied,
    one.impliedHow,
  ]);

const judged: Record<Exclude<ReviewState, 'accepted'>, { code: string; words: string }> = {
  rejected: { code: 'citation-rejected', words: 'A citation was rejected.' },
  contested: {
    code: 'citation-contested',
    words: 'A citation is contested: it counts for nothing until it is settled.',
  },
  'needs-work': { code: 'citation-sent-back', words: 'A citation was sent back for work.' },
  unreviewed: { code: 'citation-unreviewed', words: 'A citation is not accepted any more: it waits for a review.' },
};

function citationReason(before: Cited, one: CitedNow | undefined, projectId: string): StaleReason | null {
  const was = { before: inWords(before), href: wordsHref(projectId, before.articleId, before.highlightId) };
  if (!one?.here) return { code: 'citation-deleted', words: 'A citation was deleted.', ...was, after: null };
  if (one.lost !== null)
    return { code: 'words-lost', words: 'The words of a citation are gone.', ...was, after: one.lost };
  const changed = content(before) !== content(one);
  if (changed) return { code: 'citation-changed', words: 'A citation was changed.', ...was, after: inWords(one) };
  return one.state === 'accepted' ? null : { ...judged[one.state], ...was, after: inWords(one) };
}

function retractions(basis: Basis, now: Now): StaleReason[] {
  const current = new Map(now.citations.map((one) => [one.tagId, one]));
  const fresh = basis.citations.filter((before) => !before.retracted && current.get(before.tagId)?.retracted);
  return [...new Set(fresh.map((one) => one.articleId))].map((articleId) => ({
    code: 'article-retracted',
    words: 'An article that it rests on was retracted.',
    href: wordsHref(now.projectId, articleId),
    before: null,
    after: null,
  }));
}

/**
 * What takes away what an approval rested on; empty as long as it holds. Step 6 of the work: wording or structure edited;
 * a citation approved with it changed, not accepted any more, deleted, or without its words; its article retracted; a
 * new contradicting citation; an open objection. New support, and passages that moved intact, are no reasons.
 */
export function staleness(basis: Basis, now: Now): StaleReason[] {
  const current = new Map(now.citations.map((one) => [one.tagId, one]));
  const known = new Set([...basis.contradicting, ...basis.citations.map((one) => one.tagId)]);
  const against = now.citations.filter((one) => counts(one) && one.stance === 'contradicts' && !known.has(one.tagId));
  return [
    ...wordingReasons(basis.wording, now),
    ...basis.citations.flatMap((one) => citationReason(one, current.get(one.tagId), now.projectId) ?? []),
    ...retractions(basis, now),
    ...against.map((one) => ({
      code: 'new-contradiction',
      words: 'A citation that contradicts it came.',
      href: wordsHref(now.projectId, one.articleId, one.highlightId),
      before: null,
      after: inWords(one),
    })),
    ...now.objections.map((objection) => ({
      code: 'objection',
      words: `${objection.author.name} objects.`,
      href: objectionHref(now, objection),
      before: null,
      after: objection.text,
    })),
  ];
}

function objectionHref(now: Now, { tagId, threadId, id }: OpenObjection): string {
  const tag = now.citations.find((one) => one.tagId === tagId);
  const at = { articleId: tag?.articleId ?? null, highlightId: tag?.highlightId ?? null, claimId: now.claimId };
  return threadHref(now.projectId, { type: 'claim', id: now.claimId, ...at }, threadId, id);
}

/** What is new since an approval without touching it: support that came, and passages that stand elsewhere, word for word. */
export function newSince(basis: Basis, now: Now): { supporting: number; moved: number } {
  const before = new Map(basis.citations.map((one) => [one.tagId, one]));
  const known = new Set([...basis.supporting, ...before.keys()]);
  const moved = now.citations.filter((one) => {
    const was = before.get(one.tagId);
    return was && counts(one) && was.quote === one.quote && was.sha256 !== one.sha256;
  });
  return { supporting: ids(now.citations, 'supports').filter((id) => !known.has(id)).length, moved: moved.length };
}

/** An accept of the claim, with what it rested on. */
export type Accept = { id: string; reviewerId: string; basis: Basis };
type Verdict = { id: string; reviewerId: string; verdict: string; basis: Basis | null };

/**
 * The accepts that count, in the order in which they were given: each reviewer's latest verdict, after the last reject or
 * needs-work. `verdicts` are those not withdrawn, in order.
 */
export function countedAccepts<V extends Verdict>(verdicts: V[]): (V & Accept)[] {
  const since = verdicts.slice(verdicts.findLastIndex((one) => one.verdict !== 'accept') + 1);
  return since.filter(
    (one, index): one is V & Accept =>
      one.basis !== null && !since.slice(index + 1).some((later) => later.reviewerId === one.reviewerId),
  );
}

/** Whether what an accept rested on is still as it was. */
export const holds = (accept: Accept, now: Now): boolean => staleness(accept.basis, now).length === 0;

/** Which way an approved or stale claim goes: stale when too few approvals still hold, back when enough hold again. */
export function drift(now: Now, accepts: Accept[]): 'go-stale' | 'recover' | null {
  const last = accepts.at(-1);
  if (!last) return null;
  // As many as were asked for then: a project that asks for more today does not unsettle what was approved.
  const enough = accepts.filter((accept) => holds(accept, now)).length >= last.basis.needed;
  if (now.status === 'approved') return enough ? null : 'go-stale';
  return now.status === 'stale' && enough ? 'recover' : null;
}

const waiting = {
  draft: { code: 'not-submitted', words: 'It is a draft: submit it for review first.' },
  approved: { code: 'approved', words: 'It is approved already.' },
  rejected: { code: 'rejected', words: 'It was rejected: reopen it first.' },
} as const;

/** What is the actor's own in a claim, so that somebody else has to approve it. Codes start with `own-`. */
function ownWork(userId: string, now: Now): Pick<Missing, 'code' | 'words'>[] {
  const support = accepted(now).filter((one) => one.stance === 'supports');
  return [
    ...(now.writerId === userId ? [{ code: 'own-wording', words: 'You wrote it: somebody else approves.' }] : []),
    ...(now.creatorId === userId ? [{ code: 'own-claim', words: 'You made it: somebody else approves.' }] : []),
    ...(support.length > 0 && support.every((one) => one.authorId === userId)
      ? [{ code: 'own-citation', words: 'Its only accepted support is yours: somebody else approves.' }]
      : []),
  ];
}

function noSupport(now: Now): Pick<Missing, 'code' | 'words'>[] {
  if (accepted(now).some((one) => one.stance === 'supports')) return [];
  const waits = ids(now.citations, 'supports').length;
  const words = 'It needs a supporting citation that a colleague has accepted';
  return [{ code: 'no-supporting-citation', words: waits ? `${words}; ${waits} wait for a review.` : `${words}.` }];
}

/** What stands between a claim and its approval by this person, each with a link to where it can be mended. */
export function missingFor(who: { userId: string; reviews: boolean }, now: Now, accepts: Accept[]): Missing[] {
  const href = claimHref(now.projectId, now.claimId);
  const { status } = now;
  const mine = accepts.some((accept) => accept.reviewerId === who.userId && holds(accept, now));
  const given = mine && (status === 'in-review' || status === 'stale');
  return [
    ...(status === 'draft' || status === 'approved' || status === 'rejected' ? [waiting[status]] : []),
    ...(who.reviews ? [] : [{ code: 'role', words: 'Approving needs the role reviewer or above.' }]),
    ...ownWork(who.userId, now),
    ...(given ? [{ code: 'accepted', words: 'You have accepted it: another approval is needed.' }] : []),
    ...noSupport(now),
  ]
    .map((one): Missing => ({ ...one, href }))
    .concat(
      now.objections.map((objection) => ({
        code: 'open-objection',
        words: `${objection.author.name} objects: “${objection.text}”`,
        href: objectionHref(now, objection),
      })),
    );
}
