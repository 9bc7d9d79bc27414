import type { ReviewState } from '@/lib/agreement/standing';
import type { Claim, Stance } from '@/lib/claims/claim';

// Pure: what an approval of a claim rests on, as it was when it was given and as it is now.

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
  language: string | null; // of the article, BCP 47; null where nobody said
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

/** A citation that speaks: rejected, contested and sent-back ones count for nothing, and words that are lost say nothing. */
export const counts = ({ here, lost, state }: CitedNow): boolean =>
  here && lost === null && (state === 'accepted' || state === 'unreviewed');

/** The citations that an approval given now would rest on. */
export const accepted = (now: Now) => now.citations.filter((one) => counts(one) && one.state === 'accepted');
/** Ids of the citations of a stance that speak. */
export const speaking = (citations: CitedNow[], stance: Stance): string[] =>
  citations.filter((one) => counts(one) && one.stance === stance).map((one) => one.tagId);

/** What an approval given now would rest on, in the order of the tags' ids: equal states give equal bases. */
export function basisOf(now: Now, needed: number): Basis {
  const inOrder = [...now.citations].sort((a, b) => (a.tagId < b.tagId ? -1 : 1));
  return {
    wording: now.wording,
    citations: accepted({ ...now, citations: inOrder }).map(
      ({ authorId: _author, here: _here, language: _language, lost: _lost, state: _state, ...cited }) => cited,
    ),
    contradicting: speaking(inOrder, 'contradicts'),
    supporting: speaking(inOrder, 'supports'),
    needed,
  };
}
