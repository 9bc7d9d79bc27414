import { getDocumentProxy } from 'unpdf';
import { Unreadable } from './unreadable.mjs';

const MAX_PAGES = 3000;
/** UTF-16 units, as of any article. */
const MAX_TEXT = 5_000_000;

/** What pdf.js says, for people. */
function reasonOf(error) {
  if (error?.name === 'PasswordException')
    return 'This PDF is locked with a password. Save a copy without one and drop that.';
  return 'This PDF is damaged or cut off: it could not be opened.';
}

const heightOf = (item) => item.height || Math.hypot(item.transform[2], item.transform[3]) || 10;

/** The lines of a page, from pieces of text at their places: `y` from below, `height` of the letters. */
function linesOf(items) {
  const lines = [];
  let line = null;
  for (const item of items) {
    if (typeof item.str !== 'string') continue;
    const y = item.transform[5];
    const height = heightOf(item);
    const goesOn = line && Math.abs(y - line.y) < Math.max(2, height * 0.6);
    if (!goesOn && item.str.trim() === '') continue;
    if (goesOn) {
      const gap = item.transform[4] - line.right;
      if (item.str && gap > height * 0.15 && !/\s$/.test(line.text) && !/^\s/.test(item.str)) line.text += ' ';
      line.text += item.str;
    } else lines.push((line = { y, height, left: item.transform[4], text: item.str, right: 0 }));
    line.right = item.transform[4] + item.width;
    line.height = Math.max(line.height, item.str.trim() ? height : 0);
    if (item.hasEOL) line = null;
  }
  return lines.map((one) => ({ ...one, text: one.text.replace(/[ \t]+/g, ' ').trim() })).filter(({ text }) => text);
}

/** Paragraphs of a page: a new one where the gap is wider than usual, the line is set in, or the letters change in size. */
function paragraphsOf(lines, joined) {
  const gaps = lines
    .slice(1)
    .map((line, at) => lines[at].y - line.y)
    .filter((gap) => gap > 0);
  // Of paragraphs of two lines each every second gap is one between paragraphs: lines are set as close as the closest quarter of them.
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 12;
  const margin = Math.min(...lines.map(({ left }) => left));
  let text = '';
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (!before) {
      text = line.text;
      continue;
    }
    const gap = before.y - line.y;
    const apart = gap > usual * 1.45 || gap < -usual || Math.abs(line.height - before.height) > 0.2 * before.height;
    const setIn = line.left - margin > line.height * 0.8 && before.left - margin < line.height * 0.8;
    if (apart || setIn) text += `\n\n${line.text}`;
    else if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line.text)) {
      text = text.slice(0, -1) + line.text;
      joined.hyphens += 1;
    } else text += ` ${line.text}`;
  }
  return text;
}

async function open(bytes) {
  try {
    // Nothing of the file is compiled or run, and no font of the machine is asked for.
    return await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
      enableXfa: false,
    });
  } catch (error) {
    throw new Unreadable(reasonOf(error));
  }
}

/** The pages one after the other. `starts` are the offsets at which they begin in the text. */
async function pagesOf(document, joined) {
  let text = '';
  let empty = 0;
  const starts = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    let items;
    try {
      const page = await document.getPage(number);
      items = (await page.getTextContent()).items;
      page.cleanup();
    } catch {
      throw new Unreadable(`This PDF is damaged: page ${number} could not be read.`);
    }
    const lines = linesOf(items);
    const said = lines.length ? paragraphsOf(lines, joined) : '';
    if (text && said) text += '\n\n';
    starts.push(text.length);
    text += said;
    if (!said) empty += 1;
    if (text.length > MAX_TEXT) throw new Unreadable('The text of this PDF has more than 5,000,000 characters.');
  }
  return { text, starts, empty };
}

export async function readPdf(bytes) {
  const document = await open(bytes);
  const count = document.numPages;
  if (count > MAX_PAGES)
    throw new Unreadable(
      `This PDF has ${count.toLocaleString('en')} pages; at most ${MAX_PAGES.toLocaleString('en')} are read.`,
    );
  const joined = { hyphens: 0 };
  const { text, starts, empty } = await pagesOf(document, joined);
  if (!text)
    throw new Unreadable(
      'There is no text in this PDF: its pages are pictures. Put it through text recognition (OCR) first.',
    );
  const { info } = (await document.getMetadata().catch(() => null)) ?? {};
  const warnings = [];
  if (empty) warnings.push(`${empty} of ${count} pages hold no text: pictures, perhaps.`);
  if (joined.hyphens)
    warnings.push(
      `${joined.hyphens} ${joined.hyphens === 1 ? 'word' : 'words'} parted by a hyphen at a line end joined.`,
    );
  const clean = (value, max) =>
    typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, max) || null : null;
  return { text, pages: starts, title: clean(info?.Title, 300), byline: clean(info?.Author, 200), warnings };
}
