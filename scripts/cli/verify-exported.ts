import type pg from 'pg';
import type { Finding } from './finding';

/** What is kept of each exported claim, against the one digest of all of them in the manifest (`digestOfAll`). */
export async function verifyExportedClaims(db: pg.ClientBase): Promise<Finding> {
  const { rows } = await db.query<{ id: string; count: string; holds: boolean }>(
    `SELECT x.id, count(c.id), encode(sha256(convert_to(coalesce(
         string_agg(c.claim_id || ' ' || c.wording || ' ' || c.sha256 || E'\\n', '' ORDER BY c.claim_id::text COLLATE "C"), ''), 'UTF8')), 'hex')
       = x.manifest->'claims'->>'sha256' AS holds
     FROM export x LEFT JOIN exported_claim c ON c.export_id = x.id AND c.in_file
     WHERE x.manifest ? 'claims' GROUP BY x.id ORDER BY x.id`,
  );
  const faults = rows
    .filter(({ holds }) => !holds)
    .map(({ id }) => `export ${id}: what is kept of its claims is not what its manifest has the digest of`);
  return { looked: `${rows.reduce((sum, { count }) => sum + Number(count), 0)} exported claims`, faults };
}
