import { getDocumentProxy } from 'unpdf';
import { textOf } from './pdf-layout.mjs';
import { linesOf, withoutEdges } from './pdf-lines.mjs';
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

/** The lines of all pages, one after the other. */
async function linesOfAll(document) {
  const pages = [];
  let length = 0;
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
    length += lines.reduce((sum, { text }) => sum + text.length, 0);
    if (length > MAX_TEXT)
      throw new Unreadable('The text of this PDF has more than 5,000,000 characters. Split it, and drop the parts.');
    pages.push(lines);
  }
  return pages;
}

const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

export async function readPdf(bytes) {
  const document = await open(bytes);
  const { numPages } = document;
  if (numPages > MAX_PAGES)
    throw new Unreadable(
      `This PDF has ${numPages.toLocaleString('en')} pages; at most ${MAX_PAGES.toLocaleString('en')} are read.`,
    );
  const all = await linesOfAll(document);
  const empty = all.filter((lines) => lines.length === 0).length;
  const { pages, taken } = withoutEdges(all);
  const { text, starts, hyphens } = textOf(pages);
  if (!text)
    throw new Unreadable(
      'There is no text in this PDF: its pages are pictures. Put it through text recognition (OCR) first.',
    );
  const { info } = (await document.getMetadata().catch(() => null)) ?? {};
  const warnings = [];
  if (empty) warnings.push(`${empty} of ${numPages} pages hold no text: pictures, perhaps.`);
  if (taken.length)
    warnings.push(`Left out at the edges of the pages: ${taken.map((line) => `“${line.slice(0, 80)}”`).join(', ')}.`);
  const untold = text.match(/\ufffd/g)?.length;
  if (untold) warnings.push(`${count(untold, 'letter', 'letters')} could not be read: their font does not say which.`);
  if (hyphens) warnings.push(`${count(hyphens, 'word', 'words')} parted by a hyphen at a line end joined.`);
  const clean = (value, max) =>
    typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, max) || null : null;
  return { text, pages: starts, title: clean(info?.Title, 300), byline: clean(info?.Author, 200), warnings };
}
