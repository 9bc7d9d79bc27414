import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralise, restore, writeCsv } from './csv';
import type { ExportSnapshot } from './export';
import { anySnapshot, claim, snapshot } from './export.fixtures';
import { nasty } from './nasty.fixtures';
import { ordered } from './order';
import { finished, type StreamedFile } from './source';
import { filesOf, from } from './source.fixtures';

type Row = Record<string, string>;

// Strict: no relaxed quotes, no relaxed column count, only CRLF ends a record.
const strict = (body: string): Row[] => parse(body, { columns: true, bom: true, record_delimiter: '\r\n' });
const tables = async (snapshot: ExportSnapshot) => {
  const bodies = (await filesOf(writeCsv, { snapshot, texts: new Map() })).map(({ body }) => String(body));
  return { claims: strict(bodies[0] ?? ''), evidence: strict(bodies[1] ?? ''), bodies };
};

describe('a text cell', () => {
  it.each([
    '=1',
    '+1',
    '-1',
    '@x',
    '\t=1',
    '\r1',
    '\n1',
    ' =1',
    '\u00a0-1',
    '\ufeff=1',
    '\u200b@x',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "'=1",
  ])('that a spreadsheet would run is neutralised: %j', (text) => {
    expect(neutralise(text)).toBe(`'${text}`);
    expect(restore(neutralise(text))).toBe(text);
  });

  it.each(['', 'plain', "'tis", "O'Brien", '“=1”', '1-2', ' plain', '— said', '😀'])(
    'else stays as it is: %j',
    (text) => {
      expect(neutralise(text)).toBe(text);
      expect(restore(text)).toBe(text);
    },
  );

  it('comes back to the unit, and never starts a formula', () => {
    fc.assert(
      fc.property(
        fc.oneof(nasty, fc.string({ unit: fc.constantFrom("'", '=', ' ', '\t', 'a'), maxLength: 5 })),
        (text) => {
          expect(restore(neutralise(text))).toBe(text);
          expect(neutralise(text)).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('claims.csv and evidence.csv', () => {
  it('give every quote, prefix, suffix and statement back to a strict reader', async () => {
    await fc.assert(
      fc.asyncProperty(anySnapshot, async (state) => {
        const { claims } = ordered(state);
        const read = await tables(state);
        expect(read.claims.map((row) => restore(row.statement ?? ''))).toEqual(
          claims.map(({ statement }) => statement),
        );
        const citations = claims.flatMap((one) => one.citations);
        expect(
          read.evidence.map((row) => [row.quote, row.prefix, row.suffix].map((cell) => restore(cell ?? ''))),
        ).toEqual(citations.map(({ quote, prefix, suffix }) => [quote, prefix, suffix]));
        expect(read.evidence.map((row) => [Number(row.start), Number(row.end)])).toEqual(
          citations.map(({ start, end }) => [start, end]),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('start with a byte order mark, end every record with CRLF, and put text in quotation marks, numbers not', async () => {
    const [claims = '', evidence = ''] = (await tables(snapshot)).bodies;
    for (const body of [claims, evidence]) {
      expect(body.startsWith('\ufeff"claim_id"')).toBe(true);
      expect(body.endsWith('\r\n')).toBe(true);
    }
    expect(claims).toContain('"c1",2,"The group controls five districts.","approved"');
    expect(evidence).toContain(',14,60,"utf-16",');
  });

  it('say what a value and a period mean beside their words, no more exactly than they are known', async () => {
    expect((await tables(snapshot)).claims[0]).toMatchObject({
      object: 'five districts',
      value_means: '5 districts',
      value_low: '5',
      value_high: '5',
      value_unit: 'districts',
      period: 'began in Jun 2021, “last month” said on 28 Jul 2021',
      period_from: '2021-06',
      period_to: '',
      period_starts: 'true',
      period_ends: 'false',
      period_said_on: '2021-07-28',
    });
  });

  it('say who judged how likely, who dissents, who approved', async () => {
    expect((await tables(snapshot)).claims[0]).toMatchObject({
      likelihood: 'Ann Alyst: likely (75 %) | Bo Brief: unlikely (20–45 %)',
      analytic_confidence: 'Ann Alyst: moderate',
      confidence_basis: 'Ann Alyst: Two outlets, one origin.',
      entities: 'The Group | a border guard',
      first_stated: '2021-07-28',
      approved_by: 'Rae Viewer',
      approved_at: '2026-01-07T10:00:00.000Z',
      dissent_count: '3',
      dissent:
        'Bo Brief: One officer is no confirmation. | Bo Brief rejected version 1: Nobody counted them. | Bo Brief: unlikely (20–45 %)',
      wording_proposed_by: 'Rae Viewer',
      agreed_to_differ: 'Ann Alyst: Five posts, as the order says. | Bo Brief: Four: one was never manned.',
    });
    expect((await tables(snapshot)).evidence[0]).toMatchObject({
      claim_id: 'c1',
      stance: 'supports',
      denies: 'false',
      quote: 'in charge of “five districts”\r\nnear the river',
      speaker: 'a border guard',
      via: 'Radio North',
      published: '2021-07-28',
      article_language: 'en',
      text_version_sha256: 'ab12'.repeat(16),
      tagged_by: 'Ann Alyst',
    });
  });

  it('have their header when there is no row', async () => {
    expect((await tables({ ...snapshot, claims: [] })).bodies.map((body) => body.split('\r\n').length)).toEqual([2, 2]);
    expect((await tables({ ...snapshot, claims: [{ ...claim, citations: [] }] })).evidence).toEqual([]);
  });

  it('read each claim once, and are the same where the first is not read to its end', async () => {
    const source = from({ snapshot, texts: new Map() });
    let cited = 0;
    const counting = { ...source, cited: () => ((cited += 1), source.cited()) };
    const inFull = await filesOf(writeCsv, { snapshot, texts: new Map() });
    const [claims, evidence] = [...(writeCsv(counting) as StreamedFile[])];
    expect(await finished(claims!)).toEqual(inFull[0]);
    expect(await finished(evidence!)).toEqual(inFull[1]);
    expect(cited).toBe(0);
    const [, alone] = [...(writeCsv(counting) as StreamedFile[])];
    expect(await finished(alone!)).toEqual(inFull[1]);
    expect(cited).toBe(1);
  });
});
