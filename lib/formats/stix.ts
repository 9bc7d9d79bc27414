import { sayLikelihood } from '@/lib/claims/likelihood';
import { sayAttribution } from './brief';
import type { ExportCitation, ExportClaim, ExportEntity, ExportEntityRef, ExportGrading } from './export';
import { sayTlp } from './marking';
import { derivedId, madeAt, webAddress } from './names';
import type { ExportSource, Writer } from './source';
import {
  entityId,
  entityObject,
  EXTENSION,
  extensionObject,
  markingObject,
  said,
  stixId,
  stixObject,
  type Common,
  type Json,
  type StixObject,
} from './stix-objects';

// Low, medium and high as the standard's appendix A writes them; how likely something is never goes there.
const CONFIDENCE = { low: 15, moderate: 50, high: 85 } as const;

/** The least of what analysts stated: a bundle has one figure, and it may not promise more than any of them. */
function confidenceOf({ assessments }: ExportClaim): number | null {
  const stated = assessments.flatMap((one) => (one.analyticConfidence ? [CONFIDENCE[one.analyticConfidence]] : []));
  return stated.length ? Math.min(...stated) : null;
}

/** Every moment that the record of a claim names, its making first. */
function timesOf(claim: ExportClaim): string[] {
  const made = madeAt(claim.id);
  const { approvedBy, objections, rejections, threads, citations } = claim;
  const all = [...approvedBy, ...objections, ...rejections, ...threads, ...citations.flatMap((one) => one.reviewedBy)];
  return [made, ...all.flatMap(({ at }) => (at && at > made ? [at] : []))];
}

const marks = (grading: ExportGrading | null): Json[] =>
  (grading?.grades ?? []).map(({ mark, analyst }) => ({ mark, analyst: analyst.name }));

const citationOf = (one: ExportCitation): Json =>
  said({
    citation_id: one.tagId,
    stance: one.stance,
    denies: one.denies || null,
    implied: one.implied || null,
    quote: one.quote,
    lang: one.article.language, // of the quote: the note around it is in the words of whoever wrote the claim
    start: one.start,
    end: one.end,
    offset_unit: one.offsetUnit,
    article_id: one.articleId,
    article_version: one.articleVersion,
    text_sha256: one.articleVersionSha256,
    speaker: one.speaker?.name,
    via: one.via?.name,
    confidence: one.confidence,
    source_reliability: marks(one.reliability),
    credibility: marks(one.credibility),
    tagged_by: one.taggedBy.name,
    accepted_by: one.reviewedBy.map(({ name }) => name),
  });

const judgmentOf = (one: ExportClaim['assessments'][number]): Json =>
  said({
    analyst: one.analyst.name,
    likelihood: one.likelihood && sayLikelihood(one.likelihood.value ?? one.likelihood.band),
    likelihood_percent: one.likelihood?.value,
    analytic_confidence: one.analyticConfidence,
    rationale: one.rationale,
    claim_version: one.claimVersion,
    dissents: one.dissents,
  });

const extension = (claim: ExportClaim): Json => ({
  [EXTENSION]: {
    extension_type: 'property-extension',
    ...said({
      claim_id: claim.id,
      claim_version: claim.version,
      marking: claim.marking && sayTlp(claim.marking),
      approved_by: claim.approvedBy.map(({ name, at }) => ({ name, at })),
      judgments: claim.assessments.map(judgmentOf),
      citations: claim.citations.map(citationOf),
      open_questions: claim.openQuestions.map(({ text }) => text),
    }),
  },
});

/** A source with the words that are cited, as every reader of STIX shows it. */
const reference = (one: ExportCitation): Json =>
  said({
    source_name: one.article.publisher || one.article.title || 'Untitled',
    description: `${one.stance}, ${sayAttribution(one)}: “${one.quote}”`,
    url: webAddress(one.article.url),
    external_id: one.tagId,
  });

/** What a claim is about: whom it names, or else the team that keeps it, as a note has to be about something. */
function aboutOf(claim: ExportClaim, common: Common): string[] {
  const { subject, object, place } = claim.structure;
  const named = [subject, object, place, ...claim.citations.map(({ speaker }) => speaker)];
  const ids = named.flatMap((one) => (one ? [entityId(one)] : []));
  return ids.length ? [...new Set(ids)] : [common.createdBy];
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const moment = (day: string | null | undefined): string | null =>
  day && DAY.test(day) ? `${day}T00:00:00.000Z` : null;

function relationOf(claim: ExportClaim, common: Common): StixObject[] {
  const { subject, predicate, object, period } = claim.structure;
  if (!subject || !object) return [];
  const kind = predicate
    ?.toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const [from, to] = [moment(period?.from), moment(period?.to)];
  return [
    stixObject(common, 'relationship', claim.id, timesOf(claim), {
      relationship_type: kind || 'related-to',
      source_ref: entityId(subject),
      target_ref: entityId(object),
      description: claim.statement,
      confidence: confidenceOf(claim),
      start_time: from,
      stop_time: to && (!from || to > from) ? to : null,
    }),
  ];
}

function opinionsOn(claim: ExportClaim, common: Common): StixObject[] {
  const about = [stixId('note', claim.id)];
  const opinion = (id: string, at: string, by: string, how: string, explanation: string) =>
    stixObject(common, 'opinion', `${claim.id} ${id}`, [at], {
      opinion: how,
      explanation,
      authors: [by],
      object_refs: about,
    });
  const approved = claim.approvedBy.at(-1)?.at ?? madeAt(claim.id);
  return [
    ...claim.objections.map(({ id, at, by, text, lifted, liftReason }) =>
      opinion(
        `objection ${id}`,
        at,
        by.name,
        'disagree',
        `${text}${lifted ? `\n\nLifted${liftReason ? `: ${liftReason}` : '.'}` : ''}`,
      ),
    ),
    ...claim.rejections.map(({ id, at, by, reason }) =>
      opinion(`rejection ${id}`, at, by.name, 'strongly-disagree', reason),
    ),
    ...claim.assessments.flatMap(({ analyst, likelihood, rationale, dissents }) => {
      if (!dissents || !likelihood) return [];
      const held = `Holds it for less likely: ${sayLikelihood(likelihood.value ?? likelihood.band)}.`;
      const why = rationale ? `${held} ${rationale}` : held;
      return [opinion(`assessment ${analyst.id}`, approved, analyst.name, 'disagree', why)];
    }),
  ];
}

/** A claim as a note with its evidence, a relationship where it was taken apart into one, and what others hold against it. */
function objectsOf(claim: ExportClaim, common: Common): StixObject[] {
  const relations = relationOf(claim, common);
  const note = stixObject(common, 'note', claim.id, timesOf(claim), {
    abstract: claim.statement,
    content: claim.statement || 'Blank.',
    authors: [...new Set([claim.creator.name, claim.versionAuthor.name])].filter(Boolean),
    confidence: confidenceOf(claim),
    object_refs: [...aboutOf(claim, common), ...relations.map(({ id }) => id)],
    external_references: claim.citations.map(reference),
    extensions: extension(claim),
  });
  return [note, ...relations, ...opinionsOn(claim, common)];
}

/** Whoever and whatever claims name, in full where the export knows it. */
async function* namedIn(source: ExportSource): AsyncGenerator<ExportEntity> {
  const seen = new Set<string>();
  for await (const entity of source.entities()) {
    seen.add(entityId(entity));
    yield entity;
  }
  for await (const { structure, citations } of source.claims()) {
    const refs = [structure.subject, structure.object, structure.place, ...citations.map(({ speaker }) => speaker)];
    for (const ref of refs.filter((one): one is ExportEntityRef => one !== null)) {
      if (!seen.has(entityId(ref))) yield { ...ref, aliases: [], externalIds: [] };
      seen.add(entityId(ref));
    }
  }
}

async function* objects(source: ExportSource): AsyncGenerator<StixObject> {
  const { project, marking } = source.meta;
  const common: Common = { createdBy: stixId('identity', `team ${project.id}`), marking };
  const refs: string[] = [];
  let latest = madeAt(project.id);
  if (marking) yield markingObject(marking);
  yield extensionObject(common.createdBy);
  for await (const claim of source.claims()) {
    for (const time of timesOf(claim)) if (time > latest) latest = time;
    for (const object of objectsOf(claim, common)) {
      refs.push(object.id);
      yield object;
    }
  }
  // Nobody keeps when a name changed: as new as the newest of what refers to it.
  for await (const entity of namedIn(source)) {
    const object = entityObject(common, entity, [madeAt(entity.id), latest]);
    refs.push(object.id);
    yield object;
  }
  const team = { name: project.name || 'Untitled', identity_class: 'group' };
  yield stixObject(common, 'identity', `team ${project.id}`, [madeAt(project.id), latest], team);
  yield stixObject(common, 'report', project.id, [madeAt(project.id), latest], {
    name: `${project.name}: approved claims`,
    published: latest,
    object_refs: refs.length ? refs : [common.createdBy],
  });
}

/**
 * A STIX 2.1 bundle: a note a claim, relationships, opinions for dissent, identities, locations and incidents for whom and
 * what claims name, and one report of them all. What STIX has no word for stands in an extension of the notes, where the
 * places of quotes are UTF-16 code units.
 */
export const writeStix: Writer = (source) => [
  {
    name: 'bundle.json',
    contentType: 'application/stix+json;version=2.1',
    async *chunks() {
      const id = `bundle--${derivedId(`bundle ${source.meta.project.id}`)}`;
      let before = `{"type":"bundle","id":${JSON.stringify(id)},"objects":[\n`;
      for await (const object of objects(source)) {
        yield before + JSON.stringify(object);
        before = ',\n';
      }
      yield '\n]}\n';
    },
  },
];
