import { describe, expect, it } from 'vitest';
import { convert } from './convert.mjs';
import { docxOf } from './made-files.fixtures';
import { raised } from './raised.mjs';

// What the layout of a page means, in plain text: rows and columns, numbers of lists, raised and lowered figures, notes at the foot.

const textOf = async (name: string, content: string | Uint8Array) =>
  (await convert({ name }, typeof content === 'string' ? Buffer.from(content) : content)).text;
const page = (body: string) => textOf('a.html', `<html><body>${body}</body></html>`);

describe('a table', () => {
  const LEVELS = 'Day\tNorth\tSouth\nMon\t3.1\t\nTue\t\t4.0';

  it('in a page keeps its empty cells, those at the end of a row too', async () => {
    const rows = [
      ['Day', 'North', 'South'],
      ['Mon', '3.1', ''],
      ['Tue', ' ', '4.0'],
    ].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    expect(await page(`<p>Levels.</p><table>${rows.join('\n')}</table><p>So it was.</p>`)).toBe(
      `Levels.\n\n${LEVELS}\n\nSo it was.`,
    );
    const [head, ...body] = rows;
    const parts = `<caption>At noon</caption><thead>${head}</thead><tbody>${body.join('')}</tbody>`;
    expect(await page(`<table>${parts}</table>`)).toBe(`At noon\n\n${LEVELS}`);
    // End tags that HTML lets go.
    expect(await page(`<table>${rows.join('').replaceAll(/<\/t[dr]>/g, '')}</table>`)).toBe(LEVELS);
  });

  it('in a DOCX keeps them as well', async () => {
    const cell = (words: string) => `<w:tc><w:p>${words && `<w:r><w:t>${words}</w:t></w:r>`}</w:p></w:tc>`;
    const rows = LEVELS.split('\n').map((row) => `<w:tr>${row.split('\t').map(cell).join('')}</w:tr>`);
    const body = `<w:p><w:r><w:t>Levels.</w:t></w:r></w:p><w:tbl>${rows.join('')}</w:tbl><w:p><w:r><w:t>So it was.</w:t></w:r></w:p>`;
    expect(await textOf('a.docx', docxWith(body))).toBe(`Levels.\n\n${LEVELS}\n\nSo it was.`);
  });

  it('in Markdown keeps them, with bars around its rows or without, at the end of the file too', async () => {
    expect(await textOf('a.md', '| Day | North | South |\n|---|---|---|\n| Mon | 3.1 | |\n| Tue | | 4.0 |')).toBe(
      LEVELS,
    );
    expect(await textOf('a.md', 'Day | North | South\n--- | --- | ---\nMon | 3.1 |\nTue | | 4.0\n\nAfter | it.')).toBe(
      `${LEVELS}\n\nAfter | it.`,
    );
    expect(await textOf('a.md', '| a | b |\n|---|---|\n| x \\| y | |\n# Next')).toBe('a\tb\nx | y\t\n\nNext');
  });

  it('in a cell of another is in that cell, with blanks between its words', async () => {
    const inner = '<table><tr><td>upper</td><td>15</td></tr><tr><td>lower</td><td></td></tr></table>';
    expect(
      await page(
        `<table><tr><td>Lock${inner}</td><td>28</td></tr><tr><td>Weir<br>old</td><td><p>1</p><p>2</p></td></tr></table>`,
      ),
    ).toBe('Lock upper 15 lower\t28\nWeir old\t1 2');
  });

  it('has its columns where they are, also below a cell over several rows or columns', async () => {
    const rows = `<tr><td rowspan="2">Lock</td><td>open</td><td>3</td></tr><tr><td>shut</td><td>4</td></tr>
      <tr><td colspan="2">Both</td><td>7</td></tr><tr><td></td><td></td><td></td></tr>`;
    expect(await page(`<table>${rows}</table>`)).toBe('Lock\topen\t3\n\tshut\t4\nBoth\t\t7');
  });

  it('that only lays out a page is no table: its paragraphs stay apart', async () => {
    const story = Array.from(
      { length: 8 },
      (_, at) => `<p>Paragraph ${at} of a report that tells how the ferry was late again, and why it was.</p>`,
    );
    const text = await page(`<table><tr><td>Menu</td><td>${story.join('')}</td></tr></table>`);
    expect(text).toContain('it was.\n\nParagraph 1 of');
    expect(text).not.toContain('\t');
    expect(await page('<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>')).toBe('One.\n\nTwo.');
  });
});

describe('a list', () => {
  it('has its numbers, from where it starts, and stands further in where it is in another', async () => {
    expect(
      await page(
        `<p>Dates:</p><ol start="3"><li>March<ol type="a"><li>seen</li><li>filed</li></ol></li><li>April<ul><li>late</li></ul></li></ol>
        <ol><li>one</li><li value="7">seven</li><li>eight</li></ol><ol reversed><li>second</li><li>first</li></ol><ol type="I" start="4"><li>four</ol>`,
      ),
    ).toBe(
      'Dates:\n\n3. March\n  a. seen\n  b. filed\n4. April\n  - late\n\n1. one\n7. seven\n8. eight\n\n2. second\n1. first\n\nIV. four',
    );
  });

  it('in Markdown stands further in where it is in another', async () => {
    expect(await textOf('a.md', '3. three\n   - inner\n     - deep\n4. four\n\n* dot\n\t+ inner\n* dot')).toBe(
      '3. three\n  - inner\n    - deep\n4. four\n\n- dot\n  - inner\n- dot',
    );
  });
});

describe('raised and lowered words', () => {
  it.each([
    ['It is 10<sup>3</sup> more.', 'It is 10³ more.'],
    ['It is 10<sup>-12</sup> of it.', 'It is 10⁻¹² of it.'],
    ['No answer.<sup>1</sup> Then', 'No answer.¹ Then'],
    ['No answer<sup><a href="#n">1,2</a></sup>.', 'No answer¹,².'],
    ['H<sub>2</sub>O and SO<sub>4</sub><sup>2−</sup>', 'H₂O and SO₄²⁻'],
    ['the 1<sup>st</sup> of May', 'the 1st of May'],
    ['x<sup>n</sup> and x<sup>n+1</sup>y', 'x^n and x^(n+1)y'],
    ['v<sub>max</sub> of it', 'v_max of it'],
    ['the mayor<sup>a</sup> said', 'the mayor^a said'],
    ['<sup>a</sup>Source: the port.', '^(a)Source: the port.'],
    ['as told<sup>[4]</sup> before', 'as told[4] before'],
    ['a star<sup>*</sup> here', 'a star* here'],
    ['10<sup>1,5</sup>', '10^(1,5)'],
  ])('%s', async (html, text) => {
    expect(await page(`<p>${html}</p>`)).toBe(text);
    expect(await textOf('a.md', html)).toBe(text);
  });

  it('in a DOCX, however its writer raised them', async () => {
    const run = (words: string, how = '') => `<w:r><w:rPr>${how}</w:rPr><w:t>${words}</w:t></w:r>`;
    const body = `<w:p>${run('10')}${run('3', '<w:vertAlign w:val="superscript"/>')}${run(' of H')}${run('2', '<w:vertAlign w:val="subscript"/>')}${run('O, here')}${run('1', '<w:position w:val="8"/><w:sz w:val="19"/>')}${run('.')}</w:p>`;
    expect(await textOf('a.docx', docxWith(body))).toBe('10³ of H₂O, here¹.');
  });

  it('a whole sentence that is set small is a sentence', () => {
    expect(
      raised('The words of a note that somebody set small so that it takes less room.', { before: 'x' }),
    ).toBeNull();
  });
});

it('notes at the foot of Markdown keep their words, at the end', async () => {
  expect(
    await textOf(
      'a.md',
      'Late[^1][^b].\n\n[^1]: The port *said* so.\n[^b]: On Monday,\n    and again.\n\n    Twice.\n\nMore.\n\n[ref]: https://a.example "t"\n[Editor]: nobody answered.',
    ),
  ).toBe('Late¹,².\n\nMore.\n\n[Editor]: nobody answered.\n\n1. The port said so.\n2. On Monday, and again.\n\nTwice.');
});

it('notes of Markdown are counted as the text refers to them; what is none stays as it stands', async () => {
  const source =
    '# Tide[^z]\n\nBy 1980[^z] the \\[^a] port,[^b] in `[^a]`, closed[^none].\n\n```\n[^a]\n```\n\n[^a]: Nobody refers to it.\n[^b]: See[^z].\n[^z]: The last.';
  const { text, title } = await convert({ name: 'a.md' }, Buffer.from(source));
  expect(text).toBe(
    'Tide¹\n\nBy 1980¹ the [^a] port,² in [^a], closed[^none].\n\n[^a]\n\n1. The last.\n2. See¹.\n3. Nobody refers to it.',
  );
  expect(title).toBe('Tide');
});

/** A DOCX whose body is this XML. */
function docxWith(body: string) {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return docxOf([], { 'word/document.xml': xml });
}
