import { isHidden } from './hidden.mjs';

const nameOf = (node) => node.nodeName.toUpperCase();

/** Children of one name, also through what only holds them together; what else stands there. */
function childrenOf(node, wanted, through, found = { those: [], others: [] }) {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 1 && isHidden(child)) continue;
    if (wanted.test(nameOf(child))) found.those.push(child);
    else if (through.test(nameOf(child))) childrenOf(child, wanted, through, found);
    else found.others.push(child);
  }
  return found;
}

/** The rows of a table, without those of tables in its cells; and its caption and what stands astray. */
export const partsOf = (table) => {
  const { those, others } = childrenOf(table, /^TR$/, /^(THEAD|TBODY|TFOOT|FORM)$/);
  return { rows: those, others };
};

const span = (cell, name, most) => {
  const number = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(number) && number > 0 ? Math.min(number, most) : 1;
};

/** Texts of cells by row and column; a cell over several of them has its text in the first, and the others empty. */
function gridOf(rows, textOf) {
  const taken = []; // rows below that a cell still takes, by column
  return rows.map((row) => {
    const line = [];
    const pass = () => {
      for (; taken[line.length] > 0; line.push('')) taken[line.length] -= 1;
    };
    for (const cell of childrenOf(row, /^T[DH]$/, /^FORM$/).those) {
      pass();
      const below = span(cell, 'rowspan', 1000) - 1;
      const first = line.length;
      for (let column = span(cell, 'colspan', 50); column > 0; column -= 1) {
        taken[line.length] = below;
        line.push('');
      }
      line[first] = textOf(cell);
    }
    pass();
    return line;
  });
}

/** Old pages lay themselves out in tables: a cell with this much in it is a page or a column of one. */
const isColumn = (text) => text.length > 600 && text.split('\n\n').length > 2;

const inOneLine = (text) => text.replace(/[ \t\n]+/g, ' ').replace(/^ | $/g, '');

/**
 * Rows as lines, cells parted by one tab, empty ones kept so that columns stay in their places. Rows without any words are left out, and
 * where a table only lays out a page its cells are blocks. `textOf` reads a cell.
 */
export function textOfRows(rows, textOf) {
  const grid = gridOf(rows, textOf).filter((line) => line.some(Boolean));
  const texts = grid.flat().filter(Boolean);
  if (grid.every((line) => line.length === 1) || texts.some(isColumn))
    return texts.join(texts.some((text) => text.includes('\n')) ? '\n\n' : '\n');
  return grid.map((line) => line.map((text) => text && inOneLine(text)).join('\t')).join('\n');
}
