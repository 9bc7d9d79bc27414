import type { Db } from '@/lib/core/context';
import { textOf } from '@/lib/exports/queries/guarded';
import { markingsOf } from '@/lib/exports/queries/markings';
import { protectionOf } from '@/lib/exports/queries/protection';
import { sayAbove, type Tlp } from '@/lib/formats/marking';
import { protect } from '@/lib/formats/protect';
import { all, sourceOf, type ExportSource } from '@/lib/formats/source';
import type { SharedRecord } from '../link';

export interface Shown {
  readonly projectId: string;
  readonly ceiling: string;
  readonly claimId: string | null;
  readonly record: unknown;
  readonly export: { readonly headSeq: bigint } | null;
}

const PROTECTED = 'A source was protected since: share it again without them.';

/** Whether what is kept names a source that was protected only after it was kept. */
async function namesSomebody(db: Db, projectId: string, { snapshot }: SharedRecord): Promise<boolean> {
  const protection = await protectionOf({ db }, projectId);
  if (protection.sources.length === 0) return false;
  const read = (id: string, version: number) => textOf({ db }, id, version);
  const kept = sourceOf(snapshot, read);
  const { source } = protect(kept, protection, read);
  const said = async ({ claims, entities }: ExportSource) =>
    JSON.stringify([await all(claims()), await all(entities())]).replace(/Protected source \d+/g, '');
  return (await said(kept)) !== (await said(source));
}

/** Whether something was marked or protected after an export was made, or a protected source got another name: its bytes do not know of it. */
async function isBehind(db: Db, projectId: string, headSeq: bigint): Promise<'marked' | 'protected' | null> {
  const [since] = await db.$queryRaw<{ type: string }[]>`
    SELECT type FROM event WHERE project_id = ${projectId}::uuid AND seq > ${headSeq}
      AND (type = 'entity.protected' OR (type IN ('article.saved', 'project.saved') AND 'marking' = ANY (fields))
        OR (type IN ('entity.saved', 'entity.merged') AND subject_id IN (
          SELECT coalesce(survivor_id, id) FROM entity WHERE project_id = ${projectId}::uuid AND protected_at IS NOT NULL)))
    ORDER BY type DESC LIMIT 1`;
  if (!since) return null;
  return since.type.startsWith('entity.') ? 'protected' : 'marked';
}

/**
 * Why a link shows nothing any more although nobody revoked it: what it shows was marked higher since, or a source protected. Null
 * while it may be shown. Asks the rows themselves, past the policies: whoever opens a link is nobody's member.
 */
export async function closedBy(db: Db, { projectId, ceiling, claimId, record, export: made }: Shown) {
  if (claimId) {
    const { ofClaim } = await markingsOf({ db }, projectId, [claimId]);
    const above = sayAbove(ofClaim(claimId), ceiling as Tlp);
    return above ?? ((await namesSomebody(db, projectId, record as SharedRecord)) ? PROTECTED : null);
  }
  const behind = made && (await isBehind(db, projectId, made.headSeq));
  if (behind === 'protected') return PROTECTED;
  return behind ? 'Something was marked since: make the export again and share that.' : null;
}
