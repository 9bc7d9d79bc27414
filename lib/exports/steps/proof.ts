import type { ReadContext, WriteContext } from '@/lib/core/context';
import { signatureOf } from '@/lib/core/signing';
import { digestOfAll } from '@/lib/formats/digest';
import type { Manifest } from '@/lib/formats/manifest';
import { manifestFileOf, signedText, type KeptManifest, type Proof } from '@/lib/formats/manifest-file';
import { sha256, type OpenAsked } from '../queries/since';
import { batches } from '../batches';
import { withdrawnBefore } from '../queries/withdrawn';

/** What vouches for an export as long as nobody has put a name to it. */
export type Proven = Omit<Proof, 'by' | 'signature'>;

/** What an export was made from, as its manifest keeps it. `bytes`: of the one file that is handed out. */
export async function provenOf(ctx: ReadContext, opened: OpenAsked, bytes: number): Promise<Proven> {
  const { id, name } = opened.source.meta.project;
  const { digests, filed } = await opened.stock();
  const inFile = [...digests.values()].filter((one) => filed(one.id));
  return {
    ...{ project: { id, name }, bytes },
    claims: { count: inFile.length, sha256: digestOfAll(inFile, sha256) },
    since: opened.changes && { ...opened.changes.since, export: opened.filter.since! },
    withdrawn: await opened.tell(await withdrawnBefore(ctx, id, opened.filter)),
  };
}

/** What is signed beside the row: the head is where the log ended, hexadecimal and decimal. */
type Sealed = { manifest: Manifest & Proven; head: { seq: string; hash: string } };
type Row = { id: string; format: string; filter: object; fileName: string; contentType: string; sha256: string };

/** The manifest with whoever makes the export and, where the server has a key, the signature over all of it. */
export function signed(ctx: WriteContext, row: Row, { manifest, head }: Sealed): object {
  const kept: KeptManifest = { ...manifest, by: { id: ctx.actor.userId, name: ctx.actor.name } };
  const log = { seq: Number(head.seq), hash: head.hash };
  const text = signedText(manifestFileOf({ ...row, ...log, at: ctx.now.toISOString(), manifest: kept }));
  const signature = signatureOf(text);
  return JSON.parse(JSON.stringify({ ...kept, ...(signature ? { signature } : {}) })) as object;
}

export type StockRow = { claimId: string; wording: number; sha256: string; parts: string; inFile: boolean };

/** The digest of each claim that the export knew of. */
export async function stockOf(opened: OpenAsked): Promise<StockRow[]> {
  const { digests, filed } = await opened.stock();
  return [...digests.values()].map(({ id, version, sha256: hash, parts }) => ({
    ...{ claimId: id, wording: version, sha256: hash, parts, inFile: filed(id) },
  }));
}

const AT_ONCE = 20_000; // rows

/** Keeps these digests: what changed since is told by them. Column by column, since whoever writes in the project waits meanwhile. */
export async function keepStock({ db, projectId }: WriteContext, exportId: string, stock: readonly StockRow[]) {
  for (const some of batches(stock, AT_ONCE)) {
    const column = <F extends keyof StockRow>(field: F) => some.map((row) => row[field]);
    await db.$executeRaw`
      INSERT INTO exported_claim (id, project_id, export_id, claim_id, wording, sha256, parts, in_file)
      SELECT gen_random_uuid(), ${projectId}::uuid, ${exportId}::uuid, one.* FROM unnest(${column('claimId')}::uuid[],
        ${column('wording')}::int[], ${column('sha256')}::text[], ${column('parts')}::text[], ${column('inFile')}::boolean[]) AS one`;
  }
}
