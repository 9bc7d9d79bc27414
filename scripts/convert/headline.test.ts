import { describe, expect, it } from 'vitest';
import { convert } from './convert.mjs';

// What a page is called and by whom, and that its headline can be read and quoted.

const STORY = Array.from(
  { length: 5 },
  (_, at) =>
    `<p>Paragraph ${at}, in which the harbour office says at some length how late the ferry came in, and why.</p>`,
).join('');
const pageOf = (head: string, body: string) => `<html lang="en"><head>${head}</head><body>${body}</body></html>`;
const read = (html: string, name = 'a.html') => convert({ name }, Buffer.from(html));
const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('the headline of a page', () => {
  const SAID = 'Ferry leaves two hours late';
  const story = (heading = `<h1>${SAID}</h1>`) => `<main><article>${heading}${STORY}</article></main>`;

  it.each([
    ['equals its title', `<title>${SAID}</title>`],
    ['is its title before the name of the site', `<title>${SAID} | The Gazette</title>`],
    ['is what it says to other sites', `<title>Home</title><meta property="og:title" content="${SAID}">`],
    ['is what it says in JSON-LD', `<title>Home</title>${linked({ '@type': 'NewsArticle', headline: SAID })}`],
    ['is its only one', '<title>Harbour</title>'],
  ])('comes first in its text when it %s', async (_, head) => {
    const { text } = await read(pageOf(head, story()));
    expect(text.startsWith(`${SAID}\n\nParagraph 0,`)).toBe(true);
    expect(text.split(SAID)).toHaveLength(2);
  });

  it('comes first when it stands apart from the article, and in a saved page', async () => {
    const body = `<header><a href="/">The Gazette</a><h1>Ferry <em>leaves</em><br>two hours late</h1></header><article>${STORY}</article>`;
    const page = pageOf(`<title>${SAID} - The Gazette</title>`, body);
    const mhtml = `Content-Type: text/html; charset=utf-8\r\n\r\n${page}`;
    for (const { text } of [await read(page), await read(mhtml, 'a.mhtml')])
      expect(text.startsWith(`${SAID}\n\nParagraph 0,`)).toBe(true);
  });

  it('of one word is not taken for told because the word is somewhere in the text', async () => {
    expect((await read(pageOf('<title>Late</title>', `<article><h1>Late</h1>${STORY}</article>`))).text).toMatch(
      /^Late\n\nParagraph 0,/,
    );
  });

  it('is not put twice, nor the name of the site above a text', async () => {
    const kept = await read(
      pageOf('<title>Harbour news</title>', `<article><p>${SAID}: a report.</p>${STORY}</article><h1>${SAID}</h1>`),
    );
    expect(kept.text.split(SAID)).toHaveLength(2);
    const site = pageOf(`<title>${SAID} | The Gazette</title>`, `<h1>The Gazette</h1><article>${STORY}</article>`);
    expect((await read(site)).text).toMatch(/^Paragraph 0,/);
    const hidden = pageOf('<title>Harbour</title>', `<h1 hidden>${SAID}</h1><article>${STORY}</article>`);
    expect((await read(hidden)).text).toMatch(/^Paragraph 0,/);
  });
});

describe('what a page says of itself', () => {
  const body = `<h1>Weir opened</h1><article>${STORY}</article>`;
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'Organization', '@id': '#house', name: 'Upland News' },
      {
        '@type': ['NewsArticle'],
        headline: 'Weir opened',
        datePublished: '2023-05-06T10:00:00+01:00',
        author: [{ '@type': 'Person', name: 'Ida O&#8217;Hare' }, { name: 'Jo Lund' }],
        publisher: { '@id': '#house' },
      },
    ],
  };

  it('in JSON-LD is taken where its tags say nothing better', async () => {
    expect(await read(pageOf(`<title>Weir opened - Upland News</title>${linked(data)}`, body))).toMatchObject({
      title: 'Weir opened',
      byline: 'Ida O’Hare, Jo Lund',
      site: 'Upland News',
      publishedAt: '2023-05-06',
    });
    const tags =
      '<meta property="og:title" content="The weir was opened"><meta property="og:site_name" content="Upland"><meta name="author" content="Eve Stone"><meta property="article:published_time" content="2023-05-07T01:00:00Z">';
    expect(await read(pageOf(`${tags}${linked(data)}`, body))).toMatchObject({
      title: 'The weir was opened',
      byline: 'Eve Stone',
      site: 'Upland',
      publishedAt: '2023-05-07',
    });
  });

  it.each(['Weir opened - Upland News', 'Weir opened | Upland News', 'Weir opened'])(
    'title “%s” goes without the site',
    async (title) => {
      expect((await read(pageOf(`<title>${title}</title>`, body))).title).toBe('Weir opened');
    },
  );

  it('badly is passed over', async () => {
    const broken = `<script type="application/ld+json">{"@type": "NewsArticle", </script>${linked([null, 7, 'x', { '@type': 'NewsArticle', headline: 7, author: [null, 3], publisher: [] }])}`;
    expect(await read(pageOf(`<title>Weir opened</title>${broken}`, body))).toMatchObject({
      title: 'Weir opened',
      byline: null,
      site: null,
    });
  });
});
