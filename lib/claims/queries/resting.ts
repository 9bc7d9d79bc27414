import type { ReadContext } from '@/lib/core/context';
import { visible } from '@/lib/permissions';
import { Prisma } from '@/prisma/generated/client';
import type { Resting } from '../resting';

// Said in SQL, over all citations of the project at once: a list of a hundred thousand claims is narrowed where it lies.

const supports = Prisma.sql`t.stance = 'supports'`;
const FITS: Record<Resting, Prisma.Sql> = {
  denied: Prisma.sql`bool_or(t.denies)`,
  'unnamed-only': Prisma.sql`bool_and(s.type IS NOT NULL AND s.type = 'unnamed-source') FILTER (WHERE ${supports})`,
  'one-article': Prisma.sql`count(DISTINCT h.article_id) FILTER (WHERE ${supports}) = 1`,
  'own-voice': Prisma.sql`bool_or(t.speaker_id IS NULL AND t.via_id IS NULL) FILTER (WHERE ${supports})`,
};

/**
 * Ids of the claims that rest on all of this, as a query. Citations of what was merged are its survivor's, and of a merged speaker
 * the survivor speaks. Rejected, contested and sent-back ones count for nothing, as in `passages.ts`.
 */
export function claimsResting(ctx: ReadContext, projectId: string, how: readonly Resting[]): Prisma.Sql {
  const { in: projects } = visible(ctx).projectId;
  return Prisma.sql`SELECT coalesce(c.survivor_id, c.id)
    FROM tag t
    JOIN claim c ON c.id = t.claim_id
    JOIN highlight h ON h.id = t.highlight_id AND h.deleted_at IS NULL
    JOIN article a ON a.id = h.article_id AND a.deleted_at IS NULL
    LEFT JOIN entity e ON e.id = t.speaker_id
    LEFT JOIN entity s ON s.id = coalesce(e.survivor_id, e.id)
    LEFT JOIN (
      SELECT tag_id FROM (
        SELECT DISTINCT ON (r.tag_id, r.reviewer_id) r.tag_id, r.verdict
        FROM review r JOIN tag rt ON rt.id = r.tag_id
        WHERE r.project_id = ${projectId}::uuid AND r.project_id = ANY (${projects}::uuid[]) AND r.withdrawn_at IS NULL
          AND r.tag_version >= rt.content_version
        ORDER BY r.tag_id, r.reviewer_id, r.created_at DESC, r.id DESC
      ) latest WHERE verdict <> 'accept' GROUP BY tag_id
    ) refused ON refused.tag_id = t.id
    WHERE t.project_id = ${projectId}::uuid AND t.project_id = ANY (${projects}::uuid[]) AND t.claim_id IS NOT NULL
      AND t.deleted_at IS NULL AND refused.tag_id IS NULL
    GROUP BY 1 HAVING ${Prisma.join(
      how.map((one) => FITS[one]),
      ' AND ',
    )}`;
}

/** The ids at once, for lists that are read whole. */
export async function restingIds(ctx: ReadContext, projectId: string, how: readonly Resting[]): Promise<Set<string>> {
  const rows = await ctx.db.$queryRaw<
    { id: string }[]
  >`SELECT fits.id FROM (${claimsResting(ctx, projectId, how)}) AS fits (id)`;
  return new Set(rows.map(({ id }) => id));
}
