import type { AccountKey, AnalystKey } from '../accounts';
import type { ClaimKey } from '../claims';
import type { EntityKey } from '../entities';
import type { PublisherKey } from '../publishers';

export type ReviewSeed = { by: AccountKey; verdict: 'accept' | 'reject' | 'needs-work'; reason?: string };

/** What mentions and citations share. `by` is left out where the highlight's author is meant; `key` names the tag for a thread. */
type Tagged = { key?: string; by?: AnalystKey; confidence?: number; note?: string; reviews?: ReviewSeed[] };

export type MentionSeed = Tagged & { entity: EntityKey };

/** `via.on` is a day, YYYY-MM-DD, and is absent where the relayed report has no date. */
export type CitationSeed = Tagged & {
  claim: ClaimKey;
  stance: 'supports' | 'contradicts' | 'context';
  speaker?: EntityKey;
  via?: { publisher: PublisherKey; on?: string };
  denies?: true;
  implied?: true;
  impliedHow?: string;
};

/**
 * A span of a brief, given by its words: `occurrence` counts from 1 (the default) where the quote stands there more
 * than once. With `late` the highlight and its tags are saved only after all decisions on claims have been taken.
 */
export type HighlightSeed = {
  key?: string;
  quote: string;
  occurrence?: number;
  by: AnalystKey;
  translation?: { text: string; by: AnalystKey };
  late?: true;
  tags: (MentionSeed | CitationSeed)[];
};

export function accept(by: AccountKey): ReviewSeed {
  return { by, verdict: 'accept' };
}
