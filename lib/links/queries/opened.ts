import { hashOf } from '@/lib/auth/secrets';
import { statusOf } from '@/lib/claims/status';
import type { Db } from '@/lib/core/context';
import { unscoped } from '@/lib/core/db';
import type { MadeExport } from '@/lib/exports/export';
import { eachPart, partsFrom, sizeOf } from '@/lib/exports/queries/parts';
import { protectionOf } from '@/lib/exports/queries/protection';
import { shieldOf } from '@/lib/formats/protect';
import type { Prisma } from '@/prisma/generated/client';
import type { SharedRecord } from '../link';
import type { ListedClaims, Standing } from '../shared-page';
import { closedBy } from './closed';

const fields = {
  ...{ id: true, projectId: true, ceiling: true, claimId: true, exportId: true, wording: true, record: true },
  ...{ createdAt: true, expiresAt: true, project: { select: { name: true } } },
  claim: { select: { status: true, wording: true, deletedAt: true } },
  export: {
    select: {
      fileName: true,
      contentType: true,
      format: true,
      sha256: true,
      manifest: true,
      createdAt: true,
      headSeq: true,
      protectedIds: true,
    },
  },
} as const satisfies Prisma.SharedLinkSelect;
type Row = Prisma.SharedLinkGetPayload<{ select: typeof fields }>;

export interface SharedFile {
  readonly format: string;
  readonly manifest: MadeExport['manifest'];
}

/** What an address shows. */
export interface Opened {
  readonly id: string;
  readonly project: string;
  readonly sharedAt: string;
  readonly expiresAt: string;
  readonly claim: (SharedRecord & { readonly standing: Standing }) | null;
  readonly export:
    | (SharedFile & {
        readonly fileName: string;
        readonly contentType: string;
        readonly sha256: string;
        readonly createdAt: string;
        readonly listed: ListedClaims;
      })
    | null;
}

function standingOf({ claim, wording }: Pick<Row, 'claim' | 'wording'>): Standing {
  if (!claim || claim.deletedAt || statusOf(claim.status) !== 'approved') return 'withdrawn';
  return claim.wording === wording ? 'approved' : 'reworded';
}

const LISTED = 200; // of more, the file tells
const stands = { status: 'approved', deletedAt: null } as const;

/** What the claims in the file of an export said, those first that the team does not stand by any more. */
async function listedIn(db: Db, exportId: string): Promise<ListedClaims> {
  const where = { exportId, inFile: true };
  const read = (claim: Prisma.ClaimWhereInput, take: number) =>
    db.exportedClaim.findMany({
      where: { ...where, claim },
      select: { claimId: true, wording: true, claim: fields.claim },
      orderBy: { claimId: 'asc' },
      take,
    });
  const gone = await read({ NOT: stands }, LISTED);
  const rows = [...gone, ...(await read(stands, LISTED - gone.length))];
  const said = await db.claimVersion.findMany({
    where: { OR: rows.map(({ claimId, wording: number }) => ({ claimId, number })) },
    select: { claimId: true, statement: true },
  });
  const statements = new Map(said.map(({ claimId, statement }) => [claimId, statement]));
  const claims = rows.map((row) => ({ statement: statements.get(row.claimId) ?? '', standing: standingOf(row) }));
  return { claims, total: await db.exportedClaim.count({ where }) };
}

/** The row of a secret that shows something now; null for any other, whatever the reason. */
async function rowOf(secret: string): Promise<Row | null> {
  const db = unscoped() as unknown as Db;
  const where = {
    ...{ tokenHash: hashOf(secret), revokedAt: null, expiresAt: { gt: new Date() } },
    project: { takenBackAt: null },
  };
  const row = await db.sharedLink.findFirst({ where, select: fields });
  return row && (await closedBy(db, row)) === null ? row : null;
}

/**
 * What the address with this secret shows. Whoever asks has no session: of the project it reads the link, whether the claim still
 * stands, markings and protected sources, and answers what was kept with the link. Null for an address that shows nothing.
 */
export async function openLink(secret: string): Promise<Opened | null> {
  const row = await rowOf(secret);
  if (!row) return null;
  const { id, projectId, project, createdAt, expiresAt, record, export: made } = row;
  const db = unscoped() as unknown as Db;
  // Names of protected sources stand in the name of a project and in the wording of claims as well.
  const { words } = shieldOf(await protectionOf({ db }, projectId), projectId, made?.protectedIds);
  return {
    ...{ id, project: words(project.name), sharedAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
    claim: row.claimId ? { ...(record as unknown as SharedRecord), standing: standingOf(row) } : null,
    export: made && {
      ...{ fileName: made.fileName, contentType: made.contentType, format: made.format, sha256: made.sha256 },
      createdAt: made.createdAt.toISOString(),
      manifest: made.manifest as MadeExport['manifest'],
      listed: words(await listedIn(db, row.exportId!)),
    },
  };
}

/** The file of the export that the address with this secret shows, part by part; null where it shows none. */
export async function openFile(secret: string) {
  const row = await rowOf(secret);
  if (!row?.export || !row.exportId) return null;
  const { exportId } = row;
  const db = unscoped() as unknown as Db;
  const { parts, bytes } = await sizeOf({ db }, exportId);
  const manifest = row.export.manifest as MadeExport['manifest'];
  return {
    ...row.export,
    manifest,
    bytes,
    parts: () => eachPart(parts, (number) => partsFrom({ db }, exportId, number)),
  };
}
