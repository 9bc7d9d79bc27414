// Apart from the schemas: the reader's page says what kind of file a text was read from, and needs nothing else of them.

/** What a file can be, and how people call it. A ZIP file is opened: each file in it is one of these. */
export const uploadKinds = {
  text: 'Text',
  html: 'Web page',
  mhtml: 'Saved page',
  markdown: 'Markdown',
  pdf: 'PDF',
  docx: 'DOCX',
} as const;
export type UploadKind = keyof typeof uploadKinds;
