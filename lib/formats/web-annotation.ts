import { sayLikelihood } from '@/lib/claims/likelihood';
import type { ExportCitation, ExportClaim, ExportGrading, ExportPerson } from './export';
import { sayTlp } from './marking';
import { hashName, NAMESPACE, urn, webAddress } from './names';
import { codePointsIn } from './offsets';
import type { ExportDocument, ExportSource, ExportSpan, Writer } from './source';

const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const OURS = `urn:uuid:${NAMESPACE}#`;

/**
 * Our own context, in the file itself, so that it is read without asking anybody. A word that is in no context would be
 * dropped by whoever processes the file.
 */
export const OUR_CONTEXT = { cb: OURS } as const;

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };
type Fields = Record<string, Json | undefined>;

/** Without what says nothing: linked data has no null. */
const given = (fields: Fields): { [key: string]: Json } =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== false),
  ) as { [key: string]: Json };

const agent = ({ id, name }: ExportPerson): Json => ({ id: urn(id), type: 'Person', name });

const graded = (grading: ExportGrading | null): Json =>
  grading &&
  given({
    'cb:settled': grading.settled,
    'cb:hidden': grading.hidden || null,
    'cb:grades': grading.grades.map(({ mark, analyst, at }) => ({
      'cb:mark': mark,
      'cb:analyst': analyst.name,
      'cb:at': at,
    })),
  });

const source = ({ articleId, article }: ExportCitation): Json =>
  given({
    id: urn(articleId),
    type: 'Text',
    format: 'text/plain',
    language: article.language,
    'cb:title': article.title,
    'cb:kind': article.kind,
    'cb:publisher': article.publisher,
    'cb:publisherReliability': article.reliability,
    'cb:published': article.published?.from,
    'cb:publishedTo': article.published?.to,
    'cb:publishedEstimated': article.published?.estimated,
    'cb:address': article.url,
    via: webAddress(article.url),
  });

const text = (value: string, purpose: string, more: Fields = {}): Json =>
  given({ type: 'TextualBody', value, format: 'text/plain', purpose, ...more });

function bodies({ claim, citation }: ExportSpan): Json[] {
  const { note, translation } = citation;
  return [
    { type: 'SpecificResource', purpose: 'linking', source: urn(claim.id) },
    text(citation.stance, 'tagging'),
    ...(note ? [text(note, 'commenting')] : []),
    ...(translation ? [text(translation.text, 'describing', { 'cb:translationBy': translation.by.name })] : []),
  ];
}

function target(citation: ExportCitation, place: (offset: number) => number): Json {
  const { quote, prefix, suffix, start, end, articleVersionSha256, article } = citation;
  return {
    source: source(citation),
    selector: [
      given({ type: 'TextQuoteSelector', exact: quote, prefix: prefix || null, suffix: suffix || null }),
      { type: 'TextPositionSelector', start: place(start), end: place(end) },
    ],
    state: given({
      type: 'TimeState',
      sourceDate: article.retrievedAt.replace(/\.\d+Z$/, 'Z') || null,
      cached: hashName(articleVersionSha256),
    }),
  };
}

function ofCitation(span: ExportSpan, place: (offset: number) => number): Json {
  const { claim, citation } = span;
  const { tagId, taggedBy, speaker, via, reliability, credibility, reviewedBy } = citation;
  return given({
    id: urn(tagId),
    type: 'Annotation',
    motivation: 'linking',
    creator: agent(taggedBy),
    body: bodies(span),
    target: target(citation, place),
    'cb:claimVersion': claim.version,
    'cb:stance': citation.stance,
    'cb:denies': citation.denies,
    'cb:implied': citation.implied,
    'cb:impliedHow': citation.impliedHow,
    'cb:confidence': citation.confidence,
    'cb:speaker': speaker?.name,
    'cb:speakerType': speaker?.type,
    'cb:via': via?.name,
    'cb:viaDate': via?.date,
    'cb:reliability': graded(reliability),
    'cb:gradedFrom': reliability?.from,
    'cb:credibility': graded(credibility),
    'cb:acceptedBy': reviewedBy.map(({ name, at }) => ({ 'cb:name': name, 'cb:at': at })),
    'cb:page': citation.page,
    'cb:articleVersion': citation.articleVersion,
  });
}

const about = (claim: ExportClaim, id: string, motivation: string, by: ExportPerson | null, more: Fields): Json =>
  given({ id, type: 'Annotation', motivation, creator: by && agent(by), target: urn(claim.id), ...more });
const second = (at: string | null) => at?.replace(/\.\d+Z$/, 'Z');

/** The claim's own words, taken apart as far as they were. */
function ofStatement(claim: ExportClaim): Json {
  const { subject, predicate, object, value, period, place } = claim.structure;
  return about(claim, urn(`${claim.id} statement`), 'describing', claim.versionAuthor, {
    body: [text(claim.statement, 'describing'), ...claim.answers.map((one) => text(one.text, 'questioning'))],
    'cb:claimVersion': claim.version,
    'cb:subject': subject?.name,
    'cb:predicate': predicate,
    'cb:object': object?.name,
    'cb:value': value,
    'cb:periodFrom': period?.from,
    'cb:periodTo': period?.to,
    'cb:place': place?.name,
    'cb:credibility': graded(claim.credibility),
  });
}

function ofJudgments(claim: ExportClaim): Json[] {
  return claim.assessments.map(({ analyst, likelihood, analyticConfidence, rationale, claimVersion, dissents }) =>
    about(claim, urn(`${claim.id} assessment ${analyst.id}`), 'assessing', analyst, {
      body: [
        ...(likelihood ? [text(sayLikelihood(likelihood.value ?? likelihood.band), 'assessing')] : []),
        ...(rationale ? [text(rationale, 'commenting')] : []),
      ],
      'cb:likelihood': likelihood?.value,
      'cb:likelihoodBand': likelihood?.band,
      'cb:analyticConfidence': analyticConfidence,
      'cb:claimVersion': claimVersion,
      'cb:dissents': dissents,
    }),
  );
}

/** What others said of the claim: who approved it, who objected or rejected it, how discussions ended. */
function ofOpinions(claim: ExportClaim): Json[] {
  const { approvedBy, objections, rejections, threads, id } = claim;
  return [
    ...approvedBy.map((by) =>
      about(claim, urn(`${id} approval ${by.id}`), 'moderating', by, {
        created: second(by.at),
        'cb:verdict': 'accept',
      }),
    ),
    ...objections.map((one) =>
      about(claim, urn(one.id), 'questioning', one.by, {
        created: second(one.at),
        body: [text(one.text, 'questioning')],
        'cb:lifted': one.lifted,
        'cb:liftedBy': one.liftedBy?.name,
        'cb:liftReason': one.liftReason,
      }),
    ),
    ...rejections.map((one) =>
      about(claim, urn(one.id), 'moderating', one.by, {
        created: second(one.at),
        body: [text(one.reason, 'moderating')],
        'cb:verdict': 'reject',
        'cb:claimVersion': one.claimVersion,
      }),
    ),
    ...threads.map((one) =>
      about(claim, urn(one.id), 'commenting', one.by, {
        created: second(one.at),
        body: one.note ? [text(one.note, 'commenting')] : null,
        'cb:outcome': one.outcome,
      }),
    ),
  ];
}

function* inDocument({ text: words, spans }: ExportDocument): Generator<Json> {
  const place = codePointsIn(words);
  for (const span of spans) yield ofCitation(span, place);
}

async function* annotations(from: ExportSource): AsyncGenerator<Json> {
  for await (const document of from.documents()) yield* inDocument(document);
  for await (const claim of from.claims()) yield* [ofStatement(claim), ...ofJudgments(claim), ...ofOpinions(claim)];
}

const countOf = ({ citations, ...claim }: ExportClaim): number =>
  citations.length +
  [claim.assessments, claim.approvedBy, claim.objections, claim.rejections, claim.threads].reduce(
    (sum, { length }) => sum + length,
    1,
  );

/** An object's text without its last brace: more fields follow. */
const opened = (fields: Fields): string => JSON.stringify(fields).slice(0, -1);

/**
 * W3C Web Annotation (2017) as one collection with its annotations in an embedded page: citations with quote, position in
 * Unicode code points and the state of their text, then what was said of each claim.
 */
export const writeWebAnnotation: Writer = (from) => [
  {
    name: 'annotations.jsonld',
    contentType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    async *chunks() {
      const { project, marking } = from.meta;
      const [id, page] = [urn(`${project.id} collection`), urn(`${project.id} page 0`)];
      const label = `${project.name}: approved claims`;
      const marked = marking ? { 'cb:marking': sayTlp(marking) } : {};
      let total = 0;
      for await (const claim of from.claims()) total += countOf(claim);
      yield opened({
        '@context': [ANNOTATION_CONTEXT, OUR_CONTEXT],
        id,
        type: 'AnnotationCollection',
        label,
        total,
        ...marked,
      });
      if (total > 0) {
        const start = { id: page, type: 'AnnotationPage', partOf: { id, label, total }, startIndex: 0 };
        yield `,"last":${JSON.stringify(page)},"first":${opened(start)},"items":[\n`;
        let comma = '';
        for await (const one of annotations(from)) {
          yield comma + JSON.stringify(one);
          comma = ',\n';
        }
        yield '\n]}';
      }
      yield '}\n';
    },
  },
];
