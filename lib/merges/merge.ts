import { z } from 'zod';
import { quotedTag } from '@/lib/highlights/highlight';
import { id, moment, person, text, words } from '@/lib/core/words';

// Two entities are one, or two claims: said with a reason, and taken back at any time. Nothing is moved by it; see decision 015.

const kinds = ['entity', 'claim'] as const;
export type Kind = (typeof kinds)[number];
/** What is said of a pair that is not merged. `maybe` never merges counts. */
const samenesses = ['different', 'maybe'] as const;
export type Sameness = (typeof samenesses)[number];

const reason = words(1000);

export const mergeInput = z.strictObject({ otherId: id(), reason });
/** Where each tag that was made since the merge belongs: back to what was merged, or with the survivor. */
export const undoInput = z.strictObject({
  back: z.array(id()).max(5000).default([]),
  stay: z.array(id()).max(5000).default([]),
});
export const splitInput = z.strictObject({ tagIds: z.array(id()).min(1).max(5000), name: words(300), reason });
export const distinctionInput = z.strictObject({
  otherId: id(),
  reason,
  sameness: z.enum(samenesses).default('different'),
});

/** An entity or a claim: `label` is its name or statement, `type` the entity's type or the claim's status. */
export const thing = z.object({ id: z.uuid(), label: text(), type: text() });
export type Thing = z.output<typeof thing>;
const undone = z.object({ by: person, at: moment() }).nullable();

export const mergeView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  kind: z.enum(kinds),
  survivor: thing,
  merged: thing,
  reason: text(),
  author: person,
  createdAt: moment(),
  undone,
  version: z.number(),
});
export type Merge = z.output<typeof mergeView>;
/**
 * With the tags that came since: those that its undo asks about, made on the survivor's side, so nobody knows which of the two they
 * mean; and those sent to the merged one itself, which go back unasked.
 */
export const mergeWithSince = mergeView.extend({ since: z.array(quotedTag), sentTo: z.array(quotedTag) });

export const splitView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  from: thing,
  entity: thing, // the new one
  mentions: z.number(), // how many were picked
  reason: text(),
  author: person,
  createdAt: moment(),
  undone,
  version: z.number(),
});
export type Split = z.output<typeof splitView>;

export const distinctionView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  kind: z.enum(kinds),
  things: z.tuple([thing, thing]),
  sameness: z.enum(samenesses),
  reason: text(),
  author: person,
  createdAt: moment(),
  version: z.number(),
});
export type Distinction = z.output<typeof distinctionView>;

export const distinctionList = z.object({ items: z.array(distinctionView) });

/** Two that may be one, with why, in words for people; the likeliest first. */
export const likenessView = z.object({
  things: z.tuple([thing, thing]),
  score: z.number(), // 0–1, only for ordering
  reasons: z.array(text()),
  maybe: distinctionView.nullable(), // somebody said already that they may be
});
export type Likeness = z.output<typeof likenessView>;
export const likenessFilter = z.strictObject({ kind: z.enum(kinds).default('entity') });
export const likenessList = z.object({ items: z.array(likenessView) });

/** All that is known of whether a thing is another. */
export const samenessView = z.object({
  merges: z.array(mergeView), // into it, the standing ones first
  splits: z.array(splitView),
  distinctions: z.array(distinctionView),
  likenesses: z.array(likenessView),
});
export type Samenesses = z.output<typeof samenessView>;
