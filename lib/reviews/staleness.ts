import type { z } from 'zod';
import type { ReviewState } from '@/lib/agreement/standing';
import { sayPeriod } from '@/lib/claims/period';
import { sayValue } from '@/lib/claims/value';
import { claimHref, threadHref, wordsHref } from '@/lib/threads/place';
import {
  counts,
  speaking,
  type Basis,
  type Cited,
  type CitedNow,
  type Now,
  type OpenObjection,
  type Wording,
} from './basis';
import type { staleReason } from './review';

// Pure: what takes an approval away. The same function decides on the server and tells the screen before and after.

export type StaleReason = z.output<typeof staleReason>;
type Side = StaleReason['before'];

const ours = (said: string | null): Side => (said === null ? null : { said, quote: null, language: null });

const said = ({ structure: { object, value, reading } }: Wording) =>
  object?.name ?? (value === null ? null : sayValue(value, reading));
/** Equal for equal parts, in whatever order a stored basis has their fields. */
const key = (part: object | null) => part && JSON.stringify(Object.entries(part).sort());

/** The parts of a wording: what they are called, how they read, and what makes two of them the same. */
const parts: [name: string, reads: (wording: Wording) => string | null, is: (wording: Wording) => string | null][] = [
  ['statement', (one) => one.statement, (one) => one.statement],
  ['subject', (one) => one.structure.subject?.name ?? null, (one) => one.structure.subject?.id ?? null],
  ['predicate', (one) => one.structure.predicate, (one) => one.structure.predicate],
  [
    'object',
    said,
    ({ structure: { object, value, reading } }) => object?.id ?? (value === null ? null : `${value} ${key(reading)}`),
  ],
  ['period', (one) => sayPeriod(one.structure.period) || null, (one) => key(one.structure.period)],
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
            before: ours(reads(before)),
            after: ours(reads(now.wording)),
          },
        ],
  );
}

/** A citation's content, and its words. */
function inWords(one: Cited, language: string | null): Side {
  const parts = [
    one.stance,
    one.denies && 'a denial',
    one.speaker && `said by ${one.speaker.name}`,
    one.via && `via ${one.via.name}${one.via.on ? ` of ${one.via.on}` : ''}`,
    one.implied && `implied${one.impliedHow ? `: ${one.impliedHow}` : ''}`,
    one.confidence !== null && `confidence ${one.confidence}`,
    one.note && `note: ${one.note}`,
  ];
  return { said: parts.filter(Boolean).join(', '), quote: one.quote, language };
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
  // That of the article, whichever version: nobody says a language of one alone.
  const language = one?.language ?? null;
  const was = { before: inWords(before, language), href: wordsHref(projectId, before.articleId, before.highlightId) };
  if (!one?.here) return { code: 'citation-deleted', words: 'A citation was deleted.', ...was, after: null };
  if (one.lost !== null)
    return { code: 'words-lost', words: `A citation lost its words. ${one.lost}`, ...was, after: null };
  const changed = content(before) !== content(one);
  const corrected = before.quote !== one.quote && before.sha256 !== one.sha256;
  const words = corrected ? 'A corrected article has other words for a citation.' : 'A citation was changed.';
  if (changed) return { code: 'citation-changed', words, ...was, after: inWords(one, language) };
  return one.state === 'accepted' ? null : { ...judged[one.state], ...was, after: inWords(one, language) };
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
      after: inWords(one, one.language),
    })),
    ...now.objections.map((objection) => ({
      code: 'objection',
      words: `${objection.author.name} objects.`,
      href: objectionHref(now, objection),
      before: null,
      after: ours(objection.text),
    })),
  ];
}

/** Where an objection is read: beside the words, or on the claim's page. */
export function objectionHref(now: Now, { tagId, threadId, id }: OpenObjection): string {
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
  return { supporting: speaking(now.citations, 'supports').filter((id) => !known.has(id)).length, moved: moved.length };
}
