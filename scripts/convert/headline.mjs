import { isHidden } from './hidden.mjs';
import { plainText } from './plain.mjs';

/** Letters at the beginning of a text in which its headline is looked for. */
const BEGINNING = 1000;
const LONGEST = 300;

const bare = (text) =>
  (text ?? '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase();

/** What stands between a title and the name of the site. */
const PARTED = /^\s*[-–—|:·•»/\\]+\s/;
/** Whether a title is these words, or these words and the name of its site. */
const isTitled = (title, words) => {
  const [whole, head] = [bare(title), bare(words)];
  return whole === head || (whole.startsWith(head) && PARTED.test(whole.slice(head.length)));
};
const endsTitle = (title, words) => bare(title).endsWith(` ${bare(words)}`);

const isShown = (element) => {
  for (let node = element; node?.nodeType === 1; node = node.parentNode)
    if (isHidden(node) || /^(nav|aside|footer|dialog)$/i.test(node.nodeName)) return false;
  return true;
};

/** The headings of a page that could be its headline, as they are read. */
const headingsOf = (document, name) =>
  [...document.querySelectorAll(name)]
    .slice(0, 20)
    .filter(isShown)
    .map((heading) =>
      plainText(heading)
        .text.replace(/[ \t\n]+/g, ' ')
        .trim(),
    )
    .filter((words) => words && words.length <= LONGEST);

/**
 * The headline of a page: the heading that its title (or one of its titles) says, else the only h1, unless that is the name of the site.
 * Null where there is none.
 */
export function headlineOf(document, titles, site) {
  const first = headingsOf(document, 'h1');
  const said = [...first, ...headingsOf(document, 'h2')].find((words) =>
    titles.some((title) => title && isTitled(title, words)),
  );
  if (said) return said;
  const isSite = (words) => bare(words) === bare(site) || titles.some((title) => endsTitle(title, words));
  return first.length === 1 && !isSite(first[0]) ? first[0] : null;
}

/** A title without the name of its site, where the headline tells where that begins. */
export const withoutSite = (title, headline) => (title && headline && isTitled(title, headline) ? headline : title);

/** Whether a text begins with its headline, or tells it in its first sentences; a word or two may stand there by chance. */
function holds(text, headline) {
  const lines = text
    .slice(0, BEGINNING + headline.length)
    .split('\n')
    .map(bare);
  const head = bare(headline);
  return lines.some((line) => line === head || (head.length > 20 && line.includes(head)));
}

/** The text with its headline first, which what looks for the article leaves out as a mere double of the title. */
export const underHeadline = (text, headline) => (!headline || holds(text, headline) ? text : `${headline}\n\n${text}`);
