import { z } from 'zod';
import { claimStatuses } from '@/lib/claims/claim';
import { restingFilter, restings } from '@/lib/claims/resting';
import { id, listOf, moment, paging, person, text } from '@/lib/core/words';
import { claimParts } from '@/lib/formats/digest';
import { tlps } from '@/lib/formats/marking';
import { exportFormats } from './export-formats';

const filters = z.strictObject({
  claimIds: z.array(id()).max(5000).optional(),
  entityId: id().optional(),
  rests: z.array(z.enum(restings)).min(1).max(restings.length).optional(), // what claims rest on: each has to fit
  since: id().optional(), // an earlier export, of the same claims: only what changed since
});
export const exportFilter = filters.refine(
  ({ since, claimIds, entityId, rests }) => !since || !(claimIds ?? entityId ?? rests),
  { path: ['since'], message: 'What changed is told of the claims of that export: leave the other filters out.' },
);
export const exportInput = z.strictObject({
  format: z.enum(exportFormats),
  filter: exportFilter.optional(),
  marking: z.enum(tlps).optional(), // who may read it, at least; it rises with what the export carries
  ceiling: z.enum(tlps).optional(), // what is marked above it stays out
});

/** In which form a question's brief is wanted. */
export const briefFilter = z.strictObject({ format: z.enum(['markdown', 'html']).default('markdown') });

/** What a preview is narrowed by, in the address. */
export const previewFilter = z.strictObject({
  claim: id().optional(), // this one alone
  rests: restingFilter().optional(),
  since: id().optional(),
  ceiling: z.enum(tlps).optional(),
});

/** Which file a preview is of. */
export const filePreviewFilter = z.strictObject({
  format: z.enum(exportFormats),
  claim: id().optional(),
  rests: restingFilter().optional(),
  marking: z.enum(tlps).optional(),
  since: id().optional(),
  ceiling: z.enum(tlps).optional(),
});
/** The first lines of a file as they would be, and what of this very export it has no place for. */
export const filePreviewView = z.object({
  /** From how many claims it is told, where there are too many to read for a preview. */
  sampled: z.number().nullable(),
  files: z.array(z.object({ name: text(), lines: text(), more: z.boolean() })),
  loses: z.array(text()),
});
export type FilePreview = z.output<typeof filePreviewView>;

export const leftOutView = z.object({
  claimId: z.uuid(),
  statement: text(),
  status: z.enum(claimStatuses),
  why: z.array(text()),
});
const wording = z.object({ version: z.number(), statement: text(), sha256: text() });
export const withdrawnView = z.object({
  id: z.uuid(),
  version: z.number(),
  statement: text(),
  status: z.enum(['draft', 'in-review', 'rejected', 'stale', 'deleted', 'merged']),
  why: text(),
  by: person.nullable(),
  at: moment().nullable(),
});
const sinceView = z.object({ format: text(), sha256: text(), by: person, at: moment() });
/** What became of the claims of an earlier export. */
export const changesView = z.object({
  since: sinceView,
  added: z.array(z.object({ id: z.uuid(), version: z.number(), sha256: text() })),
  changed: z.array(z.object({ id: z.uuid(), before: wording, now: wording, parts: z.array(z.enum(claimParts)) })),
  withdrawn: z.array(withdrawnView),
  outside: z.array(z.object({ id: z.uuid(), statement: text(), why: text() })),
  same: z.number(),
});
/** What an export would hold if it were made now: the first claims of each list, and how many there are in all. */
export const previewView = z.object({
  counts: z.object({ claims: z.number(), leftOut: z.number() }),
  claims: z.array(
    z.object({
      id: z.uuid(),
      statement: text(),
      citations: z.number(),
      dissent: z.number(),
      openQuestions: z.number(),
    }),
  ),
  leftOut: z.array(leftOutView),
  /** Of what changed since an earlier export; else null. */
  changes: changesView.nullable(),
});
export const exportView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  format: z.enum(exportFormats),
  filter: filters.extend({ marking: z.enum(tlps).optional(), ceiling: z.enum(tlps).optional() }),
  fileName: text(),
  contentType: text(),
  sha256: text(),
  /** Where the log stood: its last event, and the head of the hash chain, in hexadecimal. */
  log: z.object({ seq: z.number(), hash: text() }),
  // As it stands in the file itself, which may say more.
  manifest: z.looseObject({
    counts: z.record(text(), z.number()),
    files: z.array(z.object({ name: text(), bytes: z.number(), sha256: text() })),
    leftOut: z.array(leftOutView),
    bytes: z.number().optional(), // these are missing in exports from before they were kept
    claims: z.object({ count: z.number(), sha256: text() }).optional(),
    since: sinceView.extend({ export: z.uuid() }).nullish(),
    withdrawn: z.array(withdrawnView).optional(),
    signature: z
      .object({
        algorithm: z.literal('Ed25519'),
        key: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: text(), kid: text() }),
        value: text(),
      })
      .optional(),
    marking: z.enum(tlps).optional(),
    withheld: z.array(text()).optional(), // of protected sources, in sentences
  }),
  creator: person,
  createdAt: moment(),
});
export const exportJobStates = ['waiting', 'running', 'done', 'failed', 'stopped'] as const;
/** The making of an export that goes on by itself. */
export const exportJobView = z.object({
  id: z.uuid(),
  format: z.enum(exportFormats),
  state: z.enum(exportJobStates),
  /** How many claims were read so far, of how many; null is not known yet. */
  claims: z.number(),
  total: z.number().nullable(),
  failure: text().nullable(),
  /** Who ended it before it was there. */
  stoppedBy: person.nullable(),
  exportId: z.uuid().nullable(),
  creator: person,
  createdAt: moment(),
});
export type ExportJob = z.output<typeof exportJobView>;
export const exportJobs = listOf(exportJobView);
/** What is made at once, or goes on by itself. */
export const exportAnswer = z.union([exportView, exportJobView]);
export const isJob = (answer: z.output<typeof exportAnswer>): answer is ExportJob => 'state' in answer;
/** How many claims, those left out among them, are exported while whoever asks waits. */
export const AT_ONCE = 5000;

export const exportList = z.strictObject(paging);
export type MadeExport = z.output<typeof exportView>;

/** The manifest of an export as the file that travels with it; it says more than is named here. */
export const manifestFileView = z.looseObject({
  schema: z.literal('claimbench-manifest/1'),
  export: z.uuid(),
  format: z.enum(exportFormats),
  made: z.looseObject({ at: moment() }),
  log: z.object({ seq: z.number(), hash: text() }),
  counts: z.record(text(), z.number()),
  file: z.looseObject({ name: text(), sha256: text() }),
  files: z.array(z.object({ name: text(), bytes: z.number(), sha256: text() })),
});
