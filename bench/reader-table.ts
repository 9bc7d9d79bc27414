import { lineOf, verdictOf, type Rounds } from './figures';

// How the reader's rows are printed: each measure with every candidate under it, then the product against its targets.

export type Measure =
  | 'painted'
  | 'paint'
  | 'rest'
  | 'added'
  | 'add'
  | 'entered'
  | 'enter'
  | 'frame'
  | 'p95'
  | 'worst'
  | 'hit'
  | 'offsets'
  | 'heap';
/** Times by candidate and measure. */
export type Figures = Record<string, Partial<Record<Measure, Rounds>>>;

type Target = readonly [against: string, atMost: (letters: number) => number];
const always = (value: number) => () => value;

const ROWS: readonly { measure: Measure; title: string; unit: string; targets: readonly Target[]; most?: number }[] = [
  { measure: 'painted', title: 'First paint with highlights, from the data in memory', unit: 'ms', targets: [] },
  {
    measure: 'paint',
    title: 'First paint, main thread',
    unit: 'ms',
    targets: [
      ['virtual', always(2.5)],
      ['codemirror', always(0.8)],
      ['recogito', (letters) => (letters >= 1_000_000 ? 0.2 : 0.4)],
      ['recogito-as-shipped', always(0.2)],
    ],
  },
  { measure: 'rest', title: 'After it until all is in the page and it rests, main thread', unit: 'ms', targets: [] },
  {
    measure: 'added',
    title: 'One highlight more on the screen (the product: a colleague’s), from the data in memory to painted',
    unit: 'ms',
    targets: [],
  },
  {
    measure: 'add',
    title: 'The same, main thread',
    unit: 'ms',
    targets: [
      ['virtual', always(1.5)],
      ['codemirror', always(0.9)],
      ['recogito', always(0.7)],
    ],
  },
  { measure: 'entered', title: 'One’s own tag, from Enter in the composer to painted', unit: 'ms', targets: [] },
  { measure: 'enter', title: 'The same, main thread', unit: 'ms', targets: [] },
  { measure: 'p95', title: 'Scrolling, p95 of a frame', unit: 'ms', targets: [['plain', always(1.05)]] },
  { measure: 'worst', title: 'Scrolling, worst frame', unit: 'ms', targets: [['plain', always(1.25)]] },
  {
    measure: 'frame',
    title: 'Scrolling, main thread a frame',
    unit: 'ms',
    targets: [
      ['plain', always(2.5)],
      ['codemirror', always(1)],
      ['recogito', always(0.6)],
    ],
  },
  // Text alone takes more than 0.1 ms on some machines: what is held beside it is twice that of the same run (decision 013).
  { measure: 'hit', title: 'What is under a point', unit: 'ms', targets: [['plain', always(2)]], most: 0.1 },
  { measure: 'offsets', title: 'Selection to offsets', unit: 'ms', targets: [], most: 0.2 },
  {
    measure: 'heap',
    title: 'JavaScript heap of the whole page',
    unit: 'MB',
    targets: [
      ['plain', always(1.5)],
      ['the product, one line in it', always(1.5)],
    ],
  },
];

/** Prints one size. `way` is how long the answers took to come, from the address typed, ms. */
export function printReader(size: { letters: number; highlights: number; found: Figures; way: number }): void {
  const { letters, highlights, found, way } = size;
  console.log(`\nReader, ${letters} characters with ${highlights} highlights`);
  console.log(
    `  from the address to text and highlights in the browser: ${way.toFixed(0)} ms; what follows begins there`,
  );
  for (const { measure, title, unit, targets, most } of ROWS) {
    console.log(`\n ${title}`);
    for (const [name, figures] of Object.entries(found))
      if (figures[measure]) console.log(lineOf(name, figures[measure], unit));
    const own = found['the product']?.[measure];
    if (!own) continue;
    for (const [against, atMost] of targets) {
      const floor = found[against]?.[measure];
      if (floor) console.log(verdictOf(`the product ÷ ${against}`, own, floor, 0.5, atMost(letters)));
    }
    if (most !== undefined)
      console.log(
        verdictOf(
          'the product, absolute ÷ 1 ms',
          own,
          own.map(() => [1]),
          0.5,
          most,
        ),
      );
  }
}
