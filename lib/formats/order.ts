import type * as shape from './export';

type Key = string | number;

/** Compares by the first key that differs; strings by code unit, so that no locale has a say. */
function by<T>(...keys: ((one: T) => Key)[]): (a: T, b: T) => number {
  return (a, b) => {
    for (const key of keys) {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
}

const sorted = <T>(list: readonly T[], ...keys: ((one: T) => Key)[]): T[] =>
  list.length < 2 ? [...list] : [...list].sort(by(...keys));

/** The named fields in this order: a field that the format does not name never gets out. */
function only<T extends object, K extends keyof T>(from: T, ...keys: K[]): Pick<T, K> {
  const to = {} as Pick<T, K>;
  for (const key of keys) to[key] = from[key];
  return to;
}

const person = (one: shape.ExportPerson) => only(one, 'id', 'name');
const signed = (one: shape.ExportSigned) => only(one, 'id', 'name', 'at');
const entityRef = (one: shape.ExportEntityRef) => only(one, 'id', 'type', 'name');
const maybe = <T, V>(one: T | null, copy: (one: T) => V): V | null => (one === null ? null : copy(one));

const structure = (one: shape.ExportStructure): shape.ExportStructure => ({
  subject: maybe(one.subject, entityRef),
  predicate: one.predicate,
  object: maybe(one.object, entityRef),
  value: one.value,
  reading: maybe(one.reading, (reading) =>
    reading.kind === 'date' ? only(reading, 'kind', 'date') : only(reading, 'kind', 'low', 'high', 'about', 'unit'),
  ),
  period: maybe(one.period, (period) => only(period, 'from', 'to', 'starts', 'ends', 'note', 'saidOn')),
  place: maybe(one.place, entityRef),
});

const grading = (one: shape.ExportGrading): shape.ExportGrading => ({
  settled: one.settled,
  grades: sorted(
    one.grades,
    ({ mark }) => mark, // F and 6, which cannot be judged, come after the scale
    ({ at }) => at,
    ({ analyst }) => analyst.id,
  ).map(({ mark, analyst, at }) => ({ mark, analyst: person(analyst), at })),
  hidden: one.hidden,
});

const assessment = (one: shape.ExportAssessment): shape.ExportAssessment => ({
  analyst: person(one.analyst),
  likelihood: maybe(one.likelihood, (likelihood) => only(likelihood, 'band', 'value')),
  ...only(one, 'analyticConfidence', 'rationale', 'claimVersion', 'dissents'),
});

const objection = (one: shape.ExportObjection): shape.ExportObjection => ({
  id: one.id,
  by: person(one.by),
  ...only(one, 'at', 'text', 'lifted'),
  liftedBy: maybe(one.liftedBy, person),
  liftReason: one.liftReason,
});

const rejection = (one: shape.ExportRejection): shape.ExportRejection => ({
  id: one.id,
  by: person(one.by),
  ...only(one, 'at', 'reason', 'claimVersion'),
});

const thread = (one: shape.ExportThread): shape.ExportThread => ({
  ...only(one, 'id', 'outcome', 'note'),
  positions: sorted(one.positions, ({ holder }) => holder.id).map(({ holder, text, by }) => ({
    holder: person(holder),
    text,
    by: person(by),
  })),
  by: maybe(one.by, person),
  at: one.at,
});

const answer = (one: shape.ExportAnswer): shape.ExportAnswer => ({
  ...only(one, 'id', 'text', 'state'),
  judgement: maybe(one.judgement, ({ text, by, at }) => ({ text, by: person(by), at })),
});

const article = (one: shape.ExportArticle): shape.ExportArticle => ({
  ...only(one, 'title', 'kind', 'publisher', 'reliability'),
  published: maybe(one.published, (published) => only(published, 'from', 'to', 'precision', 'estimated')),
  ...only(one, 'url', 'retrievedAt'),
  ...(one.marking ? { marking: one.marking } : {}),
});

const citation = (one: shape.ExportCitation): shape.ExportCitation => ({
  ...only(one, 'tagId', 'stance', 'denies', 'implied', 'impliedHow', 'confidence', 'note'),
  translation: maybe(one.translation, ({ text, by }) => ({ text, by: person(by) })),
  taggedBy: person(one.taggedBy),
  reviewedBy: sorted(one.reviewedBy, ...bySigned).map(signed),
  adjudicated: maybe(one.adjudicated, (act) => ({ ...signed(act), ...only(act, 'round', 'tookPart') })),
  speaker: maybe(one.speaker, entityRef),
  via: maybe(one.via, (via) => only(via, 'name', 'date')),
  reliability: maybe(one.reliability, (reliability) => ({ ...grading(reliability), from: reliability.from })),
  credibility: maybe(one.credibility, grading),
  ...only(one, 'quote', 'prefix', 'suffix', 'start', 'end', 'offsetUnit', 'page'),
  ...only(one, 'articleId', 'articleVersion', 'articleVersionSha256'),
  article: article(one.article),
});

const bySigned = [(one: shape.ExportSigned) => one.at, (one: shape.ExportSigned) => one.id];

/** A claim with everything in its place. */
export const orderedClaim = (one: shape.ExportClaim): shape.ExportClaim => ({
  ...only(one, 'id', 'version', 'statement'),
  structure: structure(one.structure),
  status: one.status,
  ...(one.marking ? { marking: one.marking } : {}),
  creator: person(one.creator),
  versionAuthor: person(one.versionAuthor),
  proposedBy: maybe(one.proposedBy, person),
  approvedBy: sorted(one.approvedBy, ...bySigned).map(signed),
  assessments: sorted(one.assessments, ({ analyst }) => analyst.id).map(assessment),
  credibility: maybe(one.credibility, grading),
  objections: sorted(one.objections, ({ id }) => id).map(objection),
  rejections: sorted(one.rejections, ({ id }) => id).map(rejection),
  threads: sorted(one.threads, ({ id }) => id).map(thread),
  openQuestions: sorted(one.openQuestions, ({ id }) => id).map((question) => only(question, 'id', 'text')),
  answers: sorted(one.answers, ({ id }) => id).map(answer),
  citations: sorted(
    one.citations,
    ({ article: { published } }) => published?.from ?? '9999-12-31', // undated articles last
    ({ articleId }) => articleId,
    ({ start }) => start,
    ({ end }) => end,
    ({ tagId }) => tagId,
  ).map(citation),
});

export const orderedEntity = (one: shape.ExportEntity): shape.ExportEntity => ({
  ...entityRef(one),
  aliases: sorted(one.aliases, (alias) => alias),
  externalIds: sorted(
    one.externalIds,
    ({ scheme }) => scheme,
    ({ value }) => value,
  ).map((externalId) => only(externalId, 'scheme', 'value')),
});

export const orderedLeftOut = (leftOut: readonly shape.LeftOut[]): shape.LeftOut[] =>
  sorted(leftOut, ({ claimId }) => claimId).map((one) => ({
    ...only(one, 'claimId', 'statement', 'status'),
    why: sorted(one.why, (reason) => reason),
  }));

/**
 * The snapshot with everything in its place: lists by keys that do not depend on when the export is made, fields in
 * the order of the format, and nothing that the format does not name. Every writer starts from this.
 */
export const ordered = (snapshot: shape.ExportSnapshot): shape.ExportSnapshot => ({
  meta: {
    schema: snapshot.meta.schema,
    project: only(snapshot.meta.project, 'id', 'name'),
    offsetUnit: snapshot.meta.offsetUnit,
    ...(snapshot.meta.marking ? { marking: snapshot.meta.marking } : {}),
    ...(snapshot.meta.changes ? { changes: snapshot.meta.changes } : {}), // ordered as it is made
  },
  claims: sorted(snapshot.claims, ({ id }) => id).map(orderedClaim),
  entities: sorted(snapshot.entities, ({ id }) => id).map(orderedEntity),
  leftOut: orderedLeftOut(snapshot.leftOut),
});
