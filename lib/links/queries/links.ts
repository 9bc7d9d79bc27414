import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { afterOf, isMoment, pageOf } from '@/lib/core/page';
import type { Person } from '@/lib/core/words';
import type { ExportFormat } from '@/lib/exports/export-formats';
import { peopleOf, roleIn } from '@/lib/members/queries';
import type { Prisma } from '@/prisma/generated/client';
import type { Link, linkList, LinkState } from '../link';
import { closedBy } from './closed';

const claim = { select: { id: true, current: { select: { statement: true } } } } as const;
const made = { select: { id: true, fileName: true, format: true, headSeq: true } } as const;
const fields = {
  ...{ id: true, projectId: true, claimId: true, claim, record: true, export: made, ceiling: true, opens: true },
  ...{ createdBy: true, createdAt: true, expiresAt: true, revokedAt: true, version: true },
} as const satisfies Prisma.SharedLinkSelect;
type Row = Prisma.SharedLinkGetPayload<{ select: typeof fields }>;

async function linkOf(ctx: ReadContext, row: Row, who: (id: string) => Person): Promise<Link> {
  const { claim, export: file, createdBy, createdAt, expiresAt, revokedAt } = row;
  const live = !revokedAt && expiresAt > new Date();
  const why = live ? await closedBy(ctx.db, row) : null;
  const state: LinkState = revokedAt ? 'revoked' : !live ? 'expired' : why ? 'closed' : 'open';
  return {
    ...{ id: row.id, projectId: row.projectId, version: row.version, opens: row.opens, state, why },
    claim: claim && { id: claim.id, statement: claim.current.statement },
    export: file && { id: file.id, fileName: file.fileName, format: file.format as ExportFormat },
    ceiling: row.ceiling as Link['ceiling'],
    creator: who(createdBy),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

/** The links of a project, newest first; those of one claim or export where that is asked. */
export async function listLinks(ctx: ReadContext, projectId: string, query: z.output<typeof linkList>) {
  roleIn(ctx, projectId);
  const after = afterOf(query.cursor, isMoment);
  const at = after && new Date(after.value);
  const rows = await ctx.db.sharedLink.findMany({
    where: {
      projectId,
      ...(query.claimId ? { claimId: query.claimId } : {}),
      ...(query.exportId ? { exportId: query.exportId } : {}),
      ...(after ? { OR: [{ createdAt: { lt: at! } }, { createdAt: at!, id: { lt: after.id } }] } : {}),
    },
    select: fields,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: query.limit + 1,
  });
  const who = await peopleOf(ctx, projectId);
  const page = pageOf(
    rows,
    query.limit,
    (row) => row,
    (row) => [row.createdAt.toISOString(), row.id],
  );
  const items: Link[] = [];
  for (const row of page.items) items.push(await linkOf(ctx, row, who));
  return { items, nextCursor: page.nextCursor };
}

/** One link. Throws `not-found`. */
export async function findLink(ctx: ReadContext, id: string): Promise<Link> {
  const row = await ctx.db.sharedLink.findFirst({ where: { id }, select: fields });
  if (!row) throw notFound();
  return linkOf(ctx, row, await peopleOf(ctx, row.projectId));
}
