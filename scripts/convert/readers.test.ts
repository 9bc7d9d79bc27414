import { describe, expect, it } from 'vitest';
import { convert } from './convert.mjs';
import { docxOf, pdfOf } from './made-files.fixtures';

// What each reader makes of a good file. Hostile ones are in hostile-archives.test.ts and lib/core/converter.test.ts.

const read = (name: string, content: string | Uint8Array, encoding?: string) =>
  convert({ name, encoding }, typeof content === 'string' ? Buffer.from(content) : content);

describe('a saved page', () => {
  const saved = (head: string, body: string) =>
    [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://gazette.example/ferry',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html"; boundary="----B"',
      '',
      '------B',
      'Content-Type: text/html',
      'Content-Location: https://gazette.example/ferry',
      head,
      '',
      body,
      '------B',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '------B--',
      '',
    ].join('\r\n');

  it('is read in quoted-printable, soft line ends and all', async () => {
    const body =
      '<html><head><meta charset=3D"utf-8"><title>F=C3=A4hre</title></head><body><p>Die F=C3=A4hre kam =\r\nzu sp=C3=A4t.</p></body></html>';
    const found = await read('page.mhtml', saved('Content-Transfer-Encoding: quoted-printable', body));
    expect(found).toMatchObject({
      kind: 'mhtml',
      text: 'Die Fähre kam zu spät.',
      title: 'Fähre',
      url: 'https://gazette.example/ferry',
    });
  });

  it('is read in base64', async () => {
    const body = Buffer.from('<p>Die Fähre.</p>').toString('base64');
    expect((await read('page.mht', saved('Content-Transfer-Encoding: base64', body))).text).toBe('Die Fähre.');
  });

  it('without a page in it is none', async () => {
    await expect(read('page.mhtml', 'Content-Type: text/plain\r\n\r\nwords')).rejects.toThrow(/no page in this file/);
  });
});

it('a page keeps its paragraphs, lists, tables and preformatted lines, and nothing hidden', async () => {
  const page = `<html><body><h1>Head</h1><p>One   <b>bold</b>\n word.</p><ul><li>first<li><p>second</p><ul><li>inner</ul></ul>
    <table><tr><th>a</th><th><p>b</p></th></tr><tr><td>1</td><td></td><td>3</td></tr></table><pre>x\n  y</pre>
    <p>line<br>break</p><p hidden>no</p><div style="display:none">no</div></body></html>`;
  expect((await read('p.html', page)).text).toBe(
    'Head\n\nOne bold word.\n\n- first\n- second\n  - inner\n\na\tb\n1\t\t3\n\nx\n  y\n\nline\nbreak',
  );
});

it('Markdown loses its marks and keeps its words', async () => {
  const source = `---\ntitle: "From the front"\ndate: 2020-02-03\n---\n# Head *one* #\n\nA line\ngoes **on** with \`code *x*\` and [words](http://x "t").\n\n> quoted\n> text\n\n1. one\n2. two\n\n* a\\*b\n- [x] done\n\n\`\`\`js\nlet  x = 1;\n\`\`\`\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\n***\n![picture](x.png) snake_case_name <em>tag</em> &amp; <https://a.example>\n\n[ref]: http://x\n`;
  const found = await read('a.md', source);
  expect(found.text).toBe(
    'Head one\n\nA line goes on with code *x* and words.\n\nquoted text\n\n1. one\n2. two\n\n- a*b\n- done\n\nlet  x = 1;\n\na\tb\n1\t2\n\n snake_case_name tag & https://a.example'.replace(
      '\n\n snake',
      '\n\nsnake',
    ),
  );
  expect(found).toMatchObject({ title: 'From the front', publishedAt: '2020-02-03', warnings: ['1 image left out.'] });
});

describe('a text in another encoding', () => {
  const hello = 'Паром опоздал на два часа, сообщила в понедельник администрация порта.';
  const sixteen = (text: string, big = false) => {
    const bytes = Buffer.from(text, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };

  it.each([
    ['UTF-16 with its mark', sixteen(`\ufeff${hello}`), 'utf-16le', true],
    ['the other way round', sixteen(`\ufeff${hello}`, true), 'utf-16be', true],
    ['UTF-8', Buffer.from(hello), 'utf-8', true],
  ])('%s is known', async (_, bytes, encoding, encodingSure) => {
    expect(await read('a.txt', bytes)).toMatchObject({ encoding, encodingSure, text: hello });
  });

  it('without a mark is a guess', async () => {
    expect(await read('a.txt', sixteen('Plain Latin words without a mark.'))).toMatchObject({
      encoding: 'utf-16le',
      encodingSure: false,
      text: 'Plain Latin words without a mark.',
    });
  });

  const kanji = '国境の司令官は朝、バスを止めた。検査は三時間かかると言った。夕方に道は開いた。';
  const far = '\u{1f6a7} Straße gesperrt.\r\n';
  it.each([
    hello,
    kanji,
    far.repeat(300),
    'قال القائد إن التفتيش سيستمر، ولم يعترض أحد.',
    '국경 사령관은 아침에 버스를 세웠다.',
  ])('in UTF-16 without a mark is found either way round, whatever its script', async (words) => {
    for (const big of [false, true])
      expect(await read('a.txt', sixteen(words, big))).toMatchObject({
        encoding: big ? 'utf-16be' : 'utf-16le',
        encodingSure: false,
        text: words,
      });
  });

  it.each([
    [
      'shift_jis',
      '8d918bab82cc8e6497df8abf82cd92a98141836f83588ef082df82bd81428ca98db882cd8e4f8e9e8ad481428f4981428fc8',
    ],
    [
      'windows-1251',
      Buffer.from(
        [...hello].map((letter) => {
          const code = letter.codePointAt(0)!;
          return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
        }),
      ).toString('hex'),
    ],
  ])('in %s is not taken for it', async (encoding, hex) => {
    expect(await read('a.txt', Buffer.from(hex, 'hex'))).toMatchObject({ encoding });
  });

  it('a page’s own word counts, and a person’s more', async () => {
    const page = Buffer.concat([
      Buffer.from('<meta charset="windows-1251"><p>'),
      Buffer.from([0xcf, 0xe0, 0xf0, 0xee, 0xec]),
    ]);
    expect(await read('a.html', page)).toMatchObject({ encoding: 'windows-1251', encodingSure: true, text: 'Паром' });
    expect(await read('a.html', page, 'windows-1252')).toMatchObject({ encoding: 'windows-1252', text: 'Ïàðîì' });
  });

  it('that is nothing but blanks is refused', async () => {
    for (const blank of [Buffer.from(' \ufeff\u00a0\r\n\t\u200b'), Buffer.from('\ufeff \n \n', 'utf16le')])
      await expect(read('a.txt', blank)).rejects.toThrow('There are no words in this file.');
  });

  it('that does not fit is refused, never mended', async () => {
    await expect(read('a.txt', Buffer.from([0x41, 0xe9]), 'utf-8')).rejects.toThrow(/not UTF-8 throughout/);
  });
});

describe('a PDF', () => {
  it('paragraphs of one line and of two, with more between them than within', async () => {
    const paragraphs = [
      ['Notes'],
      ['The ferry to the', 'harbour was late.'],
      ['Nobody saw it', 'leave.'],
      ['It rained', 'all day.'],
    ];
    const lines = paragraphs.flatMap((one) => [...one, '']);
    expect((await read('a.pdf', pdfOf([lines]))).text).toBe(
      'Notes\n\nThe ferry to the harbour was late.\n\nNobody saw it leave.\n\nIt rained all day.',
    );
    // Set wide apart throughout, it is one paragraph still.
    const wide = ['The ferry to the', '', 'harbour was late', '', 'on Monday.'];
    expect((await read('a.pdf', pdfOf([wide]))).text).toBe('The ferry to the harbour was late on Monday.');
  });

  it('has its lines joined to paragraphs, words parted at a line end too, and pages that begin where they do', async () => {
    const { text, pages, warnings } = await read(
      'a.pdf',
      pdfOf([['The ferry to the har-', 'bour was late.'], ['Next page.']]),
    );
    expect(text).toBe('The ferry to the harbour was late.\n\nNext page.');
    expect(pages).toEqual([0, text.indexOf('Next')]);
    expect(warnings).toEqual(['1 word parted by a hyphen at a line end joined.']);
  });

  it('says how many of its pages hold no text', async () => {
    const { pages, warnings } = await read('a.pdf', pdfOf([['Words.'], [], ['More.']]));
    expect(pages).toEqual([0, 8, 8]);
    expect(warnings).toEqual(['1 of 3 pages hold no text: pictures, perhaps.']);
  });
});

it('a DOCX gives its paragraphs and what its properties say', async () => {
  const core =
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>A &amp; B</dc:title><dc:creator>Ann</dc:creator></cp:coreProperties>';
  const found = await read('a.docx', docxOf(['One &lt; two', 'Three'], { 'docProps/core.xml': core }));
  expect(found).toMatchObject({ kind: 'docx', text: 'One < two\n\nThree', title: 'A & B', byline: 'Ann' });
});
