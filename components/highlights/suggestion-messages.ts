import type { EntityRef } from '@/lib/entities/entity';
import type { FoundName } from '@/lib/entities/finding';
import type { NamedEntity } from '@/lib/entities/matching';

// What the reader and its worker tell each other.

/** The text comes once, the names again whenever they have changed. */
export interface Ask {
  readonly text?: string;
  /** Also look for names that nobody knows yet; they are found in English. */
  readonly english?: boolean;
  readonly entities?: readonly NamedEntity[];
}

/** A spelling that was found. `pair` names a refusal of it. */
export interface FoundSpelling {
  readonly name: string;
  readonly entity: EntityRef;
  readonly pair: string;
}

export type Told =
  /** `hits`: start, end and index of the spelling of each, one after the other. */
  | { readonly kind: 'known'; readonly spellings: readonly FoundSpelling[]; readonly hits: Int32Array }
  | { readonly kind: 'found'; readonly names: readonly (FoundName & { readonly pair: string })[] }
  /** The text is read to its end. */
  | { readonly kind: 'read' }
  /** What finds new names could not be fetched. */
  | { readonly kind: 'unfetched' };
