import type { ReadContext } from '@/lib/core/context';
import { peopleOf } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import type { Holds } from '../review';

/** Who is on what in a project just now; whoever came first to a thing stands before the others. */
export async function listHolds(ctx: ReadContext, projectId: string): Promise<Holds> {
  const rows = await ctx.db.hold.findMany({
    where: { AND: [{ projectId, until: { gt: await timeOf(ctx) }, member: { deletedAt: null } }, visible(ctx)] },
    orderBy: [{ since: 'asc' }, { id: 'asc' }],
  });
  const who = await peopleOf(ctx, projectId);
  return {
    items: rows.map(({ userId, tagId, claimId, since }) => ({
      by: who(userId),
      tagId,
      claimId,
      since: since.toISOString(),
    })),
  };
}

async function timeOf({ db }: ReadContext): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT now()`;
  return row!.now;
}
