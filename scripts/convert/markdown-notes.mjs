// Notes at the foot of a Markdown text, as a page has them: raised numbers in the text, and a list of the notes at its end.

/** `[^name]` in a text. */
export const REFERENCE = /\[\^([^\]\s]{1,200})\]/g;
/** References that follow on one another; code and what is escaped are none. */
const REFERENCES = /(`+)[^`]{1,2000}\1|\\\[|(?:\[\^[^\]\s]{1,200}\])+/g;
/** How the next line of a note has to begin: right below it, or after a blank line. */
const ON = /^( {2,}|\t)\S/;
const FURTHER = /^( {4}|\t)\s*\S/;

/** A text's lines without its notes, and the notes by name: `[^1]: words`, with what is indented below. `isCode`: lines of the text in fences. */
function partedOf(lines) {
  const [rest, notes, isCode] = [[], new Map(), new Set()];
  let fence = false;
  let note = null;
  let open = null;
  for (const line of lines) {
    if (/^ {0,3}(`{3,}|~{3,})/.test(line)) fence = !fence;
    const [, name, said] = (!fence && /^ {0,3}\[\^([^\]\s]{1,200})\]:[ \t]*(.*)$/.exec(line)) || [];
    const goesOn = open?.test(line) ?? false;
    if (name) notes.set(name, (note = [...(notes.get(name) ?? []), said]));
    else if (goesOn) note.push(...(open === FURTHER ? [''] : []), line.trim());
    else if (rest.push(line) && fence) isCode.add(rest.length - 1);
    if (name || goesOn) open = ON;
    else open = open && line.trim() === '' ? FURTHER : null;
  }
  return { rest, notes, isCode };
}

const namesIn = (mark) => [...mark.matchAll(REFERENCE)].map(([, name]) => name);

/**
 * The lines of a text with its notes after it, as a list. They are counted in the order in which the text refers to them, as a page counts
 * them whatever they are called; then come those that it does not refer to.
 */
export function footnotesOf(lines) {
  const { rest, notes, isCode } = partedOf(lines);
  if (notes.size === 0) return lines;
  const numbers = new Map();
  const numberOf = (name) => {
    if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
    return numbers.get(name);
  };
  const counted = (line) =>
    line.replace(REFERENCES, (mark) => {
      const names = namesIn(mark);
      if (!mark.startsWith('[') || !names.every((name) => notes.has(name))) return mark;
      return `<sup>${names.map(numberOf).join(',')}</sup>`;
    });
  const text = rest.map((line, at) => (isCode.has(at) ? line : counted(line)));
  const list = [];
  const left = () => [...notes.keys()].find((name) => !numbers.has(name));
  for (let nth = 1; nth <= notes.size; nth += 1) {
    const name = [...numbers].find(([, number]) => number === nth)?.[0] ?? left();
    const [first = '', ...more] = notes.get(name);
    list.push(`${numberOf(name)}. ${counted(first)}`, ...more.map(counted));
  }
  return [...text, '', ...list];
}
