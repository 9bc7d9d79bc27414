const ROMAN = Object.entries({
  m: 1000,
  cm: 900,
  d: 500,
  cd: 400,
  c: 100,
  xc: 90,
  l: 50,
  xl: 40,
  x: 10,
  ix: 9,
  v: 5,
  iv: 4,
  i: 1,
});

function roman(number) {
  let rest = number;
  return ROMAN.map(([letters, worth]) => {
    const times = Math.floor(rest / worth);
    rest -= times * worth;
    return letters.repeat(times);
  }).join('');
}
/** As a list of this type counts: letters and Roman figures go only so far, and beyond are figures. */
function counted(number, type) {
  const letters = number >= 1 && number <= 26 ? String.fromCharCode(96 + number) : String(number);
  const figures = number >= 1 && number < 4000 ? roman(number) : String(number);
  return { a: letters, A: letters.toUpperCase(), i: figures, I: figures.toUpperCase() }[type] ?? String(number);
}

const wholeOf = (element, name) => {
  const text = element.getAttribute(name)?.trim() ?? '';
  return /^[+-]?\d{1,9}$/.test(text) ? Number(text) : null;
};
const isList = (node) => /^(ul|ol|menu)$/i.test(node?.nodeName ?? '');

/** Marks of list items, in the order of the page: `-`, or the number that a browser would draw; and two blanks for each list around. */
export class Numbering {
  next = new Map(); // the number of the next item, by list

  markOf(item) {
    const list = item.parentNode;
    if (list?.nodeName.toUpperCase() !== 'OL') return '-';
    const step = list.hasAttribute('reversed') ? -1 : 1;
    const first = () => wholeOf(list, 'start') ?? (step > 0 ? 1 : [...list.children].filter(isItem).length);
    const number = wholeOf(item, 'value') ?? this.next.get(list) ?? first();
    this.next.set(list, number + step);
    return `${counted(number, list.getAttribute('type'))}.`;
  }
  /** `until`: what is read as a whole, beyond which no list counts. */
  indentOf(item, until) {
    let depth = 0;
    for (let node = item.parentNode; node && node !== until; node = node.parentNode) if (isList(node)) depth += 1;
    return '  '.repeat(Math.max(0, Math.min(depth, 20) - 1));
  }
}
const isItem = ({ nodeName }) => nodeName.toUpperCase() === 'LI';
