import type { ExportDocument, ExportSpan } from './source';

/** What the annotation tools take besides text and spans: where it comes from and in what its places are counted. */
export const metaOf = ({ articleId, version, spans }: ExportDocument, unit: string) => {
  const [first] = spans;
  return {
    article_id: articleId,
    article_version: version,
    title: first?.citation.article.title ?? '',
    url: first?.citation.article.url ?? null,
    text_sha256: first?.citation.articleVersionSha256 ?? '',
    offset_unit: unit,
  };
};

/** What a citation is of, for the tools that keep more than a label. */
export const recordOf = ({ claim, citation }: ExportSpan) => ({
  citation_id: citation.tagId,
  claim_id: claim.id,
  claim: claim.statement,
  denies: citation.denies,
  implied: citation.implied,
  confidence: citation.confidence,
  tagged_by: citation.taggedBy.name,
});

/** The name of a document's files: an article's version has it for good. */
export const nameOf = ({ articleId, version }: Pick<ExportDocument, 'articleId' | 'version'>): string =>
  `${articleId}-v${version}`;

/** On one line: every kind of line end, and a tab, as one space. */
export const onOneLine = (text: string): string => text.replace(/\r\n|[\r\n\t\u2028\u2029\u0085\v\f]/g, ' ');

export const jsonLine = (value: unknown): string => `${JSON.stringify(value)}\n`;
