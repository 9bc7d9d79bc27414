import { reviewFields, reviewState, verdictOf } from '@/lib/agreement/standing';
import type { Claim } from '@/lib/claims/claim';
import type { Period } from '@/lib/claims/period';
import { rootFields, rootOf } from '@/lib/claims/queries/evidence';
import type { ReadContext } from '@/lib/core/context';
import { inPublic } from '@/lib/core/db';
import type { EntityRef } from '@/lib/entities/entity';
import { oneOf, refFields, refOf, refsOf } from '@/lib/entities/queries';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import { excerptOf } from '@/lib/threads/body';
import { objectionsTo } from '@/lib/threads/queries';
import type { Objection } from '@/lib/threads/queries/objections';
import { countedAccepts, type Accept } from '../approval';
import type { Basis, Cited, CitedNow, Now } from '../basis';

const named = { select: { id: true, name: true } } as const;
const citedFields = {
  claim: rootFields,
  speaker: refFields,
  via: named,
  reviews: { select: reviewFields, where: { withdrawnAt: null } },
  highlight: {
    select: {
      quote: true,
      articleId: true,
      deletedAt: true,
      orphanedReason: true,
      articleVersion: { select: { sha256: true } },
      article: { select: { deletedAt: true, retractedAt: true, language: true } },
    },
  },
} as const satisfies Prisma.TagInclude;

const nameOf = (ref: EntityRef | null) => ref && { id: ref.id, name: ref.name };

type Cites = Prisma.TagGetPayload<{ include: typeof citedFields }>;
export type CitedRow = Pick<
  Cites,
  | ('id' | 'contentVersion' | 'stance' | 'confidence' | 'note' | 'viaOn' | 'denies' | 'implied' | 'impliedHow')
  | ('highlightId' | 'authorId' | 'deletedAt' | 'claim' | 'speaker' | 'via' | 'reviews' | 'highlight')
>;

function citedNow(row: CitedRow, claimId: string): CitedNow {
  const { highlight } = row;
  const gone = row.deletedAt ?? highlight.deletedAt ?? highlight.article.deletedAt;
  return {
    tagId: row.id,
    contentVersion: row.contentVersion,
    stance: row.stance!,
    quote: highlight.quote,
    confidence: row.confidence,
    note: row.note,
    speaker: nameOf(refOf(row.speaker)),
    via: row.via && { ...row.via, on: row.viaOn?.toISOString().slice(0, 10) ?? null },
    denies: row.denies,
    implied: row.implied,
    impliedHow: row.impliedHow,
    highlightId: row.highlightId,
    articleId: highlight.articleId,
    sha256: highlight.articleVersion.sha256,
    retracted: highlight.article.retractedAt !== null,
    authorId: row.authorId,
    here: row.claim !== null && rootOf(row.claim) === claimId && gone === null,
    language: highlight.article.language,
    lost: highlight.orphanedReason,
    state: reviewState(row.reviews, row.contentVersion),
  };
}

/** Rows are never removed: what is not found is hidden by an open blind round, and stands as it was approved until the reveal. */
const asApproved = (one: Cited): CitedNow => ({
  ...one,
  ...{ authorId: '', here: true, language: null, lost: null, state: 'accepted' },
});

const verdictFields = { claimVersion: { select: { claimId: true, number: true } } } as const;
type Verdicts = Prisma.ReviewGetPayload<{ include: typeof verdictFields }>;
export type VerdictRow = Pick<
  Verdicts,
  | ('id' | 'reviewerId' | 'verdict' | 'reason' | 'proposal' | 'reply' | 'replyReason' | 'repliedAt' | 'ledTo')
  | ('basis' | 'createdAt' | 'withdrawnAt' | 'claimVersion')
>;

/** All verdicts on claims in the order in which they were given, those taken back included. */
const verdictsOn = (ctx: ReadContext, claimIds: string[]): Promise<VerdictRow[]> =>
  ctx.db.review.findMany({
    where: { AND: [{ claimVersion: { claimId: { in: claimIds } } }, visible(ctx)] },
    include: verdictFields,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });

/** A stored basis; one from before values had readings and periods had flags says none. */
function asKept(stored: Prisma.JsonValue): Basis | null {
  const basis = stored as unknown as Basis | null;
  if (!basis) return null;
  const { structure } = basis.wording;
  const { period, reading } = structure as { period: Partial<Period> | null; reading?: Claim['structure']['reading'] };
  const flags = { starts: false, ends: false, saidOn: null };
  const kept = { ...structure, reading: reading ?? null, period: period && ({ ...flags, ...period } as Period) };
  return { ...basis, wording: { ...basis.wording, structure: kept } };
}

/** The accepts that count among the verdicts on one claim. */
const acceptsIn = (rows: VerdictRow[]): Accept[] =>
  countedAccepts(
    rows
      .filter((row) => row.withdrawnAt === null)
      .map((row) => ({
        id: row.id,
        reviewerId: row.reviewerId,
        verdict: verdictOf(row.verdict),
        basis: asKept(row.basis),
      })),
  );

/**
 * Names, in what accepts rested on, the survivors of entities that were merged since: who somebody is was decided elsewhere, and what
 * was approved says the same as before.
 */
async function knowToday(ctx: ReadContext, accepts: Accept[]): Promise<void> {
  const parts = ['subject', 'object', 'place'] as const;
  const named = accepts.flatMap(({ basis: { wording, citations } }) => [
    ...parts.map((part) => wording.structure[part]),
    ...citations.map((one) => one.speaker),
  ]);
  const known = await refsOf(ctx, [...new Set(named.flatMap((ref) => ref?.id ?? []))]);
  for (const { basis } of accepts) {
    const { structure } = basis.wording;
    for (const part of parts) structure[part] = known.get(structure[part]?.id ?? '') ?? structure[part];
    for (const one of basis.citations) one.speaker = nameOf(known.get(one.speaker?.id ?? '') ?? null) ?? one.speaker;
  }
}

function byKey<T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** What the approval of a claim rests on, now and as it was accepted. */
export type Grounds = { now: Now; accepts: Accept[]; verdicts: VerdictRow[] };

/** What of a claim its grounds are found by. */
export type Judged = Pick<
  Claim,
  'id' | 'projectId' | 'status' | 'wording' | 'claimVersionId' | 'statement' | 'structure'
> & { creator: { id: string }; writer: { id: string } };

/** The rows that grounds are made of. `tags`: in the order of their ids, also those that accepts rested on. */
export type GroundRows = { verdicts: VerdictRow[]; tags: CitedRow[]; objections: Map<string, Objection[]> };

/** The accepts that count, by claim, naming who is meant today. */
export async function acceptsAmong(
  ctx: ReadContext,
  claims: readonly Judged[],
  verdicts: VerdictRow[],
): Promise<Map<string, Accept[]>> {
  const byClaim = byKey(verdicts, (row) => row.claimVersion!.claimId);
  const accepts = new Map(claims.map(({ id }) => [id, acceptsIn(byClaim.get(id) ?? [])]));
  await knowToday(ctx, [...accepts.values()].flat());
  return accepts;
}

/** What finds the grounds of a claim in rows that were read before. */
export function groundsAmong(
  accepts: Map<string, Accept[]>,
  { verdicts: all, tags, objections }: GroundRows,
): (claim: Judged) => Grounds {
  const verdicts = byKey(all, (row) => row.claimVersion!.claimId);
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const byClaim = byKey(tags, (tag) => rootOf(tag.claim!));
  return (claim) => {
    const own = accepts.get(claim.id)!;
    const rested = own.flatMap((accept) => accept.basis.citations);
    const left = rested.flatMap((one) => byId.get(one.tagId) ?? []);
    const cited = new Set([...(byClaim.get(claim.id) ?? []), ...left]);
    const hidden = new Map(rested.flatMap((one) => (byId.has(one.tagId) ? [] : [[one.tagId, asApproved(one)]])));
    const open = (objections.get(claim.id) ?? []).filter((objection) => !objection.lifted);
    const { wording: number, claimVersionId, statement, structure } = claim;
    return {
      now: {
        projectId: claim.projectId,
        claimId: claim.id,
        status: claim.status,
        creatorId: claim.creator.id,
        writerId: claim.writer.id,
        wording: { number, claimVersionId, statement, structure },
        citations: [...[...cited].map((tag) => citedNow(tag, claim.id)), ...hidden.values()],
        objections: open.map((objection) => ({ ...objection, text: excerptOf(objection.text) })),
      },
      accepts: own,
      verdicts: verdicts.get(claim.id) ?? [],
    };
  };
}

/** The grounds of claims of one project, in a handful of queries however many there are. By claim. */
export async function groundsOf(ctx: ReadContext, claims: Claim[]): Promise<Map<string, Grounds>> {
  if (claims.length === 0) return new Map();
  const ids = claims.map((claim) => claim.id);
  const verdicts = await verdictsOn(ctx, ids);
  const accepts = await acceptsAmong(ctx, claims, verdicts);
  const restedOn = [...accepts.values()].flat().flatMap((accept) => accept.basis.citations.map((one) => one.tagId));
  const tags = await ctx.db.tag.findMany({
    where: {
      AND: [{ claimId: { not: null } }, { OR: [{ claim: oneOf(ids) }, { id: { in: restedOn } }] }, visible(ctx)],
    },
    include: citedFields,
    orderBy: { id: 'asc' },
  });
  const objections = await objectionsTo(ctx, claims[0]!.projectId, ids);
  const groundsOn = groundsAmong(accepts, { verdicts, tags, objections });
  return new Map(claims.map((claim) => [claim.id, groundsOn(claim)]));
}

/** The grounds of one claim as everybody sees them: what others are told of an approval must not tell of what is hidden. */
export const groundsFor = (ctx: ReadContext, claim: Claim): Promise<Grounds> =>
  inPublic(ctx, async () => (await groundsOf(ctx, [claim])).get(claim.id)!);

/** How many accepting reviewers a project asks for. */
export async function approvalsNeeded(ctx: ReadContext, projectId: string): Promise<number> {
  const project = await ctx.db.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { approvalsNeeded: true },
  });
  return project.approvalsNeeded;
}
