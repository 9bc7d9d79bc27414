import type { StoredAnchor } from '@/lib/anchoring/pin';
import type { Carried, Row } from '@/lib/anchoring/side-by-side';
import type { Span } from '@/lib/anchoring/span';

export interface VersionsQuestion {
  readonly oldText: string;
  readonly newText: string;
  /** The two beside one another are wanted. */
  readonly rows?: boolean;
  /** Highlights of the old text whose way into the new one is wanted. */
  readonly anchors?: readonly (StoredAnchor & { readonly id: string })[];
  /** Passages of the old text for which a likely place in the new one is wanted. */
  readonly lost?: readonly Span[];
}

export interface VersionsAnswer {
  readonly rows: readonly Row[];
  readonly carried: readonly Carried[];
  readonly places: readonly Span[];
}
