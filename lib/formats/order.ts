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
  list.length < 2 ? list.slice() : [...list].sort(by(...keys));

// Each is written out field by field: the fields are in the order of the format, one that the format does not name never gets out,
// and all objects of a kind are of one shape, which keeps a hundred thousand of them quick to make and to write.

const person = ({ id, name }: shape.ExportPerson) => ({ id, name });
const signed = ({ id, name, at }: shape.ExportSigned) => ({ id, name, at });
const entityRef = ({ id, type, name }: shape.ExportEntityRef) => ({ id, type, name });
const maybe = <T, V>(one: T | null, copy: (one: T) => V): V | null => (one === null ? null : copy(one));

type Reading = NonNullable<shape.ExportStructure['reading']>;
const reading = (one: Reading): Reading =>
  one.kind === 'date'
    ? { kind: one.kind, date: one.date }
    : { kind: one.kind, low: one.low, high: one.high, about: one.about, unit: one.unit };

const structure = (one: shape.ExportStructure): shape.ExportStructure => ({
  subject: maybe(one.subject, entityRef),
  predicate: one.predicate,
  object: maybe(one.object, entityRef),
  value: one.value,
  reading: maybe(one.reading, reading),
  period: maybe(one.period, ({ from, to, starts, ends, note, saidOn }) => ({ from, to, starts, ends, note, saidOn })),
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
  likelihood: maybe(one.likelihood, ({ band, value }) => ({ band, value })),
  analyticConfidence: one.analyticConfidence,
  rationale: one.rationale,
  claimVersion: one.claimVersion,
  dissents: one.dissents,
});

const objection = (one: shape.ExportObjection): shape.ExportObjection => ({
  id: one.id,
  by: person(one.by),
  at: one.at,
  text: one.text,
  lifted: one.lifted,
  liftedBy: maybe(one.liftedBy, person),
  liftReason: one.liftReason,
});

const rejection = (one: shape.ExportRejection): shape.ExportRejection => ({
  id: one.id,
  by: person(one.by),
  at: one.at,
  reason: one.reason,
  claimVersion: one.claimVersion,
});

const thread = (one: shape.ExportThread): shape.ExportThread => ({
  id: one.id,
  outcome: one.outcome,
  note: one.note,
  passage: maybe(one.passage, ({ quote, language, articleId, articleVersion, start, end }) => ({
    quote,
    language,
    articleId,
    articleVersion,
    start,
    end,
  })),
  positions: sorted(one.positions, ({ holder }) => holder.id).map(({ holder, text, by }) => ({
    holder: person(holder),
    text,
    by: person(by),
  })),
  by: maybe(one.by, person),
  at: one.at,
});

const answer = (one: shape.ExportAnswer): shape.ExportAnswer => ({
  id: one.id,
  text: one.text,
  state: one.state,
  judgement: maybe(one.judgement, ({ text, by, at }) => ({ text, by: person(by), at })),
});

const article = (one: shape.ExportArticle): shape.ExportArticle => ({
  title: one.title,
  kind: one.kind,
  publisher: one.publisher,
  reliability: one.reliability,
  published: maybe(one.published, ({ from, to, precision, estimated }) => ({ from, to, precision, estimated })),
  url: one.url,
  language: one.language,
  retrievedAt: one.retrievedAt,
  marking: one.marking, // what is not marked says nothing: JSON has no undefined
});

const adjudication = (one: shape.ExportAdjudication): shape.ExportAdjudication => ({
  id: one.id,
  name: one.name,
  at: one.at,
  round: one.round,
  tookPart: one.tookPart,
});

const citation = (one: shape.ExportCitation): shape.ExportCitation => ({
  tagId: one.tagId,
  stance: one.stance,
  denies: one.denies,
  implied: one.implied,
  impliedHow: one.impliedHow,
  confidence: one.confidence,
  note: one.note,
  translation: maybe(one.translation, ({ text, by }) => ({ text, by: person(by) })),
  taggedBy: person(one.taggedBy),
  reviewedBy: sorted(one.reviewedBy, ...bySigned).map(signed),
  adjudicated: maybe(one.adjudicated, adjudication),
  speaker: maybe(one.speaker, entityRef),
  via: maybe(one.via, ({ name, date }) => ({ name, date })),
  reliability: maybe(one.reliability, (reliability) => ({ ...grading(reliability), from: reliability.from })),
  credibility: maybe(one.credibility, grading),
  quote: one.quote,
  prefix: one.prefix,
  suffix: one.suffix,
  start: one.start,
  end: one.end,
  offsetUnit: one.offsetUnit,
  page: one.page,
  articleId: one.articleId,
  articleVersion: one.articleVersion,
  articleVersionSha256: one.articleVersionSha256,
  article: article(one.article),
});

const bySigned = [(one: shape.ExportSigned) => one.at, (one: shape.ExportSigned) => one.id];

const orderedCitations = (citations: readonly shape.ExportCitation[]): shape.ExportCitation[] =>
  sorted(
    citations,
    ({ article: { published } }) => published?.from ?? '9999-12-31', // undated articles last
    ({ articleId }) => articleId,
    ({ start }) => start,
    ({ end }) => end,
    ({ tagId }) => tagId,
  ).map(citation);

/** What a claim is cited for, with its citations in their places. */
export const orderedCited = (one: shape.CitedClaim): shape.CitedClaim => ({
  id: one.id,
  version: one.version,
  statement: one.statement,
  citations: orderedCitations(one.citations),
});

/** A claim with everything in its place. */
export const orderedClaim = (one: shape.ExportClaim): shape.ExportClaim => ({
  id: one.id,
  version: one.version,
  statement: one.statement,
  structure: structure(one.structure),
  status: one.status,
  marking: one.marking,
  creator: person(one.creator),
  versionAuthor: person(one.versionAuthor),
  proposedBy: maybe(one.proposedBy, person),
  approvedBy: sorted(one.approvedBy, ...bySigned).map(signed),
  assessments: sorted(one.assessments, ({ analyst }) => analyst.id).map(assessment),
  credibility: maybe(one.credibility, grading),
  objections: sorted(one.objections, ({ id }) => id).map(objection),
  rejections: sorted(one.rejections, ({ id }) => id).map(rejection),
  threads: sorted(one.threads, ({ id }) => id).map(thread),
  openQuestions: sorted(one.openQuestions, ({ id }) => id).map(({ id, text }) => ({ id, text })),
  answers: sorted(one.answers, ({ id }) => id).map(answer),
  citations: orderedCitations(one.citations),
});

export const orderedEntity = (one: shape.ExportEntity): shape.ExportEntity => ({
  ...entityRef(one),
  aliases: sorted(one.aliases, (alias) => alias),
  externalIds: sorted(
    one.externalIds,
    ({ scheme }) => scheme,
    ({ value }) => value,
  ).map(({ scheme, value }) => ({ scheme, value })),
});

export const orderedLeftOut = (leftOut: readonly shape.LeftOut[]): shape.LeftOut[] =>
  sorted(leftOut, ({ claimId }) => claimId).map((one) => ({
    claimId: one.claimId,
    statement: one.statement,
    status: one.status,
    why: sorted(one.why, (reason) => reason),
  }));

/**
 * The snapshot with everything in its place: lists by keys that do not depend on when the export is made, fields in
 * the order of the format, and nothing that the format does not name. Every writer starts from this.
 */
export const ordered = (snapshot: shape.ExportSnapshot): shape.ExportSnapshot => ({
  meta: {
    schema: snapshot.meta.schema,
    project: { id: snapshot.meta.project.id, name: snapshot.meta.project.name },
    offsetUnit: snapshot.meta.offsetUnit,
    ...(snapshot.meta.marking ? { marking: snapshot.meta.marking } : {}),
    ...(snapshot.meta.changes ? { changes: snapshot.meta.changes } : {}), // ordered as it is made
  },
  claims: sorted(snapshot.claims, ({ id }) => id).map(orderedClaim),
  entities: sorted(snapshot.entities, ({ id }) => id).map(orderedEntity),
  leftOut: orderedLeftOut(snapshot.leftOut),
});
