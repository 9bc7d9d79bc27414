/** A tag as one analyst made it, with what is compared of it. Merged entities and claims are named by what they were merged into. */
export type Made = {
  id: string;
  analystId: string;
  articleId: string;
  textId: string; // the article version: spans of two of them have nothing to do with each other
  start: number; // in UTF-16 code units
  end: number; // exclusive
  kind: 'mention' | 'citation';
  type: string; // of the entity; of a citation `citation`
  targetId: string; // the entity or the claim
  stance: string | null; // of a citation
  confidence: number | null; // 0–100
  lost?: boolean; // the words are gone from the text that is read today
};

/** A claim as one analyst judged it. */
export type Judged = {
  claimId: string;
  analystId: string;
  likelihood: number | null; // 1–99, in percent; of a word the middle of its band
  band: number | null; // which of the seven words, 0–6
  analyticConfidence: number | null; // low, moderate, high: 0–2
};

/** Why something is not compared. */
export const dropReasons = [
  'one-analyst', // the other has done nothing in this article, or has not judged this claim: that is not a difference
  'lost', // the words are gone from the article's current text
  'twice', // the same analyst said the same of the same words again
  'unmatched', // only one of the two tagged these words: there is nothing to set beside it
  'other-target', // the two tags are about different things
  'not-stated', // at least one of the two left it blank
] as const;
export type DropReason = (typeof dropReasons)[number];
export type Dropped = Partial<Record<DropReason, number>>;

export function drop(dropped: Dropped, why: DropReason, times = 1): void {
  if (times > 0) dropped[why] = (dropped[why] ?? 0) + times;
}

/** Things by a key, in the order in which they come. */
export function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}

/**
 * The tags that can be set beside others: in texts in which at least two of the analysts tagged something, on words that are there,
 * each once. What an analyst never opened is not a difference of opinion.
 */
export function comparable(tags: readonly Made[]): { kept: Made[]; dropped: Dropped } {
  const dropped: Dropped = {};
  const there = tags.filter((tag) => !tag.lost);
  drop(dropped, 'lost', tags.length - there.length);
  const once = [...grouped(there, keyOf).values()].map(([first]) => first!);
  drop(dropped, 'twice', there.length - once.length);
  const kept = [...grouped(once, (tag) => tag.textId).values()].flatMap((own) => {
    if (new Set(own.map((tag) => tag.analystId)).size > 1) return own;
    drop(dropped, 'one-analyst', own.length);
    return [];
  });
  return { kept, dropped };
}

const keyOf = ({ analystId, textId, start, end, kind, targetId }: Made) =>
  `${analystId} ${textId} ${start} ${end} ${kind} ${targetId}`;
