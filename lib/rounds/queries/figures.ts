import { bandsByPercent } from '@/lib/agreement/moves';
import type { ReadContext } from '@/lib/core/context';
import { Prisma } from '@/prisma/generated/client';

/** Rounds that are drawn at once: the latest. */
const LATEST = 24;

/** What each analyst answered at the reveals, as `answersOf` of agreement/moves.ts has it: merged ones are their survivors. */
const ANSWERS = Prisma.sql`
  SELECT s.round_id, s.analyst_id, s.article_id, coalesce(e.survivor_id, s.entity_id, c.survivor_id, s.claim_id) AS thing,
    string_agg(DISTINCT coalesce(s.stance::text, 'named'), ' ') AS answer
  FROM r JOIN round_span s ON s.round_id = r.id LEFT JOIN entity e ON e.id = s.entity_id LEFT JOIN claim c ON c.id = s.claim_id
  GROUP BY 1, 2, 3, 4
  UNION ALL
  (SELECT DISTINCT ON (j.round_id, j.analyst_id, coalesce(c.survivor_id, c.id)) j.round_id, j.analyst_id, NULL, coalesce(c.survivor_id, c.id),
    coalesce((${bandsByPercent}::text[])[j.likelihood], j.band)
  FROM r JOIN round_judgment j ON j.round_id = r.id JOIN claim c ON c.id = j.claim_id
  WHERE j.likelihood IS NOT NULL OR j.band IS NOT NULL
  ORDER BY j.round_id, j.analyst_id, coalesce(c.survivor_id, c.id), c.id DESC)`;

/** How far the analysts of a blind round agreed when they first saw each other's work. */
export interface RevealedRound {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  readonly alike: number;
  readonly differed: number;
}

/**
 * The latest revealed rounds, the earliest of them first: of each two analysts, on how many answers they agreed and differed. From what
 * never changes (`round_span`, `round_judgment`), in one statement, and so the same as the moves of each round without reading its spans:
 * of n analysts of whom k answer, n(n-1)/2 - (n-k)(n-k-1)/2 pairs can be compared, and those who say the same agree.
 */
export const listReveals = ({ db }: ReadContext, projectId: string) => db.$queryRaw<RevealedRound[]>`
  WITH r AS (
    SELECT id, name, revealed_at FROM round WHERE project_id = ${projectId}::uuid AND blind AND revealed_at IS NOT NULL
    ORDER BY revealed_at DESC, id DESC LIMIT ${LATEST}
  ), said AS (${ANSWERS}),
  same AS (SELECT round_id, article_id, thing, count(*) AS g FROM said GROUP BY round_id, article_id, thing, answer),
  asked AS (SELECT round_id, sum(g) AS k, sum(g * (g - 1) / 2) AS alike FROM same GROUP BY round_id, article_id, thing),
  n AS (SELECT round_id, count(*) AS n FROM round_analyst WHERE round_id IN (SELECT id FROM r) GROUP BY 1)
  SELECT r.id, r.name, r.revealed_at AS at, coalesce(sum(alike), 0)::int AS alike,
    coalesce(sum(n * (n - 1) / 2 - (n - k) * (n - k - 1) / 2 - alike), 0)::int AS differed
  FROM r JOIN n ON n.round_id = r.id LEFT JOIN asked a ON a.round_id = r.id
  GROUP BY r.id, r.name, r.revealed_at ORDER BY r.revealed_at, r.id`;

/** Who has not handed in an open round, with who waits for that: whoever opened it, and whoever is done. */
export const listNotHandedIn = ({ db }: ReadContext, projectId: string, analystId?: string) =>
  db.$queryRaw<{ userId: string; roundId: string; askers: string[] }[]>`
    SELECT a.analyst_id AS "userId", r.id AS "roundId",
      r.created_by || ARRAY(SELECT d.analyst_id FROM round_analyst d WHERE d.round_id = r.id AND d.handed_in_at IS NOT NULL) AS askers
    FROM round r JOIN round_analyst a ON a.round_id = r.id AND a.handed_in_at IS NULL
    WHERE r.project_id = ${projectId}::uuid AND r.revealed_at IS NULL
      ${analystId ? Prisma.sql`AND a.analyst_id = ${analystId}::uuid` : Prisma.empty}`;
