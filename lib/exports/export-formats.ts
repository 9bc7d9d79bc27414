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
