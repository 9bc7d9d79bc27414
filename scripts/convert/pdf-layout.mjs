import { BULLET, NUMBERED } from './pdf-lines.mjs';

// What the places of lines mean: where paragraphs begin and go on, what is a list, a table, or set in columns.

/** How far in a line begins, in points: from the left, or from the right where it runs from there. */
const indentOf = ({ rtl, left, right }) => (rtl ? -right : left);
const within = (value, low, high) => value >= low && value <= high;
/** Cells of these lines in the columns that they make, or null where they make none. */
function columnsOf(lines) {
  const columns = [];
  for (const { left, right } of lines.flatMap(({ cells }) => cells).toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  // The first column is the one that is read first.
  if (lines.filter(({ rtl }) => rtl).length > lines.length / 2) columns.reverse();
  const rows = lines.map(({ cells }) =>
    cells.map((cell) => columns.findIndex(({ left, right }) => within(cell.left, left, right))),
  );
  const isTable = columns.length > 1 && rows.every((places) => new Set(places).size === places.length);
  return isTable ? { count: columns.length, rows } : null;
}

/** Words that are set as text rather than as cells of a table: this many letters in each. */
const TEXT = 28;

/** Rows of a table as one piece of text with tabs; or, where both columns hold running text, the lines of one after those of the other. */
function rowsOrColumns(lines) {
  const found = columnsOf(lines);
  if (!found) return lines;
  const { count, rows } = found;
  const lengths = Array.from({ length: count }, (_, column) => {
    const texts = lines.flatMap(({ cells }, at) => cells.filter((_cell, nth) => rows[at][nth] === column));
    return texts.reduce((sum, { text }) => sum + text.length, 0) / texts.length;
  });
  if (count === 2 && lines.length > 3 && lengths.every((length) => length > TEXT))
    return [0, 1].flatMap((column) =>
      lines.flatMap((line, at) =>
        line.cells.filter((_, nth) => rows[at][nth] === column).map((cell) => ({ ...line, ...cell, cells: [cell] })),
      ),
    );
  const text = lines.map(({ cells }, at) => {
    const row = Array.from({ length: count }, () => '');
    for (const [nth, cell] of cells.entries()) row[rows[at][nth]] = cell.text;
    return row.join('\t');
  });
  return [{ ...lines[0], table: text.join('\n') }];
}

/** Lines that follow one another with several cells each, taken together. */
function withTables(lines) {
  const found = [];
  let run = [];
  const flush = () => {
    found.push(...(run.length > 1 ? rowsOrColumns(run) : run));
    run = [];
  };
  for (const line of lines) {
    const last = run.at(-1);
    if (line.cells.length < 2 || (last && !within(last.y - line.y, 0.1, last.height * 4))) flush();
    if (line.cells.length < 2) found.push(line);
    else run.push(line);
  }
  flush();
  return found;
}

const isItem = ({ text }) => BULLET.test(text) || NUMBERED.test(text.split(' ', 1)[0]);
/** Lines that begin as items do: a number alone may begin any line, so one before or after it has to be there as well. */
function itemsOf(lines) {
  const marks = lines.filter(isItem);
  const numberOf = ({ text }) => /^\(?(\d{1,3}|[a-z])/u.exec(text)?.[1];
  const valueOf = (mark) => (/^\d/.test(mark) ? Number(mark) : mark.codePointAt(0));
  return new Set(
    marks.filter((line) => {
      if (BULLET.test(line.text)) return true;
      const value = valueOf(numberOf(line));
      return marks.some(
        (other) =>
          Math.abs(indentOf(other) - indentOf(line)) < line.height &&
          !BULLET.test(other.text) &&
          Math.abs(valueOf(numberOf(other)) - value) === 1,
      );
    }),
  );
}

const ENDED = /[.!?…:;。！？؟۔][\p{Pe}\p{Pf}"'’”\d*]*$/u;
const SCRIPT_WITHOUT_BLANKS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff00-\uffef]/u;

const sameSize = (line, before) => Math.abs(line.height - before.height) <= 0.2 * before.height;

/** How much of the column a line leaves free at its end, in points: lines near it, set as closely as it is, say how wide that is. */
function roomAfter({ lines, usual }, at) {
  const line = lines[at];
  const goTogether = (above, below) =>
    [above, below].every((one) => one && !one.table && Math.abs(indentOf(one) - indentOf(line)) < line.height * 3) &&
    within(above.y - below.y, 0.1, usual * 1.45);
  let [first, last] = [at, at];
  while (first > at - 3 && goTogether(lines[first - 1], lines[first])) first -= 1;
  while (last < at + 3 && goTogether(lines[last], lines[last + 1])) last += 1;
  const near = lines.slice(first, last + 1);
  return line.rtl
    ? line.left - Math.min(...near.map(({ left }) => left))
    : Math.max(...near.map(({ right }) => right)) - line.right;
}

/** How wide the first word of a line is, in points. */
function firstWord({ text, left, right, height }) {
  const [word] = text.split(' ', 1);
  return SCRIPT_WITHOUT_BLANKS.test(text.charAt(0)) ? height : ((right - left) / text.length) * word.length;
}

/** Whether the first word of the next line would have found room at the end of this one: it was ended on purpose. */
const hasRoom = (page, at, next) => roomAfter(page, at) > firstWord(next) + next.height * 0.5;
/** The same, unless the next line goes on in the middle of a sentence: words may be set around a picture. */
const endedEarly = (page, at, next) =>
  hasRoom(page, at, next) && (ENDED.test(page.lines[at].text) || !/^\p{Ll}/u.test(next.text));

/** Whether a sentence goes on from the last line of a page or column to the first one of the next. */
function goesOn(page, at, next) {
  const line = page.lines[at];
  if (line.table || next.table || isItem(next) || !sameSize(next, line)) return false;
  // A title or a name alone says nothing of how wide the text is.
  if (ENDED.test(line.text) || line.text.length < TEXT) return false;
  return roomAfter(page, at) < firstWord(next) + next.height * 2;
}

/** What stands between two lines of one page: nothing where a paragraph goes on, else the line ends between paragraphs or items. */
function between(page, at) {
  const { lines, items, owners, usual } = page;
  const [before, line] = [lines[at - 1], lines[at]];
  if (before.table || line.table) return '\n\n';
  const owner = owners.get(before);
  if (items.has(line)) return owner ? '\n' : '\n\n';
  const gap = before.y - line.y;
  // The next column, whose first line goes on where the last one ended.
  if (gap < -usual) return goesOn(page, at - 1, line) ? '' : '\n\n';
  if (gap > usual * 1.45 || !sameSize(line, before)) return '\n\n';
  if (owner) {
    const further = indentOf(line) - indentOf(owner);
    const isOfIt = further > 1 || (further > -1 && !endedEarly(page, at - 1, line));
    return isOfIt ? '' : '\n\n';
  }
  const isSetIn = indentOf(line) - indentOf(before) > line.height * 0.8;
  const isDone = ENDED.test(before.text) || hasRoom(page, at - 1, line);
  return (isSetIn && isDone) || endedEarly(page, at - 1, line) ? '\n\n' : '';
}

/** From line to line, in points. A page of few lines is set as the one before it is. */
function usualGap(lines, before) {
  const gaps = lines
    .slice(1)
    .map((line, at) => lines[at].y - line.y)
    .filter((gap) => gap > 0);
  // Of paragraphs of two lines each every second gap is one between paragraphs: lines are set as close as the closest quarter of them.
  const found = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 4)];
  return gaps.length < 3 && before ? Math.min(before, found ?? before) : (found ?? 12);
}

/** A page as it is to be put together: `breaks` stand before its lines, `owners` are the items of lists that lines belong to. */
function pageOf(raw, before) {
  const lines = withTables(raw);
  const items = itemsOf(lines.filter(({ table }) => !table));
  const owners = new Map();
  const page = { lines, items, owners, usual: usualGap(lines, before?.usual), breaks: [] };
  for (const [at, line] of lines.entries()) {
    const found = at === 0 ? null : between(page, at);
    page.breaks.push(found);
    if (items.has(line)) owners.set(line, line);
    else if (found === '' && owners.has(lines[at - 1])) owners.set(line, owners.get(lines[at - 1]));
  }
  return page;
}

/** Puts a line behind the text, in the same paragraph. A word that was parted at the end of a line is whole again. */
function join(text, line, joined) {
  if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line)) {
    joined.hyphens += 1;
    return text.slice(0, -1) + line;
  }
  const [last, first] = [text.at(-1), line.charAt(0)];
  return SCRIPT_WITHOUT_BLANKS.test(last) && SCRIPT_WITHOUT_BLANKS.test(first) ? text + line : `${text} ${line}`;
}

/** The text of pages of lines. `starts` are the offsets at which the pages begin in it, `hyphens` how many words were joined. */
export function textOf(pages) {
  const joined = { hyphens: 0 };
  let text = '';
  let last = null;
  const starts = [];
  for (const [number, raw] of pages.entries()) {
    if (raw.length === 0) continue;
    const page = pageOf(raw, last);
    for (const [at, line] of page.lines.entries()) {
      const words = line.table ?? line.text;
      const first = at === 0;
      const goes = first ? last !== null && goesOn(last, last.lines.length - 1, line) : page.breaks[at] === '';
      if (text && !goes) text += first ? '\n\n' : page.breaks[at];
      text = goes ? join(text, words, joined) : text + words;
      // Pages without words begin where the next one does.
      if (first) while (starts.length <= number) starts.push(text.length - words.length);
    }
    last = page;
  }
  while (starts.length < pages.length) starts.push(text.length);
  return { text, starts, hyphens: joined.hyphens };
}
