import { raised } from './raised.mjs';

// Raised and lowered pieces of a PDF's line: smaller letters that stand above or below it, close to others of the line.

const CLOSE = 0.5; // of the height of the line's letters
const TOUCHING = 0.15;

/** The place and height of the line itself: of those pieces whose letters take the most room. */
export function baseOf(pieces) {
  const found = new Map();
  for (const { str, y, height } of pieces) {
    const key = `${Math.round(y)} ${Math.round(height)}`;
    const one = found.get(key) ?? { y, height, room: 0 };
    found.set(key, { ...one, room: one.room + str.trim().length * height * height });
  }
  return [...found.values()].reduce((most, one) => (one.room > most.room ? one : most));
}

/** 1 for what is raised above the line, -1 for what is lowered below it, else 0. */
function sideOf({ str, y, height }, base) {
  const up = (y - base.y) / base.height;
  if (str.trim() === '' || height > base.height * 0.85 || Math.abs(up) > 0.75) return 0;
  if (up >= 0.15) return 1;
  return up <= -0.08 ? -1 : 0;
}

const gapBetween = (one, other) => Math.max(other.left - one.right, one.left - other.right);

/** Pieces of the same side that follow closely on one another are one: a sign and its figure, several notes. */
function runsOf(pieces, base) {
  const runs = [];
  for (const piece of pieces) {
    const side = sideOf(piece, base);
    const last = runs.at(-1);
    if (side !== 0 && last?.side === side && gapBetween(last, piece) <= base.height * CLOSE) {
      last.str += piece.str;
      last.left = Math.min(last.left, piece.left);
      last.right = Math.max(last.right, piece.right);
    } else runs.push({ ...piece, side });
  }
  return runs;
}

/** Pieces in reading order, with those that are raised or lowered written as such. */
export function withRaised(pieces, base) {
  const runs = runsOf(pieces, base);
  return runs.map(({ side, ...piece }, at) => {
    if (side === 0) return piece;
    const filled = ({ str }) => str.trim() !== '';
    const beside = [runs.slice(0, at).findLast(filled), runs.slice(at + 1).find(filled)];
    // Alone in a corner, it is a number of a page.
    if (!beside.some((one) => one && gapBetween(one, piece) <= base.height * CLOSE)) return piece;
    const letter = (one, nth) =>
      one && gapBetween(one, piece) <= base.height * TOUCHING ? one.str.slice(nth, nth + 1 || undefined) : '';
    const [before, after] = [letter(runs[at - 1], -1), letter(runs[at + 1], 0)];
    const said = raised(piece.str, { down: side < 0, before, after });
    if (said === null) return piece;
    const [start, end] = [/^\s/.test(piece.str) ? ' ' : '', /\s$/.test(piece.str) ? ' ' : ''];
    return { ...piece, str: `${start}${said}${end}`, height: base.height };
  });
}
