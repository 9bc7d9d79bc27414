import { read } from './encoding.mjs';
import { kindOf } from './sniff.mjs';
import { Unreadable } from './unreadable.mjs';
import { entriesOf, unpack } from './zip.mjs';

const MAX_TEXT = 5_000_000;
/** Nothing but blanks and what takes no room. */
const BLANK = /^[\s\p{Z}\p{Cc}\p{Cf}]*$/u;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

// Each reader's libraries are loaded when a file asks for them: a PDF's take a second.
const READERS = {
  text:
    () =>
    (bytes, { encoding: chosen, declared }) =>
      read(bytes, { chosen, declared }),
  html: async () => (await import('./html.mjs')).readHtml,
  mhtml: async () => (await import('./mhtml.mjs')).readMhtml,
  markdown: async () => (await import('./markdown.mjs')).readMarkdown,
  pdf: async () => (await import('./pdf.mjs')).readPdf,
  docx: async () => (await import('./docx.mjs')).readDocx,
};

const OTHERS = [
  [/^xl\//, 'This is a spreadsheet. Save the part that matters as text, PDF or DOCX.'],
  [/^ppt\//, 'These are slides. Save them as PDF and drop that.'],
  [/^mimetype$/, 'This is an OpenDocument or EPUB file. Save it as DOCX, PDF or HTML and drop that.'],
];

/** What is wrong with the ZIP file that a DOCX is, said of the DOCX: nobody knows that it is one. */
async function asDocument(isDocx, work) {
  try {
    return await work();
  } catch (error) {
    if (!isDocx || !(error instanceof Unreadable)) throw error;
    throw new Unreadable(error.message.replace(/\b([Tt]his) ZIP file\b/, '$1 DOCX'));
  }
}

/** A file that was said to be a ZIP file is a DOCX when it holds one, and nothing to read when it holds another document. */
function insideOf(bytes, name) {
  const entries = entriesOf(bytes);
  if (entries.some((entry) => entry.name === 'word/document.xml')) return 'docx';
  const other = OTHERS.find(([part]) => entries.some((entry) => part.test(entry.name)))?.[1];
  if (other) throw new Unreadable(other);
  if (/\.docx$/i.test(name)) throw new Unreadable('The name says a DOCX, but there is no document in it.');
  return 'zip';
}

/** What a file is, `docx` and `zip` told apart. Throws `Unreadable`. */
export async function sortOf(name, bytes, asked) {
  const kind = asked ?? kindOf(name, bytes);
  if (kind !== 'zip') return kind;
  const inside = await asDocument(/\.docx$/i.test(name), () => insideOf(bytes, name));
  if (inside === 'docx' && /\.zip$/i.test(name))
    throw new Unreadable('This is a DOCX, but its name ends in .zip. If it is meant, rename it and drop it again.');
  return inside;
}

/**
 * The text of a file and what it says of itself. `encoding` is a person's choice, `declared` what its sender said, `as` the kind where that
 * is known otherwise than by the name. Throws `Unreadable`.
 * @param {{ name: string, encoding?: string | null | undefined, declared?: string | null, url?: string | null, as?: string }} asked
 * @param {Uint8Array} bytes
 */
export async function convert({ name, encoding = null, declared = null, url = null, as }, bytes) {
  const kind = await sortOf(name, bytes, as);
  if (kind === 'zip') throw new Unreadable('A ZIP file in a ZIP file is not opened. Drop it by itself.');
  const reader = await READERS[kind]();
  const found = await asDocument(kind === 'docx', () => reader(bytes, { encoding, declared, url }));
  // Text that comes out of other formats may hold halves of characters or a NUL; a text file is refused by whoever stores it.
  const text = kind === 'text' ? found.text : found.text.replaceAll('\0', '').replace(LONE_SURROGATE, '\ufffd');
  if (BLANK.test(text)) throw new Unreadable('There are no words in this file.');
  if (text.length > MAX_TEXT)
    throw new Unreadable('The text of this file has more than 5,000,000 characters. Split it, and drop the parts.');
  const nothing = { title: null, byline: null, site: null, publishedAt: null, url: null, language: null };
  return { ...nothing, pages: [], encoding: null, encodingSure: true, warnings: [], ...found, kind, text };
}

/** The files to read in what was dropped: itself, or those of a ZIP file. */
export async function open({ name }, bytes) {
  return (await sortOf(name, bytes)) === 'zip' ? unpack(bytes) : null;
}
