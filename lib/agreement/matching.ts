import { grouped, type Made } from './made';

/** From here on words of two tags that are about different things count as the same words: what they share over what either has. */
const SAME_WORDS = 0.5;
/** Of what one tag could be matched with, only the nearest are looked at. */
const NEAREST = 40;

type Candidate = { a: Made; b: Made; rank: number; shared: number };

const byPlace = (a: Made, b: Made) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1);

/** How two tags of one text go together, the lowest first; null when they do not. */
function candidateOf(a: Made, b: Made): Candidate | null {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const shared = common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
  const sameTarget = a.targetId === b.targetId;
  if (common <= 0 || (!sameTarget && shared < SAME_WORDS)) return null;
  return { a, b, rank: (sameTarget ? 0 : 2) + (shared === 1 ? 0 : 1), shared };
}

const nearestFirst = (p: Candidate, q: Candidate) => p.rank - q.rank || q.shared - p.shared;
function inOrder(p: Candidate, q: Candidate): number {
  const [ofP, ofQ] = [[p.a, p.b].sort(byPlace), [q.a, q.b].sort(byPlace)];
  return nearestFirst(p, q) || byPlace(ofP[0]!, ofQ[0]!) || byPlace(ofP[1]!, ofQ[1]!);
}

/** All pairs of tags of two analysts in one text and of one kind that could be on the same words. `own` is in order of place. */
function candidatesIn(own: Made[]): Candidate[] {
  const found: Candidate[] = [];
  let open: Made[] = [];
  for (const tag of own) {
    open = open.filter(({ end }) => end > tag.start);
    const near = open.flatMap((other) => (other.analystId === tag.analystId ? [] : (candidateOf(other, tag) ?? [])));
    found.push(...(near.length > NEAREST ? near.sort(nearestFirst).slice(0, NEAREST) : near));
    open.push(tag);
  }
  return found.sort(inOrder);
}

/**
 * The words that analysts tagged, each a unit of at most one tag of each analyst: mentions with mentions, citations with citations.
 * The nearest pairs are joined first: about the same thing on the same words; about the same thing on words that overlap; about
 * another thing on the same words; about another thing on words of which at least half is shared. What finds nobody is a unit alone.
 * The order of the tags and of the analysts makes no difference.
 */
export function unitsOf(tags: readonly Made[]): Made[][] {
  const units: Made[][] = [];
  for (const group of grouped(tags, (tag) => `${tag.textId} ${tag.kind}`).values()) {
    const own = [...group].sort(byPlace);
    const unitOf = new Map(own.map((tag) => [tag, [tag]]));
    for (const { a, b } of candidatesIn(own)) {
      const [one, other] = [unitOf.get(a)!, unitOf.get(b)!];
      if (one === other || one.some((mine) => other.some((theirs) => mine.analystId === theirs.analystId))) continue;
      const joined = [...one, ...other];
      for (const tag of joined) unitOf.set(tag, joined);
    }
    units.push(...new Set(own.map((tag) => unitOf.get(tag)!)));
  }
  return units;
}
