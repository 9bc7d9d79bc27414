import { describe, expect, it } from 'vitest';
import { convert } from './convert.mjs';
import { pdfOf, type Placed } from './made-files.fixtures';
import { textOf } from './pdf-layout.mjs';
import { linesOf, withoutEdges } from './pdf-lines.mjs';

// Where words stand on the pages of a PDF, and what that means: lists, tables, columns, paragraphs over the end of a page.

const read = (...pages: (string | Placed)[][]) => convert({ name: 'a.pdf' }, pdfOf(pages));
/** A page of lines that begin at `x`, 14 pt apart. */
const at = (x: number, lines: string[], top = 760): Placed[] =>
  lines.map((text, nth) => ({ text, x, y: top - 14 * nth }));
/** What pdf.js makes of one piece of text. */
const piece = (str: string, x: number, y: number, width = 6 * str.length) => ({
  ...{ str, dir: 'ltr', width, height: 12, hasEOL: false },
  transform: [12, 0, 0, 12, x, y],
});
const textIn = (...items: ReturnType<typeof piece>[]) => textOf([linesOf(items)]).text;

const FULL = 'The keeper of the northern gauge wrote the figure in the book before the ferry left';
const ALSO = 'and the keeper of the southern one wrote another in it as soon as the ferry had left';

describe('a paragraph', () => {
  it('ends where the next word would have found room, unless a sentence goes on there', async () => {
    const lines = [
      FULL,
      'the quay.',
      FULL,
      'the harbour, and',
      'nobody saw it. The keeper of the gauge had gone home before the ferry left',
      'it.',
    ];
    expect((await read(lines)).text).toBe(`${FULL} the quay.\n\n${lines.slice(2).join(' ')}`);
  });

  it('begins where its first line is set in, and not where an entry hangs out', async () => {
    const indented = [
      ...at(72, [FULL]),
      ...at(90, ['The next one begins here, and goes on to the end of its line as the'], 746),
    ];
    expect((await read([...indented, ...at(72, ['first one did.'], 732)])).text).toBe(
      `${FULL} The next one begins here, and goes on to the end of its line as the first one did.`,
    );
    const ended = [...at(72, [`${FULL}.`]), ...at(90, ['The next one begins here.'], 746)];
    expect((await read(ended)).text).toBe(`${FULL}.\n\nThe next one begins here.`);
  });

  it('goes on over the end of a page, with the offset of the page where its words go on', async () => {
    const { text, pages } = await read([FULL, ALSO], ['the quay. Nobody saw it.', '', 'More.']);
    expect(text).toBe(`${FULL} ${ALSO} the quay. Nobody saw it.\n\nMore.`);
    expect(pages).toEqual([0, text.indexOf('the quay')]);
    expect((await read([`${FULL}.`], ['The quay.'])).text).toBe(`${FULL}.\n\nThe quay.`);
  });

  it('is made of letters of a script without blanks as they stand', () => {
    const lines = [piece('港の番人は帳簿に', 72, 700, 96), piece('数字を書いた。', 72, 686, 84)];
    expect(textIn(...lines)).toBe('港の番人は帳簿に数字を書いた。');
  });
});

describe('a list', () => {
  it('has an item in each line, with its bullet, and what goes on in it', async () => {
    const items = [
      '• the first, which is longer than the others and goes on in the line that comes after it',
      '• the second',
      '• Third',
    ];
    const lines = [
      ...at(72, ['What was found:']),
      ...at(90, items.slice(0, 1), 740),
      ...at(102, ['so it does.'], 726),
      ...at(90, items.slice(1), 712),
      ...at(72, ['Nobody signed.'], 670),
    ];
    expect((await read(lines)).text).toBe(
      `What was found:\n\n${items[0]} so it does.\n${items[1]}\n${items[2]}\n\nNobody signed.`,
    );
  });

  it('of numbers is one where they follow each other; a number that a line happens to begin with is none', async () => {
    expect((await read(['1. One was open', '2. Two were shut'])).text).toBe('1. One was open\n2. Two were shut');
    const july = [`${FULL} on`, '12. July, as the book says, and nobody has found another book that says so since'];
    expect((await read(july)).text).toBe(july.join(' '));
  });
});

describe('a table', () => {
  it('keeps its rows and its columns, empty cells too', async () => {
    const row = (y: number, ...cells: [x: number, text: string][]) => cells.map(([x, text]) => ({ text, x, y }));
    const lines = [
      ...at(72, ['Levels.'], 790),
      ...row(750, [72, 'Day'], [150, 'North gauge'], [300, 'South']),
      ...row(734, [72, 'Mon'], [190, '3.1']),
      ...row(718, [72, 'Tue'], [300, '4.0']),
      ...at(72, ['So it was.'], 680),
    ];
    expect((await read(lines)).text).toBe('Levels.\n\nDay\tNorth gauge\tSouth\nMon\t3.1\t\nTue\t\t4.0\n\nSo it was.');
  });

  it('is not what is set in two columns: the second follows the first, also where the file has them line by line', () => {
    const left = [
      'The keeper wrote the figure in',
      'the book before the ferry left',
      'the quay, and nobody saw him',
      'do it, whatever they said and',
    ];
    const right = [
      'swore to in the years that were',
      'to come. The book itself is not',
      'there any more, nor is the quay',
      'on which it was written in ink.',
    ];
    const rows = left.flatMap((line, nth) => [
      piece(line, 60, 700 - 14 * nth, 180),
      piece(right[nth]!, 320, 700 - 14 * nth, 180),
    ]);
    expect(textIn(...rows)).toBe([...left, ...right].join(' '));
  });
});

describe('what runs along the edges of pages', () => {
  const page = (number: number, words: string): Placed[] => [
    { text: 'Harbour papers', x: 200, y: 800 },
    { text: words, x: 72, y: 700 },
    { text: `- ${number} -`, x: 290, y: 30 },
  ];

  it('is left out, and said; a sentence goes on from page to page without it', async () => {
    const { text, warnings } = await read(page(7, FULL), page(8, ALSO), page(9, 'the quay.'));
    expect(text).toBe(`${FULL} ${ALSO} the quay.`);
    expect(warnings).toEqual(['Left out at the edges of the pages: “Harbour papers”, “- 7 -”.']);
  });

  it('is only what is the same on many pages, or counts them, at the same height', async () => {
    const lines = (year: string, y = 30): Placed[] => [
      { text: `${FULL} ${y + Number(year) * 2}.`, x: 72, y: 700 + y },
      { text: `In ${year} it was.`, x: 72, y },
    ];
    expect((await read(lines('1951'), lines('1987'))).warnings).toEqual([]);
    expect((await read(lines('1951'), lines('1951', 60))).warnings).toEqual([]);
    // A page that says nothing else says that.
    expect((await read(['Page 1'], ['Page 2'])).text).toBe('Page 1\n\nPage 2');
  });

  it('never takes a line twice, nor one from the middle', () => {
    const lines = linesOf([
      piece('Top', 60, 800),
      piece('Words.', 60, 700),
      piece('Middle', 60, 600),
      piece('Words.', 60, 500),
    ]);
    const { pages, taken } = withoutEdges([lines, lines]);
    expect(taken).toEqual(['Top', 'Words.', 'Middle']);
    expect(pages.map((left: { text: string }[]) => left.map(({ text }) => text))).toEqual([['Words.'], ['Words.']]);
  });
});

describe('a line that runs from right to left', () => {
  it('is put together from the right, in letters instead of their shapes, with figures and names as they are read', () => {
    // As many programs write it: shape by shape, from left to right. The number and the name keep their own order.
    const shapes = [...'\ufe90\ufe98\ufedb\ufe90\ufe98\ufedb'].map((shape, nth) => piece(shape, 200 + 6 * nth, 700, 6));
    const name = [piece('Lars', 150, 700, 24), piece(' ', 174, 700, 3), piece('12', 177, 700, 12)];
    expect(
      textIn(piece('\u0645', 130, 700, 6), piece(' ', 136, 700, 14), ...name, piece(' ', 189, 700, 11), ...shapes),
    ).toBe('كتبكتب Lars 12 م');
  });

  it('begins at the right: the first column of two, the first cell of a row, the number of an item', () => {
    const right = [
      'כתב השומר את המספר בספר לפני באותו היום',
      'שהמעבורת עזבה את הרציף ואיש באותו היום',
      'לא ראה אותו עושה זאת ולא היה באותו היום',
      'שם מי שיספר על כך אחר כך באותו היום',
    ];
    const left = [
      'ואז הלך לביתו ולא חזר עוד כל ביום ההוא',
      'אותו לילה אף שהפעמון צלצל ביום ההוא',
      'והמים עלו עד שעמדו על המדרגות',
      'של הבית הישן שליד הנמל ביום ההוא',
    ];
    const rows = right.flatMap((line, nth) => [
      piece(line, 320, 700 - 14 * nth, 180),
      piece(left[nth]!, 60, 700 - 14 * nth, 180),
    ]);
    expect(textIn(...rows)).toBe([...right, ...left].join(' '));
    const cells = ['יום', 'צפון', 'דרום'].map((word, nth) => piece(word, 400 - 120 * nth, 700, 40));
    const below = ['שני', 'שלוש', 'ארבע'].map((word, nth) => piece(word, 400 - 120 * nth, 684, 40));
    expect(textIn(...cells, ...below)).toBe('יום\tצפון\tדרום\nשני\tשלוש\tארבע');
  });

  it('is left as it is where the file has its words in reading order already', () => {
    const words = ['כתב', 'השומר', 'בספר'].map((word, nth) => piece(word, 300 - 60 * nth, 700, 40));
    expect(textIn(...words)).toBe('כתב השומר בספר');
  });
});

it('letters that a font does not name are counted and shown as such', async () => {
  expect(textIn(piece('a\u0000b', 60, 700))).toBe('a\ufffdb');
  expect(textIn(piece('\uf0b7', 60, 700, 6), piece('item', 90, 700))).toBe('• item');
});

describe('what is raised or lowered beside its line', () => {
  // Of Helvetica, in thousandths of its size.
  const widths: Record<number, string> = {
    278: ' .ftI',
    222: 'il',
    333: '-r',
    500: 'cksvyx',
    556: 'abdeghnopuqL0123456789',
    611: 'T',
    667: 'ASP',
    722: 'wHCN',
    778: 'O',
    833: 'm',
  };
  const widthOf = (text: string) =>
    [...text].reduce(
      (sum, letter) => sum + Number(Object.keys(widths).find((one) => widths[+one]!.includes(letter))),
      0,
    ) / 1000;
  /** Pieces of a line one after the other: words, how far above the line, and their size. */
  const line = (...pieces: [words: string, up?: number, size?: number][]): Placed[] => {
    let x = 72;
    return pieces.map(([text, up = 0, size = 12]) => {
      const placed = { text, x, y: 700 + up, size };
      x += widthOf(text) * size;
      return placed;
    });
  };

  it.each([
    [line(['It carries 10'], ['6', 4.5, 7], [' m'], ['3', 4.5, 7], [' a year.']), 'It carries 10⁶ m³ a year.'],
    [line(['About 10'], ['-12', 4, 8], [' of it.']), 'About 10⁻¹² of it.'],
    [line(['H'], ['2', -2, 8], ['O and CO'], ['2', -2, 8], ['.']), 'H₂O and CO₂.'],
    [line(['No answer.'], ['1', 4, 7], [' Then they left.']), 'No answer.¹ Then they left.'],
    [line(['the mayor'], ['a', 4, 7], [' said']), 'the mayor^a said'],
    [line(['the 1'], ['st', 4, 7], [' of May']), 'the 1st of May'],
    [line(['1', 4, 7], ['Letter of the port office.']), '¹Letter of the port office.'],
    // Smaller on the line, or a larger letter before it: nothing is raised.
    [line(['Ship '], ['2', 0, 8], [' left.']), 'Ship 2 left.'],
    [line(['T', 0, 30], ['he ferry left late.']), 'The ferry left late.'],
  ])('%#: is written as such', async (pieces, text) => {
    expect((await read(pieces)).text).toBe(text);
  });

  it('stays a line of its own where it stands above one', async () => {
    const above = [
      { text: 'Port office', x: 72, y: 712, size: 8 },
      { text: 'The ferry left late.', x: 72, y: 698 },
    ];
    expect((await read(above)).text).toBe('Port office\n\nThe ferry left late.');
  });
});
