import { z } from 'zod';
import { id, moment, paging, person, text, whole } from '@/lib/core/words';
import { exportFormats } from '@/lib/exports/export-formats';
import type { ExportSnapshot } from '@/lib/formats/export';
import { tlps } from '@/lib/formats/marking';

/** What a link may show at most. Whoever has the address may read it, so what is for those present alone never leaves by one. */
export const linkCeilings = ['clear', 'green', 'amber', 'amber+strict'] as const;
export const LINK_DAYS = 30;

export const linkInput = z.strictObject({
  days: whole(1, 365).default(LINK_DAYS),
  ceiling: z.enum(linkCeilings).default('green'),
});
export const linkList = z.strictObject({ ...paging, claimId: id().optional(), exportId: id().optional() });

/** Whether an address shows anything: `closed` says that what it showed may not leave any more. */
export const linkStates = ['open', 'expired', 'revoked', 'closed'] as const;
export type LinkState = (typeof linkStates)[number];

export const linkView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  claim: z.object({ id: z.uuid(), statement: text() }).nullable(),
  export: z.object({ id: z.uuid(), fileName: text(), format: z.enum(exportFormats) }).nullable(),
  ceiling: z.enum(tlps),
  state: z.enum(linkStates),
  why: text().nullable(), // of a closed one: what closed it
  opens: z.number(), // how often it was opened, by nobody knows whom
  creator: person,
  createdAt: moment(),
  expiresAt: moment(),
  version: z.number(),
  address: text().optional(), // there once, in the answer that made it
});
export type Link = z.output<typeof linkView>;

/** Of a claim and its record, what is kept with a link: what it was when it was shared, and nothing that came later. */
export interface SharedRecord {
  readonly snapshot: ExportSnapshot;
  readonly figures: { articles: number; origins: number; unsourced: number; headline: string };
}
