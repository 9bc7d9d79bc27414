import { defined, onceEach, undefinedFor, type Outcome, type Statistic } from './measure';

/** Words [start, end) of one text, in UTF-16 code units, under a label. */
export type Span = { textId: string; start: number; end: number; label: string };
/** What has to be the same: the span to its edges, any character of it, or each character by itself. The label always. */
export type Sameness = 'exact' | 'overlap' | 'characters';

/** Of one stretch of text: what each of two analysts marked, and how much of it the other marked as well. */
type Stretch = { a: number; b: number; hitsA: number; hitsB: number };
type Own = { start: number; end: number };
type Sides = { a: Own[]; b: Own[] };

/**
 * Text, cut where nobody's span of a label goes on: spans of two stretches have nothing to do with each other. Two spans of one
 * analyst with the same edges and label are one.
 */
function stretches(a: readonly Span[], b: readonly Span[]): Sides[] {
  const places = new Map<string, (Own & { side: 'a' | 'b' })[]>();
  const sides = { a, b } as const;
  for (const side of ['a', 'b'] as const)
    for (const { textId, start, end, label } of sides[side]) {
      const key = JSON.stringify([textId, label]);
      const there = places.get(key);
      if (there) there.push({ start, end, side });
      else places.set(key, [{ start, end, side }]);
    }
  return [...places.values()].flatMap((spans) => {
    spans.sort((p, q) => p.start - q.start || p.end - q.end);
    const found: Sides[] = [];
    let reach = -1;
    for (const { start, end, side } of spans) {
      if (start >= reach) found.push({ a: [], b: [] });
      reach = Math.max(reach, end);
      const own = found.at(-1)![side];
      const last = own.at(-1);
      if (last?.start !== start || last.end !== end) own.push({ start, end });
    }
    return found;
  });
}

const inBoth = (a: Own[], b: Own[]) => {
  const there = new Set(b.map(({ start, end }) => `${start} ${end}`));
  return a.filter(({ start, end }) => there.has(`${start} ${end}`)).length;
};

/** How many of these share a character with one of the others; both stand in order of their starts. */
function touched(these: Own[], others: Own[]): number {
  let [next, reach] = [0, -1];
  return these.filter(({ start, end }) => {
    while (next < others.length && others[next]!.start <= start) reach = Math.max(reach, others[next++]!.end);
    return reach > start || (next < others.length && others[next]!.start < end);
  }).length;
}

/** The same characters, each once, in as few pieces as they have. */
function pieces(spans: Own[]): Own[] {
  const joined: Own[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
const lengthOf = (joined: Own[]) => joined.reduce((sum, { start, end }) => sum + end - start, 0);

/** How many characters stand in both; each is in pieces. */
function common(a: Own[], b: Own[]): number {
  let [shared, i, j] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    shared += Math.max(0, Math.min(a[i]!.end, b[j]!.end) - Math.max(a[i]!.start, b[j]!.start));
    if (a[i]!.end < b[j]!.end) i += 1;
    else j += 1;
  }
  return shared;
}

function measured({ a, b }: Sides, sameness: Sameness): Stretch {
  if (sameness === 'exact') {
    const hits = inBoth(a, b);
    return { a: a.length, b: b.length, hitsA: hits, hitsB: hits };
  }
  if (sameness === 'overlap') return { a: a.length, b: b.length, hitsA: touched(a, b), hitsB: touched(b, a) };
  const [inA, inB] = [pieces(a), pieces(b)];
  const hits = common(inA, inB);
  return { a: lengthOf(inA), b: lengthOf(inB), hitsA: hits, hitsB: hits };
}

/**
 * F1 of two analysts' spans, from 0 to 1: the harmonic mean of P (what the second marked that the first marked too, over all that the
 * second marked) and R (the same of the first). exact and characters count whole spans and single characters, where F1 is
 * 2·|A∩B| / (|A|+|B|); overlap counts a span as found when any character of it was marked under the same label, P over the second's
 * spans and R over the first's. Symmetric. A unit is a stretch of text on which spans of a label hang together; `n` counts the spans,
 * or characters, of both. Undefined where neither marked anything.
 *
 * Sources: Chinchor & Sundheim, MUC-5 evaluation metrics (1993); SemEval-2013 task 9.1 (Segura-Bedmar et al.), whose four figures
 * are these with and without labels.
 */
export function f1Statistic(a: readonly Span[], b: readonly Span[], sameness: Sameness): Statistic {
  const parts = stretches(a, b).map((sides) => measured(sides, sameness));
  const once = onceEach(parts.length);
  const of: Statistic['of'] = (times = once) => {
    const sum: Stretch = { a: 0, b: 0, hitsA: 0, hitsB: 0 };
    for (const [at, part] of parts.entries()) {
      sum.a += part.a * times[at]!;
      sum.b += part.b * times[at]!;
      sum.hitsA += part.hitsA * times[at]!;
      sum.hitsB += part.hitsB * times[at]!;
    }
    if (sum.a + sum.b === 0) return undefinedFor('nothing-to-compare');
    if (sum.hitsA === 0) return defined(0);
    const [precision, recall] = [sum.hitsB / sum.b, sum.hitsA / sum.a];
    return defined((2 * precision * recall) / (precision + recall));
  };
  const n = parts.reduce((sum, part) => sum + part.a + part.b, 0);
  return { total: parts.length, units: parts.length, n, of };
}

export const spanF1 = (a: readonly Span[], b: readonly Span[], sameness: Sameness): Outcome =>
  f1Statistic(a, b, sameness).of();
