import type { EntityRef } from '@/lib/entities/entity';
import type { Tag, TagChange } from '@/lib/highlights/highlight';

type Stance = NonNullable<Tag['stance']>;

/** A fix as it is being put together: the fields that a colleague may propose to change. Confidence is the author's own. */
export interface Fix {
  readonly entity: EntityRef | null;
  readonly claim: { readonly id: string; readonly statement: string } | null;
  readonly stance: Stance | null;
  readonly speaker: EntityRef | null;
  readonly denies: boolean;
  readonly implied: boolean;
  readonly impliedHow: string;
}

export const fixOf = (tag: Tag): Fix => ({
  entity: tag.entity,
  claim: tag.claim,
  stance: tag.stance,
  speaker: tag.speaker,
  denies: tag.denies,
  implied: tag.implied,
  impliedHow: tag.impliedHow ?? '',
});

/** Only what the fix changes of the tag; empty when nothing is different. */
export function proposalOf(tag: Tag, fix: Fix): TagChange {
  if (tag.entity) return fix.entity && fix.entity.id !== tag.entity.id ? { entityId: fix.entity.id } : {};
  const how = fix.implied ? fix.impliedHow.trim() || null : null;
  return {
    ...(fix.claim && fix.claim.id !== tag.claim?.id ? { claimId: fix.claim.id } : {}),
    ...(fix.stance && fix.stance !== tag.stance ? { stance: fix.stance } : {}),
    ...((fix.speaker?.id ?? null) === (tag.speaker?.id ?? null) ? {} : { speakerId: fix.speaker?.id ?? null }),
    ...(fix.denies === tag.denies ? {} : { denies: fix.denies }),
    ...(fix.implied === tag.implied ? {} : { implied: fix.implied }),
    ...(how === tag.impliedHow ? {} : { impliedHow: how }),
  };
}

/** A verdict with the fix that it proposes. */
export type Proposing = Tag['reviews'][number] & { readonly proposal: TagChange };

const proposing = (review: Tag['reviews'][number]): review is Proposing => review.proposal !== null;

/** The fixes that the verdicts which stand on a tag propose, the latest first. */
export const proposalsIn = (tag: Tag): Proposing[] =>
  tag.reviews.filter(proposing).sort((one, other) => other.at.localeCompare(one.at));

/** The latest proposal that its author has not answered yet; null when there is none. */
export const openProposal = (tag: Tag): Proposing | null =>
  proposalsIn(tag).find(({ reply }) => reply?.kind !== 'declined') ?? null;
