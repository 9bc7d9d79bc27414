import { claimInput } from '@/lib/claims/claim';
import type { Stance } from '@/lib/claims/claim';
import { wellFormed } from '@/lib/core/words';
import { entityInput } from '@/lib/entities/entity';
import type { Brought, BroughtComment, BroughtDocument, BroughtSpan, Left } from '@/lib/readers/brought';
import { findUnit, place, type FoundUnit, type Placed } from '@/lib/readers/units';
import { guessType } from './labels';

// What would be written, reckoned from what was read and what is here. Pure: the dry run and the write reckon the same.

/** The article that a document is of: its text, and whether it is the very text that was annotated. Null where none is here. */
export interface Home {
  readonly articleId: string | null;
  readonly text: string;
  readonly title: string;
  readonly url: string | null;
  readonly same: boolean;
}
/** Why a document has no home. */
export type Homeless = string;

export interface PlannedTag {
  readonly entity?: { readonly type: string; readonly name: string };
  readonly claim?: { readonly statement: string; readonly stance: Stance };
  readonly author: string | null;
  readonly confidence: number | null;
  readonly note: string | null;
}
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly tags: PlannedTag[];
  readonly comments: BroughtComment[];
}
export interface PlannedDocument {
  readonly home: Home;
  readonly passages: Passage[];
  readonly comments: readonly BroughtComment[];
}
export interface Plan {
  readonly unit: FoundUnit;
  readonly documents: PlannedDocument[];
  /** Of every document of the files, in their order. */
  readonly shown: {
    readonly name: string;
    readonly home: Home | null;
    readonly passages: number;
    readonly left: number;
  }[];
  readonly labels: { label: string; count: number; type: string | null; example: string }[];
  readonly authors: string[];
  readonly byWords: number;
  readonly left: Left[];
}

const MAX_COMMENT = 20_000;
const MAX_NOTE = 2000;
const MAX_QUOTE = 100_000;

/** Words as they can be stored and shown in a list. */
export const shown = (words: string): string =>
  words.slice(0, 200).replace(/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
const storable = (words: string | null, max: number): words is string =>
  words !== null && words.trim() !== '' && words.length <= max && wellFormed(words);
const authorIn = (author: string | null): string | null => (author === null ? null : shown(author).trim() || null);

/** What labels mean: what was chosen, by label, and the types that the project added, by which the others are guessed. */
export interface Labels {
  readonly chosen: ReadonlyMap<string, string | null>;
  readonly added: readonly string[];
}

function labelling({ chosen, added }: Labels) {
  const found = new Map<string, { label: string; count: number; type: string | null; example: string }>();
  /** The type that a label has here; counts it. */
  const typeOf = (label: string, example: string): string | null => {
    const known = found.get(label) ?? {
      label,
      count: 0,
      type: chosen.has(label) ? chosen.get(label)! : guessType(label, added),
      example,
    };
    found.set(label, { ...known, count: known.count + 1 });
    return known.type;
  };
  return { found, typeOf };
}

interface Notes {
  readonly left: Left[];
  readonly typeOf: (label: string, example: string) => string | null;
}

/** The tag that a span becomes; null for a passage without one. */
function tagOf({ span }: Placed, quote: string, { left, typeOf }: Notes): PlannedTag | null {
  const more = {
    author: authorIn(span.author),
    confidence: span.confidence !== null && span.confidence <= 100 ? Math.max(0, Math.round(span.confidence)) : null,
    note: storable(span.note, MAX_NOTE) ? span.note.trim() : null,
  };
  const out = (what: string, why: string) => void left.push({ at: span.at, what: shown(what), why });
  if (span.claim) {
    const statement = claimInput.safeParse({ statement: span.claim.statement });
    if (statement.success) return { claim: { ...span.claim, statement: statement.data.statement }, ...more };
    out(span.claim.statement, 'Its claim cannot be stated here. The passage comes without it.');
    return null;
  }
  const type = span.label === null ? null : typeOf(shown(span.label), shown(quote));
  if (!type) return null;
  const entity = entityInput.safeParse({ type, name: quote.replace(/\s+/g, ' ') });
  if (entity.success) return { entity: { type, name: entity.data.name }, ...more };
  out(quote, 'It is too long for a name. The passage comes without its label.');
  return null;
}

/** What is said of a passage: comments, and the note of a span that becomes no tag. */
function saidOf(span: BroughtSpan, tag: PlannedTag | null, left: Left[]): BroughtComment[] {
  const note = span.note !== null && tag?.note == null ? [{ author: span.author, text: span.note }] : [];
  return [...note, ...span.comments].flatMap(({ author, text }) => {
    if (storable(text, MAX_COMMENT)) return [{ author: authorIn(author), text }];
    left.push({ at: span.at, what: shown(text) || 'a comment', why: 'It is empty or too long for a comment.' });
    return [];
  });
}

const sameTag = (a: PlannedTag, b: PlannedTag): boolean =>
  a.author === b.author &&
  a.entity?.name === b.entity?.name &&
  a.entity?.type === b.entity?.type &&
  a.claim?.statement === b.claim?.statement;

/** One passage for each place, with the tags and comments of all who marked it. */
function passagesOf(placed: readonly Placed[], text: string, notes: Notes): Passage[] {
  const found = new Map<string, Passage>();
  for (const one of placed) {
    const { start, end, span } = one;
    const quote = text.slice(start, end);
    if (quote.length > MAX_QUOTE || quote.trim() === '') {
      notes.left.push({
        at: span.at,
        what: shown(quote),
        why: quote.trim() ? 'The passage is too long.' : 'It marks blanks alone.',
      });
      continue;
    }
    const passage: Passage = found.get(`${start} ${end}`) ?? { start, end, tags: [], comments: [] };
    found.set(`${start} ${end}`, passage);
    const tag = tagOf(one, quote, notes);
    if (tag && !passage.tags.some((other) => sameTag(other, tag))) passage.tags.push(tag);
    passage.comments.push(...saidOf(span, tag, notes.left));
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What stands in an article already, from an earlier import. A comment on the article as a whole has no passage. */
export interface Known {
  readonly tag: (articleId: string, passage: Passage, tag: PlannedTag) => boolean;
  readonly passage: (articleId: string, passage: Passage) => boolean;
  readonly comment: (articleId: string, passage: Passage | null, comment: BroughtComment) => boolean;
}
const nothingKnown: Known = { tag: () => false, passage: () => false, comment: () => false };

const HERE = 'It is here already.';

function withoutKnown(home: Home, passages: Passage[], known: Known, left: Left[]): Passage[] {
  const { articleId } = home;
  if (articleId === null) return passages;
  return passages.filter((passage) => {
    const { tags, comments } = passage;
    const newTags = tags.filter((tag) => !known.tag(articleId, passage, tag));
    const newComments = comments.filter((comment) => !known.comment(articleId, passage, comment));
    const isHere = tags.length === 0 && known.passage(articleId, passage);
    if (!isHere && newTags.length === tags.length && newComments.length === comments.length) return true;
    left.push({ at: home.title, what: shown(home.text.slice(passage.start, passage.end)), why: HERE });
    tags.splice(0, tags.length, ...newTags);
    comments.splice(0, comments.length, ...newComments);
    return newTags.length + newComments.length > 0;
  });
}

/** What becomes of what was read. `homes` has the article of each document, or why it has none. */
export function planOf(
  brought: Brought,
  homes: readonly (Home | Homeless)[],
  meanings: Labels,
  known: Known = nothingKnown,
): Plan {
  const at = (index: number) => (typeof homes[index] === 'object' ? homes[index] : null);
  const unit = findUnit(
    brought,
    brought.documents.map((_, index) => at(index)?.text ?? null),
  );
  const { found, typeOf } = labelling(meanings);
  const left = [...brought.left];
  const texts: Left[] = []; // that are nowhere: told first, as what stands in them is lost with them
  const plan: Plan = { unit, documents: [], shown: [], labels: [], authors: [], byWords: 0, left };
  let byWords = 0;
  for (const [index, document] of brought.documents.entries()) {
    const home = at(index);
    const before = left.length + texts.length;
    let passages: Passage[] = [];
    if (home) {
      const placed = place(document, home.text, unit.unit, !home.same);
      left.push(...placed.left);
      byWords += placed.found.filter(({ by }) => by === 'words').length;
      passages = withoutKnown(home, passagesOf(placed.found, home.text, { left, typeOf }), known, left);
      plan.documents.push({ home, passages, comments: saidOn(document, home, known, left) });
    } else texts.push(...homeless(document, homes[index] as Homeless));
    plan.shown.push({
      name: shown(document.name),
      home,
      passages: passages.length,
      left: left.length + texts.length - before,
    });
  }
  const labels = [...found.values()].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  return { ...plan, labels, authors: authorsIn(plan), byWords, left: [...texts, ...left].map(listed) };
}

const listed = ({ at, what, why }: Left): Left => ({ at: shown(at), what: shown(what), why });
const homeless = ({ spans, comments, name }: BroughtDocument, why: string): Left[] =>
  spans.length + comments.length === 0
    ? [{ at: name, what: 'a document', why }]
    : [
        ...spans.map((span) => ({ at: span.at, what: span.quote ?? span.label ?? 'a passage', why })),
        ...comments.map((one) => ({ at: one.at, what: one.text, why })),
      ];

function saidOn({ comments }: BroughtDocument, { articleId }: Home, known: Known, left: Left[]): BroughtComment[] {
  return comments.flatMap(({ author, text, at }) => {
    const comment = { author: authorIn(author), text };
    const fits = storable(text, MAX_COMMENT);
    if (fits && !(articleId && known.comment(articleId, null, comment))) return [comment];
    left.push({ at, what: shown(text), why: fits ? HERE : 'It is empty or too long for a comment.' });
    return [];
  });
}

function authorsIn({ documents }: Plan): string[] {
  const names = documents.flatMap(({ passages, comments }) => [
    ...passages.flatMap((one) => [...one.tags, ...one.comments]),
    ...comments,
  ]);
  return [...new Set(names.map(({ author }) => author).filter((name) => name !== null))].sort();
}
