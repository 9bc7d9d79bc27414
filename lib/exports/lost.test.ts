import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { ExportSnapshot } from '@/lib/formats/export';
import { sayLost, tallyOf, type Feature } from '@/lib/formats/losses';
import { sampleOf } from '@/lib/formats/sample';
import { cited, filesOf, from, type Cited } from '@/lib/formats/source.fixtures';
import { exportFormats, type ExportFormat } from './export-formats';
import { lost, sayUnmarked } from './lost';
import { writers } from './writers';

// A word for each feature that stands nowhere else.
const MARKS: Partial<Record<Feature, string>> = {
  statements: 'Statementmark',
  dissent: 'Objectionmark',
  grounds: 'Rationalemark',
  approvals: 'Approvermark',
  outcomes: 'Outcomemark',
  questions: 'Questionmark',
  structure: 'predicatemark',
  quotes: 'Quotemark',
  speakers: 'Speakermark',
  notes: 'Notemark',
  translations: 'Translationmark',
};
const TEXT = 'Before it Quotemark and after';

const [claim] = cited.snapshot.claims;
const [citation] = claim!.citations;
const at = '2026-01-07T10:00:00.000Z';
const marked: ExportSnapshot = {
  ...cited.snapshot,
  claims: [
    {
      ...claim!,
      statement: MARKS.statements!,
      structure: { ...claim!.structure, predicate: MARKS.structure! },
      objections: [{ ...claim!.objections[0]!, text: MARKS.dissent! }],
      assessments: [{ ...claim!.assessments[0]!, rationale: MARKS.grounds! }],
      approvedBy: [{ id: 'u7', name: MARKS.approvals!, at }],
      threads: [{ ...claim!.threads[0]!, note: MARKS.outcomes! }],
      openQuestions: [],
      answers: [{ id: 'q7', text: MARKS.questions!, state: 'settled', judgement: null }],
      citations: [
        {
          ...citation!,
          ...{ start: TEXT.indexOf('Quote'), end: TEXT.indexOf(' and'), quote: MARKS.quotes!, prefix: '', suffix: '' },
          speaker: { id: 'e7', type: 'person', name: MARKS.speakers! },
          note: 'Notemark',
          translation: { text: MARKS.translations!, by: citation!.taggedBy },
        },
      ],
    },
  ],
};
const of: Cited = { snapshot: marked, texts: new Map([[citation!.articleId, TEXT]]) };

/** Everything that the files of a format say. */
async function saidBy(format: ExportFormat, state = of): Promise<string> {
  const files = await filesOf(writers[format], state);
  const texts = files.map(({ body }) =>
    typeof body === 'string'
      ? body
      : Object.values(unzipSync(body))
          .map((part) => strFromU8(part))
          .join(),
  );
  return texts.join();
}

it.each(exportFormats)('%s carries what it is not said to lose, and loses what it is', async (format) => {
  const said = await saidBy(format);
  const missing = Object.entries(MARKS).flatMap(([feature, mark]) => (said.includes(mark) ? [] : [feature]));
  const listed = lost[format].filter((feature) => feature in MARKS);
  expect(missing.sort()).toEqual([...listed].sort());
});

it.each(exportFormats)('%s carries its marking, or is said not to', async (format) => {
  const meta = { ...marked.meta, marking: 'amber+strict' as const };
  const said = await saidBy(format, { ...of, snapshot: { ...marked, meta } });
  expect(sayUnmarked(format, meta.marking)).toHaveLength(
    said.includes('TLP:AMBER+STRICT') || format === 'json' ? 0 : 1,
  );
  expect(sayUnmarked(format, undefined)).toEqual([]);
});

it('counts what a format loses of this very export, and is silent about what there is none of', () => {
  const tally = tallyOf(cited.snapshot.claims);
  expect(tally).toMatchObject({ dissent: 4, overlaps: 1, manyLines: 2, others: 2, structure: 2, confidence: 4 });
  expect(sayLost(['dissent', 'overlaps', 'manyLines', 'notes'], tally)).toEqual([
    '4 dissents: objections, rejections and lower judgments.',
    '1 citation that overlaps a longer one: listed in a file beside it.',
    '2 quotes over several lines: each comes in pieces.',
  ]);
});

it.each(exportFormats)('%s shows its first lines as they will be', async (format) => {
  const samples = await sampleOf(writers[format], from(cited));
  const files = await filesOf(writers[format], cited);
  expect(samples.map(({ name }) => name)).toEqual(files.slice(0, 3).map(({ name }) => name));
  const [first] = files;
  if (format === 'docx' || format === 'html') {
    expect(samples[0]!.lines).toMatch(/^Border districts: approved claims\n2 approved claims/);
    expect(samples[0]!.lines).toContain('Key judgements');
    return;
  }
  const [line] = String(first!.body).split(/\r?\n/);
  expect(samples[0]!.lines.split('\n')[0]!.slice(0, 240)).toBe(line!.slice(0, 240));
});

it('says of tables which words begin with an apostrophe that is not theirs, where any do', () => {
  const [first] = cited.snapshot.claims;
  const [quoted] = first!.citations;
  const of = (quote: string) => [
    { ...first!, citations: [{ ...quoted!, quote, prefix: 'before ', suffix: ' after' }] },
  ];
  expect(lost.csv).toContain('apostrophes');
  expect(sayLost(['apostrophes'], tallyOf(of('- The spillway gates')))).toEqual([
    'How 1 text begins: an apostrophe stands before what a spreadsheet could run, a text that begins with =, +, -, @, a tab or a line break. It is not in the words, nor counted in their places: take it off.',
  ]);
  expect(sayLost(['apostrophes'], tallyOf([...of('- The gates'), ...of('=SUM(A1)')]))[0]).toMatch(
    /^How 2 texts begin: /,
  );
  expect(sayLost(['apostrophes'], tallyOf(of('The spillway gates')))).toEqual([]);
});

it('speaks of one as of one', () => {
  const none = tallyOf([]);
  expect(sayLost(['places'], { ...none, places: 1 })).toEqual(['Where in its text 1 quote stands.']);
  expect(sayLost(['places'], { ...none, places: 2 })).toEqual(['Where in their texts 2 quotes stand.']);
});
