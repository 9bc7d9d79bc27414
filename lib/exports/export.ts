import { z } from 'zod';
import { claimStatuses } from '@/lib/claims/claim';
import { id, moment, paging, person } from '@/lib/core/words';

export const exportFormats = ['json', 'csv', 'markdown', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportFilter = z.strictObject({ claimIds: z.array(id()).max(5000).optional(), entityId: id().optional() });
export const exportInput = z.strictObject({ format: z.enum(exportFormats), filter: exportFilter.optional() });

export const leftOutView = z.object({
  claimId: z.uuid(),
  statement: z.string(),
  status: z.enum(claimStatuses),
  why: z.array(z.string()),
});
/** What an export would hold if it were made now. */
export const previewView = z.object({
  claims: z.array(z.object({ id: z.uuid(), statement: z.string(), citations: z.number(), dissent: z.number() })),
  leftOut: z.array(leftOutView),
});
export const exportView = z.object({
  id: z.uuid(),
  format: z.enum(exportFormats),
  fileName: z.string(),
  contentType: z.string(),
  sha256: z.string(),
  manifest: z.object({
    counts: z.record(z.string(), z.number()),
    files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
    leftOut: z.array(leftOutView),
  }),
  creator: person,
  createdAt: moment(),
});
export const exportList = z.strictObject(paging);
