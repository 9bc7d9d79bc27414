import { sayLikelihood } from '@/lib/claims/likelihood';
import type { ExportClaim, ExportEntityRef, ExportPerson } from './export';
import { hashName, isLanguageTag, NAMESPACE, urn, webAddress } from './names';
import type { Writer } from './source';

const PREFIXES = {
  np: 'http://www.nanopub.org/nschema#',
  prov: 'http://www.w3.org/ns/prov#',
  dct: 'http://purl.org/dc/terms/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  schema: 'http://schema.org/',
  cb: `urn:uuid:${NAMESPACE}#`,
};
const HEAD = Object.entries(PREFIXES)
  .map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`)
  .join('');

const ESCAPES: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
// Controls and lone surrogates have no place in a literal: the first are written as numbers, the others cannot be.
const literal = (text: string): string =>
  `"${text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/["\\\n\r\t]/g, (sign) => ESCAPES[sign]!)
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
/** Words of a source in their language, where what was said to be it is a tag of one: what is not would make the file unreadable. */
const spoken = (text: string, language: string | null): string =>
  literal(text) + (language && isLanguageTag(language) ? `@${language}` : '');
const iri = (address: string): string => `<${address.replace(/[\0-\x20<>"{}|^`\\]/g, encodeURIComponent)}>`;
const thing = (id: string): string => iri(urn(id));
const moment = (at: string): string => `"${at}"^^xsd:dateTime`;

/** Statements about one subject; those without an object are left out. */
function about(subject: string, statements: readonly (readonly [string, string | null])[]): string {
  const said = statements.filter(([, object]) => object).map(([predicate, object]) => `${predicate} ${object}`);
  return said.length ? `  ${subject} ${said.join(' ;\n    ')} .\n` : '';
}
const named = (one: ExportEntityRef | ExportPerson): string =>
  about(thing(one.id), [['rdfs:label', literal(one.name)]]);
const unique = (lines: readonly string[]): string => [...new Set(lines)].join('');

/** What is claimed: the sentence, and the triple where it was taken apart into one. */
function assertion(claim: ExportClaim): string {
  const { subject, predicate, object, value, place, period } = claim.structure;
  const entities = [subject, object, place].filter((one) => one !== null);
  return (
    about(thing(claim.id), [
      ['a', 'schema:Claim'],
      ['schema:text', literal(claim.statement)],
      ['cb:subject', subject && thing(subject.id)],
      ['cb:predicate', predicate && literal(predicate)],
      ['cb:object', object ? thing(object.id) : value && literal(value)],
      ['cb:place', place && thing(place.id)],
      ['cb:periodFrom', period?.from ? literal(period.from) : null],
      ['cb:periodTo', period?.to ? literal(period.to) : null],
    ]) + unique(entities.map(named))
  );
}

/** On which words it rests, how likely analysts hold it to be, and who dissents. */
function provenance(claim: ExportClaim): string {
  const quotes = claim.citations.map((one) =>
    about(thing(one.tagId), [
      ['a', 'prov:Entity'],
      ['prov:value', spoken(one.quote, one.article.language)],
      ['cb:stance', literal(one.stance)],
      ['prov:wasQuotedFrom', iri(hashName(one.articleVersionSha256))],
      ['prov:hadPrimarySource', webAddress(one.article.url) && iri(webAddress(one.article.url)!)],
      ['prov:wasAttributedTo', thing(one.taggedBy.id)],
      ['cb:start', String(one.start)],
      ['cb:end', String(one.end)],
      ['cb:offsetUnit', literal(one.offsetUnit)],
    ]),
  );
  const judgments = claim.assessments.map(({ analyst, likelihood, analyticConfidence, dissents, rationale }) =>
    about(thing(`${claim.id} assessment ${analyst.id}`), [
      ['cb:assesses', thing(claim.id)],
      ['prov:wasAttributedTo', thing(analyst.id)],
      ['cb:likelihood', likelihood && literal(sayLikelihood(likelihood.value ?? likelihood.band))],
      ['cb:analyticConfidence', analyticConfidence && literal(analyticConfidence)],
      ['cb:rationale', rationale && literal(rationale)],
      ['cb:dissents', String(dissents)],
    ]),
  );
  const against = [
    ...claim.objections.map((one) => ({ ...one, kind: 'objection' })),
    ...claim.rejections.map((one) => ({ ...one, kind: 'rejection', text: one.reason })),
  ].map(({ id, by, at, text, kind }) =>
    about(thing(id), [
      ['cb:dissentFrom', thing(claim.id)],
      ['cb:kind', literal(kind)],
      ['prov:wasAttributedTo', thing(by.id)],
      ['prov:generatedAtTime', moment(at)],
      ['prov:value', literal(text)],
    ]),
  );
  const derived = claim.citations.map((one): [string, string] => ['prov:wasDerivedFrom', thing(one.tagId)]);
  return (
    about('this:assertion', [['prov:wasAttributedTo', thing(claim.versionAuthor.id)], ...derived]) +
    unique([...quotes, ...judgments, ...against])
  );
}

function publication(claim: ExportClaim): string {
  const approved = claim.approvedBy.at(-1);
  const people = [claim.creator, claim.versionAuthor, ...claim.approvedBy];
  return (
    about('this:', [
      ['a', 'np:Nanopublication'],
      ['dct:created', approved ? moment(approved.at) : null],
      ['dct:creator', thing(claim.versionAuthor.id)],
      ...claim.approvedBy.map((one): [string, string] => ['cb:approvedBy', thing(one.id)]),
      ['cb:claimVersion', String(claim.version)],
    ]) + unique(people.map(named))
  );
}

/** One version of one claim as a nanopublication: four named graphs that stand or fall together. `this:` is the prefix of its own names. */
function nanopublication(claim: ExportClaim): string {
  const base = urn(`${claim.id} version ${claim.version}`);
  const graph = (name: string, statements: string) => `this:${name} {\n${statements}}\n`;
  return [
    `@prefix this: <${base}#> .\n`,
    graph(
      'Head',
      about('this:', [
        ['a', 'np:Nanopublication'],
        ['np:hasAssertion', 'this:assertion'],
        ['np:hasProvenance', 'this:provenance'],
        ['np:hasPublicationInfo', 'this:pubinfo'],
      ]),
    ),
    graph('assertion', assertion(claim)),
    graph('provenance', provenance(claim)),
    graph('pubinfo', publication(claim)),
  ].join('\n');
}

/**
 * Nanopublications in TriG, one after the other: each begins with its own `this:`, so that it can be cut out and published with the head of the file.
 * Places of quotes are UTF-16 code units of the text that the hash names.
 */
export const writeNanopublications: Writer = (source) => [
  {
    name: 'nanopublications.trig',
    contentType: 'application/trig; charset=utf-8',
    async *chunks() {
      yield HEAD;
      for await (const claim of source.claims()) yield `\n${nanopublication(claim)}`;
    },
  },
];
