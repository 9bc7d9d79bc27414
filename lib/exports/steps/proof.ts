import type { ReadContext, WriteContext } from '@/lib/core/context';
import { signatureOf } from '@/lib/core/signing';
import type { Manifest } from '@/lib/formats/manifest';
import { manifestFileOf, signedText, type KeptManifest, type Proof } from '@/lib/formats/manifest-file';
import { Prisma } from '@/prisma/generated/client';
import type { OpenAsked } from '../queries/since';
import type { KeepStock, StockRow } from '../queries/stock';
import { withdrawnBefore } from '../queries/withdrawn';

/** What vouches for an export as long as nobody has put a name to it. */
export type Proven = Omit<Proof, 'by' | 'signature'>;

/** What an export was made from, as its manifest keeps it. `bytes`: of the one file that is handed out. */
export async function provenOf(ctx: ReadContext, opened: OpenAsked, bytes: number): Promise<Proven> {
  const { id, name } = opened.source.meta.project;
  return {
    ...{ project: { id, name }, bytes },
    claims: await opened.stock(),
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

const columns = (rows: readonly StockRow[]) => {
  const column = <F extends keyof StockRow>(field: F) => rows.map((row) => row[field]);
  return Prisma.sql`unnest(${column('claimId')}::uuid[], ${column('wording')}::int[], ${column('sha256')}::text[], ${column('parts')}::text[],
    ${column('inFile')}::boolean[])`;
};
/** Rows to be kept for an export that `making` answers as `project_id` and `id`, or for none. */
export const insertStock = (making: Prisma.Sql, rows: readonly StockRow[]): Prisma.Sql => Prisma.sql`
  WITH mine AS (${making})
  INSERT INTO exported_claim (id, project_id, export_id, claim_id, wording, sha256, parts, in_file)
  SELECT gen_random_uuid(), mine.project_id, mine.id, one.* FROM mine, ${columns(rows)} AS one`;

/** Keeps, with the write that makes the export, what a later one is compared with. */
export const keepStock =
  ({ db, projectId }: WriteContext, exportId: string): KeepStock =>
  (rows) =>
    db.$executeRaw(insertStock(Prisma.sql`SELECT ${projectId}::uuid AS project_id, ${exportId}::uuid AS id`, rows));
