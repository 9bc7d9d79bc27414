import { defined, onceEach, undefinedFor, type Outcome, type Statistic } from './measure';

/** Words [start, end) that an analyst cut out of a text, and what for. */
export type Cut = { start: number; end: number; label: string };
/** A text that all analysts went through, from `start` on, and what each of them cut out of it, in the order of the analysts. */
export type Continuum = { start: number; length: number; analysts: readonly (readonly Cut[])[] };

type Own = { start: number; end: number };
type Disagreement = { observed: number; expected: number };

/**
 * One analyst's cuts in order, those of a label apart from each other: of two that overlap, the one that begins earlier stays, of
 * those that begin together the longest. `dropped` counts the rest.
 */
export function apart(cuts: readonly Cut[]): { kept: Map<string, Own[]>; dropped: number } {
  const kept = new Map<string, Own[]>();
  let dropped = 0;
  for (const { start, end, label } of [...cuts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = kept.get(label);
    if (!before) kept.set(label, [{ start, end }]);
    else if (before.at(-1)!.end <= start) before.push({ start, end });
    else dropped += 1;
  }
  return { kept, dropped };
}

/** Σ δ² of two analysts: where cuts overlap, the squares of how far their edges are apart; a cut in the other's gap, its length². */
function between(a: readonly Own[], b: readonly Own[]): number {
  let [sum, i, j] = [0, 0, 0];
  const [metA, metB] = [new Uint8Array(a.length), new Uint8Array(b.length)];
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i]!, b[j]!];
    if (one.start < other.end && other.start < one.end) {
      sum += (one.start - other.start) ** 2 + (one.end - other.end) ** 2;
      metA[i] = metB[j] = 1;
    }
    if (one.end < other.end) i += 1;
    else j += 1;
  }
  const alone = (own: readonly Own[], met: Uint8Array) =>
    own.reduce((squares, { start, end }, at) => (met[at] ? squares : squares + (end - start) ** 2), 0);
  return sum + alone(a, metA) + alone(b, metB);
}

/** How long the stretches are that an analyst left out, longest first. */
function gapsOf({ start, length }: Continuum, own: readonly Own[]): number[] {
  let at = start;
  const gaps: number[] = [];
  for (const cut of own) {
    if (cut.start > at) gaps.push(cut.start - at);
    at = cut.end;
  }
  if (start + length > at) gaps.push(start + length - at);
  return gaps;
}

/** D_e of one label: what all ways to lay these cuts and gaps side by side would give. */
function byChance(continuum: Continuum, all: readonly (readonly Own[])[]): number {
  const lengths = all.flatMap((own) => own.map(({ start, end }) => end - start)).sort((a, b) => b - a);
  const gaps = all.flatMap((own) => gapsOf(continuum, own)).sort((a, b) => b - a);
  const [total, everything] = [continuum.length, continuum.length * all.length];
  // Down the lengths, the gaps that hold a cut only become more: their number and sum go along.
  let [sum, holding, held, taken] = [0, 0, 0, 0];
  for (const b of lengths) {
    while (holding < gaps.length && gaps[holding]! >= b) held += gaps[holding++]!;
    sum += ((lengths.length - 1) / 3) * (2 * b ** 3 - 3 * b ** 2 + b) + b ** 2 * (held - holding * (b - 1));
    taken += b * (b - 1);
  }
  return ((2 / total) * sum) / (everything * (everything - 1) - taken);
}

function disagreement(continuum: Continuum, all: readonly (readonly Own[])[]): Disagreement {
  const m = all.length;
  let sum = 0;
  for (let i = 1; i < m; i++) for (let j = 0; j < i; j++) sum += between(all[i]!, all[j]!);
  return {
    observed: (2 * sum) / (m * (m - 1) * continuum.length ** 2),
    expected: byChance(continuum, all),
  };
}

const fraction = ({ observed, expected }: Disagreement): Outcome =>
  expected === 0 ? undefinedFor('nothing-to-compare') : defined(1 - observed / expected);

/** What is observed and expected of each label on one text. */
export function byLabel(continuum: Continuum): Map<string, Disagreement> {
  const cuts = continuum.analysts.map((own) => apart(own).kept);
  const labels = [...new Set(cuts.flatMap((own) => [...own.keys()]))].sort();
  if (cuts.length < 2) return new Map();
  return new Map(
    labels.map((label) => [
      label,
      disagreement(
        continuum,
        cuts.map((own) => own.get(label) ?? []),
      ),
    ]),
  );
}

/**
 * Krippendorff's αU in the form of 2004, of analysts who each cut units out of texts: 1 is the same units to their edges, 0 what chance
 * would give. 1 − Σ D_o / Σ D_e over labels; over several texts each D is weighted by the text's length, since each is a continuum
 * of its own. One analyst's cuts of a label may not overlap: see `apart`. A unit of the interval is a text; `n` counts the cuts that
 * entered. Undefined where nobody cut anything.
 *
 * Sources: K. Krippendorff, On the reliability of unitizing contiguous data (1995), with D_e as corrected in Content Analysis
 * (2nd ed. 2004), p. 251–256.
 */
export function unitizingStatistic(continua: readonly Continuum[]): Statistic {
  const parts = continua.map((continuum) => {
    const sum = { observed: 0, expected: 0 };
    for (const { observed, expected } of byLabel(continuum).values()) {
      sum.observed += observed * continuum.length;
      sum.expected += expected * continuum.length;
    }
    return sum;
  });
  const once = onceEach(parts.length);
  const cuts = continua.flatMap(({ analysts }) => analysts.flatMap((own) => [...apart(own).kept.values()]));
  return {
    total: continua.length,
    units: continua.length,
    n: cuts.reduce((sum, own) => sum + own.length, 0),
    of: (times = once) => {
      const sum = { observed: 0, expected: 0 };
      for (const [at, part] of parts.entries()) {
        sum.observed += part.observed * times[at]!;
        sum.expected += part.expected * times[at]!;
      }
      return fraction(sum);
    },
  };
}

export const alphaU = (continua: readonly Continuum[]): Outcome => unitizingStatistic(continua).of();
