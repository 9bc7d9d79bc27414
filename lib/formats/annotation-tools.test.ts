import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBrat } from './brat';
import { writeConll } from './conll';
import { writeDoccano } from './doccano';
import { writeLabelStudio } from './label-studio';
import { writeProdigy } from './prodigy';
import { anyCited, bodyOf, cited, filesOf, slicePoints, type Cited } from './source.fixtures';
import { writeSpacy } from './spacy';
import { linesOf, edgesOf } from './tokens';
import { writeUimaCas } from './uima-cas';
import { writeWebAnnoTsv } from './webanno-tsv';

const wordsOf = ({ texts }: Cited): string => [...texts.values()].join('');
const citationsOf = ({ snapshot }: Cited) =>
  snapshot.claims
    .flatMap(({ citations }) => citations)
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.tagId < b.tagId ? -1 : 1));
const lines = <T>(body: string): T[] =>
  body
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
/** Holds what reads a file back to the citations that it was made of. */
const holds = (check: (of: Cited, text: string) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(anyCited, (of) => check(of, wordsOf(of))),
    { numRuns: 80, examples: [[cited]] },
  );

describe('places find their quotes, in the unit of each tool', () => {
  it('doccano: UTF-16 code units', () =>
    holds(async (of, text) => {
      const [task] = lines<{ text: string; label: [number, number, string][] }>(await bodyOf(writeDoccano, of));
      expect(task!.text).toBe(text);
      expect(task!.label).toEqual(citationsOf(of).map(({ start, end, stance }) => [start, end, stance]));
    }));

  it('Label Studio: code points', () =>
    holds(async (of, text) => {
      interface Task {
        data: { text: string };
        annotations: { result: { value: { start: number; end: number; text: string; labels: string[] } }[] }[];
      }
      const [task] = JSON.parse(await bodyOf(writeLabelStudio, of)) as Task[];
      expect(task!.data.text).toBe(text);
      const values = task!.annotations[0]!.result.map(({ value }) => value);
      expect(values.map((one) => one.labels[0])).toEqual(citationsOf(of).map(({ stance }) => stance));
      for (const [index, { quote }] of citationsOf(of).entries()) {
        const value = values[index]!;
        expect(value.text).toBe(quote);
        expect(slicePoints(text, value.start, value.end)).toBe(quote);
      }
    }));

  it('Prodigy: code points, and whole tokens', () =>
    holds(async (of, text) => {
      interface Task {
        tokens: { text: string; start: number; end: number; id: number; ws: boolean }[];
        spans: { start: number; end: number; token_start: number; token_end: number }[];
      }
      const [task] = lines<Task>(await bodyOf(writeProdigy, of));
      for (const token of task!.tokens) expect(slicePoints(text, token.start, token.end)).toBe(token.text);
      // As spaCy makes a document of words and spaces.
      const built = (tokens: Task['tokens']) => tokens.map((token) => token.text + (token.ws ? ' ' : '')).join('');
      expect(built(task!.tokens)).toBe(text);
      for (const [index, { quote }] of citationsOf(of).entries()) {
        const span = task!.spans[index]!;
        expect(slicePoints(text, span.start, span.end)).toBe(quote);
        const covered = task!.tokens.slice(span.token_start, span.token_end + 1);
        expect(built([...covered.slice(0, -1), { ...covered.at(-1)!, ws: false }])).toBe(quote);
      }
    }));

  it('spaCy: code points', () =>
    holds(async (of, text) => {
      const [task] = lines<{ spans: { start: number; end: number }[] }>(await bodyOf(writeSpacy, of));
      const found = task!.spans.map(({ start, end }) => slicePoints(text, start, end));
      expect(found).toEqual(citationsOf(of).map(({ quote }) => quote));
    }));

  it('brat: code points, in pieces over line ends, beside the text to the letter', () =>
    holds(async (of, text) => {
      const files = await filesOf(writeBrat, of);
      expect(files.find(({ name }) => name.endsWith('.txt'))!.body).toBe(text);
      const ann = String(files.find(({ name }) => name.endsWith('.ann'))!.body);
      const spans = ann.split('\n').filter((line) => line.startsWith('T'));
      const quotes = citationsOf(of).filter(({ quote }) => /[^\r\n]/.test(quote));
      expect(spans).toHaveLength(quotes.length);
      for (const [index, line] of spans.entries()) {
        const [, head, words] = /^T\d+\t\w+ ([\d ;]+)\t([\s\S]*)$/.exec(line)!;
        const pieces = head!.split(';').map((piece) => piece.split(' ').map(Number));
        const found = pieces.map(([start, end]) => slicePoints(text, start!, end!));
        expect(found.join(' ')).toBe(words);
        expect(found).toEqual(quotes[index]!.quote.split(/[\r\n]+/).filter(Boolean));
      }
    }));

  it('UIMA CAS: UTF-16 code units', () =>
    holds(async (of, text) => {
      type Structure = { '%ID': number; '%TYPE': string; sofaString?: string; begin: number; end: number };
      const cas = JSON.parse(await bodyOf(writeUimaCas, of)) as {
        '%TYPES': Record<string, object>;
        '%FEATURE_STRUCTURES': Structure[];
        '%VIEWS': { _InitialView: { '%SOFA': number; '%MEMBERS': number[] } };
      };
      const [sofa, ...structures] = cas['%FEATURE_STRUCTURES'];
      expect(sofa!.sofaString).toBe(text);
      expect(cas['%VIEWS']._InitialView['%MEMBERS']).toEqual(structures.map((one) => one['%ID']));
      const found = structures.filter((one) => one['%TYPE'] === 'webanno.custom.Citation');
      expect(found.map(({ begin, end }) => text.slice(begin, end))).toEqual(citationsOf(of).map(({ quote }) => quote));
      for (const one of structures)
        expect(one['%TYPE'].startsWith('uima.') || one['%TYPE'] in cas['%TYPES']).toBe(true);
    }));

  it('WebAnno TSV: UTF-16 code units, every citation the row of its tokens', () =>
    holds(async (of, text) => {
      const body = await bodyOf(writeWebAnnoTsv, of);
      expect(body.startsWith('#FORMAT=WebAnno TSV 3.3\n#T_SP=')).toBe(true);
      const rows = body.split('\n').filter((line) => /^\d+-\d+\t/.test(line));
      const marked = new Map<number, string>();
      for (const row of rows) {
        const [, place, word, stance] = row.split('\t');
        const [start, end] = place!.split('-').map(Number);
        expect(text.slice(start, end)).toBe(word);
        for (const [, number] of stance!.matchAll(/\[(\d+)\]/g))
          marked.set(Number(number), (marked.get(Number(number)) ?? '') + word!);
      }
      for (const [index, { quote }] of citationsOf(of).entries())
        expect(marked.get(index + 1) ?? '').toBe(quote.replace(/\s/g, ''));
    }));
});

describe('CoNLL-2002', () => {
  it('has the tokens of the text, each with one tag, and no I- without its B-', () =>
    holds(async (of, text) => {
      const [conll] = await filesOf(writeConll, of);
      const rows = String(conll!.body)
        .split('\n')
        .filter((line) => line && !line.startsWith('-DOCSTART-'))
        .map((line) => line.split(' '));
      const spans = of.snapshot.claims.flatMap((one) => one.citations.map((citation) => ({ claim: one, citation })));
      const tokens = linesOf(text, edgesOf(spans)).flatMap((line) => line.tokens);
      expect(rows.map(([token]) => token)).toEqual(tokens.map((token) => token.text));
      let before = 'O';
      for (const [, tag] of rows) {
        expect(tag).toMatch(/^(O|[BI]-(supports|contradicts|context))$/);
        if (tag!.startsWith('I-')) expect(before.slice(2)).toBe(tag!.slice(2));
        before = tag!;
      }
    }));

  it('lists every citation and what became of it', async () => {
    const [, side] = await filesOf(writeConll, cited);
    const listed = lines<{ became: string; quote: string }>(String(side!.body));
    expect(listed.map(({ became }) => became.replace(/[0-9a-f-]{36}/, 'another'))).toEqual([
      'whole',
      'in 2 pieces: runs over the end of a line',
      'left out: overlaps another',
      'whole',
    ]);
  });
});

describe('tokens', () => {
  it('are words with their marks, signs with what joins on to them, and never cross an edge', () => {
    const text = 'e\u0301crivain’s 👩🏽‍🚒 “five”, 2,5';
    expect(linesOf(text, new Set()).flatMap((line) => line.tokens.map((token) => token.text))).toEqual([
      ...['e\u0301crivain’s', '👩🏽‍🚒', '“', 'five', '”', ',', '2', ',', '5'],
    ]);
    const at = text.indexOf('ve');
    expect(linesOf(text, new Set([at])).flatMap((line) => line.tokens.map((token) => token.text))).toContain('fi');
  });
});
