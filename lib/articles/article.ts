import { z } from 'zod';
import { exactText, id, longText, moment, paging, person, wordsOrBlank, whole, words, text } from '@/lib/core/words';
import { tlps } from '@/lib/formats/marking';
import { parsePublished, whyNoDate } from './published';
import { originalView } from './upload';

/** UTF-16 units of the longest article. */
export const MAX_TEXT = 5_000_000;

export const articleKinds = ['article', 'document', 'post', 'transcript', 'interview'] as const;
export type ArticleKind = (typeof articleKinds)[number];
export const precisions = ['day', 'month', 'year', 'range'] as const;
export const publisherReliability = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** `2021`, `2021-07`, `2021-07-28` or `2021-07-01/2021-07-10`; see `published.ts`. */
const publishedAt = exactText(21)
  .nullable()
  .refine((text) => text === null || parsePublished(text) !== null, {
    error: ({ input }) => whyNoDate(String(input)),
  });

const metadata = {
  publisherId: id().nullable().optional(),
  publishedAt: publishedAt.optional(),
  publishedEstimated: z.boolean().optional(),
  url: z
    .url({ protocol: /^https?$/, error: 'An address starts with http:// or https://.' })
    .max(2000)
    .nullable()
    .optional(),
  language: exactText(35).nullable().optional(),
  kind: z.enum(articleKinds).optional(),
  relaysPublisherId: id().nullable().optional(),
  relaysNote: wordsOrBlank(300).optional(),
  marking: z.enum(tlps).nullable().optional(), // null: the project's
};

/** Without a title the first words of the text are taken. */
export const articleInput = z
  .strictObject({
    title: words(300).optional(),
    text: longText(MAX_TEXT, 'The text').optional(),
    /** A file that waits: its text, to the letter of the preview, instead of `text`. What it says of itself fills what is not given. */
    uploadId: id().optional(),
    ...metadata,
  })
  .refine(({ text, uploadId }) => (text === undefined) !== (uploadId === undefined), {
    path: ['text'],
    error: 'An article has a text, or the id of an upload to take it from.',
  });
export const articleChange = z.strictObject({ title: words(300).optional(), ...metadata });
/** A corrected text: its words, or a file that waits. */
export const versionInput = z
  .strictObject({
    text: longText(MAX_TEXT, 'The text').optional(),
    uploadId: id().optional(),
    reason: words(500),
    /** The number of the version that it was made from: refused where a colleague's came meanwhile. */
    of: whole(1, 1_000_000).optional(),
  })
  .refine(({ text, uploadId }) => (text === undefined) !== (uploadId === undefined), {
    path: ['text'],
    error: 'A corrected version has a text, or the id of an upload to take it from.',
  });
export const retractInput = z.strictObject({ reason: words(500) });

export const publisherInput = z.strictObject({
  name: words(200),
  kind: exactText(80).optional(),
});
export const publisherChange = z.strictObject({
  name: words(200).optional(),
  kind: exactText(80).optional(),
});
export const publisherView = z.object({
  id: z.uuid(),
  name: text(),
  kind: text(),
  reliability: z.enum(publisherReliability).nullable(), // its settled grade
  version: z.number(),
});
export type Publisher = z.output<typeof publisherView>;

/** A span of days; `estimated` says that the analyst inferred it. */
export const publishedView = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  precision: z.enum(precisions),
  estimated: z.boolean(),
});

export const articleView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  title: text(),
  kind: z.enum(articleKinds),
  publisher: publisherView.pick({ id: true, name: true, reliability: true }).nullable(),
  published: publishedView.nullable(),
  url: text().nullable(),
  language: text().nullable(),
  // Who may read it; `own` says that this is the article's marking and not the project's.
  marking: z.object({ tlp: z.enum(tlps).nullable(), own: z.boolean() }),
  relays: z
    .object({ publisher: publisherView.pick({ id: true, name: true }).nullable(), note: text().nullable() })
    .nullable(),
  // Of the text; `pages` says how many, 0 where it has none, and `original` is the file that it was read from.
  version: z.object({
    number: z.number(),
    sha256: text(),
    length: z.number(),
    retrievedAt: moment(),
    pages: z.number(),
    original: originalView.nullable(),
  }),
  revision: z.number(), // of this record: the ETag
  retracted: z.object({ at: moment(), reason: text() }).nullable(),
  creator: person,
  createdAt: moment(),
  counts: z.object({
    highlights: z.number(),
    tags: z.number(),
    unreviewed: z.number(),
    lost: z.number(), // highlights whose words the current version does not hold
  }),
});
export type Article = z.output<typeof articleView>;

/** How far the work on an article is, of what the reader sees: nobody tagged it · tags nobody has judged · all judged · retracted. */
export const articleStates = ['untouched', 'unreviewed', 'reviewed', 'retracted'] as const;
export type ArticleState = (typeof articleStates)[number];

export const articleFilter = z.strictObject({
  ...paging,
  publisherId: id().optional(),
  kind: z.enum(articleKinds).optional(),
  state: z.enum(articleStates).optional(),
  sort: z.enum(['added', 'published', 'title']).default('added'),
});

/** One version of an article's text, without the text. */
export const versionView = z.object({
  number: z.number(),
  sha256: text(),
  length: z.number(),
  reason: text(), // why it was brought in; blank for the first
  creator: person,
  retrievedAt: moment(),
});
export type ArticleVersion = z.output<typeof versionView>;

/** What a new version did to the highlights: three disjoint lists that together name every one. */
export const revisedView = z.object({
  article: articleView,
  exact: z.array(z.object({ id: z.uuid() })),
  moved: z.array(z.object({ id: z.uuid(), quote: text() })),
  orphaned: z.array(z.object({ id: z.uuid(), reason: text() })),
});

/** The words proposed as a title: the first line without control characters, cut at a word before 90 characters. */
export function proposedTitle(text: string): string {
  const line =
    text
      .split(/[\r\n\u0085\u2028\u2029]+/)
      .map((part) => part.replace(/[\p{Cc}\uFEFF]+/gu, ' ').trim())
      .find(Boolean) ?? '';
  if (line.length <= 90) return line || 'Untitled';
  const cut = line.slice(0, 90);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))}…`;
}
