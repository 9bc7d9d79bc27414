import { presenceEnd, presenceSign } from '@/lib/activity/presence';
import { notFound } from '@/lib/core/errors';
import { passing } from '@/lib/core/passing';

// Signs of life. They pass: no lock of the project, no event, and every instance hears of them on a channel of their own.

/** What an instance is told of a visit: `seen` orders what is told, in ms by the database's clock. */
export type Told = {
  projectId: string;
  slot: string;
  userId: string;
  articleId: string | null;
  claimId: string | null;
  textVersion: number | null;
  at: number | null;
  gone: boolean;
  seen: number;
};

/** Says that the actor is at an article or a claim. Throws `not-found`. `here` is false when this visit has ended. */
export const signPresence = passing({ verb: 'presence.sign', input: presenceSign }, async (ctx, sign) => {
  const { projectId } = ctx;
  const { slot, articleId = null, claimId = null } = sign;
  const living = { where: { id: (articleId ?? claimId)!, projectId, deletedAt: null } };
  const found = articleId ? await ctx.db.article.count(living) : await ctx.db.claim.count(living);
  if (found === 0) throw notFound();
  // Where somebody reads in an open blind round would say what they look at: only that they are here is told.
  const blind = articleId !== null && (await ctx.db.roundItem.count({ where: { articleId, hides: true } })) > 0;
  const { textVersion = null, at = null } = blind ? {} : sign;
  const told = await ctx.db.$queryRaw<unknown[]>`
    WITH said AS (
      INSERT INTO presence (project_id, user_id, id, article_id, claim_id, text_version, at, seen_at)
      VALUES (${projectId}::uuid, ${ctx.actor.userId}::uuid, ${slot}::uuid, ${articleId}::uuid, ${claimId}::uuid, ${textVersion}::int, ${at}::int, clock_timestamp())
      ON CONFLICT (user_id, id) DO UPDATE SET article_id = excluded.article_id, claim_id = excluded.claim_id,
        text_version = excluded.text_version, at = excluded.at, seen_at = excluded.seen_at
      WHERE NOT presence.gone AND presence.project_id = excluded.project_id
      RETURNING *)
    SELECT tell_presence(said)::text FROM said`;
  return { here: told.length > 0 };
});

/** Says that a visit has ended; a sign of it that comes later is of no effect. */
export const endPresence = passing({ verb: 'presence.sign', input: presenceEnd }, async (ctx, { slot }) => {
  await ctx.db.$queryRaw`
    WITH said AS (
      INSERT INTO presence (project_id, user_id, id, gone, seen_at)
      VALUES (${ctx.projectId}::uuid, ${ctx.actor.userId}::uuid, ${slot}::uuid, true, clock_timestamp())
      ON CONFLICT (user_id, id) DO UPDATE SET gone = true, seen_at = excluded.seen_at
      WHERE NOT presence.gone AND presence.project_id = excluded.project_id
      RETURNING *)
    SELECT tell_presence(said)::text FROM said`;
  return { here: false };
});
