import { z } from 'zod';
import { exactText, moment, paging, person, text, words } from '@/lib/core/words';
import { formatNames, units } from '@/lib/readers/brought';

/** More passages than this are no one act. */
export const MOST_PASSAGES = 5000;
/** Of what does not come, so many are named one by one. */
export const MOST_LISTED = 500;

const formats = Object.keys(formatNames) as [keyof typeof formatNames, ...(keyof typeof formatNames)[]];
const type = words(40).regex(/^[a-z][a-z0-9-]*$/, 'A type is lower-case letters, digits and dashes.');

export const importInput = z.strictObject({
  files: z
    .array(z.strictObject({ name: words(500), text: exactText(40_000_000) }))
    .min(1, 'Choose a file.')
    .max(2000, 'At most 2000 files at once.'),
  /** What the tool's labels are here; null is a passage without a tag. What is not named is guessed from the label. */
  types: z
    .array(z.strictObject({ label: exactText(300), type: type.nullable() }))
    .max(1000)
    .optional(),
  /** The `plan` of the dry run that was seen. Without one this is a dry run, and nothing is written. */
  plan: exactText(64).optional(),
});
export type ImportInput = z.input<typeof importInput>;

const counts = z.object({
  articles: z.number(), // new ones
  passages: z.number(),
  mentions: z.number(),
  citations: z.number(),
  entities: z.number(), // new ones
  claims: z.number(), // new ones
  threads: z.number(),
  comments: z.number(),
});
export type Counts = z.output<typeof counts>;
const left = z.object({ at: text(), what: text(), why: text() });

/** What would come, and what would not. */
export const importCheck = z.object({
  format: z.enum(formats),
  // `asked` quotes were compared with the text, and `fit` of them stand where they say when counted in this unit.
  unit: z.object({ name: z.enum(units), asked: z.number(), fit: z.number() }),
  documents: z.array(
    z.object({
      name: text(),
      articleId: z.uuid().nullable(),
      isNew: z.boolean(),
      passages: z.number(),
      left: z.number(),
    }),
  ),
  counts,
  labels: z.array(z.object({ label: text(), count: z.number(), type: text().nullable(), example: text() })),
  authors: z.array(text()),
  byWords: z.number(), // passages of another rendering of the text, found by their words alone
  left: z.array(left),
  leftCount: z.number(),
  plan: text(),
});
export type ImportCheck = z.output<typeof importCheck>;

export const importView = z.object({
  id: z.uuid(),
  format: z.enum(formats),
  unit: z.enum(units),
  files: z.array(text()),
  counts,
  left: z.array(left),
  articleIds: z.array(z.uuid()), // where passages came
  creator: person,
  createdAt: moment(),
  // What an undo left, because others had built on it.
  undone: z.object({ by: person, at: moment(), kept: z.array(z.object({ what: text(), why: text() })) }).nullable(),
  version: z.number(),
});
export type ImportView = z.output<typeof importView>;

/** A dry run answers `check` alone; what was brought in has its `import`. */
export const importAnswer = z.object({ check: importCheck, import: importView.nullable() });
export type ImportAnswer = z.output<typeof importAnswer>;
export const importList = z.strictObject(paging);
