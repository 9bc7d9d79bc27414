import { diffArrays } from 'diff';

/** A run of words that both texts have, or that only the later or only the earlier one has. */
export interface Run {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

// Beyond this many edits a reader compares two texts, not words.
const MOST_EDITS = 2_000;
// Words, numbers with what joins their digits, blanks, and every other sign by itself. Scripts that put no spaces between words are compared by character.
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const TOKEN = new RegExp(
  `\\d+(?:[-.,:/]\\d+)+|[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}_])+|\\s+|.`,
  'gsu',
);

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

/** Puts runs of one kind together, removed before added between two that are the same. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed) out.push({ kind: 'removed', text: removed });
    if (added) out.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const [at, { kind, text }] of runs.entries()) {
    // A blank that stays between two changed words would cut one change into crumbs.
    const bridge = kind === 'same' && /^\s+$/.test(text) && (removed || added) && at < runs.length - 1;
    if (kind !== 'added' || bridge) removed += kind === 'same' && !bridge ? '' : text;
    if (kind === 'added' || bridge) added += text;
    if (kind !== 'same' || bridge) continue;
    flush();
    out.push({ kind, text });
  }
  flush();
  return out;
}

/**
 * Two texts compared word by word. Without the added runs it is the earlier text to the letter, without the removed ones
 * the later. Texts with hardly a word in common come back as one removed and one added run.
 */
export function wordDiff(before: string, after: string): Run[] {
  const changes = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: MOST_EDITS });
  if (!changes)
    return joined([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  return joined(
    changes.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })),
  );
}
