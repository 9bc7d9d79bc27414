import { baseOf, withRaised } from './pdf-raised.mjs';

// The lines of a PDF's pages, from pieces of text at their places in points: `y` from below, `left` and `right`, `height` of the letters.

const heightOf = (item) => item.height || Math.hypot(item.transform[2], item.transform[3]) || 10;
/** Signs and numbers that an item of a list begins with. */
export const BULLET = /^[•◦▪▫‣⁃●○■□◆◇➢➤✓✔]/u;
export const NUMBERED = /^\(?(\d{1,3}|[a-z])[.)]$/u;

/** Between pieces further apart than this many times their height something is left free: they are cells of a row, or columns. */
const APART = 1.5;

// Letters of scripts that run from right to left, also in the shapes that they take within a word, as fonts have them.
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu;
const SHAPES = /[\ufb1d-\ufdff\ufe70-\ufefc]+/gu;
const LEFT_TO_RIGHT = /[\p{L}\p{N}]/gu;
const lettersIn = (text, letters) => text.match(letters)?.length ?? 0;
const runsLeft = (text) => {
  const left = lettersIn(text, RIGHT_TO_LEFT);
  return left > 0 && left >= lettersIn(text, LEFT_TO_RIGHT) - left;
};

// Bullets of fonts that have letters of their own for them: nothing else shows these.
const OWN_BULLET = /^[\uf0a7\uf0b7\uf0d8\uf0fc](?=\s|$)/u;
// What a font gives no letter for.
const UNTOLD = /[\0-\x08\x0b\x0c\x0e-\x1f]/g;

/** Letters instead of their shapes, single blanks, none at the ends. */
const tidy = (text) =>
  text
    .replace(SHAPES, (shapes) => shapes.normalize('NFKC'))
    .replace(OWN_BULLET, '•')
    .replace(/[ \t]+/g, ' ')
    .trim();

/**
 * The pieces of a line in the order in which they are read. A file may have those of a line that runs to the left as they stand from left to
 * right, each of them read already: they are taken from the right, and what runs to the right within them (names, numbers) keeps its order.
 */
function inReading(pieces) {
  const ordered = [];
  let run = [];
  const isRight = ({ str }) => lettersIn(str, LEFT_TO_RIGHT) > lettersIn(str, RIGHT_TO_LEFT);
  const isLeft = ({ str }) => lettersIn(str, RIGHT_TO_LEFT) > 0;
  const flush = () => {
    // Blanks and signs at the end of such a run are of what comes after it.
    const end = run.findLastIndex(isRight) + 1;
    ordered.unshift(...run.slice(end).reverse(), ...run.slice(0, end));
    run = [];
  };
  for (const piece of pieces.toSorted((a, b) => a.left - b.left)) {
    if (run.length > 0 ? !isLeft(piece) : isRight(piece)) run.push(piece);
    else {
      flush();
      ordered.unshift(piece);
    }
  }
  flush();
  return ordered;
}

/** What stands apart in a line, in reading order. */
function cellsOf(pieces) {
  const cells = [];
  let last = null;
  for (const { str, left, right, height } of pieces) {
    const cell = cells.at(-1);
    // A blank may be as wide as what is left free.
    if (str.trim() === '') {
      if (cell) cell.text += str;
      continue;
    }
    const gap = last ? Math.max(left - last.right, last.left - right) : 0;
    // What an item of a list begins with stands apart from the item.
    const isMark = cells.length === 1 && (BULLET.test(tidy(cell.text)) || NUMBERED.test(tidy(cell.text)));
    if (!cell || (gap > height * APART && !isMark)) cells.push({ text: str, left, right });
    else {
      const parted = gap > height * 0.15 && !/\s$/.test(cell.text) && !/^\s/.test(str);
      cell.text += (parted ? ' ' : '') + str;
      cell.left = Math.min(cell.left, left);
      cell.right = Math.max(cell.right, right);
    }
    last = { left, right };
  }
  return cells.map((cell) => ({ ...cell, text: tidy(cell.text) })).filter(({ text }) => text);
}

/** A line of its pieces, or null where there is nothing in it. */
function lineOf({ height, pieces }) {
  const rtl = runsLeft(pieces.map(({ str }) => str).join(''));
  const base = baseOf(pieces);
  const cells = cellsOf(withRaised(rtl ? inReading(pieces) : pieces, base));
  if (cells.length === 0) return null;
  const [left, right] = [Math.min(...cells.map((one) => one.left)), Math.max(...cells.map((one) => one.right))];
  return { y: base.y, height, left, right, rtl, cells, text: cells.map(({ text }) => text).join(' ') };
}

/** Whether a piece stands on a line: not above or below it by more than its own height allows, or small and close beside its last piece. */
function standsOn(line, { left, y, height }) {
  const away = Math.abs(y - line.y);
  if (away < Math.max(2, height * 0.6)) return !line.ended || left >= line.right;
  return height < line.height * 0.85 && away < line.height * 0.6 && Math.abs(left - line.right) < line.height * 0.5;
}

/** The lines of a page in the order in which the file has them. `cells` are what stands apart in them, `text` is all of it. */
export function linesOf(items) {
  const lines = [];
  let line = null;
  for (const item of items) {
    if (typeof item.str !== 'string') continue;
    const [left, y] = [item.transform[4], item.transform[5]];
    const height = heightOf(item);
    const isBlank = item.str.trim() === '';
    if (!line || !standsOn(line, { left, y, height })) {
      if (isBlank) continue;
      lines.push((line = { y, height: 0, right: 0, pieces: [], ended: false }));
    }
    line.pieces.push({ str: item.str.replace(UNTOLD, '\ufffd'), left, right: left + item.width, y, height });
    line.right = Math.max(line.right, left + item.width);
    // What it began with was raised.
    if (!isBlank && line.height < height * 0.85) line.y = y;
    line.height = Math.max(line.height, isBlank ? 0 : height);
    line.ended = item.hasEOL;
  }
  return lines.flatMap((one) => lineOf(one) ?? []);
}

const numbersIn = (text) => (text.match(/\d+/g) ?? []).map(Number);

/** Whether lines of several pages are one line that runs through them: each number in it is the same, or counts the pages. */
function runs(found) {
  const [first, ...others] = found.map(({ line, page }) => ({ numbers: numbersIn(line.text), page }));
  return others.every(({ numbers, page }) =>
    numbers.every((number, nth) => [0, page - first.page].includes(number - first.numbers[nth])),
  );
}

/** At the top or the bottom of a page stand so many running lines at most. */
const RUNNING = 3;

/**
 * Takes away what runs along the edges of the pages, titles and numbers: it parts sentences, and is nobody's words twice. Answers one of each,
 * in words.
 */
export function withoutEdges(pages) {
  const filled = pages.filter((lines) => lines.length > 0).length;
  const enough = Math.max(2, Math.floor(filled * 0.4));
  const taken = [];
  const outermost = [
    (lines) => lines.toSorted((a, b) => b.y - a.y)[0],
    (lines) => lines.toSorted((a, b) => a.y - b.y)[0],
  ];
  for (const edge of outermost)
    for (let round = 0; round < RUNNING; round += 1) {
      const groups = new Map();
      for (const [page, lines] of pages.entries()) {
        const line = edge(lines);
        // What is all that a page says is not beside it.
        if (lines.length < 2) continue;
        const key = `${Math.round(line.y / 4)} ${line.text.replace(/\d+/g, '#')}`;
        groups.set(key, [...(groups.get(key) ?? []), { line, page }]);
      }
      const running = [...groups.values()].filter((found) => found.length >= enough && runs(found));
      if (running.length === 0) break;
      for (const found of running) {
        taken.push(found[0].line.text);
        for (const { line, page } of found) pages[page] = pages[page].filter((one) => one !== line);
      }
    }
  return { pages, taken };
}
