import type { z } from 'zod';
import { invalid } from '@/lib/core/errors';
import { passing, tellPassing, type PassingContext } from '@/lib/core/passing';
import { visible } from '@/lib/permissions';
import { listHolds } from '../queries/holds';
import { endInput, holdInput, HELD_FOR } from '../review';

type Input = z.output<typeof holdInput>;

async function requireSubject(ctx: PassingContext, { tagId, claimId }: Input) {
  const here = { projectId: ctx.projectId, deletedAt: null };
  const found = tagId
    ? await ctx.db.tag.count({ where: { AND: [{ id: tagId, ...here }, visible(ctx)] } })
    : await ctx.db.claim.count({ where: { id: claimId!, ...here } });
  if (!found) throw invalid([{ path: tagId ? 'tagId' : 'claimId', message: 'This is not in the project any more.' }]);
}

/** Says what one is on, for a few minutes, and says so again while one is. One thing a person: the last one said. */
export const keepHold = passing({ verb: 'tag.review', input: holdInput }, async (ctx, input) => {
  await requireSubject(ctx, input);
  const { projectId, now, actor } = ctx;
  const on = { tagId: input.tagId ?? null, claimId: input.claimId ?? null };
  const until = new Date(now.getTime() + HELD_FOR);
  // `since` stays while one stays: of two on the same thing whoever came first is known.
  const [row] = await ctx.db.$queryRaw<{ fresh: boolean }[]>`
    INSERT INTO hold (id, project_id, user_id, tag_id, claim_id, since, until)
    VALUES (gen_random_uuid(), ${projectId}::uuid, ${actor.userId}::uuid, ${on.tagId}::uuid, ${on.claimId}::uuid, ${now}, ${until})
    ON CONFLICT (project_id, user_id) DO UPDATE SET tag_id = excluded.tag_id, claim_id = excluded.claim_id, until = excluded.until,
      since = CASE WHEN hold.until > excluded.since AND (hold.tag_id, hold.claim_id) IS NOT DISTINCT FROM (excluded.tag_id, excluded.claim_id)
        THEN hold.since ELSE excluded.since END
    RETURNING since = ${now} AS fresh`;
  if (row!.fresh) await tellPassing(ctx);
  return listHolds(ctx, projectId);
});

/** Says that one is not on this any more; without a name, on nothing. What one went on to meanwhile stays. */
export const endHold = passing({ verb: 'tag.review', input: endInput }, async (ctx, { tagId, claimId }) => {
  const left = { ...(tagId ? { tagId } : {}), ...(claimId ? { claimId } : {}) };
  const { count } = await ctx.db.hold.deleteMany({
    where: { projectId: ctx.projectId, userId: ctx.actor.userId, ...left },
  });
  if (count) await tellPassing(ctx);
  return listHolds(ctx, ctx.projectId);
});
