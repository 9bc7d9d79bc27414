import { parseHTML } from 'linkedom';

// What a page says of itself for search engines: JSON-LD (schema.org) in its scripts, which are read and never run.

const MOST_SCRIPTS = 20;
const MOST_LETTERS = 300_000;
const MOST_OBJECTS = 500;

const ARTICLE = /(Article|Posting|Report|Review)$/;

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value) => (Array.isArray(value) ? value : [value]);
/** Words of a value; many sites write the references of HTML there (`&#8217;`), which JSON knows nothing of. */
function wordsOf(value) {
  if (typeof value !== 'string') return null;
  const words = value.slice(0, 1000).trim();
  if (!words.includes('&')) return words || null;
  return (
    parseHTML(`<html><body>${words.replaceAll('<', '&lt;')}</body></html>`).document.body.textContent.trim() || null
  );
}

/** The objects at the top of a script, and those in its `@graph`. */
function objectsIn(source) {
  let data;
  try {
    data = JSON.parse(source);
  } catch {
    return [];
  }
  return listOf(data)
    .flatMap((one) => (isObject(one) ? [one, ...listOf(one['@graph'])] : []))
    .filter(isObject)
    .slice(0, MOST_OBJECTS);
}

const isArticle = (object) => listOf(object['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type));

/** Names of people or houses: a string, an object with a name, or several of them; one that points to another object is looked up. */
function namesOf(value, objects) {
  const names = listOf(value)
    .slice(0, 20)
    .map((one) => {
      if (!isObject(one)) return wordsOf(one);
      return wordsOf(one.name) ?? wordsOf(objects.find((other) => one['@id'] && other['@id'] === one['@id'])?.name);
    });
  const found = [...new Set(names.filter((name) => name && !/^https?:/.test(name)))];
  return found.join(', ') || null;
}

/** Headline, author, publisher and day of the article that a page describes; null for what it does not say. */
export function linkedDataOf(document) {
  const sources = [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, MOST_SCRIPTS);
  const objects = sources
    .map(({ textContent }) => textContent)
    .filter(({ length }) => length < MOST_LETTERS)
    .flatMap(objectsIn);
  const article = objects.find(isArticle) ?? {};
  return {
    headline: wordsOf(article.headline) ?? wordsOf(article.name),
    author: namesOf(article.author, objects),
    publisher: namesOf(article.publisher, objects),
    publishedAt: wordsOf(article.datePublished),
  };
}
