import { claimsById } from '@/lib/claims/queries/claims';
import type { Actor } from '@/lib/core/context';
import { read, unscoped } from '@/lib/core/db';
import { drift } from '@/lib/reviews/approval';
import type { Basis } from '@/lib/reviews/basis';
import { groundsOf } from '@/lib/reviews/queries/grounds';
import { basisHash } from '@/lib/reviews/steps';
import { waitingClaims } from '@/lib/rounds/queries';
import type { Finding } from './finding';

const AT_ONCE = 200; // claims
const settled = { status: { in: ['approved' as const, 'stale' as const] }, deletedAt: null };

/** Sees all of one project, and nothing else. */
const warden = (id: string): Actor => ({
  userId: '00000000-0000-0000-0000-000000000000',
  name: '',
  email: '',
  projects: [{ id, role: 'lead' }],
});

async function basesOf(): Promise<string[]> {
  const rows = await unscoped().review.findMany({
    where: { basisHash: { not: null } },
    select: { id: true, basis: true, basisHash: true },
  });
  return rows
    .filter((row) => basisHash(row.basis as unknown as Basis) !== row.basisHash)
    .map(({ id }) => `review ${id}: what the approval rested on is not that of its hash`);
}

/** Every approved claim has the approvals for it, still holding; every stale one has lost something; every basis has its hash. */
export async function verifyApprovals(): Promise<Finding> {
  const projects = await unscoped().claim.groupBy({
    by: ['projectId'],
    where: settled,
    _count: true,
    orderBy: { projectId: 'asc' },
  });
  const faults = await basesOf();
  for (const { projectId } of projects) {
    const ids = (await unscoped().claim.findMany({ where: { ...settled, projectId }, select: { id: true } })).map(
      ({ id }) => id,
    );
    for (let at = 0; at < ids.length; at += AT_ONCE)
      faults.push(...(await unsettled(projectId, ids.slice(at, at + AT_ONCE))));
  }
  const count = projects.reduce((sum, project) => sum + project._count, 0);
  return { looked: `${count} approved and stale claims`, faults };
}

const unsettled = (projectId: string, ids: string[]): Promise<string[]> =>
  read(warden(projectId), async (ctx) => {
    const claims = await claimsById(ctx, ids);
    const grounds = await groundsOf(ctx, claims);
    // What they rest on is hidden by an open blind round: they are made up for at its reveal.
    const waiting = new Set((await waitingClaims(ctx, ids)).map(({ claimId }) => claimId));
    return claims.flatMap(({ id, status }) => {
      if (waiting.has(id)) return [];
      const { now, accepts } = grounds.get(id)!;
      if (accepts.length === 0) return [`claim ${id}: it is ${status} without an approval`];
      const goes = drift(now, accepts);
      if (goes === 'go-stale') return [`claim ${id}: it is approved, and what that rested on has changed`];
      return goes === 'recover' ? [`claim ${id}: it is stale, and all that its approval rested on is there`] : [];
    });
  });
