import { contextShare, fuzzyPlaces, sameWords, type Candidate } from './candidates';
import { differences, type Differences } from './differences';
import { editDistance } from './edit-distance';
import { acrossDifferences, keptElsewhere, supported } from './mapping';
import { contextOf, type StoredAnchor } from './pin';
import { trimSpan, type Span } from './span';

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
 * words. `ambiguous`: several places fit equally. `quote-mismatch`: the anchor was not true of the old text.
 */
export type OrphanReason = 'deleted' | 'rewritten' | 'ambiguous' | 'quote-mismatch';

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
}

// Words this long do not stand in two texts by chance.
const TELLING = 24;

const orphaned = (reason: OrphanReason): OrphanedAnchor => ({ state: 'orphaned', reason });

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

/** The same offsets, or the one place in both texts that has the quote with all its context. */
function bySameContext({ oldText, newText }: Versions, anchor: StoredAnchor): ResolvedAnchor | null {
  const words = withContext(anchor);
  const from = anchor.start - anchor.prefix.length;
  if (newText.startsWith(words, from)) return resolved(newText, anchor, anchor, 'same-place');
  if (words.length < TELLING || !occursOnce(newText, words) || !occursOnce(oldText, words)) return null;
  const start = newText.indexOf(words) + anchor.prefix.length;
  return resolved(newText, anchor, { start, end: start + anchor.quote.length }, 'same-words');
}

/** Half of both wordings is common, or the letters of a short quote mostly agree. */
function similar(quote: string, words: string, kept: number): boolean {
  if (2 * kept >= 0.5 * (quote.length + words.length)) return true;
  const longest = Math.max(quote.length, words.length);
  return longest <= 400 && editDistance(quote, words) <= 0.4 * longest;
}

function byDifferences(versions: Versions, anchor: StoredAnchor): Relocation {
  const { oldText, newText, differences } = versions;
  const { kept } = differences();
  const lengths = { old: oldText.length, new: newText.length };
  const mapped = acrossDifferences(kept, anchor, lengths);
  const found = mapped && (anchor.quote.trim() === anchor.quote ? trimSpan(newText, mapped.span) : mapped.span);
  if (!mapped || !found) return orphaned('deleted');
  const words = newText.slice(found.start, found.end);
  const speaksFor =
    supported(kept, anchor, found, oldText.length) ||
    (words.length >= TELLING && occursOnce(oldText, words) && occursOnce(newText, words));
  const fits = words === anchor.quote || similar(anchor.quote, words, mapped.kept);
  if (!speaksFor || !fits) return orphaned('rewritten');
  const twin = words === anchor.quote && hasTwin(versions, anchor, found);
  return twin ? orphaned('ambiguous') : resolved(newText, anchor, found, 'through-differences');
}

/** Whether the same words are new at another place too, with about as much of the context around them. */
function hasTwin({ oldText, newText, differences }: Versions, anchor: StoredAnchor, found: Span): boolean {
  const { kept, changed } = differences();
  const enough = contextShare(newText, found, anchor) - 0.25;
  return sameWords(oldText, newText, changed, anchor).some(
    (other) => other.start !== found.start && other.context > enough && !keptElsewhere(kept, anchor, other),
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
function elsewhere({ oldText, newText, differences }: Versions, anchor: StoredAnchor): Relocation | null {
  const { kept, changed } = differences();
  const free = (list: readonly Candidate[]) => list.filter((place) => !keptElsewhere(kept, anchor, place));
  const exact = clearlyBest(free(sameWords(oldText, newText, changed, anchor)), anchor.quote);
  if (exact === 'ambiguous') return orphaned('ambiguous');
  if (exact) return resolved(newText, anchor, exact, 'same-words');
  const near = clearlyBest(free(fuzzyPlaces(newText, changed, anchor)), anchor.quote);
  if (near === 'ambiguous') return orphaned('ambiguous');
  return near ? resolved(newText, anchor, near, 'fuzzy') : null;
}

/**
 * Finds the anchors of one text again in another, all by the same rule: the same offsets, the same quote with its
 * context, through the differences, by likeness among what is new, or not at all; never a guess. The differences are
 * computed once, when first needed.
 */
export function relocator(oldText: string, newText: string): (anchor: StoredAnchor) => Relocation {
  let known: Differences | undefined;
  const versions = { oldText, newText, differences: () => (known ??= differences(oldText, newText)) };
  return (anchor) => {
    if (oldText.slice(anchor.start, anchor.end) !== anchor.quote) return orphaned('quote-mismatch');
    const same = bySameContext(versions, anchor);
    if (same) return same;
    const place = byDifferences(versions, anchor);
    const lost = place.state === 'orphaned' && place.reason !== 'ambiguous';
    return lost ? (elsewhere(versions, anchor) ?? place) : place;
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
