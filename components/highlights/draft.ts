import type { Span } from '@/lib/anchoring/span';
import { wordList } from '@/lib/anchoring/words';
import type { EntityRef } from '@/lib/entities/entity';
import type { Highlight, Tag } from '@/lib/highlights/highlight';
import { confidenceOf, typedOf } from './confidence-digits';

export type Stance = NonNullable<Tag['stance']>;

/** What the words are about: something there is, or something made in the same write. */
export type Target =
  | { readonly kind: 'entity'; readonly entity: EntityRef; readonly reason: string | null }
  | { readonly kind: 'new-entity'; readonly type: string; readonly name: string }
  | { readonly kind: 'claim'; readonly id: string; readonly statement: string }
  | { readonly kind: 'new-claim'; readonly statement: string };

/** Who says it. Nobody named: the outlet's own voice. */
export type Speaker =
  | { readonly kind: 'own-voice' }
  | { readonly kind: 'entity'; readonly entity: EntityRef }
  /** Made in the same write: an unnamed source by its description as cited, or somebody new by name. */
  | { readonly kind: 'new'; readonly type: string; readonly name: string; readonly institution: Institution | null };

/** The body that an unnamed source is said to belong to; without an id, an organisation made in the same write. */
export interface Institution {
  readonly id: string | null;
  readonly name: string;
}

/** Who speaks and whose report it is, as one's last citation in the same paragraph had it. */
export interface Carried {
  readonly speaker: Speaker;
  readonly via: { readonly id: string; readonly name: string } | null;
  readonly viaOn: string;
}

/** What a finished draft becomes. */
export type Purpose =
  | { readonly kind: 'new' }
  /** One more tag on words that are highlighted, or are being saved: `saving` is the key of that write. */
  | { readonly kind: 'add'; readonly highlight: Highlight | null; readonly saving: string | null }
  | { readonly kind: 'edit'; readonly tag: Tag }
  | { readonly kind: 'propose'; readonly tag: Tag };

/**
 * `offer`: the match is shown beside the selected words, which keep the focus. `find`: a target is typed or picked.
 * `details`: the row of keys without a text field. `speaker`, `via`, `implied`, `note`: one question each, from there.
 */
export type DraftStep = 'offer' | 'find' | 'details' | 'speaker' | 'via' | 'implied' | 'note';

/** A tag that is being made: everything typed, so that it can come back whole when the server refuses it. */
export interface Draft extends Span {
  readonly quote: string;
  readonly purpose: Purpose;
  readonly step: DraftStep;
  readonly mode: 'entity' | 'claim';
  readonly query: string;
  readonly target: Target | null;
  readonly stance: Stance;
  readonly denies: boolean;
  /** The stance to go back to when "denies" is taken off again. */
  readonly stanceBefore: Stance;
  /** Digits as typed; empty is "not stated". */
  readonly digits: string;
  readonly speaker: Speaker;
  readonly via: { readonly id: string; readonly name: string } | null;
  readonly viaOn: string;
  /** Speaker and via as they came from the last citation in the paragraph. */
  readonly carried: Carried | 'dropped' | null;
  readonly implied: boolean;
  readonly impliedHow: string;
  readonly note: string;
  /** The Idempotency-Key of the next write, kept while the same body is sent again. */
  readonly key: string;
  /** What was sent under `key`, as JSON, once it was. */
  readonly sent: string | null;
  /** The highlight that it was sent to join, if there was one: sent again it goes the same way, whatever has come meanwhile. */
  readonly sentTo: string | null;
  /** The server's words when it refused. */
  readonly problem: string | null;
}

/** An empty draft over selected words. `key` is a fresh Idempotency-Key. */
export function draftOn(words: Span & { quote: string }, key: string, purpose: Purpose = { kind: 'new' }): Draft {
  return {
    start: words.start,
    end: words.end,
    quote: words.quote,
    purpose,
    step: 'offer',
    mode: 'entity',
    query: '',
    target: null,
    stance: 'supports',
    denies: false,
    stanceBefore: 'supports',
    digits: '',
    speaker: { kind: 'own-voice' },
    via: null,
    viaOn: '',
    carried: null,
    implied: false,
    impliedHow: '',
    note: '',
    key,
    sent: null,
    sentTo: null,
    problem: null,
  };
}

const targetOf = (tag: Tag): Target | null =>
  tag.entity
    ? { kind: 'entity', entity: tag.entity, reason: null }
    : tag.claim && { kind: 'claim', id: tag.claim.id, statement: tag.claim.statement };

/** A tag opened for a change, by its author or as a reviewer's proposal. */
export function draftOf(highlight: Highlight, tag: Tag, kind: 'edit' | 'propose', key: string): Draft {
  const stance = tag.stance ?? 'supports';
  return {
    ...draftOn(highlight, key, { kind, tag }),
    step: 'details',
    mode: tag.entity ? 'entity' : 'claim',
    target: targetOf(tag),
    stance,
    denies: tag.denies,
    stanceBefore: tag.denies ? 'supports' : stance,
    digits: tag.confidence === null ? '' : String(tag.confidence),
    speaker: tag.speaker ? { kind: 'entity', entity: tag.speaker } : { kind: 'own-voice' },
    via: tag.via && { id: tag.via.id, name: tag.via.name },
    viaOn: tag.via?.on ?? '',
    implied: tag.implied,
    impliedHow: tag.impliedHow ?? '',
    note: tag.note ?? '',
  };
}

/** The same words again for another claim. Confidence and what it rested on are never carried over. */
export function draftAgain(draft: Draft, key: string): Draft {
  const { purpose } = draft;
  const next: Purpose =
    purpose.kind === 'add' && purpose.highlight ? purpose : { kind: 'add', highlight: null, saving: draft.key };
  return { ...draftOn(draft, key, next), step: 'find', mode: 'claim' };
}

export const withStance = (draft: Draft, stance: Stance): Draft => ({
  ...draft,
  stance,
  stanceBefore: stance,
  denies: draft.denies && stance === 'contradicts',
});

/** A denial contradicts; taking it off gives the stance back that was there before. */
export const withDenial = (draft: Draft): Draft =>
  draft.denies
    ? { ...draft, denies: false, stance: draft.stanceBefore }
    : { ...draft, denies: true, stance: 'contradicts', stanceBefore: draft.stance };

export const withConfidence = (draft: Draft, value: number | null): Draft => ({
  ...draft,
  digits: typedOf(value),
});

export const isCitation = (draft: Draft): boolean =>
  draft.target?.kind === 'claim' || draft.target?.kind === 'new-claim';

/** One step out: to the row of keys, to the field, to the words, or (null) away. */
export function stepOut(draft: Draft): Draft | null {
  if (['speaker', 'via', 'implied', 'note'].includes(draft.step)) return { ...draft, step: 'details' };
  const changing = draft.purpose.kind === 'edit' || draft.purpose.kind === 'propose';
  if (draft.step === 'details') return changing ? null : { ...draft, step: 'find' };
  if (draft.step === 'find') return { ...draft, step: changing ? 'details' : 'offer' };
  return null;
}

/** Whether leaving would lose something that somebody typed. */
export const hasWork = (draft: Draft): boolean =>
  draft.query.trim() !== '' || draft.note !== '' || draft.impliedHow !== '' || draft.problem !== null;

/** A few words that look for a claim are no claim that somebody wrote. */
const WRITTEN = 3;

/** Whether it holds words that somebody wrote, rather than looked for something with: what Escape does not throw away. */
export function isWritten({ purpose, mode, query, note, impliedHow }: Draft): boolean {
  const before = purpose.kind === 'edit' || purpose.kind === 'propose' ? purpose.tag : null;
  const isClaim = mode === 'claim' && wordList(query).length >= WRITTEN;
  return isClaim || (note !== '' && note !== before?.note) || (impliedHow !== '' && impliedHow !== before?.impliedHow);
}

/** What was typed of it, in one line: for a list of such. */
export const begunWords = ({ query, target, note, impliedHow }: Draft): string =>
  [
    query ||
      (target && ('name' in target ? target.name : 'statement' in target ? target.statement : target.entity.name)),
    note,
    impliedHow,
  ]
    .filter(Boolean)
    .join(' · ');

export const confidenceIn = (draft: Draft): number | null => confidenceOf(draft.digits);
