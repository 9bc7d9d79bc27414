import { writeBrat } from '@/lib/formats/brat';
import { writeClaimReviews } from '@/lib/formats/claim-review';
import { writeConll } from '@/lib/formats/conll';
import { writeCsv } from '@/lib/formats/csv';
import { writeDoccano } from '@/lib/formats/doccano';
import { writeDocx } from '@/lib/formats/docx';
import { writeHtml } from '@/lib/formats/html';
import { writeJson } from '@/lib/formats/json';
import { writeLabelStudio } from '@/lib/formats/label-studio';
import { writeMarkdown } from '@/lib/formats/markdown';
import { writeNanopublications } from '@/lib/formats/nanopublication';
import { writeProdigy } from '@/lib/formats/prodigy';
import type { Writer } from '@/lib/formats/source';
import { writeSpacy } from '@/lib/formats/spacy';
import { writeStix } from '@/lib/formats/stix';
import { writeUimaCas } from '@/lib/formats/uima-cas';
import { writeWebAnnotation } from '@/lib/formats/web-annotation';
import { writeWebAnnoTsv } from '@/lib/formats/webanno-tsv';
import type { ExportFormat } from './export-formats';

/** What writes each format. */
export const writers: Record<ExportFormat, Writer> = {
  html: writeHtml,
  docx: writeDocx,
  markdown: writeMarkdown,
  stix: writeStix,
  nanopub: writeNanopublications,
  csv: writeCsv,
  json: writeJson,
  w3c: writeWebAnnotation,
  claimreview: writeClaimReviews,
  doccano: writeDoccano,
  'label-studio': writeLabelStudio,
  prodigy: writeProdigy,
  spacy: writeSpacy,
  brat: writeBrat,
  conll: writeConll,
  'webanno-tsv': writeWebAnnoTsv,
  'uima-cas': writeUimaCas,
};

/** Formats whose files are several, and go into one zip. */
export const zipped: ReadonlySet<ExportFormat> = new Set([
  ...(['csv', 'label-studio', 'spacy'] as const),
  ...(['brat', 'conll', 'webanno-tsv', 'uima-cas'] as const),
]);
/** The name of that zip. */
export const zipName = (format: ExportFormat): string => (format === 'csv' ? 'claims.zip' : `${format}.zip`);
