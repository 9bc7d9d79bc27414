import { z } from 'zod';
import { entityRef } from '@/lib/entities/entity';
import { exactText, id, moment, paging, person, whole, words, wordsOrBlank, text } from '@/lib/core/words';
import { periodInput, periodView } from './period';
import { restingFilter } from './resting';
import { readingInput, readingView } from './value';

export const claimStatuses = ['draft', 'in-review', 'approved', 'rejected', 'stale'] as const;
export type ClaimStatus = (typeof claimStatuses)[number];
export const stances = ['supports', 'contradicts', 'context'] as const;
export type Stance = (typeof stances)[number];
export const analyticConfidences = ['low', 'moderate', 'high'] as const;
/** The seven words of ICD 203; see `likelihood.ts`. */
export const bands = [
  'almost-no-chance',
  'very-unlikely',
  'unlikely',
  'roughly-even',
  'likely',
  'very-likely',
  'almost-certain',
] as const;

const structure = {
  subjectId: id().nullable().optional(),
  predicate: wordsOrBlank(200).optional(),
  objectId: id().nullable().optional(),
  value: wordsOrBlank(300).optional(),
  reading: readingInput.nullable().optional(), // of the value's words; a value that comes without one has none
  period: periodInput.nullable().optional(),
  placeId: id().nullable().optional(),
};
type Objects = { objectId?: string | null | undefined; value?: string | null | undefined; reading?: unknown };
const oneObject = (claim: Objects) => !(claim.objectId && claim.value);
const oneObjectSaid = 'A claim has an entity as its object, or a value, not both.';
const ofWords = (claim: Objects) => !claim.reading || Boolean(claim.value);
const ofWordsSaid = { error: 'What a value means is said with the value.', path: ['reading'] };

export const claimInput = z
  .strictObject({ statement: words(600), ...structure })
  .refine(oneObject, oneObjectSaid)
  .refine(ofWords, ofWordsSaid);
export const claimChange = z
  .strictObject({ statement: words(600).optional(), ...structure })
  .refine(oneObject, oneObjectSaid)
  .refine(ofWords, ofWordsSaid);

export const structureView = z.object({
  subject: entityRef.nullable(),
  predicate: text().nullable(),
  object: entityRef.nullable(),
  value: text().nullable(), // as it was said
  reading: readingView.nullable(), // what it means, where that is a number or a date
  period: periodView.nullable(),
  place: entityRef.nullable(),
});

export const claimView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  statement: text(),
  structure: structureView,
  status: z.enum(claimStatuses),
  wording: z.number(), // the number of the current claim version
  claimVersionId: z.uuid(),
  creator: person,
  writer: person, // of the current wording
  citations: z.object({
    supports: z.number(),
    contradicts: z.number(),
    context: z.number(),
    accepted: z.number(),
    unreviewed: z.number(),
  }),
  articleCount: z.number(),
  openObjections: z.number(),
  newSinceApproval: z.number(), // supporting citations that came after the approval
  merged: z.array(z.object({ id: z.uuid(), statement: text(), status: z.enum(claimStatuses) })), // what was merged into it
  mergedInto: z.uuid().nullable(), // of an answer to a merged id: this survivor
  version: z.number(),
  createdAt: moment(),
  updatedAt: moment(),
});
export type Claim = z.output<typeof claimView>;

export const claimVersionView = structureView.extend({
  id: z.uuid(),
  number: z.number(),
  statement: text(),
  author: person,
  proposedBy: person.nullable(), // the reviewer whose fix its author took over
  createdAt: moment(),
});

export const claimFilter = z.strictObject({
  ...paging,
  status: z.enum(claimStatuses).optional(),
  entityId: id().optional(),
  mine: z.enum(['created', 'assessed', 'not-assessed']).optional(),
  creatorId: id().optional(),
  q: exactText(200).optional(),
  rests: restingFilter().optional(),
  sort: z.enum(['updated', 'added', 'statement']).default('updated'),
});

/** Statements of the whole project in one answer: what the composer looks for near-equal ones in, in the browser. */
export const claimStatements = z.object({
  items: z.array(z.object({ id: z.uuid(), statement: text(), status: z.enum(claimStatuses) })),
});

/** Who says what, of the whole project: citations of a claim by their speaker, counted as passages. */
export const claimSpeakers = z.object({
  items: z.array(z.object({ claimId: z.uuid(), speaker: entityRef, citations: z.number() })),
});
export type ClaimSpeaker = z.output<typeof claimSpeakers>['items'][number];

export const assessmentInput = z
  .strictObject({
    likelihood: z
      .union([whole(1, 99), z.enum(bands)])
      .nullable()
      .optional(),
    analyticConfidence: z.enum(analyticConfidences).nullable().optional(),
    rationale: wordsOrBlank(4000).optional(),
  })
  .refine(
    (judged) => Object.values(judged).some((value) => value !== null && value !== undefined),
    'Say at least how likely it is.',
  );
export const assessmentView = z.object({
  id: z.uuid(),
  claimId: z.uuid(),
  analyst: person,
  likelihood: z.number().nullable(), // 1–99: the number stated
  band: z.enum(bands).nullable(), // the word: stated, or the one the number falls into
  analyticConfidence: z.enum(analyticConfidences).nullable(),
  rationale: text().nullable(),
  wording: z.number(),
  version: z.number(),
  updatedAt: moment(),
});
export type Assessment = z.output<typeof assessmentView>;
