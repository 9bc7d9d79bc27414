import type { Claim } from '@/lib/claims/claim';
import { contradicts, topicOf } from '@/lib/claims/contradiction';
import { excludes } from '@/lib/questions/contrary';
import type { Question } from '@/lib/questions/question';
import { ticksOf } from './ticks';
import { drawnOf, extentOf, type Drawn } from './timeline-marks';

// Pure: where everything of a timeline stands, in px. One lane for each claim; claims that contradict each other stand together.

export type TimelineClaim = Pick<Claim, 'id' | 'statement' | 'status' | 'structure'>;
export type Disagreement = { readonly a: string; readonly b: string; readonly reason: string };
export type Lane = {
  readonly claim: TimelineClaim;
  readonly drawn: Drawn;
  readonly top: number;
  readonly disagreements: readonly Disagreement[];
};
/** Lanes that disagree, with why, in words, below them. */
export type Cluster = { readonly top: number; readonly bottom: number; readonly reasons: readonly string[] };
export type Timeline = {
  readonly lanes: readonly Lane[];
  readonly clusters: readonly Cluster[];
  readonly disagreements: readonly Disagreement[];
  /** Claims that have no moment. */
  readonly timeless: number;
  readonly first: number;
  readonly last: number;
  readonly height: number;
};

export const LANE = 26;
export const REASON = 20;
export const AXIS = 28;
export const INDENT = 24; // of words
const GAP = 10;
/** So many reasons are written out below claims that disagree; the table has all. */
const WRITTEN = 3;

type Placed = { claim: TimelineClaim; drawn: Drawn; first: number; last: number };

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): T[][] {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

function disagreementsOf(placed: readonly Placed[]): Disagreement[] {
  const telling = placed.filter(({ claim }) => topicOf(claim.structure) !== null);
  return grouped(telling, ({ claim }) => topicOf(claim.structure)).flatMap((group) =>
    group.flatMap(({ claim: a }, nth) =>
      group.slice(nth + 1).flatMap(({ claim: b }): Disagreement[] => {
        const found = contradicts(a.structure, b.structure);
        return found ? [{ a: a.id, b: b.id, reason: found.reason }] : [];
      }),
    ),
  );
}

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

export type Asked = Pick<Question, 'text' | 'state' | 'exclusive' | 'answers' | 'pairs'>;

/** Answers of an open question that exclude each other, whatever their structure says. */
function excludedBy(questions: readonly Asked[], placed: readonly Placed[]): Disagreement[] {
  const here = new Set(placed.map(({ claim }) => claim.id));
  return questions.flatMap((asked) => {
    if (asked.state !== 'open') return [];
    const drawn = asked.answers.filter(({ claimId }) => here.has(claimId));
    const reason = `Answers that exclude each other: “${asked.text}”`;
    return drawn.flatMap((a, nth) =>
      drawn.slice(nth + 1).flatMap((b) => (excludes(asked, a, b) ? [{ a: a.claimId, b: b.claimId, reason }] : [])),
    );
  });
}

/** By structure first; a pair that a question holds apart as well is told once. */
function allDisagreements(placed: readonly Placed[], questions: readonly Asked[]): Disagreement[] {
  const found = new Map<string, Disagreement>();
  for (const one of [...disagreementsOf(placed), ...excludedBy(questions, placed)])
    if (!found.has(pairKey(one.a, one.b))) found.set(pairKey(one.a, one.b), one);
  return [...found.values()];
}

/** Each claim with those that it disagrees with, and those that these disagree with, in the order of time. */
function together(placed: readonly Placed[], pairs: readonly Disagreement[]): Placed[][] {
  const group = new Map(placed.map(({ claim }) => [claim.id, [claim.id]]));
  for (const { a, b } of pairs) {
    const [one, other] = [group.get(a)!, group.get(b)!];
    if (one === other) continue;
    one.push(...other);
    for (const id of other) group.set(id, one);
  }
  return grouped(placed, ({ claim }) => group.get(claim.id));
}

const inTime = (a: Placed, b: Placed) =>
  a.first - b.first || a.last - b.last || (a.claim.id < b.claim.id ? -1 : a.claim.id > b.claim.id ? 1 : 0);

function place(claims: readonly TimelineClaim[]): Placed[] {
  return claims
    .flatMap((claim): Placed[] => {
      const drawn = drawnOf(claim.structure.period);
      if (!drawn) return [];
      const [first, last] = extentOf(drawn);
      return [{ claim, drawn, first, last }];
    })
    .sort(inTime);
}

function reasonsOf(pairs: readonly Disagreement[]): string[] {
  const reasons = [...new Set(pairs.map(({ reason }) => reason))];
  const more = reasons.length - WRITTEN;
  return more > 0 ? [...reasons.slice(0, WRITTEN), `And ${more} more: see the table.`] : reasons;
}

/** Lanes by time, those that disagree next to each other. The same claims, in whatever order they come, stand in the same places. */
export function layoutTimeline(claims: readonly TimelineClaim[], questions: readonly Asked[] = []): Timeline {
  const placed = place(claims);
  const disagreements = allDisagreements(placed, questions);
  const lanes: Lane[] = [];
  const clusters: Cluster[] = [];
  let top = AXIS;
  for (const group of together(placed, disagreements)) {
    const ids = new Set(group.map(({ claim }) => claim.id));
    const start = top + (group.length > 1 && lanes.length > 0 ? GAP : 0);
    group.forEach(({ claim, drawn }, nth) => {
      const own = disagreements.filter(({ a, b }) => a === claim.id || b === claim.id);
      lanes.push({ claim, drawn, top: start + nth * LANE, disagreements: own });
    });
    top = start + group.length * LANE;
    if (group.length === 1) continue;
    const reasons = reasonsOf(disagreements.filter(({ a }) => ids.has(a)));
    clusters.push({ top: start, bottom: top, reasons });
    top += reasons.length * REASON + GAP;
  }
  const first = Math.min(...placed.map((one) => one.first));
  const last = Math.max(...placed.map((one) => one.last));
  const margin = Math.max(30, (last - first) * 0.06);
  const timeless = claims.length - placed.length;
  return { lanes, clusters, disagreements, timeless, first: first - margin, last: last + margin, height: top + 12 };
}

/** From days to px, and the marks of the axis that fit. */
export function scaleOf({ first, last }: Pick<Timeline, 'first' | 'last'>, left: number, right: number) {
  const x = (day: number) => left + ((day - first) / (last - first)) * (right - left);
  return { x, ticks: ticksOf(first, last, (right - left) / 64) };
}
