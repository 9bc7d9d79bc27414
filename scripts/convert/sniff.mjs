import { Unreadable } from './unreadable.mjs';

const READS = 'Claimbench reads text, HTML, saved pages (MHTML), Markdown, PDF, DOCX, and ZIP files of these.';

/** What the first bytes say, whatever the name says; `null` for what has no such mark. */
const MAGIC = [
  ['pdf', (head) => head.latin.includes('%PDF-')],
  ['zip', (head) => /^PK(\x03\x04|\x05\x06|\x07\x08)/.test(head.latin)],
  ['a PNG image', (head) => head.latin.startsWith('\x89PNG')],
  ['a JPEG image', (head) => head.latin.startsWith('\xff\xd8\xff')],
  ['a GIF image', (head) => /^GIF8[79]a/.test(head.latin)],
  ['a WebP image', (head) => /^RIFF[^]{4}WEBP/.test(head.latin)],
  ['a TIFF image', (head) => /^(II\*\0|MM\0\*)/.test(head.latin)],
  ['a BMP image', (head) => /^BM[^]{4}\0\0\0\0/.test(head.latin)],
  ['an RTF document', (head) => head.latin.startsWith('{\\rtf')],
  ['an old Office document, or one locked with a password', (head) => head.latin.startsWith('\xd0\xcf\x11\xe0')],
  ['a RAR archive', (head) => head.latin.startsWith('Rar!')],
  ['a 7z archive', (head) => head.latin.startsWith('7z\xbc\xaf')],
  ['a gzip archive', (head) => head.latin.startsWith('\x1f\x8b')],
  ['a program', (head) => /^(\x7fELF|MZ)/.test(head.latin)],
];
const ADVICE = {
  'an RTF document': ' Save it as DOCX and drop it again.',
  'an old Office document, or one locked with a password': ' Save it as DOCX, without a password, and drop it again.',
};

const BY_NAME = {
  txt: 'text',
  text: 'text',
  log: 'text',
  '': 'text',
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  mht: 'mhtml',
  mhtml: 'mhtml',
  md: 'markdown',
  markdown: 'markdown',
  pdf: 'pdf',
  docx: 'docx',
  zip: 'zip',
};
const CALLED = { pdf: 'a PDF', zip: 'a ZIP file', docx: 'a DOCX' };

/** The last ending of a name, small letters; several in a row (`a.html.jpg`) count as the last. */
export const endingOf = (name) => /\.([^./\\]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * What a file is: its bytes decide, and its name must agree. Answers `text`, `html`, `mhtml`, `markdown`, `pdf` or `zip` (a DOCX is a
 * `zip` until its contents were seen). Throws `Unreadable`.
 */
export function kindOf(name, bytes) {
  if (bytes.length === 0) throw new Unreadable('This file is empty.');
  const ending = endingOf(name);
  const named = BY_NAME[ending];
  const head = { latin: Buffer.from(bytes.subarray(0, 1024)).toString('latin1') };
  const found = MAGIC.find(([, fits]) => fits(head))?.[0];
  if (found && found !== 'pdf' && found !== 'zip')
    throw new Unreadable(`This is ${found}. ${READS}${ADVICE[found] ?? ''}`);
  if (!named) throw new Unreadable(`A file named .${ending} is not read. ${READS}`);
  if (found) {
    const fits = found === named || (found === 'zip' && named === 'docx') || ending === '';
    if (!fits)
      throw new Unreadable(
        `This is ${CALLED[found]}, but its name ends in .${ending}. If it is meant, rename it and drop it again.`,
      );
    return found;
  }
  if (CALLED[named])
    throw new Unreadable(`The name says ${CALLED[named]}, but this is none: its first bytes say something else.`);
  const start = head.latin.replace(/^(\xef\xbb\xbf|\s)+/, '');
  if (
    named !== 'text' &&
    named !== 'markdown' &&
    /^(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*(<!doctype\s+svg|<svg[\s>])/i.test(start)
  )
    throw new Unreadable(`This is an SVG image. ${READS}`);
  return named;
}
