import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { parseHTML } from 'linkedom';
import { leftOut, plainText } from './plain.mjs';
import { Unreadable } from './unreadable.mjs';
import { entriesOf, opener } from './zip.mjs';

/** Parts that hold words; pictures, fonts, macros and everything embedded are not even unpacked. */
const WORDS = /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(_rels\/[\w.-]+\.rels|[\w.-]+\.xml))$/;
/** An XML part as text. A document type would let it name other files or grow without end: Office never writes one. */
function xmlOf(data) {
  const wide = data[0] === 0xff || data[0] === 0xfe || data[0] === 0 || data[1] === 0;
  if (wide) throw new Unreadable('This DOCX is written in an encoding that Office does not use.');
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    throw new Unreadable('This DOCX is damaged: a part of it is not UTF-8.');
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    throw new Unreadable(
      'This DOCX carries a document type (DOCTYPE), by which a file can reach for others. It is not opened.',
    );
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)/i.exec(text)?.[1];
  if (declared && !/^(utf-8|us-ascii)$/i.test(declared))
    throw new Unreadable(`This DOCX is written in ${declared.slice(0, 20)}, which Office does not use.`);
  return text;
}

/** An archive with the parts that hold words only, as this process unpacked and checked them: the next reader sees nothing else. */
function wordsOnly(bytes, entries) {
  const open = opener(bytes);
  const parts = {};
  for (const entry of entries) {
    if (!WORDS.test(entry.name)) continue;
    if (entry.fault) throw new Unreadable(`A part of this DOCX is not opened: ${entry.fault}.`);
    let data;
    try {
      data = open(entry);
    } catch (error) {
      if (error instanceof Unreadable && !/^This ZIP/.test(error.message))
        throw new Unreadable('This DOCX is damaged.');
      throw error;
    }
    const xml = xmlOf(data);
    // What lies outside the file (linked pictures, remote templates) is cut off.
    parts[entry.name] = entry.name.endsWith('.rels')
      ? xml.replace(/<Relationship\b[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gi, withoutTarget)
      : xml;
  }
  return parts;
}
const withoutTarget = (tag) => (/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(tag) ? tag : '');

const named = (xml, name) => {
  const found = RegExp(`<${name}(?:\\s[^>]*)?>([^<]{1,300})</${name}>`).exec(xml ?? '')?.[1];
  return found ? parseHTML(`<html><body>${found}</body></html>`).document.body.textContent.trim() || null : null;
};

/** Writers that know no superscript lift a smaller letter by half-points: it means the same, and is said so to mammoth. */
const withRaised = (xml) =>
  xml.replace(
    /<w:position w:val="(-?)(?:[4-9]|1\d)"\/>(?=<w:sz )/g,
    (_, down) => `<w:vertAlign w:val="${down ? 'sub' : 'super'}script"/>`,
  );

export async function readDocx(bytes) {
  const parts = wordsOnly(bytes, entriesOf(bytes));
  const body = parts['word/document.xml'];
  const pictures = (body.match(/<(pic:pic|v:imagedata)\b/g) ?? []).length;
  // Pictures are not among the parts: their places go too, or the reader would look for them.
  parts['word/document.xml'] = withRaised(body.replace(/<a:blip\b[^>]*>/g, '').replace(/<v:imagedata\b[^>]*>/g, ''));
  const zip = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), {
    level: 0,
  });
  let html;
  try {
    const options = {
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    };
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(zip) }, options)).value;
  } catch {
    throw new Unreadable('This DOCX is damaged: its text could not be read.');
  }
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  // Arrows back from the notes are the reader's, not the author's.
  for (const arrow of document.querySelectorAll('a[href^="#footnote-ref-"], a[href^="#endnote-ref-"]')) arrow.remove();
  const { text } = plainText(document.body);
  if (!text) throw new Unreadable('There are no words in this document.');
  const warnings = leftOut({ images: pictures, embedded: 0 });
  if (/<w:(del|ins) /.test(body)) warnings.push('It holds tracked changes: they are read as accepted.');
  if (parts['word/comments.xml']) warnings.push('Comments in its margin left out.');
  const core = parts['docProps/core.xml'];
  return {
    text,
    title: named(core, 'dc:title'),
    byline: named(core, 'dc:creator'),
    language: named(core, 'dc:language'),
    warnings,
  };
}
