import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefOf, sayAttribution } from './brief';
import { noteText, sayPublished } from './chicago';
import { anySnapshot, citation, claim, snapshot } from './export.fixtures';
import { nasty } from './nasty.fixtures';
import { escapeHtml, writeHtml } from './html';
import { escapeLine, writeMarkdown } from './markdown';
import { bodyOf } from './source.fixtures';

const html = (of = snapshot) => bodyOf(writeHtml, { snapshot: of, texts: new Map() });
const markdown = (of = snapshot) => bodyOf(writeMarkdown, { snapshot: of, texts: new Map() });

describe('the brief', () => {
  const [first] = briefOf(snapshot).judgements;

  it('says the claim taken apart, no more exactly than it is known', async () => {
    expect(first?.structure).toBe(
      'Subject: The Group. Predicate: controls. Value: five districts (5 districts). When: began in Jun 2021, “last month” said on 28 Jul 2021.',
    );
    expect(await await markdown()).toContain('When: began in Jun 2021');
  });

  it('says likelihood and analytic confidence in sentences of their own', () => {
    expect(first?.likelihood).toEqual([
      'Likelihood: likely (75 %), as judged by Ann Alyst.',
      'Likelihood: unlikely (20–45 %), as judged by Bo Brief, of version 1.',
    ]);
    expect(first?.confidence).toEqual(['Analytic confidence: moderate, as stated by Ann Alyst.']);
    fc.assert(
      fc.property(anySnapshot, (state) => {
        for (const { likelihood, confidence } of briefOf(state).judgements) {
          expect(likelihood.every((sentence) => sentence.startsWith('Likelihood: '))).toBe(true);
          expect(confidence.every((sentence) => sentence.startsWith('Analytic confidence: '))).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('names dissent with its words and who lifted it why, and what was agreed to differ on', () => {
    expect(first?.dissent).toEqual([
      { says: 'Bo Brief objected on January 6, 2026:', text: 'One officer is no confirmation.' },
      { says: 'Lifted by Rae Viewer:', text: 'Worded as reported.' },
      { says: 'Bo Brief rejected it on January 6, 2026, in version 1:', text: 'Nobody counted them.' },
      { says: 'Bo Brief holds it for less likely, in version 1: unlikely (20–45 %).', text: null },
      { says: 'Agreed to differ, as Ann Alyst recorded:', text: 'How many posts.' },
      { says: 'It is about these words:', text: 'Four posts stood empty', quoted: { language: 'en' } },
      { says: 'Ann Alyst holds:', text: 'Five posts, as the order says.' },
      { says: 'Bo Brief holds, as Ann Alyst put it:', text: 'Four: one was never manned.' },
    ]);
  });

  it('numbers quotes through, and gives each article version one note', () => {
    const later = { ...citation, tagId: 't2', start: 90, stance: 'contradicts' as const };
    const revised = { ...citation, tagId: 't3', start: 95, articleVersion: 3 };
    const both = {
      ...snapshot,
      claims: [
        { ...claim, citations: [later, revised, citation] },
        { ...claim, id: 'c2' },
      ],
    };
    const { judgements, endnotes, summary } = briefOf(both);
    const quotes = judgements.flatMap(({ evidence }) => evidence.flatMap((group) => group.quotes));
    expect(quotes.map(({ number, note }) => [number, note])).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
      [4, 1],
    ]);
    expect(endnotes.map(({ number, copy }) => [number, copy.split(',')[0]])).toEqual([
      [1, 'retrieved January 5'],
      [2, 'retrieved January 5'],
    ]);
    expect(summary).toBe('2 approved claims, 4 citations from 1 article.');
  });

  it('names the page of a quote from a file that has pages', () => {
    const paged = { ...snapshot, claims: [{ ...claim, citations: [{ ...citation, page: 3 }] }] };
    const attributions = (state: typeof snapshot) =>
      briefOf(state).judgements.flatMap(({ evidence }) =>
        evidence.flatMap(({ quotes }) => quotes.map(({ attribution }) => attribution)),
      );
    expect(attributions(paged)).toEqual(
      attributions({ ...paged, claims: [{ ...claim, citations: [citation] }] }).map((said) => `${said}, p. 3`),
    );
  });

  it.each([
    [{}, 'said by an unnamed source (a border guard), via Radio North (July 2, 2021)'],
    [{ speaker: null, via: null }, 'said by the outlet itself (The Valley Post)'],
    [{ speaker: { id: 'e3', type: 'person', name: 'A. Speaker' }, denies: true, via: null }, 'denied by A. Speaker'],
    [{ speaker: null, via: { name: 'A wire', date: null } }, 'said by the outlet itself (The Valley Post), via A wire'],
  ])('says who says it: %o', (change, said) => {
    expect(sayAttribution({ ...citation, ...change })).toBe(said);
  });
});

describe('a note', () => {
  const source = { ...citation.article, version: 2, sha256: 'ab12' };

  it('names title, publisher, date, address and the copy', () => {
    expect(noteText(source)).toBe(
      '“Border posts change hands,” The Valley Post, July 28, 2021, https://valley.example/border (retrieved January 5, 2026; version 2, sha256:ab12).',
    );
  });

  it('turns the quotation marks of a title into inner ones', () => {
    expect(noteText({ ...source, title: '“Ready”, he said' })).toContain('“‘Ready’, he said,” The Valley Post');
  });

  it('does without what is not known', () => {
    const bare = { title: ' ', publisher: null, published: null, url: null, version: 1, sha256: 'cd' };
    expect(noteText(bare)).toBe('“Untitled,” n.d. (version 1, sha256:cd).');
  });

  it.each([
    ['2021-07-01', '2021-07-31', 'month', false, 'July 2021'],
    ['2021-01-01', '2021-12-31', 'year', true, 'about 2021'],
    ['2021-07-01', '2021-07-10', 'range', false, 'July 1, 2021 to July 10, 2021'],
  ] as const)('says %s–%s, %s, as exactly as it is known', (from, to, precision, estimated, said) => {
    expect(sayPublished({ from, to, precision, estimated })).toBe(said);
  });
});

describe('HTML', () => {
  const tags = (body: string) => body.match(/<[^>]*>/g)?.map((tag) => tag.replace(/"[^"]*"/g, '""'));
  const tame = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value), (name: string, one: unknown) =>
      typeof one === 'string' &&
      [
        'name',
        'statement',
        'quote',
        'text',
        'note',
        'title',
        'publisher',
        'liftReason',
        'rationale',
        'impliedHow',
      ].includes(name)
        ? one && 'x'
        : one,
    ) as T;

  it('gets no tag from anything that sources or people wrote', async () => {
    await fc.assert(
      fc.asyncProperty(anySnapshot, async (state) => {
        expect(tags(await html(state))).toEqual(tags(await html(tame(state))));
        expect(await html(state)).not.toContain('\r');
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every quote to the unit, line ends too', async () => {
    const read = (text: string) =>
      text.replace(
        /&(amp|lt|gt|quot|#39|#13);/g,
        (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#13': '\r' })[name] ?? '',
      );
    await fc.assert(
      fc.asyncProperty(nasty, async (quote) => {
        const body = await html({ ...snapshot, claims: [{ ...claim, citations: [{ ...citation, quote }] }] });
        const found = [...body.matchAll(/<blockquote lang="en" dir="auto">([^<]*)<\/blockquote>/g)].map(([, text]) =>
          read(text ?? ''),
        );
        expect(found).toContain(quote);
        expect(read(escapeHtml(quote))).toBe(quote);
      }),
    );
  });

  it('says of each quote in what language it is, and of one that nobody knows that it is none of ours', async () => {
    const quoted = async (language: string | null) => {
      const article = { ...citation.article, language };
      return html({ ...snapshot, claims: [{ ...claim, citations: [{ ...citation, article }] }] });
    };
    expect(await quoted('ar')).toContain('<blockquote lang="ar" dir="auto">');
    expect(await quoted(null)).toContain('<blockquote lang="" dir="auto">');
    // Words that a discussion is about are the source's too.
    expect(await html(snapshot)).toContain('<blockquote lang="en" dir="auto">Four posts stood empty</blockquote>');
  });

  it('runs and loads nothing, and links only to the web', async () => {
    const body = await html({
      ...snapshot,
      claims: [
        { ...claim, citations: [{ ...citation, article: { ...citation.article, url: 'javascript:alert(1)' } }] },
      ],
    });
    expect(body).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect(body).not.toMatch(/<script|<img|<link|<iframe|\ssrc=|@import|url\(|href="(?!#)/);
    expect(await html()).toContain('<a href="https://valley.example/border" rel="noopener noreferrer nofollow">');
    expect(body.indexOf('Content-Security-Policy')).toBeLessThan(body.indexOf('<title>'));
  });
});

describe('Markdown', () => {
  it.each([
    ['# no heading', '\\# no heading'],
    ['- no list', '\\- no list'],
    ['12) no list', '12\\) no list'],
    ['2021. No list', '2021\\. No list'],
    ['===', '\\==='],
    ['<b>&amp;', '\\<b\\>\\&amp;'],
    ['[x](y) `z` *a* _b_ ~c~ |', '\\[x\\](y) \\`z\\` \\*a\\* \\_b\\_ \\~c\\~ \\|'],
    ['  code', '&#32;&#32;code'],
    ['\t- x ', '&#9;\\- x&#32;'],
    ['https://a.example www.b.example :smile:', 'https\\://a.example www\\.b.example \\:smile:'],
    ['plain words, 5 of them.', 'plain words, 5 of them.'],
  ])('shows %j as it is', (line, escaped) => expect(escapeLine(line)).toBe(escaped));

  it('keeps every line of a quote in its quotation', async () => {
    const quote = 'one\r\n\r\n# two\r---\nthree\u00a0';
    const body = await markdown({ ...snapshot, claims: [{ ...claim, citations: [{ ...citation, quote }] }] });
    expect(body).toContain('\n\n> one\n>\n> \\# two\\\n> \\---\\\n> three\u00a0\n\n');
  });

  it('has the same structure whatever was written', async () => {
    const structure = (body: string) =>
      body
        .split('\n')
        .filter((line) => !line.startsWith('>') && line !== '')
        .map((line) => /^(#+ |\*\*Quote \d+\*\*|\[\^\d+\]: |\d+\. |\*|)/.exec(line)?.[0]);
    await fc.assert(
      fc.asyncProperty(anySnapshot, nasty, async (state, text) => {
        const retold = (statement: string) => ({
          ...state,
          claims: state.claims.map((one) => ({ ...one, statement })),
        });
        expect(structure(await markdown(retold(text)))).toEqual(structure(await markdown(retold('x'))));
      }),
      { numRuns: 60 },
    );
  });

  it('points from quotes to notes', async () => {
    expect(await markdown()).toContain('via Radio North (July 2, 2021).[^1]');
    expect(await markdown()).toContain(
      '[^1]: “Border posts change hands,” *The Valley Post*, July 28, 2021, <https://valley.example/border> (retrieved January 5, 2026; version 2, sha256:',
    );
  });
});
