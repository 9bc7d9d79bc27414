/** Every format that can be made. */
export const exportFormats = [
  'html',
  'docx',
  'markdown',
  'stix',
  'nanopub',
  'csv',
  'json',
  'w3c',
  'claimreview',
  'doccano',
  'label-studio',
  'prodigy',
  'spacy',
  'brat',
  'conll',
  'webanno-tsv',
  'uima-cas',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

const CHANGES: readonly ExportFormat[] = ['html', 'docx', 'markdown', 'json'];
/** Whether a file of this format can say what was withdrawn, and so may be of what changed alone. */
export const saysChanges = (format: ExportFormat): boolean => CHANGES.includes(format);
