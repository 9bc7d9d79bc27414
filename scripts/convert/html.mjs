import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { dayIn } from './dates.mjs';
import { read as readText } from './encoding.mjs';
import { headlineOf, underHeadline, withoutSite } from './headline.mjs';
import { linkedDataOf } from './linked-data.mjs';
import { leftOut, plainText } from './plain.mjs';
import { Unreadable } from './unreadable.mjs';

/** Characters below which what was taken for the article is looked at again. */
const SHORT = 250;
const MAX_ELEMENTS = 150_000;

const contentOf = (document, ...names) => {
  for (const name of names) {
    const found = document
      .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
      ?.getAttribute('content')
      ?.trim();
    if (found) return found;
  }
  return null;
};

/** An address that may be shown as a link, or null. */
function webAddress(text, base) {
  try {
    const url = new URL(text ?? '', base ?? undefined);
    return /^https?:$/.test(url.protocol) && url.href.length <= 2000 ? url.href : null;
  } catch {
    return null;
  }
}

const line = (text, max) =>
  text
    ?.replace(/\s+/g, ' ')
    .trim()
    .slice(0, max)
    .replace(/[\ud800-\udbff]$/, '') || null;

/** A page may leave out html, head and body; the tree that is read here has them. */
function framed(html) {
  if (/<body[\s>]/i.test(html)) return html;
  const lang = /<html[^>]{0,500}\slang\s*=\s*["']?([\w-]{1,35})/i.exec(html)?.[1];
  const inside = html.replace(/<!doctype[^>]{0,1000}>|<\/?html[^>]{0,1000}>/gi, '');
  return `<html${lang ? ` lang="${lang}"` : ''}><body>${inside}</body></html>`;
}

/** A page as a tree: nothing in it is run or asked for. */
function treeOf(html) {
  const { document } = parseHTML(framed(html));
  if (!document?.documentElement) throw new Unreadable('There is no page in this file.');
  if (document.querySelectorAll('*').length > MAX_ELEMENTS)
    throw new Unreadable('This page has more than 150,000 elements.');
  return document;
}

/** Scripts are gone before anybody looks for words. */
function withoutScripts(document) {
  for (const element of document.querySelectorAll('script, style, noscript, template')) element.remove();
  return document;
}

/** The article of a page by Readability; the whole page where it finds none, or next to nothing of a long page. */
function articleOf(html, document) {
  const whole = plainText(document.body ?? document.documentElement);
  let found = null;
  try {
    found = new Readability(withoutScripts(treeOf(html)), { maxElemsToParse: MAX_ELEMENTS }).parse();
  } catch (error) {
    if (error instanceof RangeError) throw error;
  }
  const body = found?.content ? plainText(parseHTML(`<html><body>${found.content}</body></html>`).document.body) : null;
  const poor = !body?.text || (body.text.length < SHORT && whole.text.length > 4 * body.text.length);
  return { found, whole: poor, ...(poor ? whole : body) };
}

/** What a page says of itself: to readers in its tags, to search engines in JSON-LD. `found` is Readability's, which reads the tags too. */
function saidOf(document, linked, found) {
  const title = document.querySelector('title')?.textContent;
  const site = line(found?.siteName ?? contentOf(document, 'og:site_name') ?? linked.publisher, 200);
  const titles = [contentOf(document, 'og:title'), linked.headline, found?.title, title].filter(Boolean);
  const headline = headlineOf(document, titles, site);
  const author = contentOf(document, 'author', 'article:author');
  return {
    headline,
    site,
    title: line(withoutSite(titles.find((one) => line(one) !== site) ?? title, headline), 300),
    // Some name an author by an address.
    byline: line(found?.byline ?? (/^https?:/.test(author ?? '') ? null : author) ?? linked.author, 200),
    publishedAt: dayIn(
      found?.publishedTime ??
        contentOf(document, 'article:published_time', 'date', 'dc.date') ??
        linked.publishedAt ??
        document.querySelector('time[datetime]')?.getAttribute('datetime'),
    ),
  };
}

/** A page as plain text with paragraphs, and what it says of itself. */
export function textOfPage(html, { url = null } = {}) {
  const document = treeOf(html);
  const linked = linkedDataOf(document);
  withoutScripts(document);
  const { found, whole, text, left } = articleOf(html, document);
  if (!text)
    throw new Unreadable(
      'There are no words on this page. It may be one that a script fills: save it from the browser and drop it again.',
    );
  const warnings = leftOut(left);
  if (whole) warnings.unshift('The article could not be told from the rest of the page: all of its text is here.');
  const { headline, ...said } = saidOf(document, linked, found);
  const address = webAddress(
    contentOf(document, 'og:url') ?? document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    url,
  );
  return {
    // All of a page's text has its headline somewhere, if it shows one.
    text: whole ? text : underHeadline(text, headline),
    ...said,
    url: address ?? webAddress(url),
    language: line(document.documentElement.getAttribute('lang'), 35),
    warnings,
  };
}

export function readHtml(bytes, { encoding: chosen, declared, url }) {
  const { text, ...encoded } = readText(bytes, { chosen, declared, page: true });
  return { ...textOfPage(text.replace(/^\ufeff/, ''), { url }), ...encoded };
}
