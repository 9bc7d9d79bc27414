import { describe, expect, it } from 'vitest';
import { faultOf } from '@/lib/threads/body';
import { documentToSend, isBlank } from './document';
import { hrefOf } from './links';

const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const text = (words: string, ...marks: unknown[]) => ({
  type: 'text',
  text: words,
  ...(marks.length ? { marks } : {}),
});

describe('an address', () => {
  it.each([
    ['https://example.org/a?b=1', 'https://example.org/a?b=1'],
    ['example.org', 'https://example.org/'],
    ['www.example.org/path', 'https://www.example.org/path'],
    ['ana@example.org', 'mailto:ana@example.org'],
    ['mailto:ana@example.org', 'mailto:ana@example.org'],
  ])('%s leads to %s', (typed, href) => expect(hrefOf(typed)).toBe(href));

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' data:text/html,x',
    'vbscript:x',
    'file:///etc',
    'words',
    '',
  ])('%j leads nowhere', (typed) => expect(hrefOf(typed)).toBeNull());
});

describe('what is blank', () => {
  it.each([
    null,
    undefined,
    {},
    { type: 'doc', content: [paragraph()] },
    { type: 'doc', content: [paragraph(text(' \n'))] },
  ])('%j', (doc) => expect(isBlank(doc)).toBe(true));
  it('is not words, nor a mention alone', () => {
    expect(isBlank({ type: 'doc', content: [paragraph(text('a'))] })).toBe(false);
    expect(isBlank({ type: 'doc', content: [paragraph({ type: 'mention', attrs: { id: 'x', label: 'Ana' } })] })).toBe(
      false,
    );
  });
});

describe('the document to send', () => {
  it('loses empty paragraphs at its end only', () => {
    const doc = { type: 'doc', content: [paragraph(), paragraph(text('words')), { type: 'paragraph' }, paragraph()] };
    expect(documentToSend(doc).content).toEqual([paragraph(), paragraph(text('words'))]);
  });

  it('keeps links of ours under their full address, and the words of others', () => {
    const link = (href: string) => ({ type: 'link', attrs: { href, target: null, rel: null, class: null } });
    const doc = {
      type: 'doc',
      content: [paragraph(text('a', link('example.org')), text('b', link('javascript:x'), { type: 'bold' }))],
    };
    const sent = documentToSend(doc);
    expect(sent.content).toEqual([
      paragraph(text('a', { type: 'link', attrs: { href: 'https://example.org/' } }), text('b', { type: 'bold' })),
    ]);
    expect(faultOf(sent)).toBeNull();
  });
});
