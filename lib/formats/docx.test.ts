import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, it } from 'vitest';
import { briefOf } from './brief';
import { writeDocx } from './docx';
import type { ExportSnapshot } from './export';
import { anySnapshot, citation, claim, snapshot } from './export.fixtures';

const bytesOf = (state: ExportSnapshot) => writeDocx(state).files[0]!.body as Uint8Array;

/** The parts of the file by name, each parsed by a reader that stops at whatever is not well-formed. */
function partsOf(bytes: Uint8Array) {
  const onError = (level: string, message: string) => {
    if (message.startsWith('Unicode replacement character')) return; // that is what we put for what XML cannot hold
    throw new Error(`${level}: ${message}`);
  };
  const parse = (part: Uint8Array) => new DOMParser({ onError }).parseFromString(strFromU8(part), 'text/xml');
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, parse(part)]));
}
type Parts = ReturnType<typeof partsOf>;
const all = (parts: Parts, name: string, tag: string) => Array.from(parts.get(name)!.getElementsByTagName(tag));
const idsOf = (parts: Parts, name: string, tag: string) =>
  all(parts, name, tag).map((element) => Number(element.getAttribute('w:id')));

it('is well-formed whatever was written, and every mark in the text has its endnote and every link its address', () => {
  fc.assert(
    fc.property(anySnapshot, (state) => {
      const parts = partsOf(bytesOf(state));
      const references = idsOf(parts, 'word/document.xml', 'w:endnoteReference');
      const notes = idsOf(parts, 'word/endnotes.xml', 'w:endnote').filter((id) => id > 0);
      expect(references).toEqual(notes);
      expect(references).toEqual(references.map((_, index) => index + 1));
      const rels = all(parts, 'word/_rels/endnotes.xml.rels', 'Relationship').map((one) => one.getAttribute('Id'));
      const links = all(parts, 'word/endnotes.xml', 'w:hyperlink').map((one) => one.getAttribute('r:id'));
      expect(links).toEqual(rels);
      const marks = all(parts, 'word/document.xml', 'w:bookmarkStart').map((one) => one.getAttribute('w:name'));
      for (const link of all(parts, 'word/document.xml', 'w:hyperlink'))
        expect(marks).toContain(link.getAttribute('w:anchor'));
    }),
    { numRuns: 60 },
  );
});

it('names every part that it holds, once', () => {
  const parts = partsOf(bytesOf(snapshot));
  const declared = all(parts, '[Content_Types].xml', 'Override').map((one) => one.getAttribute('PartName')!.slice(1));
  const held = [...parts.keys()].filter((name) => !name.endsWith('.rels') && name !== '[Content_Types].xml');
  expect(held.sort()).toEqual(declared.sort());
});

it('gives a reader of Word files the brief: key judgements first, by question, notes at the end', async () => {
  const other = { ...claim, id: 'c2', statement: 'Nobody counted.', answers: [], openQuestions: [] };
  const { value } = await mammoth.convertToHtml({
    buffer: Buffer.from(bytesOf({ ...snapshot, claims: [other, claim] })),
  });
  const places = [
    '<h1>Key judgements</h1>',
    '<h1>How many men are there?</h1>',
    'About two hundred, by one origin.',
    'The group controls five districts.</h2>',
    '<h1>Other claims</h1>',
    'Nobody counted.</h2>',
    '<h1>How to read this</h1>',
    'id="endnote-1"',
  ].map((words) => value.lastIndexOf(words));
  expect(places.every((place) => place > 0)).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  expect(value).toContain('href="https://valley.example/border"');
  expect(value).toContain('One officer is no confirmation.');
  expect(value).toMatch(/“Border posts change hands,” as in note 1\./);
});

it('keeps every quote that has no line end, tab or control character', async () => {
  const quotes = ['e\u0301 👩🏽‍🚒 “five”', 'שלום עולם', '<w:t>&amp;</w:t>', '  two  blanks  '];
  const citations = quotes.map((quote, index) => ({ ...citation, tagId: `t${index}`, start: index, quote }));
  const parts = partsOf(bytesOf({ ...snapshot, claims: [{ ...claim, citations }] }));
  const texts = all(parts, 'word/document.xml', 'w:t').map((one) => one.textContent);
  expect(texts).toEqual(expect.arrayContaining(quotes));
});

it('is the same file twice, and in every time zone', () => {
  const zone = process.env.TZ;
  const seen = new Set<string>();
  for (const TZ of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
    process.env.TZ = TZ;
    seen.add(Buffer.from(bytesOf(snapshot)).toString('hex'));
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(seen.size).toBe(1);
});

it('numbers its quotes as the brief does', () => {
  const [quote] = briefOf(snapshot).judgements[0]!.evidence[0]!.quotes;
  expect(idsOf(partsOf(bytesOf(snapshot)), 'word/document.xml', 'w:endnoteReference')).toEqual([quote!.number]);
});
