import type { ExportFormat } from '@/lib/exports/export-formats';

export interface FormatWords {
  readonly value: ExportFormat;
  readonly label: string;
  /** What it is for and in what its places are counted. */
  readonly hint: string;
}

/** The formats by who receives them. */
export const receivers: readonly { readonly title: string; readonly formats: readonly FormatWords[] }[] = [
  {
    title: 'An editor or reader',
    formats: [
      {
        value: 'html',
        label: 'Brief to read and print',
        hint: 'One file that any browser opens: key judgements, numbered quotes, endnotes, dissent.',
      },
      {
        value: 'docx',
        label: 'Brief for Word (DOCX)',
        hint: 'The same brief to go on writing in, with endnotes that Word renumbers.',
      },
      { value: 'markdown', label: 'Brief in Markdown', hint: 'The same brief as plain text, for an editor or a wiki.' },
    ],
  },
  {
    title: 'A case system',
    formats: [
      {
        value: 'stix',
        label: 'STIX 2.1',
        hint: 'One bundle for a threat-intelligence platform: notes, relationships, identities, dissent as opinions. A claim keeps its id from export to export.',
      },
      {
        value: 'nanopub',
        label: 'Nanopublications',
        hint: 'Linked data (TriG), each claim to be cited by itself: what is claimed, what it rests on, who approved it.',
      },
    ],
  },
  {
    title: 'A data desk',
    formats: [
      { value: 'csv', label: 'Tables (CSV)', hint: 'Claims and evidence as two tables in one zip, for a spreadsheet.' },
      {
        value: 'json',
        label: 'Everything (JSON)',
        hint: 'Quotes with offsets and hashes, assessments, dissent, approvers and times, for another program.',
      },
      {
        value: 'w3c',
        label: 'Web Annotation',
        hint: 'Linked data (JSON-LD) of the W3C: every quote with its place in Unicode code points, and what was said of its claim.',
      },
      {
        value: 'claimreview',
        label: 'ClaimReview',
        hint: 'Linked data (JSON-LD, schema.org) for the page that reviews a claim, as fact-checkers publish.',
      },
    ],
  },
  {
    title: 'An annotation tool',
    formats: [
      { value: 'doccano', label: 'doccano', hint: 'JSON Lines, stances as labels; places in UTF-16 code units.' },
      {
        value: 'label-studio',
        label: 'Label Studio',
        hint: 'Tasks with their labelling set-up; places in Unicode code points.',
      },
      { value: 'prodigy', label: 'Prodigy', hint: 'JSON Lines with tokens, spans may overlap; Unicode code points.' },
      {
        value: 'spacy',
        label: 'spaCy',
        hint: 'JSON Lines, and the Python lines that make training data of them; Unicode code points.',
      },
      { value: 'brat', label: 'brat', hint: 'Each text with its annotations beside it; Unicode code points.' },
      {
        value: 'conll',
        label: 'CoNLL-2002',
        hint: 'A token and its IOB2 tag a line. What two columns cannot say is listed in a file beside it.',
      },
      {
        value: 'webanno-tsv',
        label: 'WebAnno TSV 3.3',
        hint: 'For WebAnno and INCEpTION; places in UTF-16 code units.',
      },
      { value: 'uima-cas', label: 'UIMA CAS (JSON)', hint: 'For INCEpTION and UIMA; places in UTF-16 code units.' },
    ],
  },
];

export const formats: readonly FormatWords[] = receivers.flatMap((receiver) => receiver.formats);

const BRIEFS: Partial<Record<ExportFormat, string>> = { html: 'Brief', docx: 'Word', markdown: 'Markdown' };
/** A format in a word or two, for a table. */
export const formatName = (format: ExportFormat): string =>
  BRIEFS[format] ?? (format === 'csv' || format === 'json' ? format.toUpperCase() : wordsOf(format).label);

export const wordsOf = (format: ExportFormat): FormatWords => formats.find(({ value }) => value === format)!;

/** The format that an address asks for; the brief where it asks for none. */
export const formatIn = (value: string): ExportFormat => formats.find((one) => one.value === value)?.value ?? 'html';

/** Where the bytes of an export are read. */
export const contentHref = (exportId: string): string => `/api/v1/exports/${exportId}/content`;

/** Where its manifest is. */
export const manifestHref = (exportId: string): string => `/api/v1/exports/${exportId}/manifest`;
/** Where one export is looked at. */
export const exportHref = (projectId: string, exportId: string): string => `/projects/${projectId}/export/${exportId}`;

/** A size for people, in units of 1,000 bytes: "940 bytes", "12 kB", "3.4 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size < 10 ? size.toFixed(1).replace(/\.0$/, '') : Math.round(size)} ${unit}`;
}

/** "12,340" */
export const count = (many: number): string => many.toLocaleString('en');
