import { alphaStatistic, type Level } from './alpha';
import { intervalOf, type Interval } from './bootstrap';
import { cohenStatistic, fleissStatistic } from './kappa';
import { grouped, type Judged, type Made } from './made';
import { unitsOf } from './matching';
import type { Outcome, Said, Statistic, Unit } from './measure';
import type { AgreementQuestion } from './questions';
import { sharedTexts } from './questions';
import { f1Statistic, type Sameness, type Span } from './span-f1';
import { apart, unitizingStatistic, type Continuum } from './unitizing';

export const measures = [
  'f1-exact',
  'f1-overlap',
  'f1-characters',
  'alpha-u',
  'alpha-nominal',
  'alpha-ordinal',
  'alpha-interval',
  'kappa-cohen',
  'kappa-weighted',
  'kappa-fleiss',
] as const;
export type MeasureName = (typeof measures)[number];

/** One measure of one question. `dropped` counts units that did not enter; of αU, cuts that overlap another of the same analyst. */
export type Coefficient = {
  question: AgreementQuestion;
  measure: MeasureName;
  outcome: Outcome;
  n: number;
  units: number;
  dropped: number;
  interval: Interval | null; // null where it was not asked for
};

/** What is measured: tags that are comparable, and judgments. `lengths` of the texts in UTF-16 code units. */
export type Work = { tags: readonly Made[]; judged: readonly Judged[]; lengths: ReadonlyMap<string, number> };

type Ready = { question: AgreementQuestion; measure: MeasureName; statistic: Statistic; dropped?: number };

const analystsOf = ({ tags, judged }: Work) =>
  [...new Set([...tags, ...judged].map(({ analystId }) => analystId))].sort();

/** Each two analysts with their tags in each text that both tagged. */
function pairTexts(tags: readonly Made[]): { textId: string; a: Made[]; b: Made[] }[] {
  const own = [...grouped(tags, (tag) => tag.analystId)].sort(([a], [b]) => (a < b ? -1 : 1));
  return own.flatMap(([, a], nth) => own.slice(nth + 1).flatMap(([, b]) => sharedTexts(a, b)));
}

function spanMeasures({ tags, lengths }: Work): Ready[] {
  const texts = pairTexts(tags);
  // The same text of two pairs of analysts is two texts: only a pair's spans are set beside each other.
  const spans = (side: 'a' | 'b') =>
    texts.flatMap((text, nth) =>
      text[side].map(({ start, end, type }): Span => ({ textId: String(nth), start, end, label: type })),
    );
  const [a, b] = [spans('a'), spans('b')];
  const cuts = (own: Made[]) => own.map(({ start, end, type }) => ({ start, end, label: type }));
  const continua = texts.map(({ textId, a: mine, b: theirs }): Continuum => ({
    start: 0,
    length: lengths.get(textId) ?? Math.max(...[...mine, ...theirs].map(({ end }) => end)),
    analysts: [cuts(mine), cuts(theirs)],
  }));
  const overlapping = continua.flatMap(({ analysts }) => analysts.map((own) => apart(own).dropped));
  const f1 = (measure: MeasureName, sameness: Sameness): Ready => ({
    question: sameness === 'exact' ? 'edges' : 'tagged',
    measure,
    statistic: f1Statistic(a, b, sameness),
  });
  return [
    f1('f1-overlap', 'overlap'),
    f1('f1-characters', 'characters'),
    f1('f1-exact', 'exact'),
    {
      question: 'edges',
      measure: 'alpha-u',
      statistic: unitizingStatistic(continua),
      dropped: overlapping.reduce((sum, count) => sum + count, 0),
    },
  ];
}

/** A row for each unit: what each analyst said, null where nothing. */
function rows<T extends { analystId: string }>(units: T[][], analysts: string[], said: (one: T) => Said): Unit[] {
  return units.map((unit) =>
    analysts.map((id) => {
      const own = unit.find((one) => one.analystId === id);
      return own ? said(own) : null;
    }),
  );
}

const scaled = (question: AgreementQuestion, units: Unit[], level: Level): Ready => ({
  question,
  measure: `alpha-${level}` as MeasureName,
  statistic: alphaStatistic(units, level),
});
const nominal = (question: AgreementQuestion, units: Unit[]): Ready[] => [
  scaled(question, units, 'nominal'),
  { question, measure: 'kappa-cohen', statistic: cohenStatistic(units) },
  { question, measure: 'kappa-fleiss', statistic: fleissStatistic(units) },
];
const weighted = (question: AgreementQuestion, units: Unit[], values: number): Ready => ({
  question,
  measure: 'kappa-weighted',
  statistic: cohenStatistic(units, [...Array(values).keys()]),
});

function tagMeasures(tags: readonly Made[], analysts: string[]): Ready[] {
  const units = unitsOf(tags);
  const of = (kind: Made['kind']) => units.filter(([first]) => first!.kind === kind);
  // Stance and confidence are compared where the same thing is meant.
  const alike = units.flatMap((unit) =>
    unit.every((tag) => tag.targetId === unit[0]!.targetId)
      ? [unit]
      : [...grouped(unit, (tag) => tag.targetId).values()],
  );
  const cited = alike.filter(([first]) => first!.kind === 'citation');
  const confidence = rows(alike, analysts, (tag) => tag.confidence);
  return [
    ...nominal(
      'entity',
      rows(of('mention'), analysts, (tag) => tag.targetId),
    ),
    ...nominal(
      'claim',
      rows(of('citation'), analysts, (tag) => tag.targetId),
    ),
    ...nominal(
      'stance',
      rows(cited, analysts, (tag) => tag.stance),
    ),
    scaled('confidence', confidence, 'ordinal'),
    scaled('confidence', confidence, 'interval'),
  ];
}

function judgmentMeasures(judged: readonly Judged[], analysts: string[]): Ready[] {
  const units = [...grouped(judged, (one) => one.claimId).values()];
  const of = (said: (one: Judged) => Said) => rows(units, analysts, said);
  const [bands, certainty] = [of((one) => one.band), of((one) => one.analyticConfidence)];
  return [
    scaled('likelihood', bands, 'ordinal'),
    scaled(
      'likelihood',
      of((one) => one.likelihood),
      'interval',
    ),
    weighted('likelihood', bands, 7),
    scaled('analytic-confidence', certainty, 'ordinal'),
    weighted('analytic-confidence', certainty, 3),
  ];
}

/**
 * Every measure of this work. With two analysts these are what the two said; with more, F1 and αU are of all pairs together, α and
 * Fleiss' κ of all at once, and Cohen's κ is undefined. Intervals cost a thousand times the measure: only where they are shown.
 */
export function coefficientsOf(work: Work, intervals = false): Coefficient[] {
  const analysts = analystsOf(work);
  const ready = [
    ...spanMeasures(work),
    ...tagMeasures(work.tags, analysts),
    ...judgmentMeasures(work.judged, analysts),
  ];
  return ready.map(({ question, measure, statistic, dropped }) => ({
    question,
    measure,
    outcome: statistic.of(),
    n: statistic.n,
    units: statistic.units,
    dropped: dropped ?? statistic.total - statistic.units,
    interval: intervals ? intervalOf(statistic) : null,
  }));
}
