import { z } from 'zod';
import { claimStatuses } from '@/lib/claims/claim';
import { restingFilter, restings } from '@/lib/claims/resting';
import { id, moment, paging, person, text } from '@/lib/core/words';
import { tlps } from '@/lib/formats/marking';
import { exportFormats } from './export-formats';

export const exportFilter = z.strictObject({
  claimIds: z.array(id()).max(5000).optional(),
  entityId: id().optional(),
  rests: z.array(z.enum(restings)).min(1).max(restings.length).optional(), // what claims rest on: each has to fit
});
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
  rests: restingFilter().optional(),
  ceiling: z.enum(tlps).optional(),
});

/** Which file a preview is of. */
export const filePreviewFilter = z.strictObject({
  format: z.enum(exportFormats),
  rests: restingFilter().optional(),
  marking: z.enum(tlps).optional(),
  ceiling: z.enum(tlps).optional(),
});
/** The first lines of a file as they would be, and what of this very export it has no place for. */
export const filePreviewView = z.object({
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
/** What an export would hold if it were made now. */
export const previewView = z.object({
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
});
export const exportView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  format: z.enum(exportFormats),
  fileName: text(),
  contentType: text(),
  sha256: text(),
  manifest: z.object({
    counts: z.record(text(), z.number()),
    files: z.array(z.object({ name: text(), bytes: z.number(), sha256: text() })),
    leftOut: z.array(leftOutView),
    marking: z.enum(tlps).optional(),
    withheld: z.array(text()).optional(), // of protected sources, in sentences
  }),
  creator: person,
  createdAt: moment(),
});
export const exportList = z.strictObject(paging);
export type MadeExport = z.output<typeof exportView>;
