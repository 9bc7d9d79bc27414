import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { mergedAway, meantBy, notGone } from '@/lib/entities/queries';
import { peopleOf } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import type { Claim, claimStatements, claimVersionView } from '../claim';
import type { Passage } from '../passages';
import { periodOf } from '../period';
import { statusOf } from '../status';
import { writeWhen } from '../when';
import { approvalsByClaim, objectionsByClaim, passagesByClaim } from './evidence';

const claimFields = {
  current: true,
  absorbed: { select: { id: true, status: true, current: { select: { statement: true } } }, orderBy: { id: 'asc' } },
} as const satisfies Prisma.ClaimInclude;
type Row = Prisma.ClaimGetPayload<{ include: typeof claimFields }>;
type WordingRow = Row['current'];

/** Whom wordings name. */
const namedIn = (ctx: ReadContext, rows: WordingRow[]) =>
  meantBy(
    ctx,
    rows.flatMap(({ subjectId, objectId, placeId }) => [subjectId, objectId, placeId]),
  );
type Named = Awaited<ReturnType<typeof namedIn>>;

const dayOf = (date: Date | null) => date && date.toISOString().slice(0, 10);

const momentOf = (earliest: Date | null, latest: Date | null, about: boolean) =>
  earliest && latest && writeWhen({ earliest: dayOf(earliest)!, latest: dayOf(latest)!, about });

function readingOf(row: WordingRow): Claim['structure']['reading'] {
  const date = momentOf(row.valueFrom, row.valueTo, row.valueAbout);
  if (date) return { kind: 'date', date };
  const { valueLow: low, valueHigh: high, valueUnit: unit, valueAbout: about } = row;
  return low === null && high === null ? null : { kind: 'number', low, high, about, unit };
}

/** What a wording says in fields; `named` answers whom an id means. */
export const structureOf = (row: WordingRow, named: Named): Claim['structure'] => ({
  subject: named(row.subjectId),
  predicate: row.predicate,
  object: named(row.objectId),
  value: row.value,
  reading: readingOf(row),
  period: periodOf({
    from: momentOf(row.periodFrom, row.periodFromLatest, row.periodFromAbout),
    to: momentOf(row.periodToEarliest, row.periodTo, row.periodToAbout),
    starts: row.periodStarts,
    ends: row.periodEnds,
    note: row.periodNote,
    saidOn: dayOf(row.periodSaidOn),
  }),
  place: named(row.placeId),
});

const counting = (passages: Passage[]) => ({
  supports: passages.filter((passage) => passage.stance === 'supports').length,
  contradicts: passages.filter((passage) => passage.stance === 'contradicts').length,
  context: passages.filter((passage) => passage.stance === 'context').length,
  accepted: passages.filter((passage) => passage.accepted).length,
  unreviewed: passages.filter((passage) => !passage.accepted).length,
});

/** The views of claim rows, in as many queries however many there are. */
async function viewsOf(ctx: ReadContext, rows: Row[]): Promise<Claim[]> {
  if (rows.length === 0) return [];
  const who = await peopleOf(ctx, rows[0]!.projectId);
  const ids = rows.map((row) => row.id);
  const passages = await passagesByClaim(ctx, ids);
  const objections = await objectionsByClaim(ctx, ids);
  const once = rows.filter((row) => row.status === 'approved' || row.status === 'stale').map((row) => row.id);
  const approvals = await approvalsByClaim(ctx, once);
  const named = await namedIn(
    ctx,
    rows.map((row) => row.current),
  );
  return rows.map((row) => {
    const own = passages.get(row.id)!;
    const approvedAt = approvals.get(row.id);
    const isNew = (passage: Passage) => passage.stance === 'supports' && approvedAt && passage.firstTagged > approvedAt;
    return {
      id: row.id,
      projectId: row.projectId,
      statement: row.current.statement,
      structure: structureOf(row.current, named),
      status: statusOf(row.status),
      wording: row.wording,
      claimVersionId: row.current.id,
      creator: who(row.createdBy),
      writer: who(row.current.authorId),
      citations: counting(own),
      articleCount: new Set(own.map((passage) => passage.articleId)).size,
      openObjections: objections.get(row.id) ?? 0,
      newSinceApproval: own.filter(isNew).length,
      merged: row.absorbed.map(({ id, status, current }) => ({ id, status: statusOf(status), ...current })),
      mergedInto: null,
      version: row.version,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  });
}

async function claimWhere(ctx: ReadContext, where: Prisma.ClaimWhereInput): Promise<Claim | null> {
  const row = await ctx.db.claim.findFirst({ where, include: claimFields });
  return row && (await viewsOf(ctx, [row]))[0]!;
}

/** One claim; of a merged one the survivor, which says so. Throws `not-found`. */
export async function readClaim(ctx: ReadContext, id: string): Promise<Claim> {
  const view = await claimWhere(ctx, { deletedAt: null, OR: [{ id }, { absorbed: { some: { id } } }] });
  if (!view) throw notFound();
  return { ...view, mergedInto: view.id === id ? null : view.id };
}

/**
 * One claim to be changed; deleted ones only on demand (a restore needs them). Throws `not-found`, and `stale` with the
 * survivor for one that was merged.
 */
export async function findClaim(ctx: ReadContext, id: string, deleted = false): Promise<Claim> {
  const view = await claimWhere(ctx, { id, survivorId: null, deletedAt: deleted ? { not: null } : null });
  if (view) return view;
  const survivor = await readClaim(ctx, id);
  throw survivor.mergedInto ? mergedAway(survivor) : notFound();
}

/** Claims by id, in the order of the ids; those that are deleted are left out. */
export async function claimsById(ctx: ReadContext, ids: string[]): Promise<Claim[]> {
  const rows = await ctx.db.claim.findMany({ where: { id: { in: ids }, deletedAt: null }, include: claimFields });
  const views = new Map((await viewsOf(ctx, rows)).map((view) => [view.id, view]));
  return ids.flatMap((id) => views.get(id) ?? []);
}

/** Statements and statuses of all living claims of the project, newest change first. */
export async function listClaimStatements(
  ctx: ReadContext,
  projectId: string,
): Promise<z.output<typeof claimStatements>> {
  const rows = await ctx.db.claim.findMany({
    where: { projectId, deletedAt: null },
    select: { id: true, status: true, current: { select: { statement: true } } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
  });
  return {
    items: rows.map((row) => ({ id: row.id, statement: row.current.statement, status: statusOf(row.status) })),
  };
}

/** All wordings of a claim, merged or not, newest first. */
export async function listClaimVersions(
  ctx: ReadContext,
  claimId: string,
): Promise<{ items: z.output<typeof claimVersionView>[]; nextCursor: null }> {
  const claim = await ctx.db.claim.findFirst({ where: { id: claimId, ...notGone }, select: { projectId: true } });
  if (!claim) throw notFound();
  const who = await peopleOf(ctx, claim.projectId);
  const rows = await ctx.db.claimVersion.findMany({
    where: { claimId },
    orderBy: { number: 'desc' },
  });
  const named = await namedIn(ctx, rows);
  const taken = await ctx.db.review.findMany({
    where: { AND: [{ claimVersion: { claimId }, reply: 'taken' }, visible(ctx)] },
    select: { ledTo: true, reviewerId: true },
  });
  const proposers = new Map(taken.map(({ ledTo, reviewerId }) => [ledTo, who(reviewerId)]));
  const items = rows.map((row) => ({
    ...structureOf(row, named),
    id: row.id,
    number: row.number,
    statement: row.statement,
    author: who(row.authorId),
    proposedBy: proposers.get(row.number) ?? null,
    createdAt: row.createdAt.toISOString(),
  }));
  return { items, nextCursor: null };
}
