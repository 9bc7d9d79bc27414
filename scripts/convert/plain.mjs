import { isHidden } from './hidden.mjs';
import { Numbering } from './numbering.mjs';
import { raised } from './raised.mjs';
import { partsOf, textOfRows } from './table.mjs';

// A page's elements as plain text with paragraphs. Nothing is run, loaded or drawn: the tree is only read.

const BLOCKS = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6
  HEADER HGROUP HR HTML LEGEND MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD UL`.split(/\s+/),
);
const LINES = new Set(['LI', 'TR', 'TD', 'TH', 'OPTION']);
const LEFT_OUT = new Set(
  `APPLET AUDIO BUTTON CANVAS EMBED FRAME FRAMESET HEAD IFRAME INPUT LINK MATH META NOEMBED NOFRAMES NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG
  TEMPLATE TEXTAREA TITLE VIDEO`.split(/\s+/),
);
const IMAGES = new Set(['IMG', 'SVG', 'PICTURE', 'CANVAS']);
const EMBEDDED = new Set(['IFRAME', 'FRAME', 'OBJECT', 'EMBED', 'VIDEO', 'AUDIO', 'APPLET']);

const RANK = ['', ' ', '\n', '\n\n'];

/** Words that pile up; before the next ones stands the largest gap that was asked for since the last. */
class Sheet {
  parts = [];
  gap = '';
  held = false; // in a list item, whose first words follow on the same line
  end(gap) {
    if (!this.held && RANK.indexOf(gap) > RANK.indexOf(this.gap)) this.gap = gap;
  }
  /** As a browser draws them: white space of the source is one blank. Other blanks, the no-break space among them, are letters. */
  words(text) {
    const plain = text.replace(/[ \t\n\f\r]+/g, ' ');
    if (plain.startsWith(' ')) this.end(' ');
    const said = plain.replace(/^ | $/g, '');
    if (said === '') return;
    this.put(said);
    if (plain.endsWith(' ')) this.end(' ');
  }
  /** Preformatted: its own lines. */
  exact(text) {
    const lines = text.replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '');
    if (lines) this.put(lines);
  }
  put(said) {
    if (this.parts.length > 0) this.parts.push(this.gap);
    this.parts.push(said);
    this.gap = '';
    this.held = false;
  }
  item(mark, indent) {
    this.put(this.held ? mark : `${indent}${mark}`);
    this.gap = ' ';
    this.held = true;
  }
  /** The letter that the next words would run into, or nothing where a gap comes first. */
  get last() {
    return this.gap === '' ? (this.parts.at(-1)?.slice(-1) ?? '') : '';
  }
  toString() {
    return this.parts.join('');
  }
}

/** What stands around an element: a blank line, a line end, nothing. A paragraph or a list in an item stays with it. */
function gapAround(node, name) {
  if (LINES.has(name)) return '\n';
  if (!BLOCKS.has(name)) return '';
  return /^(UL|OL|P|DIV)$/.test(name) && /^(LI|UL|OL)$/i.test(node.parentNode?.nodeName ?? '') ? '\n' : '\n\n';
}

/** The first letter after an element on the same line, or nothing. */
function letterAfter(element) {
  let next = element.nextSibling;
  while (next?.firstChild && gapAround(next, next.nodeName.toUpperCase()) === '') next = next.firstChild;
  return next?.nodeType === 3 ? next.data.slice(0, 1) : '';
}

/** Raised or lowered words in their place on the sheet; false where they are like any others. */
function raise(sheet, element, name) {
  const text = element.textContent;
  const said = raised(text, { down: name === 'SUB', before: sheet.last, after: letterAfter(element) });
  if (said === null) return false;
  sheet.words(said);
  if (/\s$/.test(text)) sheet.end(' ');
  return true;
}

/** Reads elements onto a sheet, and counts in `left` what has no text. A cell of a table has a sheet of its own. */
class Reader {
  sheet = new Sheet();
  numbering = new Numbering();
  constructor(root, left) {
    this.root = root;
    this.left = left;
  }
  walk(node) {
    const { sheet, left } = this;
    if (node.nodeType === 3) return sheet.words(node.data);
    if (![1, 9, 11].includes(node.nodeType)) return;
    const name = node.nodeName.toUpperCase();
    if (IMAGES.has(name)) left.images += 1;
    if (EMBEDDED.has(name)) left.embedded += 1;
    if (name === 'BR') return sheet.end(sheet.gap === '\n' ? '\n\n' : '\n');
    if (IMAGES.has(name) || LEFT_OUT.has(name) || (node.nodeType === 1 && isHidden(node))) return;
    if ((name === 'SUP' || name === 'SUB') && raise(sheet, node, name)) return;
    const gap = node === this.root ? '' : gapAround(node, name);
    sheet.end(gap);
    if (name === 'LI') sheet.item(this.numbering.markOf(node), this.numbering.indentOf(node, this.root));
    if (name === 'PRE') sheet.exact(node.textContent);
    else if (name === 'TABLE') this.table(node);
    else this.children(node);
    sheet.end(gap);
  }
  children(node) {
    for (let child = node.firstChild; child; child = child.nextSibling) this.walk(child);
  }
  table(node) {
    const { rows, others } = partsOf(node);
    for (const other of others) this.walk(other);
    this.sheet.end('\n\n');
    const text = textOfRows(rows, (cell) => textIn(cell, this.left));
    if (text) this.sheet.put(text);
  }
}

function textIn(root, left) {
  const reader = new Reader(root, left);
  reader.walk(root);
  return reader.sheet.toString();
}

/**
 * The text of an element: blank lines between blocks, one line an item or row, cells parted by tabs. `left` counts what has no text and is
 * left out: images and embedded pages.
 */
export function plainText(root) {
  const left = { images: 0, embedded: 0 };
  return { text: textIn(root, left), left };
}

const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** What was left out, as sentences. */
export function leftOut({ images, embedded }) {
  const said = [];
  if (images) said.push(`${counted(images, 'image')} left out.`);
  if (embedded) said.push(`${counted(embedded, 'embedded page or film', 'embedded pages or films')} left out.`);
  return said;
}
