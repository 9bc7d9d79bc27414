import type { Feature } from '@/lib/formats/losses';
import { sayTlp, type Tlp } from '@/lib/formats/marking';
import type { KeptBack } from '@/lib/formats/protect';
import type { ExportFormat } from './export-formats';

const WITHOUT_CLAIMS: readonly Feature[] = [
  ...(['dissent', 'judgments', 'grounds', 'approvals', 'outcomes', 'questions', 'openQuestions', 'structure'] as const),
  ...(['grades', 'speakers'] as const),
];

/** What each format has no place for. The tests hold these lists to what the files contain. */
export const lost: Record<ExportFormat, readonly Feature[]> = {
  html: ['places'],
  docx: ['places', 'lineEnds'],
  markdown: ['places'],
  stix: ['outcomes', 'questions', 'notes', 'translations'],
  nanopub: [
    'outcomes',
    'questions',
    'openQuestions',
    'speakers',
    'grades',
    'confidence',
    'denials',
    'notes',
    'translations',
  ],
  csv: ['outcomes', 'questions', 'apostrophes'],
  json: [],
  w3c: ['openQuestions'],
  claimreview: [
    ...([
      'quotes',
      'others',
      'dissent',
      'grounds',
      'outcomes',
      'questions',
      'openQuestions',
      'structure',
      'grades',
    ] as const),
    ...(['confidence', 'notes', 'translations', 'claimants'] as const),
  ],
  doccano: [...WITHOUT_CLAIMS, 'notes', 'translations'],
  'label-studio': [...WITHOUT_CLAIMS, 'confidence', 'denials', 'translations'],
  prodigy: [...WITHOUT_CLAIMS, 'notes', 'translations'],
  spacy: [...WITHOUT_CLAIMS, 'notes', 'translations'],
  brat: [...WITHOUT_CLAIMS, 'translations'],
  conll: [...WITHOUT_CLAIMS, 'notes', 'translations', 'overlaps', 'manyLines'],
  'webanno-tsv': [...WITHOUT_CLAIMS, 'confidence', 'denials', 'notes', 'translations', 'manyLines'],
  'uima-cas': [
    'dissent',
    'judgments',
    'grounds',
    'approvals',
    'outcomes',
    'questions',
    'openQuestions',
    'structure',
    'grades',
    'translations',
  ],
};

/** Formats that say themselves who may read them. */
const MARKED: ReadonlySet<ExportFormat> = new Set(['html', 'docx', 'markdown', 'stix', 'json', 'w3c'] as const);
/** Formats that carry whole texts. */
const WITH_TEXTS: ReadonlySet<ExportFormat> = new Set([
  ...(['doccano', 'label-studio', 'prodigy', 'spacy'] as const),
  ...(['brat', 'conll', 'webanno-tsv', 'uima-cas'] as const),
]);

/** That a marking was chosen which the file has no place for; nothing where it has. */
export const sayUnmarked = (format: ExportFormat, marking: Tlp | undefined): string[] =>
  marking && !MARKED.has(format) ? [`The marking ${sayTlp(marking)}: send it along with the file.`] : [];

const several = (count: number, one: string): string => `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;

/** What was kept back of protected sources, in sentences; nothing where there are none. */
export function sayKeptBack(format: ExportFormat, { sources, quotes, texts }: KeptBack): string[] {
  const whole = WITH_TEXTS.has(format);
  return [
    ...(sources ? [`${several(sources, 'protected source')}: named “Protected source”, with a number.`] : []),
    ...(quotes ? [`The words of ${several(quotes, 'quote')} that would give a protected source away.`] : []),
    ...(texts && whole
      ? [`${several(texts, 'text')} that would, with all that is cited from ${texts === 1 ? 'it' : 'them'}.`]
      : []),
    ...(texts && !whole
      ? [`The ${texts === 1 ? 'address' : 'addresses'} of ${several(texts, 'article')} that would.`]
      : []),
  ];
}

/** What the manifest says of an export's marking and of what was kept back. */
export function saidOf(
  format: ExportFormat,
  { source, keptBack }: { source: { meta: { marking?: Tlp | undefined } }; keptBack: () => KeptBack },
) {
  const { marking } = source.meta;
  const withheld = sayKeptBack(format, keptBack());
  return { ...(marking ? { marking } : {}), ...(withheld.length ? { withheld } : {}) };
}
