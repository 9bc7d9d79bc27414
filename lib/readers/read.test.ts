import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBrat } from '@/lib/formats/brat';
import { writeDoccano } from '@/lib/formats/doccano';
import { writeJson } from '@/lib/formats/json';
import { writeLabelStudio } from '@/lib/formats/label-studio';
import { writeProdigy } from '@/lib/formats/prodigy';
import type { Writer } from '@/lib/formats/source';
import { anyCited, cited, filesOf, type Cited } from '@/lib/formats/source.fixtures';
import { writeSpacy } from '@/lib/formats/spacy';
import { writeUimaCas } from '@/lib/formats/uima-cas';
import { writeWebAnnotation } from '@/lib/formats/web-annotation';
import { writeWebAnnoTsv } from '@/lib/formats/webanno-tsv';
import type { BroughtFormat, BroughtSpan } from './brought';
import { readFiles } from './read';
import { findUnit, place } from './units';

const json = (name: string, value: unknown) => ({ name, text: JSON.stringify(value) });
/** What files hold, placed in their own texts or in the ones given. */
function read(files: { name: string; text: string }[], texts: (string | null)[] = [], otherText = false) {
  const brought = readFiles(files)!;
  const of = brought.documents.map((document, index) => texts[index] ?? document.text);
  const unit = findUnit(brought, of);
  const placed = brought.documents.map((document, index) => place(document, of[index]!, unit.unit, otherText));
  return {
    ...brought,
    unit,
    found: placed.flatMap(({ found }) => found),
    left: [...brought.left, ...placed.flatMap(({ left }) => left)],
  };
}
const comments = (span: BroughtSpan) => span.comments.map(({ author, text }) => `${author}: ${text}`);

// White space at the edges of a quote is in no token of the formats that go by tokens, and in no line of brat's.
const byTokens: Writer[] = [writeBrat, writeWebAnnoTsv];
const formats: [BroughtFormat, Writer][] = [
  ['w3c', writeWebAnnotation],
  ['claimbench', writeJson],
  ['label-studio', writeLabelStudio],
  ['prodigy', writeProdigy],
  ['prodigy', writeSpacy],
  ['doccano', writeDoccano],
  ['brat', writeBrat],
  ['uima-cas', writeUimaCas],
  ['webanno-tsv', writeWebAnnoTsv],
];

describe('what our writers write is read back with the same spans', () => {
  it.each(formats)('%s (%#)', (format, writer) =>
    fc.assert(
      fc.asyncProperty(anyCited, async (of: Cited) => {
        const text = [...of.texts.values()][0]!;
        const files = (await filesOf(writer, of)).map(({ name, body }) => ({ name, text: String(body) }));
        const { format: found, found: spans, left, unit } = read(files, [text]);
        expect(found).toBe(format);
        expect(unit.fit).toBe(unit.asked);
        const loose = byTokens.includes(writer);
        const shown = (start: number, end: number, label: string | null) => {
          const quote = text.slice(start, end);
          return `${loose ? start + quote.search(/\S|$/) : start} ${loose ? quote.trim() : quote} ${label}`;
        };
        const wanted = of.snapshot.claims
          .flatMap(({ citations }) => citations)
          .filter(({ quote }) => !loose || /[^\s]/.test(quote))
          .map(({ start, end, stance }) => shown(start, end, stance));
        const got = spans.map(({ start, end, span }) => shown(start, end, span.label));
        expect([...new Set(got.filter((one) => !loose || /\S+ \S/.test(one)))].sort()).toEqual(
          [...new Set(wanted)].sort(),
        );
        expect(left.filter(({ why }) => why.includes('place') && why.startsWith('Its'))).toEqual([]);
      }),
      { numRuns: 25, examples: [[cited]] },
    ),
  );

  it('Web Annotation and JSON keep of which claim a citation is, who tagged it and how sure they were', async () => {
    for (const writer of [writeWebAnnotation, writeJson, writeUimaCas, writeDoccano, writeProdigy]) {
      const files = (await filesOf(writer, cited)).map(({ name, body }) => ({ name, text: String(body) }));
      const spans = read(files, [...cited.texts.values()]).found.map(({ span }) => span);
      expect(spans).toHaveLength(4);
      for (const span of spans) expect(span).toMatchObject({ author: 'Ann Alyst', confidence: 80 });
      expect(new Set(spans.map(({ claim }) => claim?.statement)).size).toBe(2);
    }
  });
});

const TEXT = '😀 Acme Corp bought Salt & Sons.';
const task = (start: number, end: number, quote: string) => ({
  id: 'r1',
  type: 'labels',
  value: { start, end, text: quote, labels: ['ORG'] },
});
const tasks = (...result: object[]) =>
  json('tasks.json', [{ data: { text: TEXT }, annotations: [{ completed_by: { email: 'jo@example.org' }, result }] }]);

describe('the unit of places', () => {
  it('is the one in which quotes stand where they say, not the one that the format promises', () => {
    const right = read([tasks(task(2, 11, 'Acme Corp'))]);
    expect([right.unit, right.found[0]!.start]).toEqual([{ unit: 'code points', fit: 1, asked: 1 }, 3]);
    const shifted = read([tasks(task(3, 12, 'Acme Corp'))]);
    expect([shifted.unit.unit, shifted.found[0]!.start, shifted.found[0]!.span.author]).toEqual([
      'UTF-16',
      3,
      'jo@example.org',
    ]);
    expect(read([tasks(task(5, 14, 'Acme Corp'))]).unit.unit).toBe('UTF-8 bytes');
  });

  it('never makes up for a quote that is not there: it is listed', () => {
    const { found, left } = read([tasks(task(2, 11, 'Acme Corp'), task(20, 24, 'Sale'), task(90, 95, 'Sons.'))]);
    expect(found.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['Acme Corp']);
    expect(left.map(({ what, why }) => [what, why])).toEqual([
      ['Sale', 'The words at its place are others than it quotes.'],
      ['Sons.', 'Its place lies outside the text.'],
    ]);
  });

  it('of Prodigy shows in its tokens', () => {
    const line = {
      text: TEXT,
      tokens: [{ text: 'Acme', start: 3, end: 7, id: 0 }],
      spans: [{ start: 3, end: 12, label: 'ORG' }],
      answer: 'accept',
    };
    const { unit, found } = read([json('a.jsonl', line), json('b.jsonl', { ...line, answer: 'reject' })]);
    expect([unit.unit, found.length]).toEqual(['UTF-16', 1]);
  });
});

describe('other tools', () => {
  it('Hypothesis: replies stay with what they answer, in the order they were written', () => {
    const target = (start: number, exact: string) => [
      {
        source: 'https://valley.example/salt',
        selector: [
          { type: 'RangeSelector', startContainer: '/p[1]', startOffset: 3 },
          { type: 'TextPositionSelector', start, end: start + exact.length },
          { type: 'TextQuoteSelector', exact, prefix: '😀 ', suffix: ' bought' },
        ],
      },
    ];
    const row = (id: string, user: string, text: string, more: object) => ({
      ...{ id, user: `acct:${user}@hypothes.is`, text, uri: 'https://valley.example/salt', tags: [], created: id },
      ...more,
    });
    const rows = [
      row('3', 'bo', 'Since when?', { references: ['1', '2'], target: [{ source: 'x' }] }),
      row('2', 'ann', 'All of it.', { references: ['1'], target: [{ source: 'x' }] }),
      row('1', 'jo', 'Who paid?', { target: target(703, 'Acme Corp'), tags: ['ORG'] }),
      row('4', 'jo', 'Gone.', { references: ['nobody'] }),
      row('5', 'jo', 'A page note.', { target: [{ source: 'https://valley.example/salt' }] }),
    ];
    const { found, left, documents } = read([json('h.json', { total: 5, rows })], [TEXT], true);
    expect(found.map(({ start, by, span }) => [start, by, span.label, comments(span)])).toEqual([
      [3, 'words', 'ORG', ['jo: Who paid?', 'ann: All of it.', 'bo: Since when?']],
    ]);
    expect(documents[0]!.comments.map(({ text }) => text)).toEqual(['A page note.']);
    expect(left.map(({ what, why }) => [what, why])).toEqual([['Gone.', 'What it answers is not in the file.']]);
  });

  it('W3C: bodies are labels or comments, answers find their annotation', () => {
    const about = {
      source: 'https://valley.example/salt',
      selector: { type: 'TextPositionSelector', start: 2, end: 11 },
    };
    const one = {
      ...{ id: 'urn:x:1', type: 'Annotation', creator: { name: 'Jo' }, target: about },
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'ORG' },
        { type: 'TextualBody', purpose: 'commenting', value: 'Who paid?' },
      ],
    };
    const answer = {
      id: 'urn:x:2',
      type: 'Annotation',
      motivation: 'replying',
      creator: 'Bo',
      target: 'urn:x:1',
      bodyValue: 'They did.',
    };
    const { found } = read([json('w.jsonld', [one, answer])], [TEXT]);
    expect(found.map(({ start, span }) => [start, span.label, comments(span)])).toEqual([
      [3, 'ORG', ['Jo: Who paid?', 'Bo: They did.']],
    ]);
  });

  it('brat: pieces over a line end are one passage, others are listed with relations and attributes', () => {
    const text = 'Anna\nOst met Bo and Cy Ost.';
    const ann = [
      'T1\tPER 0 4;5 8\tAnna Ost',
      'T2\tPER 13 15;23 26\tBo Ost',
      'R1\tMet Arg1:T1 Arg2:T2',
      'A1\tSure T1',
      '#1\tAnnotatorNotes T1\tspelt Oest',
      'nonsense',
    ].join('\n');
    const { found, left } = read([
      { name: 'd/a.txt', text },
      { name: 'd/a.ann', text: ann },
    ]);
    expect(found.map(({ start, end, span }) => [text.slice(start, end), span.note])).toEqual([
      ['Anna\nOst', 'spelt Oest'],
    ]);
    expect(left.map(({ what, at }) => `${what} @ ${at}`)).toEqual([
      'relation @ d/a.ann, line 3',
      'attribute @ d/a.ann, line 4',
      'a line @ d/a.ann, line 6',
      'Bo Ost @ d/a.ann, line 2, T2',
    ]);
  });

  it('our own JSON: what is not brought of a claim and its citations is listed, each kind once with its count', () => {
    const article = { title: 'The paper' };
    const citation = (more: object) => ({ article, quote: 'Acme', start: 0, end: 4, stance: 'supports', ...more });
    const claim = {
      statement: 'It stands.',
      structure: { subject: null, predicate: 'stands' },
      approvedBy: [{ name: 'Ruth' }],
      citations: [citation({ speaker: { name: 'A clerk' }, denies: true }), citation({ speaker: { name: 'B' } })],
    };
    const { left } = read([json('c.json', { meta: { schema: 'claimbench-export/2' }, claims: [claim] })], ['Acme']);
    expect(left.filter(({ at }) => at === 'c.json, claim 1').map(({ what }) => what)).toEqual([
      ...['1 × approval', '2 × speaker', '1 × denial', '1 × structure of the claim'],
    ]);
  });

  it('WebAnno TSV: stacked and broken values, escapes and sentences over several lines', () => {
    const lines = [
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=webanno.custom.Entity|value|note',
      '#T_RL=webanno.custom.Owns|label|BT_webanno.custom.Entity',
      '',
      '',
      '#Text=Acme Corp\\tpaid.',
      '1-1\t0-4\tAcme\tORG[1]|LOC\\|X[2]\t*[1]|b[2]\t_\t_\t',
      '1-2\t5-9\tCorp\tORG[1]\t*[1]\t_\t_\t',
      '1-3\t10-14\tpaid\tverb\t*\t_\t_\t',
    ];
    const { found, left, documents } = read([{ name: 'a.tsv', text: lines.join('\n') }]);
    expect(documents[0]!.text).toBe('Acme Corp\tpaid.');
    expect(found.map(({ start, end, span }) => [start, end, span.label])).toEqual([
      [0, 9, 'ORG'],
      [0, 4, 'LOC|X'],
      [10, 14, 'verb'],
    ]);
    expect(left.map(({ what }) => what)).toEqual(['webanno.custom.Owns']);
  });

  it('INCEpTION’s project: whoever has a file in a document’s folder said what it holds', () => {
    const cas = (label: string) => ({
      '%FEATURE_STRUCTURES': [
        { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: TEXT },
        { '%ID': 2, '%TYPE': 'custom.Span', '@sofa': 1, begin: 3, end: 12, label },
      ],
    });
    const { documents, left } = read([
      json('exportedproject.json', { name: 'Ferries' }),
      json('annotation/books.txt/odd.json', cas('ORG')),
      json('annotation/books.txt/ida.json', cas('FIRM')),
      json('annotation/books.txt/INITIAL_CAS.json', cas('AUTO')),
    ]);
    expect(documents.map(({ name, spans }) => [name, spans.map(({ author, label }) => `${author} ${label}`)])).toEqual([
      ['books', ['odd ORG', 'ida FIRM', 'null AUTO']],
    ]);
    expect(left).toEqual([]);
  });

  it('says nothing of what it does not know, and lists what is of another format', () => {
    expect(
      readFiles([
        { name: 'a.json', text: '{"a":1}' },
        { name: 'b.txt', text: 'words' },
      ]),
    ).toBeNull();
    const doccano = json('d.jsonl', {
      text: TEXT,
      entities: [{ label: 'ORG', start_offset: 3, end_offset: 12 }],
      relations: [{ type: 'owns' }],
    });
    const { left, found } = read([tasks(task(2, 11, 'Acme Corp')), doccano, { name: 'c.txt', text: 'words' }]);
    expect(found).toHaveLength(1);
    expect(left.map(({ at }) => at)).toEqual(['d.jsonl', 'c.txt']);
    expect(read([doccano]).left.map(({ what }) => what)).toEqual(['relation owns']);
  });
});
