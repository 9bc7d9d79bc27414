import { strToU8, Zip, ZipDeflate } from 'fflate';

// What every WordprocessingML file needs (ISO/IEC 29500-1, 17). Children of w:pPr and w:rPr stand in the order of the schema.

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

// What XML 1.0 has no way to write, also as a reference: controls, lone surrogates, two noncharacters.
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** Text as XML text or attribute value; what XML 1.0 cannot hold becomes U+FFFD, one for one. */
export const escapeXml = (text: string): string =>
  text.replace(UNWRITABLE, '\ufffd').replace(/[&<>"\r]/g, (sign) => SIGNS[sign] ?? sign);

// Hebrew, Arabic and their like, before any letter of a script that runs the other way.
const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const runsLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

export type RunLook = 'bold' | 'italic' | 'bold italic';

/** What an application is to spell and to read it in (17.3.2.20): it looks for another attribute with each kind of script. */
const languageOf = (language: string): string =>
  ['val', 'eastAsia', 'bidi'].reduce((all, kind) => `${all} w:${kind}="${escapeXml(language)}"`, '<w:lang') + '/>';

/** A run of text: line ends become breaks, tabs stay tabs. `language` is BCP 47; null that of the document. */
export function run(text: string, look?: RunLook, language: string | null = null): string {
  const marks = [
    look?.includes('bold') && '<w:b/>',
    look?.includes('italic') && '<w:i/>',
    runsLeft(text) && '<w:rtl/>',
    language !== null && languageOf(language),
  ];
  const properties = marks.filter(Boolean).join('');
  const pieces = text.split(/(\r\n|\r|\n|\t)/).map((piece) => {
    if (piece === '') return '';
    if (piece === '\t') return '<w:tab/>';
    return /^[\r\n]/.test(piece) ? '<w:br/>' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`;
  });
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${pieces.join('')}</w:r>`;
}

export type Style =
  | 'Title'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Quote'
  | 'Ours'
  | 'Small'
  | 'Said'
  | 'Warning'
  | 'EndnoteText'
  | null;

/** A paragraph of runs; `text` decides which way it runs. */
export function paragraph(style: Style, runs: string, text = ''): string {
  const properties = `${style ? `<w:pStyle w:val="${style}"/>` : ''}${runsLeft(text) ? '<w:bidi/>' : ''}`;
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A paragraph of one text, in another language than the document's where it is one. */
export const textParagraph = (style: Style, text: string, language: string | null = null): string =>
  paragraph(style, run(text, undefined, language), text);

/** Runs that other places of the document lead to. */
export const bookmarked = (id: number, name: string, runs: string): string =>
  `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${runs}<w:bookmarkEnd w:id="${id}"/>`;
export const linkTo = (name: string, runs: string): string =>
  `<w:hyperlink w:anchor="${name}" w:history="1">${runs}</w:hyperlink>`;

const style = (id: string, name: string, look: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${more}<w:qFormat/>${look}</w:style>`;
const heading = (level: number, size: number, before: number): string =>
  style(
    `Heading${level}`,
    `heading ${level}`,
    `<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="${before}" w:after="80"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr>`,
    '<w:next w:val="Normal"/>',
  );
const bar = (kind: string, size: number, colour: string): string =>
  `<w:pBdr><w:left w:val="${kind}" w:sz="${size}" w:space="8" w:color="${colour}"/></w:pBdr>`;

const STYLES = [
  `<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  style('Title', 'Title', '<w:pPr><w:spacing w:after="60"/></w:pPr><w:rPr><w:b/><w:sz w:val="40"/></w:rPr>'),
  heading(1, 30, 400),
  heading(2, 26, 320),
  heading(3, 23, 220),
  style(
    'Quote',
    'Quote',
    `<w:pPr>${bar('single', 18, '777777')}<w:spacing w:before="40" w:after="80"/><w:ind w:left="284"/></w:pPr><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/></w:rPr>`,
  ),
  style('Ours', 'Words of the team', `<w:pPr>${bar('dotted', 8, '777777')}<w:ind w:left="284"/></w:pPr>`),
  style('Said', 'Who says it', '<w:pPr><w:keepNext/><w:spacing w:before="160" w:after="20"/></w:pPr>'),
  style('Small', 'Record', '<w:rPr><w:color w:val="444444"/><w:sz w:val="18"/></w:rPr>'),
  style('Warning', 'Warning', `<w:pPr>${bar('single', 18, 'A05A00')}</w:pPr><w:rPr><w:b/></w:rPr>`),
  style('EndnoteText', 'endnote text', '<w:pPr><w:spacing w:after="60"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>'),
  '<w:style w:type="character" w:styleId="EndnoteReference"><w:name w:val="endnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B4F8A"/><w:u w:val="single"/></w:rPr></w:style>',
  '</w:styles>',
].join('');

/** The mark in the text that leads to an endnote. */
export const endnoteReference = (id: number): string =>
  `<w:r><w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr><w:endnoteReference w:id="${id}"/></w:r>`;

/** An endnote of runs, under the number that its reference has. */
export const endnote = (id: number, runs: string): string =>
  `<w:endnote w:id="${id}"><w:p><w:pPr><w:pStyle w:val="EndnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr><w:endnoteRef/></w:r>${run(' ')}${runs}</w:p></w:endnote>`;

/** Runs that lead out of the document; `relation` is the id of an address in the part's own list. */
export const linkOut = (relation: string, text: string): string =>
  `<w:hyperlink r:id="${relation}" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:hyperlink>`;

const separator = (id: number, type: string): string =>
  `<w:endnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${type}/></w:r></w:p></w:endnote>`;

const relations = (list: readonly string[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
const relation = (id: string, type: string, target: string, outside = false): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${escapeXml(target)}"${outside ? ' TargetMode="External"' : ''}/>`;
const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;

const PARTS = [
  ['styles', 'styles'],
  ['settings', 'settings'],
  ['endnotes', 'endnotes'],
  ['footer1', 'footer'],
] as const;

const TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  override('word/document.xml', `${WORD}.document.main+xml`),
  ...PARTS.map(([name, type]) => override(`word/${name}.xml`, `${WORD}.${type}+xml`)),
  override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
].join('')}</Types>`;

const SETTINGS = `<w:settings ${NAMESPACES}><w:endnotePr><w:numFmt w:val="decimal"/><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;
// A4, 2 cm around; endnotes at the end of the document, numbered as ours are.
const SECTION =
  '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

const field = (name: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

export interface WordDocument {
  readonly title: string;
  /** Stands before the page number at the foot of every page. */
  readonly foot: string;
  /** Paragraphs, of which all are read before the endnotes are. */
  readonly body: () => AsyncIterable<string>;
  readonly endnotes: () => AsyncIterable<string>;
  /** The addresses that the endnotes lead to, by the id of their relation: known when these are. */
  readonly addresses: ReadonlyMap<string, string>;
}

async function* around(before: string, texts: AsyncIterable<string>, after: string): AsyncGenerator<string> {
  yield before;
  for await (const text of texts) yield text;
  yield after;
}

/** The parts of the file in their order: what is told of the notes comes after the text that they are of. */
function* partsOf({ title, foot, body, endnotes, addresses }: WordDocument): Generator<Part> {
  yield ['[Content_Types].xml', [TYPES]];
  yield [
    '_rels/.rels',
    [
      relations([
        relation('rId1', 'officeDocument', 'word/document.xml'),
        `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
      ]),
    ],
  ];
  yield [
    'docProps/core.xml',
    [
      `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Claimbench</dc:creator></cp:coreProperties>`,
    ],
  ];
  yield ['word/_rels/document.xml.rels', [relations(PARTS.map(([name, type]) => relation(name, type, `${name}.xml`)))]];
  yield ['word/styles.xml', [`${HEAD}${STYLES}`]];
  yield ['word/settings.xml', [`${HEAD}${SETTINGS}`]];
  yield [
    'word/footer1.xml',
    [`${HEAD}<w:ftr ${NAMESPACES}>${paragraph('Small', `${run(`${foot} · `)}${field('PAGE')}`)}</w:ftr>`],
  ];
  yield [
    'word/document.xml',
    around(`${HEAD}<w:document ${NAMESPACES}><w:body>`, body(), `${SECTION}</w:body></w:document>`),
  ];
  const separators = `${separator(-1, 'separator')}${separator(0, 'continuationSeparator')}`;
  yield ['word/endnotes.xml', around(`${HEAD}<w:endnotes ${NAMESPACES}>${separators}`, endnotes(), '</w:endnotes>')];
  yield [
    'word/_rels/endnotes.xml.rels',
    [relations([...addresses].map(([id, address]) => relation(id, 'hyperlink', address, true)))],
  ];
}
type Part = [name: string, texts: Iterable<string> | AsyncIterable<string>];

/** The document as a .docx, packed as it is read. The bytes depend on nothing but what is in it: no clock, no time zone, no chance. */
export async function* packWord(document: WordDocument): AsyncGenerator<Uint8Array> {
  const mtime = new Date(2000, 0, 1); // local, as the times of a zip are: the same bytes in every time zone
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    packed.push(bytes);
  });
  for (const [name, texts] of partsOf(document)) {
    const part = Object.assign(new ZipDeflate(name), { mtime, os: 0 });
    zip.add(part);
    for await (const text of texts) {
      part.push(strToU8(text));
      yield* packed.splice(0);
    }
    part.push(new Uint8Array(), true);
    yield* packed.splice(0);
  }
  zip.end();
  yield* packed;
}
