import { getSchema } from '@tiptap/core';
import { Mention } from '@tiptap/extension-mention';
import { StarterKit } from '@tiptap/starter-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  documentOf,
  excerptOf,
  faultOf,
  MAX_WORDS,
  mentionsIn,
  quotationsIn,
  safeHref,
  textOf,
  withNames,
  type Doc,
} from './body';

const ANA = '0190aaaa-0000-7000-8000-000000000001';
const OTTO = '0190aaaa-0000-7000-8000-000000000002';
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const say = (text: string, ...marks: unknown[]) => ({ type: 'text', text, ...(marks.length ? { marks } : {}) });
const link = (href: unknown, more: object = {}) => ({ type: 'link', attrs: { href, ...more } });
const mention = (id: string, label: string) => ({ type: 'mention', attrs: { id, label } });

const written = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '');
const marks = fc.uniqueArray(
  fc.constantFrom({ type: 'bold' }, { type: 'italic' }, { type: 'link', attrs: { href: 'https://example.org/a?b=c' } }),
  { maxLength: 3, selector: (mark) => mark.type },
);
const marked = (node: fc.Arbitrary<object>) =>
  fc.tuple(node, marks).map(([one, on]) => (on.length ? { ...one, marks: on } : one));
const inline = fc.oneof(
  marked(written.map((text) => ({ type: 'text', text }))),
  marked(fc.constant({ type: 'hardBreak' })),
  marked(fc.tuple(fc.constantFrom(ANA, OTTO), written).map(([id, label]) => mention(id, label))),
);
const { block } = fc.letrec<{ block: object; paragraph: object; item: object }>((tie) => ({
  paragraph: fc.array(inline, { minLength: 1, maxLength: 4 }).map((content) => ({ type: 'paragraph', content })),
  item: fc
    .tuple(tie('paragraph'), fc.array(tie('block'), { maxLength: 1, depthIdentifier: 'document' }))
    .map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] })),
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'document' },
    tie('paragraph'),
    fc.constant({ type: 'paragraph' }),
    fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((content) => ({ type: 'blockquote', content })),
    fc.array(tie('item'), { minLength: 1, maxLength: 2 }).map((content) => ({ type: 'bulletList', content })),
    fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.array(tie('item'), { minLength: 1, maxLength: 2 }))
      .map(([start, content]) => ({ type: 'orderedList', attrs: { start }, content })),
  ),
}));
const documents = fc
  .tuple(written, fc.array(block, { maxLength: 4 }))
  .map(([text, blocks]) => doc(paragraph(say(text)), ...blocks) as Doc);

/** Every object below a value, the value included. */
const objectsIn = (value: unknown): Record<string, unknown>[] =>
  typeof value !== 'object' || value === null
    ? []
    : [...(Array.isArray(value) ? [] : [value as Record<string, unknown>]), ...Object.values(value).flatMap(objectsIn)];

describe('a document that the list allows', () => {
  it('is kept to the letter, and reads as the editor would read it', () => {
    const schema = getSchema([StarterKit, Mention]);
    fc.assert(
      fc.property(documents, (given) => {
        expect(faultOf(given)).toBeNull();
        const kept = documentOf(given);
        expect(kept).toEqual(given);
        schema.nodeFromJSON(kept).check();
      }),
    );
  });

  it('loses nothing of its words in plain text', () => {
    fc.assert(
      fc.property(documents, (given) => {
        const text = textOf(given).replace(/[\s>]/g, '');
        for (const node of objectsIn(given))
          if (node.type === 'text') expect(text).toContain((node.text as string).replace(/[\s>]/g, ''));
      }),
    );
  });

  it('is taken from the editor with what the editor adds, and stored without it', () => {
    const href = 'https://example.org/';
    const extra = { target: '_blank', rel: 'noopener noreferrer nofollow', class: null, title: null };
    const given = doc(
      { type: 'orderedList', attrs: { start: 3, type: null }, content: [{ type: 'listItem', content: [paragraph()] }] },
      paragraph(say('there', link(href, extra)), {
        type: 'mention',
        attrs: { id: ANA, label: 'Ana', mentionSuggestionChar: '@' },
      }),
    );
    expect(faultOf(given)).toBeNull();
    expect(documentOf(given as unknown as Doc)).toEqual(
      doc(
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
        },
        paragraph(say('there', link(href)), mention(ANA, 'Ana')),
      ),
    );
  });
});

describe('what the list does not allow', () => {
  it('is refused wherever a strange key is put', () => {
    const strange = fc.constantFrom('__proto__', 'constructor', 'onclick', 'style', 'class', 'toString', 'html');
    fc.assert(
      fc.property(documents, fc.nat(), strange, (given, at, key) => {
        const copy = JSON.parse(JSON.stringify(given)) as Doc;
        const objects = objectsIn(copy);
        Object.defineProperty(objects[at % objects.length]!, key, { value: null, enumerable: true });
        // The editor's own `class` on a link is known, and dropped.
        fc.pre(!(key === 'class' && 'href' in objects[at % objects.length]!));
        expect(faultOf(copy)).not.toBeNull();
      }),
    );
  });

  it('is refused wherever a strange kind of node or mark is put', () => {
    const strange = fc.constantFrom('image', 'iframe', 'heading', 'codeBlock', 'constructor', '__proto__', '', 7, null);
    fc.assert(
      fc.property(documents, fc.nat(), strange, (given, at, type) => {
        const copy = JSON.parse(JSON.stringify(given)) as Doc;
        const typed = objectsIn(copy).filter((object) => 'type' in object);
        typed[at % typed.length]!.type = type;
        expect(faultOf(copy)).not.toBeNull();
      }),
    );
  });

  it('ends as a fault, never as an exception, whatever JSON comes', () => {
    const key = fc.constantFrom('type', 'content', 'attrs', 'marks', 'text', 'href', 'id', '__proto__');
    const value = fc.oneof(fc.constantFrom('doc', 'paragraph', 'text', 'mention', 'link', 'bold', ANA), fc.jsonValue());
    const nested = fc.object({ key, values: [value], maxDepth: 5 });
    const whatever = fc.oneof(
      nested,
      nested.map(paragraph),
      nested.map(doc),
      nested.map((node) => doc(paragraph(node))),
    );
    fc.assert(
      fc.property(whatever, (given) => {
        if (faultOf(given) === null) documentOf(given as Doc);
      }),
      { numRuns: 2000 },
    );
    for (const nothing of [undefined, null, 1, 'doc', [], {}, () => 1]) expect(faultOf(nothing)).not.toBeNull();
  });

  it.each([
    ['a list item outside a list', doc({ type: 'listItem', content: [paragraph(say('a'))] })],
    ['words outside a paragraph', doc(say('a'))],
    ['a paragraph in a paragraph', doc(paragraph(paragraph(say('a'))))],
    ['a list item that starts with a list', doc({ type: 'bulletList', content: [{ type: 'listItem', content: [] }] })],
    ['a mark twice', doc(paragraph(say('a', { type: 'bold' }, { type: 'bold' })))],
    ['a mark that has settings', doc(paragraph(say('a', { type: 'bold', attrs: { style: 'x' } })))],
    ['a mention of no member', doc(paragraph(mention('everybody', 'Everybody')))],
    ['a NUL', doc(paragraph(say('a\0')))],
    ['half a character', doc(paragraph(say('\ud800')))],
    ['words that are none', doc(paragraph({ type: 'text', text: { toString: () => 'a' } }))],
    ['nothing but blanks', doc(paragraph(say('  \n ')))],
    ['nothing', doc()],
    ['too many words', doc(paragraph(say('a'.repeat(MAX_WORDS)), say('a')))],
    ['too many pieces', doc(...Array.from({ length: 3000 }, () => paragraph(say('a'))))],
    ['a list that counts from a word', doc({ type: 'orderedList', attrs: { start: '1' }, content: [] })],
  ])('refuses %s', (_, given) => expect(faultOf(given)).not.toBeNull());

  it('refuses what is nested too deep without falling into it', () => {
    let nested: object = paragraph(say('a'));
    for (let level = 0; level < 100_000; level++) nested = { type: 'blockquote', content: [nested] };
    expect(faultOf(doc(nested))?.message).toMatch(/levels/);
  });
});

describe('links', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' \u0001javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/x',
    '//example.org/x',
    '/api/v1/me',
    'example.org',
    '',
  ])('refuses %j', (href) => {
    expect(safeHref(href)).toBeNull();
    expect(faultOf(doc(paragraph(say('a', link(href)))))?.path).toEqual([
      'content',
      0,
      'content',
      0,
      'marks',
      0,
      'attrs',
      'href',
    ]);
  });

  it.each([
    ['http://example.org', 'http://example.org/'],
    [' https://example.org/a b', 'https://example.org/a%20b'],
    ['mailto:ana@example.org', 'mailto:ana@example.org'],
    ['https:\\example.org\\x', 'https://example.org/x'],
  ])('keeps %j as the browser reads it', (href, read) => expect(safeHref(href)).toBe(read));

  it('refuses an address that is too long, also once it is escaped', () => {
    expect(safeHref(`https://example.org/${'a'.repeat(2000)}`)).toBeNull();
    expect(safeHref(`https://example.org/${' é'.repeat(900)}`)).toBeNull();
  });

  it('answers only addresses that read the same again', () => {
    const schemes = fc.constantFrom('https:', 'http:', 'mailto:', 'javascript:', 'data:', ' https:', 'ht\ttps:', '');
    fc.assert(
      fc.property(schemes, fc.string(), (scheme, rest) => {
        const href = safeHref(scheme + rest);
        if (href === null) return;
        expect(href).toMatch(/^(https?|mailto):/);
        expect(safeHref(href)).toBe(href);
      }),
    );
  });
});

describe('plain words', () => {
  it('come back as they were typed, but for the kind and number of blank lines', () => {
    const typed = fc
      .array(
        fc.oneof(written, fc.constantFrom('\n', '\n\n', ' ')).map((part) => part.replace(/\r/g, '')),
        { maxLength: 8 },
      )
      .map((parts) => parts.join('').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(typed, (text) => {
        const made = documentOf({ text });
        expect(faultOf(made)).toBeNull();
        expect(textOf(made)).toBe(text.replace(/\n{3,}/g, '\n\n'));
      }),
    );
  });

  it('keep line ends of every kind', () => {
    expect(documentOf({ text: 'a\r\nb\r\rc' })).toEqual(
      doc(paragraph(say('a'), { type: 'hardBreak' }, say('b')), paragraph(say('c'))),
    );
  });

  it('show lists, quotes and names', () => {
    const item = (text: string, ...more: unknown[]) => ({
      type: 'listItem',
      content: [paragraph(say(text)), ...more],
    });
    const given = doc(
      paragraph(say('See '), mention(ANA, 'Ana')),
      {
        type: 'orderedList',
        attrs: { start: 9 },
        content: [item('one'), item('two', { type: 'bulletList', content: [item('deep')] })],
      },
      { type: 'blockquote', content: [paragraph(say('a'), { type: 'hardBreak' }, say('b'))] },
    ) as Doc;
    expect(textOf(given)).toBe('See @Ana\n\n9. one\n10. two\n    - deep\n\n> a\n> b');
  });
});

it('finds the mentions, and puts each under the name of the member', () => {
  const given = doc(
    paragraph(mention(OTTO, 'Ana'), say(' and '), mention(ANA, 'Ana')),
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph(mention(OTTO, 'the other'))] }],
    },
    { type: 'paragraph' },
  ) as Doc;
  expect(mentionsIn(given)).toEqual([OTTO, ANA]);
  const named = withNames(given, (id) => (id === ANA ? 'Ana' : 'Otto'));
  expect(textOf(named)).toBe('@Otto and @Ana\n\n- @Otto\n\n');
  expect(mentionsIn(named)).toEqual([OTTO, ANA]);
});

it('cuts a long text short, between characters', () => {
  expect(excerptOf('a'.repeat(300))).toBe('a'.repeat(300));
  expect(excerptOf('a'.repeat(301))).toBe(`${'a'.repeat(299)}…`);
  expect(excerptOf(`${'a'.repeat(298)}😀😀`)).toBe(`${'a'.repeat(298)}…`);
});

describe('words of an article', () => {
  const place = {
    articleId: '01a22136-ad89-76c2-b26e-e5b02e8b4e16',
    version: 1,
    start: 3,
    end: 12,
    quote: 'some\nword',
  };
  const quoting = (attrs: object) => ({ type: 'doc', content: [{ type: 'quotation', attrs }] });

  it('are quoted with their place, and read as a quote', () => {
    const doc = documentOf(quoting(place) as never);
    expect([textOf(doc), quotationsIn(doc), mentionsIn(doc)]).toEqual(['> some\n> word', [place], []]);
    const inside = { type: 'doc', content: [{ type: 'blockquote', content: quoting(place).content }] };
    expect(quotationsIn(documentOf(inside as never))).toEqual([place]);
    expect(withNames(doc, () => 'x')).toEqual(doc);
  });

  it.each([
    { ...place, end: 13 },
    { ...place, start: -1, end: 8 },
    { ...place, version: 1.5 },
    { ...place, articleId: 'x' },
    { ...place, quote: '' },
    { ...place, href: 'javascript:x' },
    { quote: 'some' },
  ])('are refused as %j', (attrs) => expect(faultOf(quoting(attrs))).not.toBeNull());
});
