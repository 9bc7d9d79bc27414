import { z } from 'zod';
import { exactText, id, moment, paging, person, words, text } from '@/lib/core/words';
import { malformed } from './external-id';

/** The types that every project has; a project may add others. */
export const entityTypes = ['person', 'organisation', 'place', 'event', 'unnamed-source'] as const;

const externalId = z.strictObject({ scheme: words(40), value: words(200) }).superRefine((one, ctx) => {
  const problem = malformed(one);
  if (problem) ctx.addIssue({ code: 'custom', path: ['value'], message: problem });
});

const type = words(40).regex(/^[a-z][a-z0-9-]*$/, 'A type is lower-case letters, digits and dashes.');

export const entityInput = z.strictObject({
  type,
  name: words(300),
  aliases: z.array(words(300)).max(200).optional(),
  description: exactText(4000).optional(),
  externalIds: z.array(externalId).max(50).optional(),
  institutionId: id().nullable().optional(), // of an unnamed source: the body it is said to belong to
  newInstitution: words(300).optional(), // the same by name: an organisation made in the same write
});
export const entityChange = z.strictObject({
  type: type.optional(),
  name: words(300).optional(),
  aliases: z.array(words(300)).max(200).optional(), // the whole list
  description: exactText(4000).optional(),
  externalIds: z.array(externalId).max(50).optional(),
  institutionId: id().nullable().optional(),
});

export const entityRef = z.object({ id: z.uuid(), type: text(), name: text() });
export type EntityRef = z.output<typeof entityRef>;

export const entityView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  type: text(),
  name: text(),
  aliases: z.array(text()), // with the names of what was merged into it
  merged: z.array(entityRef), // what was merged into it, directly or not
  mergedInto: z.uuid().nullable(), // of an answer to a merged id: this survivor
  description: text(),
  protected: moment().nullable(), // since when its identity stays inside the project
  externalIds: z.array(z.object({ scheme: text(), value: text() })),
  institution: entityRef.nullable(),
  mentionCount: z.number(),
  articleCount: z.number(),
  creator: person,
  version: z.number(),
  createdAt: moment(),
});
export type Entity = z.output<typeof entityView>;

/** What a change took the place of: the fields that it changed, as they were before. */
const entityBefore = z.object({
  type: text().optional(),
  name: text().optional(),
  description: text().optional(),
  aliases: z.array(text()).optional(),
  externalIds: z.array(z.object({ scheme: text(), value: text() })).optional(),
  institution: text().nullable().optional(), // by its name
});
export type EntityBefore = z.output<typeof entityBefore>;
export const entityVersionView = z.object({
  id: z.uuid(),
  number: z.number(), // the version that said so
  before: entityBefore,
  replacedBy: person,
  replacedAt: moment(),
});
export type EntityVersion = z.output<typeof entityVersionView>;

export const entityFilter = z.strictObject({
  ...paging,
  type: exactText(40).optional(),
  q: exactText(200).optional(),
  sort: z.enum(['name', 'mentions', 'added']).default('name'),
});

/** Names and aliases of the whole project in one answer: what the composer matches against, in the browser. */
export const entityNames = z.object({
  items: z.array(z.object({ id: z.uuid(), type: text(), name: text(), aliases: z.array(text()) })),
});

/** The types that a project added, oldest first. */
export const addedTypes = z.object({ items: z.array(text()) });
