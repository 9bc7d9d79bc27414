import { grouped, type Made } from '@/lib/agreement/made';
import { unitsOf } from '@/lib/agreement/matching';

// Pure: what several analysts tagged in one article, put together into places that are decided on one by one, and where each stands.

/** A tag of one analyst of a round, on words that are there. */
export type Placed = Made & {
  contentVersion: number;
  source: string; // who says it and how, of a citation: two that say the same hold the same
};

/** On what the tags of a place differ. How sure somebody is of their own tag is no difference to be decided. */
export const placeDifferences = ['alone', 'target', 'stance', 'source', 'edges'] as const;
export type PlaceDifference = (typeof placeDifferences)[number];

/** Tags on the same words, of at least one analyst. */
export type Place = {
  key: string; // the least id of its tags
  tags: Placed[];
  variants: Placed[][]; // tags that say the same stand together; what most say first
  missing: string[]; // analysts who tagged in this article, but not here
  differs: PlaceDifference[]; // empty where all agree
};

const saysOf = ({ start, end, kind, targetId, stance, source }: Placed) =>
  JSON.stringify([start, end, kind, targetId, stance, source]);

const different = (tags: readonly Placed[], of: (tag: Placed) => unknown) => new Set(tags.map(of)).size > 1;

function differsIn(tags: readonly Placed[], missing: readonly string[]): PlaceDifference[] {
  const [target, edges] = [
    different(tags, ({ targetId }) => targetId),
    different(tags, ({ start, end }) => `${start} ${end}`),
  ];
  const asked: Record<PlaceDifference, boolean> = {
    alone: missing.length > 0,
    target,
    stance: !target && different(tags, ({ stance }) => stance),
    source: !target && different(tags, ({ source }) => source),
    edges,
  };
  return placeDifferences.filter((one) => asked[one]);
}

const byId = (a: Placed, b: Placed) => (a.id < b.id ? -1 : 1);

function placeOf(tags: Placed[], readers: readonly string[]): Place {
  const own = [...tags].sort(byId);
  const variants = [...grouped(own, saysOf).values()].sort(
    (a, b) => b.length - a.length || a[0]!.start - b[0]!.start || byId(a[0]!, b[0]!),
  );
  const here = new Set(own.map(({ analystId }) => analystId));
  const missing = readers.filter((id) => !here.has(id));
  return { key: own[0]!.id, tags: own, variants, missing, differs: differsIn(own, missing) };
}

const startOf = ({ tags }: Place) => Math.min(...tags.map(({ start }) => start));

/** Who of the analysts tagged in this article at all: whoever did not has no opinion of its places. */
export const readersOf = (tags: readonly Placed[]): string[] =>
  [...new Set(tags.map(({ analystId }) => analystId))].sort();

/**
 * The places of an article in reading order. Each tag is in exactly one; what one analyst said twice of the same words is there with
 * what it repeats. The order of the tags makes no difference.
 */
export function placesOf(tags: readonly Placed[]): Place[] {
  const readers = readersOf(tags);
  const repeated = grouped([...tags].sort(byId), (tag) => `${tag.analystId} ${saysOf(tag)}`);
  const firsts = new Map([...repeated.values()].map((same) => [same[0]!.id, same]));
  return unitsOf([...firsts.values()].map(([first]) => first!))
    .map((unit) =>
      placeOf(
        unit.flatMap(({ id }) => firsts.get(id)!),
        readers,
      ),
    )
    .sort((a, b) => startOf(a) - startOf(b) || (a.key < b.key ? -1 : 1));
}

/** Whether all who tagged in the article say the same here: of one alone there is nobody to agree with. */
export const isAgreed = ({ differs, tags }: Place): boolean =>
  differs.length === 0 && new Set(tags.map(({ analystId }) => analystId)).size > 1;

/** What a decision made of a tag. */
export type Mark = {
  tagId: string;
  decisionId: string;
  contentVersion: number;
  taken: boolean;
  withdrawn: boolean; // its verdict was taken back where verdicts are given
};
/** What was decided by one act, as far as places depend on it. */
export type Decided = { id: string; at: string; taken: readonly Mark[]; third: 'none' | 'there' | 'gone' };

export const placeStates = ['agreed', 'open', 'again', 'decided'] as const;
export type PlaceState = (typeof placeStates)[number];
/** Why a place that was decided is asked again. */
export const againReasons = ['changed', 'joined', 'lost', 'withdrawn'] as const;
export type AgainReason = (typeof againReasons)[number];
export type Stands = { state: PlaceState; decisionId: string | null; why: AgainReason | null };

type Known = {
  marks: ReadonlyMap<string, Mark>; // by tag: those that were not released
  decisions: ReadonlyMap<string, Decided>;
  contents: ReadonlyMap<string, number>; // of the tags that are there, by id
};

/** Whether what was taken in the place of a tag is still there as it was. */
function hasTaken({ taken, third }: Decided, contents: Known['contents']): boolean {
  if (third !== 'none') return third === 'there';
  return taken.length === 0 || taken.some((mark) => contents.get(mark.tagId) === mark.contentVersion);
}

function whyAgain(place: Place, { marks, decisions, contents }: Known): AgainReason | null {
  const own = place.tags.map((tag) => ({ tag, mark: marks.get(tag.id) }));
  if (own.some(({ mark }) => mark?.withdrawn)) return 'withdrawn';
  if (own.some(({ tag, mark }) => mark && mark.contentVersion !== tag.contentVersion)) return 'changed';
  if (own.some(({ mark }) => !mark)) return 'joined';
  const left = own.flatMap(({ mark }) => (mark && !mark.taken ? [decisions.get(mark.decisionId)!] : []));
  return left.some((decision) => !hasTaken(decision, contents)) ? 'lost' : null;
}

/** Where a place stands, by the latest decision on any of its tags. */
export function standsOf(place: Place, known: Known): Stands {
  const [latest] = place.tags
    .flatMap(({ id }) => known.decisions.get(known.marks.get(id)?.decisionId ?? '') ?? [])
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1));
  if (!latest) return { state: isAgreed(place) ? 'agreed' : 'open', decisionId: null, why: null };
  const why = whyAgain(place, known);
  return { state: why ? 'again' : 'decided', decisionId: latest.id, why };
}
