import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, it } from 'vitest';
import { briefOf } from './brief';
import { writeDocx } from './docx';
import type { ExportChanges, ExportSnapshot } from './export';
import { anySnapshot, citation, claim, snapshot } from './export.fixtures';
import { filesOf } from './source.fixtures';

const bytesOf = async (state: ExportSnapshot) =>
  (await filesOf(writeDocx, { snapshot: state, texts: new Map() }))[0]!.body as Uint8Array;

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

it('is well-formed whatever was written, and every mark in the text has its endnote and every link its address', async () => {
  await fc.assert(
    fc.asyncProperty(anySnapshot, async (state) => {
      const parts = partsOf(await bytesOf(state));
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

const read = (value: string | null) => value ?? '';
/** Where a relationship of a part leads, from the folder that the part lies in. */
const targetOf = (rels: string, target: string) => `${rels.replace(/_rels\/[^/]*$/, '')}${target}`;

/** In which order the schema wants the children of some elements, as far as we write them (ISO/IEC 29500-1, annex A). */
const ORDER: Record<string, string[]> = {
  'w:pPr': 'pStyle keepNext keepLines pBdr bidi spacing ind outlineLvl'.split(' '),
  'w:rPr': 'rStyle rFonts b i color sz szCs u vertAlign rtl lang'.split(' '),
  'w:style': 'name basedOn next qFormat pPr rPr'.split(' '),
  'w:sectPr': 'footerReference endnotePr pgSz pgMar'.split(' '),
  'w:settings': 'endnotePr compat'.split(' '),
  'w:endnotePr': 'numFmt endnote'.split(' '),
  'w:docDefaults': 'rPrDefault pPrDefault'.split(' '),
};

/** What Word refuses a file for, or mends only after asking: answers what is wrong, part by part. */
function refusedByWord(parts: Parts): string[] {
  const wrong: string[] = [];
  const once = (what: string, ids: readonly string[]) => {
    if (new Set(ids).size !== ids.length) wrong.push(`${what} twice`);
  };
  const known = (what: string, named: readonly string[], held: readonly string[]) =>
    wrong.push(...named.filter((one) => !held.includes(one)).map((one) => `${what} ${one} is nowhere`));
  const attributes = (name: string, tag: string, attribute: string) =>
    all(parts, name, tag).map((one) => read(one.getAttribute(attribute)));
  const names = [...parts.keys()];
  for (const rels of names.filter((name) => name.endsWith('.rels'))) {
    const list = all(parts, rels, 'Relationship');
    once(`${rels}: id`, attributes(rels, 'Relationship', 'Id'));
    const inside = list.filter((one) => one.getAttribute('TargetMode') !== 'External');
    known(
      rels,
      inside.map((one) => targetOf(rels, read(one.getAttribute('Target')))),
      names,
    );
    const outside = list.filter((one) => one.getAttribute('TargetMode') === 'External');
    for (const one of outside) if (!URL.canParse(read(one.getAttribute('Target')))) wrong.push(`${rels}: no address`);
  }
  const [document, notes, styles] = ['word/document.xml', 'word/endnotes.xml', 'word/styles.xml'] as const;
  const held = attributes(styles, 'w:style', 'w:styleId');
  once('style', held);
  for (const part of [document, notes, 'word/footer1.xml'])
    for (const tag of ['w:pStyle', 'w:rStyle']) known(`${part}: style`, attributes(part, tag, 'w:val'), held);
  once('bookmark id', attributes(document, 'w:bookmarkStart', 'w:id'));
  once('bookmark', attributes(document, 'w:bookmarkStart', 'w:name'));
  known(
    'end of bookmark',
    attributes(document, 'w:bookmarkStart', 'w:id'),
    attributes(document, 'w:bookmarkEnd', 'w:id'),
  );
  for (const name of attributes(document, 'w:bookmarkStart', 'w:name'))
    if (!/^[a-z]\w{0,39}$/i.test(name)) wrong.push(`bookmark ${name}`);
  once('endnote', attributes(notes, 'w:endnote', 'w:id'));
  known('separator', attributes('word/settings.xml', 'w:endnote', 'w:id'), attributes(notes, 'w:endnote', 'w:id'));
  known('note', attributes(document, 'w:endnoteReference', 'w:id'), attributes(notes, 'w:endnote', 'w:id'));
  known(
    'footer',
    attributes(document, 'w:footerReference', 'r:id'),
    attributes('word/_rels/document.xml.rels', 'Relationship', 'Id'),
  );
  // Properties stand first in what they are of, and the page's come last in the body.
  for (const part of [document, notes])
    for (const tag of ['w:pPr', 'w:rPr'])
      if (all(parts, part, tag).some((one) => one.previousSibling)) wrong.push(`${part}: ${tag} is not first`);
  for (const part of [document, notes, styles, 'word/settings.xml', 'word/footer1.xml'])
    for (const [tag, order] of Object.entries(ORDER))
      for (const one of all(parts, part, tag)) {
        const places = Array.from(one.childNodes, ({ nodeName }) => order.indexOf(nodeName.slice(2)));
        const rising = places.every((place, nth) => place >= 0 && place >= (places[nth - 1] ?? 0));
        if (!rising) wrong.push(`${part}: the order in ${tag}`);
      }
  const bodyOf = parts.get(document)!.getElementsByTagName('w:body')[0]!;
  if (bodyOf.lastChild?.nodeName !== 'w:sectPr') wrong.push('no page at the end');
  return wrong;
}

/** What became of the claims of an earlier export, a claim of each kind. */
const changes: ExportChanges = {
  since: {
    format: 'docx',
    sha256: '0f3a'.repeat(16),
    by: { id: 'u1', name: 'Ann Alyst' },
    at: '2026-05-03T08:00:00.000Z',
  },
  added: [{ id: claim.id, version: 2, sha256: 'a'.repeat(64) }],
  changed: [
    {
      id: 'c2',
      before: { version: 1, statement: 'Some counted.', sha256: 'b'.repeat(64) },
      now: { version: 2, statement: 'Nobody counted.', sha256: 'c'.repeat(64) },
      parts: ['wording', 'evidence'],
    },
  ],
  withdrawn: [
    {
      ...{ id: 'c3', version: 1, statement: 'The ferry ran.\n<twice>', status: 'rejected', why: 'It was rejected.' },
      ...{ by: { id: 'u2', name: 'Bo Brief' }, at: '2026-05-04T08:00:00.000Z' },
    },
  ],
  outside: [{ id: 'c4', statement: 'The quay is old.', why: 'It is above the ceiling.' }],
  same: 7,
};
const other = { ...claim, id: 'c2', statement: 'Nobody counted.', answers: [], openQuestions: [] };
const changed = { ...snapshot, meta: { ...snapshot.meta, changes }, claims: [other, claim] };

it('is what Word opens without asking: parts, ids, styles, links and the order of properties', async () => {
  for (const state of [snapshot, changed, { ...snapshot, claims: [] }]) {
    const parts = partsOf(await bytesOf(state));
    const declared = all(parts, '[Content_Types].xml', 'Override').map((one) => one.getAttribute('PartName')!.slice(1));
    const held = [...parts.keys()].filter((name) => !name.endsWith('.rels') && name !== '[Content_Types].xml');
    expect(held.sort()).toEqual(declared.sort());
    expect(refusedByWord(parts)).toEqual([]);
  }
});

it('and what is wrong with any of that is found', async () => {
  const broken: [part: string, from: string | RegExp, to: string, says: string][] = [
    [
      'word/_rels/document.xml.rels',
      'styles.xml',
      'style.xml',
      'word/_rels/document.xml.rels word/style.xml is nowhere',
    ],
    ['word/document.xml', 'w:endnoteReference w:id="1"', 'w:endnoteReference w:id="9"', 'note 9 is nowhere'],
    ['word/document.xml', '"Heading2"', '"Heading9"', 'word/document.xml: style Heading9 is nowhere'],
    ['word/document.xml', 'w:name="claim_2"', 'w:name="claim_1"', 'bookmark twice'],
    [
      'word/styles.xml',
      '<w:keepNext/><w:keepLines/>',
      '<w:keepLines/><w:keepNext/>',
      'word/styles.xml: the order in w:pPr',
    ],
    [
      'word/document.xml',
      /(<w:rPr><w:b\/><\/w:rPr>)(<w:t [^>]*>[^<]*<\/w:t>)/,
      '$2$1',
      'word/document.xml: w:rPr is not first',
    ],
  ];
  for (const [part, from, to, says] of broken) {
    const bytes = unzipSync(await bytesOf(changed));
    const text = strFromU8(bytes[part]!);
    expect(text.replace(from, to)).not.toBe(text);
    expect(refusedByWord(partsOf(zipSync({ ...bytes, [part]: strToU8(text.replace(from, to)) })))).toContain(says);
  }
});

it('says first what changed since an earlier export, what must not be used any more before all else', async () => {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await bytesOf(changed)) });
  const lines = value.split('\n').filter(Boolean);
  const from = lines.findIndex((line) => line.startsWith('Since the export'));
  expect(lines.slice(from, from + 17)).toEqual([
    'Since the export that Ann Alyst made on May 3, 2026 (SHA-256 ' +
      '0f3a'.repeat(16) +
      '): 1 new, 1 changed, 1 withdrawn, 1 no longer among these, 7 as they were.',
    'Withdrawn: do not use these any more',
    'The ferry ran.<twice>',
    'It was rejected.',
    'Withdrawn by Bo Brief on May 4, 2026.',
    'Changed',
    'Nobody counted.',
    'Before: Some counted.',
    'What changed: its wording and its evidence.',
    `SHA-256 before ${'b'.repeat(16)}…, now ${'c'.repeat(16)}….`,
    'New',
    'The group controls five districts.',
    'Approved still, but no longer among these',
    'The quay is old.',
    'It is above the ceiling.',
    '2 approved claims, 2 citations from 1 article.',
    'Key judgements',
  ]);
});

it('gives a reader of Word files the brief: key judgements first, by question, notes at the end', async () => {
  const { value } = await mammoth.convertToHtml({
    buffer: Buffer.from(await bytesOf({ ...snapshot, claims: [other, claim] })),
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

it('calls claims other claims only beside those of a question', async () => {
  const { value } = await mammoth.convertToHtml({
    buffer: Buffer.from(await bytesOf({ ...snapshot, claims: [other] })),
  });
  expect(value).toContain('<h1>Claims</h1>');
  expect(value).not.toContain('Other claims');
});

it('keeps every quote that has no line end, tab or control character', async () => {
  const quotes = ['e\u0301 👩🏽‍🚒 “five”', 'שלום עולם', '<w:t>&amp;</w:t>', '  two  blanks  '];
  const citations = quotes.map((quote, index) => ({ ...citation, tagId: `t${index}`, start: index, quote }));
  const parts = partsOf(await bytesOf({ ...snapshot, claims: [{ ...claim, citations }] }));
  const texts = all(parts, 'word/document.xml', 'w:t').map((one) => one.textContent);
  expect(texts).toEqual(expect.arrayContaining(quotes));
});

it('is the same file twice, and in every time zone', async () => {
  const zone = process.env.TZ;
  const seen = new Set<string>();
  for (const TZ of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
    process.env.TZ = TZ;
    seen.add(Buffer.from(await bytesOf(snapshot)).toString('hex'));
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(seen.size).toBe(1);
});

it('numbers its quotes as the brief does', async () => {
  const [quote] = briefOf(snapshot).judgements[0]!.evidence[0]!.quotes;
  expect(idsOf(partsOf(await bytesOf(snapshot)), 'word/document.xml', 'w:endnoteReference')).toEqual([quote!.number]);
});

it('says in what language a quote is, whatever its script, so that Word spells it as such', async () => {
  const article = { ...citation.article, language: 'ar' };
  const quoted = [
    { ...citation, tagId: 't1', quote: 'لم يحص أحد', article },
    { ...citation, tagId: 't2', start: 40, end: 50, article: { ...article, language: null } },
  ];
  const parts = partsOf(await bytesOf({ ...snapshot, claims: [{ ...claim, citations: quoted, threads: [] }] }));
  const said = all(parts, 'word/document.xml', 'w:lang').map((one) =>
    ['w:val', 'w:eastAsia', 'w:bidi'].map((name) => one.getAttribute(name)),
  );
  expect(said).toEqual([['ar', 'ar', 'ar']]);
  expect(refusedByWord(parts)).toEqual([]);
});
