import { describe, expect, it } from 'vitest';
import { claimCitation, quoteCitation, sourceLine } from './citation-text';
import { evidenceOf } from './evidence';
import { claimOf, quotedTag } from './quoted-tag.fixtures';

const hash = 'ab'.repeat(32);

describe('quoteCitation', () => {
  it('gives the words, who said them, and a Chicago note with the hash of the version', () => {
    expect(quoteCitation(quotedTag())).toBe(
      `“was banned”\nSaid by the outlet itself (Radio North).\n“Border districts,” Radio North, July 28, 2021, https://example.org/a (version 1, sha256:${hash}).`,
    );
  });

  it('names speaker, relay and denial, and gives a translation with its translator', () => {
    const text = quoteCitation(
      quotedTag({
        speaker: { id: 'e1', type: 'unnamed-source', name: 'a border guard' },
        via: { id: 'p2', name: 'Radio South', on: '2021-07-02' },
        denies: true,
        highlight: { translation: { text: 'It was forbidden.', by: { id: 'u2', name: 'Ruth' } } },
      }),
    );
    expect(text).toContain('Translation by Ruth: “It was forbidden.”');
    expect(text).toContain('Denied by an unnamed source (a border guard), via Radio South (July 2, 2021).');
  });

  it('leaves the words as they are: blanks, line ends and quotation marks', () => {
    const quote = ' “ready to\ninvade” ';
    expect(quoteCitation(quotedTag({ highlight: { quote } })).startsWith(`“${quote}”\n`)).toBe(true);
  });

  it('says what is not known', () => {
    const text = quoteCitation(quotedTag({ article: { publisher: null, published: null, url: null } }));
    expect(text).toBe(
      `“was banned”\nSaid by the article itself.\n“Border districts,” n.d. (version 1, sha256:${hash}).`,
    );
    expect(sourceLine(quotedTag({ article: { publisher: null, published: null } }))).toBe('n.d.');
  });
});

describe('claimCitation', () => {
  it('numbers quotes, gives one note an article version, and leaves out what counts for nothing', () => {
    const text = claimCitation(
      claimOf(),
      evidenceOf([
        quotedTag({ id: 'a', highlight: { quote: 'first' } }),
        quotedTag({ id: 'b', stance: 'contradicts', article: { id: 'a2', title: 'Denied' } }),
        quotedTag({ id: 'c', stance: 'context', highlight: { quote: 'again' } }),
        quotedTag({ id: 'd', reviewState: 'rejected', highlight: { quote: 'rejected words' } }),
      ]),
    );
    expect(text.split('\n\n').map((part) => part.split('\n')[0])).toEqual([
      'The group was banned in 2012.',
      'Claim c1, wording 2 by Ines, in review.',
      'Supporting',
      '1. “first”',
      'Contradicting',
      '2. “was banned”',
      'Context',
      '3. “again”',
      'Notes',
      expect.stringMatching(/^\[1\] “Border districts,” Radio North/),
    ]);
    expect(text).toMatch(/\[1\]\n\nContradicting/);
    expect(text).toMatch(/\n\[2\] “Denied,”/);
    expect(text).not.toContain('rejected words');
  });

  it('is only the statement and how it stands when nothing is cited', () => {
    expect(claimCitation(claimOf({ status: 'draft' }), evidenceOf([]))).toBe(
      'The group was banned in 2012.\n\nClaim c1, wording 2 by Ines, draft.',
    );
  });
});
