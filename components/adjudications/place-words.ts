import type { PlaceView } from '@/lib/adjudications/adjudication';
import type { AgainReason, PlaceDifference } from '@/lib/adjudications/places';

// Pure: places and what was decided of them, in words.

type Variant = PlaceView['variants'][number];

export const isMention = ({ variants }: PlaceView): boolean => variants[0]!.tags[0]!.entity !== null;

/** Whose a variant is: each person once. */
export const peopleOf = ({ tags }: Variant) => [...new Map(tags.map(({ author }) => [author.id, author])).values()];

const listed = new Intl.ListFormat('en', { type: 'conjunction' });
/** "Ana, Ben and Cleo". */
export const namesOf = (people: readonly { name: string }[]): string => listed.format(people.map(({ name }) => name));

/** On what the tags of a place differ, a few words each. */
export function differWords({ differs, missing, ...place }: PlaceView): string[] {
  const words: Record<PlaceDifference, string> = {
    alone: `not tagged by ${namesOf(missing)}`,
    target: isMention({ differs, missing, ...place }) ? 'other entity' : 'other claim',
    stance: 'other stance',
    source: 'other source',
    edges: 'other edges',
  };
  return differs.map((one) => words[one]);
}

export const againWords: Record<AgainReason, string> = {
  changed: 'A tag here was changed after it was decided.',
  joined: 'Another tag came to these words after it was decided.',
  lost: 'What was taken here is gone.',
  withdrawn: 'The verdict on a tag here was taken back in review.',
};

/** The variants beside the one that was asked for, whose tags stand first in `take`, and whether they are to be taken with it. */
export function alsoTaken({ variants }: Pick<PlaceView, 'variants'>, take: readonly string[]) {
  const has = ({ tags }: Variant, id: string | undefined) => tags.some((tag) => tag.id === id);
  return variants.flatMap((variant, index) =>
    has(variant, take[0]) ? [] : [{ variant, index, taken: take.some((id) => has(variant, id)) }],
  );
}

/** `take` with all of these tags at its end, or without them where they were in it. */
export function toggled(take: readonly string[], ids: readonly string[]): string[] {
  const without = take.filter((id) => !ids.includes(id));
  return without.length < take.length ? without : [...take, ...ids];
}

/** Why the others are not taken, as it is offered: what is seen to differ. */
export function suggestedReason(place: PlaceView, asking: 'take' | 'none' | 'third'): string {
  if (asking === 'third') return 'Written anew in its place.';
  if (asking === 'none') return 'Nothing here is to be tagged.';
  const reasons: [PlaceDifference, string][] = [
    ['target', isMention(place) ? 'Another entity is meant.' : 'Another claim is meant.'],
    ['stance', 'It says something else of the claim.'],
    ['source', 'Somebody else says it.'],
    ['edges', 'Other words say it.'],
  ];
  return reasons.find(([one]) => place.differs.includes(one))?.[1] ?? 'The other one is right.';
}

/** What a decision made of a place: "took Ana’s", "took both", "wrote a third", "took nothing". */
export function tookWords({ variants, decision }: PlaceView): string {
  const taken = variants.filter((one) => one.taken);
  if (decision?.third) return 'wrote a third';
  if (taken.length === 0) return 'took nothing';
  if (taken.length === variants.length)
    return variants.length === 1 ? 'took it' : variants.length === 2 ? 'took both' : 'took all';
  return `took ${namesOf(taken.flatMap(peopleOf))}’s`;
}

/** What a place is about in one line: the words, and what they were first tagged as. */
export function placeLabel({ variants }: PlaceView): { quote: string; target: string } {
  const [{ quote, tags }] = variants as [Variant];
  return { quote, target: tags[0]!.claim?.statement ?? tags[0]!.entity!.name };
}

/** All tags of places, as they are seen now. */
export const seenTags = (places: readonly PlaceView[]) =>
  places.flatMap(({ variants }) => variants.flatMap(({ tags }) => tags.map(({ id, version }) => ({ id, version }))));

/** Whether a place is, or was, decided with all on which all agree rather than one by one. */
export const inAgreed = ({ state, decision }: PlaceView): boolean =>
  state === 'agreed' || (state === 'decided' && Boolean(decision?.agreed));
export const isLeft = ({ state }: PlaceView): boolean => state === 'open' || state === 'again';
