import { claimsById } from '@/lib/claims/queries/claims';
import { statusOf } from '@/lib/claims/status';
import type { ReadContext } from '@/lib/core/context';
import { inPublic } from '@/lib/core/db';
import type { WithdrawnClaim } from '@/lib/formats/export';
import { namesOf } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { staleness } from '@/lib/reviews/staleness';
import { groundsOf, type Grounds } from '@/lib/reviews/queries/grounds';
import { inBatches } from '../batches';
import { fitting, wanted, type Filter } from './snapshot';

/** A claim as an export held it. */
export type Held = { claimId: string; wording: number };

const GIVEN = ['claim.approved', 'claim.recovered'];
const GONE = ['claim.deleted', 'claim.merged-away'];
const BACK = ['claim.restored', 'claim.freed'];
const TAKEN_BACK = 'review.withdrawn'; // ends an approval where too few are left
const ENDED = [
  'claim.rejected',
  'claim.sent-back',
  'claim.went-stale',
  'claim.reopened',
  'claim.submitted',
  TAKEN_BACK,
  ...GONE,
];

/** By claim, the first event that ended its last approval. */
async function endsOf(ctx: ReadContext, claimIds: string[]) {
  const rows = await ctx.db.event.findMany({
    where: {
      subjectType: 'claim',
      subjectId: { in: claimIds },
      type: { in: [...GIVEN, ...BACK, ...ENDED] },
      ...visible(ctx),
    },
    select: { subjectId: true, type: true, actorId: true, at: true },
    orderBy: { seq: 'asc' },
  });
  const ends = new Map<string, (typeof rows)[number]>();
  for (const row of rows)
    if (GIVEN.includes(row.type)) ends.delete(row.subjectId);
    else if (BACK.includes(row.type)) {
      if (GONE.includes(ends.get(row.subjectId)?.type ?? '')) ends.delete(row.subjectId);
    } else if ((ends.get(row.subjectId)?.type ?? TAKEN_BACK) === TAKEN_BACK) ends.set(row.subjectId, row);
  return ends;
}

/** What a reviewer gave as the reason of the last verdict that was no accept. */
const reasonIn = (grounds: Grounds | undefined): string =>
  grounds?.verdicts.filter(({ verdict, withdrawnAt }) => verdict !== 'accept' && withdrawnAt === null).at(-1)?.reason ??
  '';
const because = (sentence: string, reason: string) => (reason ? `${sentence.slice(0, -1)}: “${reason}”` : sentence);

function staleWords(grounds: Grounds | undefined): string {
  const last = grounds?.accepts.at(-1);
  const reasons = last && grounds ? [...new Set(staleness(last.basis, grounds.now).map(({ words }) => words))] : [];
  return ['It is stale: what its approval rests on has changed since.', ...reasons].join(' ');
}

const gone = { OR: [{ status: { not: 'approved' as const } }, { deletedAt: { not: null } }] };
const fields = {
  id: true,
  status: true,
  deletedAt: true,
  survivor: { select: { current: { select: { statement: true } } } },
} as const;
type Row = { id: string; status: Parameters<typeof statusOf>[0]; deletedAt: Date | null } & {
  survivor: { current: { statement: string } } | null;
};

function becomes({ status, deletedAt, survivor }: Row, grounds: Grounds | undefined) {
  if (survivor) {
    return { status: 'merged', why: `It was merged into “${survivor.current.statement}”.` } as const;
  }
  if (deletedAt) return { status: 'deleted', why: 'It was deleted.' } as const;
  const now = statusOf(status);
  if (now === 'approved') return null;
  const why = {
    rejected: because('It was rejected.', reasonIn(grounds)),
    stale: staleWords(grounds),
    draft: because('It went back to its author.', reasonIn(grounds)),
    'in-review': 'It is in review again.',
  };
  return { status: now, why: why[now] };
}

const IN_ONE_GO = 500; // claims that are looked into

/** Those of these claims that are not approved any more: how they read when they were exported, why, and who ended it when. */
export const withdrawnAmong = (ctx: ReadContext, projectId: string, held: Held[]): Promise<WithdrawnClaim[]> =>
  inPublic(ctx, async () => {
    const rows = await inBatches(held, (some) =>
      ctx.db.claim.findMany({
        where: { AND: [{ projectId, id: { in: some.map(({ claimId }) => claimId) } }, gone] },
        select: fields,
      }),
    );
    const version = new Map(held.map(({ claimId, wording }) => [claimId, wording]));
    const inOrder = rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    return inBatches(inOrder, (some) => endedIn(ctx, projectId, some, version), IN_ONE_GO);
  });

/** What became of these claims, in their order. */
async function endedIn(ctx: ReadContext, projectId: string, rows: Row[], version: ReadonlyMap<string, number>) {
  const ids = rows.map(({ id }) => id);
  const living = rows.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id);
  const grounds = await groundsOf(ctx, await claimsById(ctx, living));
  const ends = await endsOf(ctx, ids);
  const who = await namesOf(ctx, projectId);
  const wordings = await ctx.db.claimVersion.findMany({
    where: { claimId: { in: ids } },
    select: { claimId: true, number: true, statement: true },
  });
  const read = new Map(wordings.map((one) => [`${one.claimId} ${one.number}`, one.statement]));
  return rows.flatMap((row): WithdrawnClaim[] => {
    const { id } = row;
    const became = becomes(row, grounds.get(id));
    const end = ends.get(id);
    if (!became) return [];
    const statement = read.get(`${id} ${version.get(id)}`) ?? '';
    const by = end ? who(end.actorId) : null;
    return [{ id, version: version.get(id)!, statement, ...became, by, at: end?.at.toISOString() ?? null }];
  });
}

/** Claims that the filter means, that an earlier export of the project held and that are not approved any more. */
export async function withdrawnBefore(ctx: ReadContext, projectId: string, filter: Filter): Promise<WithdrawnClaim[]> {
  const rows = await fitting(filter, (some) => {
    const { deletedAt: _, ...scope } = wanted(projectId, some);
    return ctx.db.exportedClaim.findMany({
      where: { projectId, inFile: true, job: { state: 'done' }, claim: { AND: [scope, gone] } },
      select: { claimId: true, wording: true },
      orderBy: { exportId: 'asc' },
    });
  });
  const last = new Map(rows.map((row) => [row.claimId, row])); // ids of exports rise with time
  return withdrawnAmong(ctx, projectId, [...last.values()]);
}
