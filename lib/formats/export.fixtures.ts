import fc from 'fast-check';
import { bands, stances } from '@/lib/claims/claim';
import { bandOf } from '@/lib/claims/likelihood';
import { EXPORT_SCHEMA, type ExportCitation, type ExportClaim, type ExportSnapshot } from './export';
import { nasty } from './nasty.fixtures';

const ann = { id: 'u1', name: 'Ann Alyst' };
const bo = { id: 'u2', name: 'Bo Brief' };
const rae = { id: 'u3', name: 'Rae Viewer' };

export const citation: ExportCitation = {
  tagId: 't1',
  stance: 'supports',
  denies: false,
  implied: false,
  impliedHow: null,
  confidence: 80,
  note: null,
  translation: null,
  taggedBy: ann,
  reviewedBy: [{ ...bo, at: '2026-01-06T09:00:00.000Z' }],
  adjudicated: { ...bo, at: '2026-01-06T09:00:00.000Z', round: 'First reading', tookPart: false },
  speaker: { id: 'e2', type: 'unnamed-source', name: 'a border guard' },
  via: { name: 'Radio North', date: '2021-07-02' },
  reliability: {
    settled: false,
    grades: [
      { mark: 'C', analyst: ann, at: '2026-01-06T09:00:00.000Z' },
      { mark: 'F', analyst: bo, at: '2026-01-05T09:00:00.000Z' },
    ],
    hidden: 0,
    from: 'speaker',
  },
  credibility: { settled: true, grades: [{ mark: '2', analyst: rae, at: '2026-01-06T09:00:00.000Z' }], hidden: 0 },
  quote: 'in charge of “five districts”\r\nnear the river',
  prefix: 'put the group ',
  suffix: ', it said.',
  start: 14,
  end: 60,
  offsetUnit: 'utf-16',
  articleId: 'a1',
  page: null,
  articleVersion: 2,
  articleVersionSha256: 'ab12'.repeat(16),
  article: {
    title: 'Border posts change hands',
    kind: 'article',
    publisher: 'The Valley Post',
    reliability: 'B',
    published: { from: '2021-07-28', to: '2021-07-28', precision: 'day', estimated: false },
    url: 'https://valley.example/border',
    language: 'en',
    retrievedAt: '2026-01-05T08:00:00.000Z',
  },
};

export const claim: ExportClaim = {
  id: 'c1',
  version: 2,
  statement: 'The group controls five districts.',
  structure: {
    subject: { id: 'e1', type: 'organisation', name: 'The Group' },
    predicate: 'controls',
    object: null,
    value: 'five districts',
    reading: { kind: 'number', low: 5, high: 5, about: false, unit: 'districts' },
    period: { from: '2021-06', to: null, starts: true, ends: false, note: 'last month', saidOn: '2021-07-28' },
    place: null,
  },
  status: 'approved',
  creator: ann,
  versionAuthor: bo,
  proposedBy: rae,
  approvedBy: [{ ...rae, at: '2026-01-07T10:00:00.000Z' }],
  assessments: [
    {
      analyst: ann,
      likelihood: { band: 'likely', value: 75 },
      analyticConfidence: 'moderate',
      rationale: 'Two outlets, one origin.',
      claimVersion: 2,
      dissents: false,
    },
    {
      analyst: bo,
      likelihood: { band: 'unlikely', value: null },
      analyticConfidence: null,
      rationale: null,
      claimVersion: 1,
      dissents: true,
    },
  ],
  credibility: { settled: false, grades: [{ mark: '3', analyst: ann, at: '2026-01-06T09:00:00.000Z' }], hidden: 1 },
  objections: [
    {
      id: 'o1',
      by: bo,
      at: '2026-01-06T11:00:00.000Z',
      text: 'One officer is no confirmation.',
      lifted: true,
      liftedBy: rae,
      liftReason: 'Worded as reported.',
    },
  ],
  rejections: [{ id: 'r1', by: bo, at: '2026-01-06T10:00:00.000Z', reason: 'Nobody counted them.', claimVersion: 1 }],
  threads: [
    {
      ...{ id: 'h1', outcome: 'agreed-to-differ', note: 'How many posts.', by: ann, at: '2026-01-06T12:00:00.000Z' },
      passage: {
        quote: 'Four posts stood empty',
        language: 'en',
        articleId: 'a1',
        articleVersion: 2,
        start: 90,
        end: 112,
      },
      positions: [
        { holder: ann, text: 'Five posts, as the order says.', by: ann },
        { holder: bo, text: 'Four: one was never manned.', by: ann },
      ],
    },
    { id: 'h2', outcome: 'settled', note: null, passage: null, positions: [], by: null, at: null },
  ],
  openQuestions: [{ id: 'q1', text: 'How many men are there?' }],
  answers: [
    {
      id: 'q1',
      text: 'How many men are there?',
      state: 'open',
      judgement: { text: 'About two hundred, by one origin.', by: bo, at: '2026-01-07T09:00:00.000Z' },
    },
  ],
  citations: [citation],
};

export const snapshot: ExportSnapshot = {
  meta: { schema: EXPORT_SCHEMA, project: { id: 'p1', name: 'Border districts' }, offsetUnit: 'utf-16' },
  claims: [claim],
  entities: [
    {
      id: 'e1',
      type: 'organisation',
      name: 'The Group',
      aliases: ['Group, The'],
      externalIds: [{ scheme: 'wikidata', value: 'Q1' }],
    },
  ],
  leftOut: [{ claimId: 'c9', statement: 'About 200 men.', status: 'draft', why: ['not approved'] }],
};

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const key = fc.integer({ min: 0, max: 0xffffffff }).map((number) => number.toString(16).padStart(8, '0'));
const moment = fc.integer({ min: 0, max: 2e12 }).map((time) => new Date(time).toISOString());
const day = moment.map((at) => at.slice(0, 10));
const person = fc.record({ id: key, name: nasty });
const signed = fc.record({ id: key, name: nasty, at: moment });
const entityRef = fc.record({ id: key, type: fc.constantFrom('person', 'unnamed-source'), name: nasty });
const unique = <T>(one: fc.Arbitrary<T>, id: (one: T) => string, maxLength = 3) =>
  fc.uniqueArray(one, { selector: id, maxLength });

const grading = {
  settled: fc.boolean(),
  grades: unique(
    fc.record({ mark: fc.constantFrom('A' as const, 'F' as const, '1' as const), analyst: person, at: moment }),
    ({ analyst }) => analyst.id,
  ),
  hidden: fc.nat(),
};

const anyCitation: fc.Arbitrary<ExportCitation> = fc.record({
  tagId: key,
  stance: fc.constantFrom(...stances),
  denies: fc.boolean(),
  implied: fc.boolean(),
  impliedHow: maybe(nasty),
  confidence: maybe(fc.integer({ min: 0, max: 100 })),
  note: maybe(nasty),
  translation: maybe(fc.record({ text: nasty, by: person })),
  taggedBy: person,
  reviewedBy: unique(signed, ({ id }) => id),
  adjudicated: maybe(fc.record({ id: key, name: nasty, at: moment, round: nasty, tookPart: fc.boolean() })),
  speaker: maybe(entityRef),
  via: maybe(fc.record({ name: nasty, date: maybe(day) })),
  reliability: maybe(fc.record({ ...grading, from: fc.constantFrom('speaker' as const, 'publisher' as const) })),
  credibility: maybe(fc.record(grading)),
  quote: nasty,
  prefix: nasty,
  suffix: nasty,
  start: fc.nat(),
  end: fc.nat(),
  offsetUnit: fc.constant('utf-16' as const),
  articleId: key,
  page: fc.option(fc.nat()),
  articleVersion: fc.nat(),
  articleVersionSha256: key,
  article: fc.record({
    title: nasty,
    kind: nasty,
    publisher: maybe(nasty),
    reliability: maybe(fc.constantFrom('A', 'F')),
    published: maybe(
      fc.record({
        from: day,
        to: day,
        precision: fc.constantFrom('day' as const, 'month' as const, 'year' as const, 'range' as const),
        estimated: fc.boolean(),
      }),
    ),
    url: maybe(nasty),
    language: maybe(fc.constantFrom('de', 'ar', 'zh-Hant', 'be-tarask')),
    retrievedAt: moment,
  }),
});

const likelihood = fc.oneof(
  fc.integer({ min: 1, max: 99 }).map((value) => ({ band: bandOf(value), value })),
  fc.constantFrom(...bands).map((band) => ({ band, value: null })),
);

const when = fc.oneof(day, fc.constantFrom('2006', '2012-05', '201X', '2010/2013', '2011~'));
const reading = fc.oneof(
  fc.record({ kind: fc.constant('date' as const), date: when }),
  fc.record({
    kind: fc.constant('number' as const),
    low: fc.integer(),
    high: maybe(fc.integer()),
    about: fc.boolean(),
    unit: maybe(nasty),
  }),
);

const anyClaim: fc.Arbitrary<ExportClaim> = fc.record({
  id: key,
  version: fc.nat(),
  statement: nasty,
  structure: fc.record({
    subject: maybe(entityRef),
    predicate: maybe(nasty),
    object: maybe(entityRef),
    value: maybe(nasty),
    reading: maybe(reading),
    period: maybe(
      fc.record({
        from: maybe(when),
        to: maybe(when),
        starts: fc.boolean(),
        ends: fc.boolean(),
        note: maybe(nasty),
        saidOn: maybe(day),
      }),
    ),
    place: maybe(entityRef),
  }),
  status: fc.constant('approved' as const),
  creator: person,
  versionAuthor: person,
  proposedBy: maybe(person),
  approvedBy: unique(signed, ({ id }) => id),
  assessments: unique(
    fc.record({
      analyst: person,
      likelihood: maybe(likelihood),
      analyticConfidence: maybe(fc.constantFrom('low' as const, 'moderate' as const, 'high' as const)),
      rationale: maybe(nasty),
      claimVersion: fc.nat(),
      dissents: fc.boolean(),
    }),
    ({ analyst }) => analyst.id,
  ),
  credibility: maybe(fc.record(grading)),
  objections: unique(
    fc.record({
      id: key,
      by: person,
      at: moment,
      text: nasty,
      lifted: fc.boolean(),
      liftedBy: maybe(person),
      liftReason: maybe(nasty),
    }),
    ({ id }) => id,
  ),
  rejections: unique(
    fc.record({ id: key, by: person, at: moment, reason: nasty, claimVersion: fc.nat() }),
    ({ id }) => id,
  ),
  threads: unique(
    fc.record({
      id: key,
      outcome: fc.constantFrom('settled' as const, 'agreed-to-differ' as const),
      note: maybe(nasty),
      passage: maybe(
        fc.record({
          ...{ quote: nasty, language: maybe(fc.constantFrom('de', 'ar')), articleId: key },
          ...{ articleVersion: fc.nat(), start: fc.nat(), end: fc.nat() },
        }),
      ),
      positions: unique(fc.record({ holder: person, text: nasty, by: person }), ({ holder }) => holder.id),
      by: maybe(person),
      at: maybe(moment),
    }),
    ({ id }) => id,
  ),
  openQuestions: unique(fc.record({ id: key, text: nasty }), ({ id }) => id),
  answers: unique(
    fc.record({
      id: key,
      text: nasty,
      state: fc.constantFrom('open' as const, 'settled' as const),
      judgement: maybe(fc.record({ text: nasty, by: person, at: moment })),
    }),
    ({ id }) => id,
  ),
  citations: unique(anyCitation, ({ tagId }) => tagId),
});

export const anySnapshot: fc.Arbitrary<ExportSnapshot> = fc.record({
  meta: fc.record({
    schema: fc.constant(EXPORT_SCHEMA),
    project: fc.record({ id: key, name: nasty }),
    offsetUnit: fc.constant('utf-16' as const),
  }),
  claims: unique(anyClaim, ({ id }) => id),
  entities: unique(
    fc.record({
      id: key,
      type: fc.constant('person'),
      name: nasty,
      aliases: fc.array(nasty, { maxLength: 3 }),
      externalIds: fc.array(fc.record({ scheme: nasty, value: nasty }), { maxLength: 2 }),
    }),
    ({ id }) => id,
  ),
  leftOut: unique(
    fc.record({
      claimId: key,
      statement: nasty,
      status: fc.constantFrom('draft' as const, 'stale' as const),
      why: fc.array(nasty, { maxLength: 2 }),
    }),
    ({ claimId }) => claimId,
  ),
});
