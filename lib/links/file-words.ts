import type { ExportFormat } from '@/lib/exports/export-formats';

const words: Record<ExportFormat, string> = {
  html: 'A brief to read and print, as one page',
  docx: 'A brief as a Word document, with endnotes',
  markdown: 'A brief as plain text (Markdown)',
  stix: 'A STIX 2.1 bundle, for a threat-intelligence platform',
  nanopub: 'Nanopublications (TriG), for programs',
  csv: 'Claims and evidence as two tables (CSV), for a spreadsheet',
  json: 'Everything that is known of the claims (JSON), for another program',
  w3c: 'Web annotations (JSON-LD), for programs',
  claimreview: 'Reviews of claims (ClaimReview, JSON-LD), for web pages',
  doccano: 'Texts with labelled passages (doccano’s JSON Lines), for an annotation tool',
  'label-studio': 'Texts with labelled passages (Label Studio), for an annotation tool',
  prodigy: 'Texts with labelled passages (Prodigy’s JSON Lines), for an annotation tool',
  spacy: 'Texts with labelled passages (JSON Lines for spaCy), for training',
  brat: 'Texts with labelled passages (brat standoff), for an annotation tool',
  conll: 'Texts with labelled tokens (CoNLL-2002), for training',
  'webanno-tsv': 'Texts with labelled passages (WebAnno TSV), for an annotation tool',
  'uima-cas': 'Texts with labelled passages (UIMA CAS as JSON), for an annotation tool',
};

/** What the file of an export is, for somebody who has not seen the product. */
export const fileWords = (format: string): string =>
  format in words ? words[format as ExportFormat] : 'A file for another program';
