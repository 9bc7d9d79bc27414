import { contextShare, fuzzyPlaces, sameWords, type Candidate, type Effort, type News } from './candidates';
import { differences, type Differences } from './differences';
import { editDistance } from './edit-distance';
import { acrossDifferences, keptElsewhere, keptIn, supported, withOwnEdges } from './mapping';
import { contextOf, type StoredAnchor } from './pin';
import { recognisable } from './recognisable';
import { overlap, trimSpan, type Span } from './span';
import { indexWords } from './word-index';

export type HowFound = 'same-place' | 'same-words' | 'through-differences' | 'fuzzy';

/**
 * Where a stored anchor's words stand in another text. `exact`: the same words, wherever they are now. `moved`: the
 * words changed. In both, `quote` is the slice of the new text.
 */
export interface ResolvedAnchor extends Span {
  readonly state: 'exact' | 'moved';
  readonly how: HowFound;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * `deleted`: nothing stands where the words were. `rewritten`: something does, too different to be called the same
 * words. `ambiguous`: several places fit equally. `quote-mismatch`: the anchor was not true of the old text. `unsearched`:
 * the texts differ so much that likenesses of all its anchors could not be looked for.
 */
export type OrphanReason = 'deleted' | 'rewritten' | 'ambiguous' | 'quote-mismatch' | 'unsearched';

export interface OrphanedAnchor {
  readonly state: 'orphaned';
  readonly reason: OrphanReason;
}

export type Relocation = ResolvedAnchor | OrphanedAnchor;

/** Two texts and what is known of their differences, which are computed when first asked for. */
interface Versions {
  readonly oldText: string;
  readonly newText: string;
  readonly differences: () => Differences;
  readonly news: () => News;
  /** The words of the old text. */
  readonly olds: () => News;
  readonly effort: Effort;
  /** Where paragraphs that were asked for stand now, -1 for none or several. */
  readonly paragraphs: Map<string, number>;
}

// About three seconds of looking for likenesses, for all anchors together. Counted, not timed: a preview foresees what saving does.
const MOST_EFFORT = 600_000_000;

// Words this long do not stand in two texts by chance.
const TELLING = 24;

const orphaned = (reason: OrphanReason): OrphanedAnchor => ({ state: 'orphaned', reason });

const endsLine = (unit: string | undefined): boolean => unit === '\n' || unit === '\r';

const isAmbiguous = (place: Relocation): boolean => place.state === 'orphaned' && place.reason === 'ambiguous';

function resolved(newText: string, anchor: StoredAnchor, { start, end }: Span, how: HowFound): ResolvedAnchor {
  const quote = newText.slice(start, end);
  const state = quote === anchor.quote ? 'exact' : 'moved';
  return { state, how, start, end, quote, ...contextOf(newText, { start, end }) };
}

const withContext = ({ prefix, quote, suffix }: StoredAnchor): string => prefix + quote + suffix;

const occursOnce = (text: string, words: string): boolean => {
  const first = text.indexOf(words);
  return first >= 0 && text.indexOf(words, first + 1) < 0;
};

/** The same offsets with the same context, or a stretch that is kept whole with the anchor and its context in it. */
function inPlace({ oldText, newText, differences }: Versions, anchor: StoredAnchor): ResolvedAnchor | null {
  const from = anchor.start - anchor.prefix.length;
  if (newText.startsWith(withContext(anchor), from)) return resolved(newText, anchor, anchor, 'same-place');
  const window = { start: from, end: anchor.end + anchor.suffix.length };
  const { oldStart, newStart, length = 0 } = keptIn(differences().kept, window)[0] ?? {};
  if (oldStart !== window.start || newStart === undefined || length < window.end - from || length < TELLING)
    return null;
  const start = newStart + anchor.prefix.length;
  if (oldText.slice(from, window.end) !== newText.slice(newStart, newStart + length)) return null;
  return resolved(newText, anchor, { start, end: start + anchor.quote.length }, 'same-words');
}

/** The one place among what is new that has the quote with all its context: a passage that was moved. */
function movedWhole({ oldText, newText, news, olds }: Versions, anchor: StoredAnchor): ResolvedAnchor | null {
  if (withContext(anchor).length < TELLING) return null;
  const whole = ({ context }: Candidate) => context === 1;
  const [only, other] = sameWords(oldText, newText, news(), anchor).filter(whole);
  if (!only || other || sameWords(oldText, oldText, olds(), anchor).filter(whole).length > 1) return null;
  return resolved(newText, anchor, only, 'same-words');
}

/** Where the anchor's paragraph, of at least so many units, puts it in the new text: null unless it stands in both texts once, to the letter. */
function byParagraph({ oldText, newText, paragraphs }: Versions, anchor: StoredAnchor, least: number): Span | null {
  let { start: from, end: to } = anchor;
  while (from > 0 && !endsLine(oldText[from - 1])) from -= 1;
  while (to < oldText.length && !endsLine(oldText[to])) to += 1;
  const words = oldText.slice(from, to);
  if (words.length < least) return null;
  const only = () => (occursOnce(oldText, words) && occursOnce(newText, words) ? newText.indexOf(words) : -1);
  const now = paragraphs.get(words) ?? only();
  paragraphs.set(words, now);
  const start = now + anchor.start - from;
  return now < 0 ? null : { start, end: start + anchor.quote.length };
}

/**
 * The place in a paragraph that stands in both texts once, to the letter: near likenesses elsewhere do not make it doubtful. The paragraph
 * must say more than the quote alone.
 */
function inSameParagraph(versions: Versions, anchor: StoredAnchor): ResolvedAnchor | null {
  const place = byParagraph(versions, anchor, anchor.quote.length + TELLING);
  return place && resolved(versions.newText, anchor, place, 'same-words');
}

/** Half of both wordings is common, or the letters of a short quote mostly agree; and the analyst would know the words again. */
function similar(quote: string, words: string, kept: number): boolean {
  const longest = Math.max(quote.length, words.length);
  const alike =
    2 * kept >= 0.5 * (quote.length + words.length) || (longest <= 400 && editDistance(quote, words) <= 0.4 * longest);
  return alike && recognisable(quote, words);
}

function byDifferences(versions: Versions, anchor: StoredAnchor): Relocation {
  const { oldText, newText, differences } = versions;
  const { kept } = differences();
  const lengths = { old: oldText.length, new: newText.length };
  const mapped = acrossDifferences(kept, anchor, lengths);
  const whole = mapped && withOwnEdges(oldText, newText, kept, anchor, mapped.span);
  const found = whole && (anchor.quote.trim() === anchor.quote ? trimSpan(newText, whole.span) : whole.span);
  if (!found) return orphaned('deleted');
  const words = newText.slice(found.start, found.end);
  const fits = words === anchor.quote || similar(anchor.quote, words, mapped.kept + whole.own);
  const speaksFor = () =>
    supported(kept, anchor, found, oldText.length) ||
    (words.length >= TELLING && occursOnce(oldText, words) && occursOnce(newText, words)) ||
    // A short quote in a paragraph that nobody touched, whatever was put in, taken out or moved around it.
    byParagraph(versions, anchor, TELLING)?.start === found.start;
  if (!fits || !speaksFor()) return orphaned('rewritten');
  const twin = hasTwin(versions, { ...anchor, quote: words }, found);
  return twin ? orphaned('ambiguous') : resolved(newText, anchor, found, 'through-differences');
}

/** Whether two places of the same words stand side by side: whichever of them is taken, an analyst reads both. */
const sideBySide = (text: string, a: Span, b: Span): boolean =>
  !overlap(a, b) && text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)).trim() === '';

/** Whether the same words are new at another place too, with about as much of the context around them. */
function hasTwin({ oldText, newText, differences, news }: Versions, anchor: StoredAnchor, found: Span): boolean {
  const { kept } = differences();
  const enough = contextShare(newText, found, anchor) - 0.25;
  return sameWords(oldText, newText, news(), anchor).some(
    (other) =>
      other.start !== found.start &&
      other.context > enough &&
      !keptElsewhere(kept, anchor, other) &&
      !sideBySide(newText, other, found),
  );
}

/** The best candidate when it is clearly the best; null when there is none, 'ambiguous' when another fits as well. */
function clearlyBest(list: readonly Candidate[], quote: string): Candidate | 'ambiguous' | null {
  const [best, second] = list;
  if (!best) return null;
  if (!second) return best.errors === 0 && quote.length < TELLING && best.context < 0.5 ? null : best;
  const clearer = second.errors - best.errors > 0.1 * quote.length || best.context - second.context >= 0.25;
  return clearer && best.context >= 0.25 ? best : 'ambiguous';
}

/** Looks elsewhere, among what is new: words that stood somewhere else before are not the anchor's. */
function elsewhere({ oldText, newText, differences, news, effort }: Versions, anchor: StoredAnchor): Relocation | null {
  const { kept } = differences();
  const free = (list: readonly Candidate[]) => list.filter((place) => !keptElsewhere(kept, anchor, place));
  const exact = clearlyBest(free(sameWords(oldText, newText, news(), anchor)), anchor.quote);
  if (exact === 'ambiguous') return orphaned('ambiguous');
  if (exact) return resolved(newText, anchor, exact, 'same-words');
  const alike = fuzzyPlaces(oldText, newText, news(), anchor, effort);
  if (!alike) return orphaned('unsearched');
  const near = clearlyBest(free(alike), anchor.quote);
  if (near === 'ambiguous') return orphaned('ambiguous');
  const known = near && recognisable(anchor.quote, newText.slice(near.start, near.end));
  return known ? resolved(newText, anchor, near, 'fuzzy') : null;
}

/**
 * Finds the anchors of one text again in another, all by the same rule: the same offsets, the same quote with its
 * context, through the differences, by likeness among what is new, or not at all; never a guess. The differences are
 * computed once, when first needed. `effort` is what looking for likenesses may cost, all anchors together.
 */
export function relocator(
  oldText: string,
  newText: string,
  effort = MOST_EFFORT,
): (anchor: StoredAnchor) => Relocation {
  let known: Differences | undefined;
  let indexed: News | undefined;
  const found = () => (known ??= differences(oldText, newText));
  const news = () => (indexed ??= { regions: found().changed, index: indexWords(newText, found().changed) });
  let before: News | undefined;
  const all = { start: 0, end: oldText.length };
  const olds = () => (before ??= { regions: [all], index: indexWords(oldText, [all]) });
  const versions = {
    oldText,
    newText,
    differences: found,
    news,
    olds,
    effort: { left: effort },
    paragraphs: new Map<string, number>(),
  };
  return (anchor) => {
    if (oldText.slice(anchor.start, anchor.end) !== anchor.quote) return orphaned('quote-mismatch');
    const same = inPlace(versions, anchor);
    if (same) return same;
    const place = byDifferences(versions, anchor);
    if (place.state === 'exact') return place;
    if (isAmbiguous(place)) return inSameParagraph(versions, anchor) ?? place;
    const whole = movedWhole(versions, anchor);
    if (whole || place.state !== 'orphaned') return whole ?? place;
    const last = elsewhere(versions, anchor) ?? place;
    return (isAmbiguous(last) && inSameParagraph(versions, anchor)) || last;
  };
}

/** `relocator` for a single anchor. */
export const relocate = (anchor: StoredAnchor, oldText: string, newText: string): Relocation =>
  relocator(oldText, newText)(anchor);

/** What to store for a resolved anchor, on a row that names the new version. */
export const toStored = ({ start, end, quote, prefix, suffix }: ResolvedAnchor): StoredAnchor => ({
  start,
  end,
  quote,
  prefix,
  suffix,
});
