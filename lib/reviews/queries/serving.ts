import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { visible } from '@/lib/permissions';
import { Prisma } from '@/prisma/generated/client';
import type { queueFilter } from '../review';

// In which order citations are served, and which of them: parts of the queue's query over tags `t`, highlights `h`, verdicts `v`.

type Filter = z.output<typeof queueFilter>;

const seen = (ctx: ReadContext, table: string) =>
  Prisma.sql`${Prisma.raw(table)}.project_id = ANY (${visible(ctx).projectId.in}::uuid[])`;

/**
 * What colleagues see differently first: contested verdicts; then, of the tags by others on the same words for the same claim, the
 * share that has the same stance, 1 to 998; then what nobody else tagged, and last what all see alike.
 */
const agreement = (ctx: ReadContext) => Prisma.sql`CASE WHEN v.yes AND v.no THEN 0 ELSE (
    SELECT CASE WHEN count(*) = 0 THEN 999 WHEN bool_and(o.stance = t.stance) THEN 1000
      ELSE 1 + (997 * count(*) FILTER (WHERE o.stance = t.stance) / count(*))::int END
    FROM highlight oh JOIN tag o ON o.highlight_id = oh.id AND o.deleted_at IS NULL AND o.author_id <> t.author_id
    JOIN claim oc ON oc.id = o.claim_id JOIN claim tc ON tc.id = t.claim_id
    WHERE oh.article_id = h.article_id AND oh.article_version_id = h.article_version_id AND oh.deleted_at IS NULL
      AND oh.start < h."end" AND h.start < oh."end" AND ${seen(ctx, 'o')}
      AND coalesce(oc.survivor_id, oc.id) = coalesce(tc.survivor_id, tc.id)) END`;

/** What a citation is served by, least first, as a whole number; a confidence that was not stated comes after those that were. */
export const rankOf = (ctx: ReadContext, order: Filter['order']): Prisma.Sql =>
  ({
    reading: () => Prisma.sql`0`,
    confidence: () => Prisma.sql`coalesce(t.confidence, 101)`,
    agreement: () => agreement(ctx),
  })[order]();

/**
 * Every nth citation, or mention, in the order in which they were made, from a start that the seed draws: the same for everybody and at any time,
 * since new ones come at the end, and what was deleted keeps its number.
 */
export const sampled = (
  ctx: ReadContext,
  projectId: string,
  { every, seed }: Filter,
  of: 'claim_id' | 'entity_id',
): Prisma.Sql =>
  every
    ? Prisma.sql`t.id IN (SELECT id FROM (
        SELECT s.id, row_number() OVER (ORDER BY s.created_at, s.id) AS number FROM tag s
        WHERE s.project_id = ${projectId}::uuid AND s.${Prisma.raw(of)} IS NOT NULL AND ${seen(ctx, 's')}) drawn
      WHERE number % ${every}::int = ${seed % every}::int)`
    : Prisma.sql`true`;

/** Nothing that a colleague is on just now, where that is asked for. */
export const isFree = (ctx: ReadContext, { free }: Filter): Prisma.Sql =>
  free
    ? Prisma.sql`NOT EXISTS (SELECT FROM hold WHERE hold.tag_id = t.id AND hold.user_id <> ${ctx.actor.userId}::uuid
        AND hold.until > now() AND ${seen(ctx, 'hold')})`
    : Prisma.sql`true`;
