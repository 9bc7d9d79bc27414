import { hash } from 'node:crypto';
import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { invalid } from '@/lib/core/errors';
import { digestOf, partsChanged, type ClaimDigest } from '@/lib/formats/digest';
import type { ChangedClaim, ExportChanges, ExportClaim, LeftOut, OutsideClaim } from '@/lib/formats/export';
import type { ExportSource } from '@/lib/formats/source';
import { namesOf } from '@/lib/members/queries';
import { inBatches } from '../batches';
import { saysChanges } from '../export-formats';
import type { exportFilter } from '../export';
import { openExport, type Filter } from './snapshot';
import { stocking, type KeepStock } from './stock';
import { withdrawnAmong, type Held } from './withdrawn';

export const sha256 = (text: string | Uint8Array): string => hash('sha256', text, 'hex');

type Row = { claimId: string; wording: number; sha256: string; parts: string };
type Base = { id: string; filter: Filter; since: ExportChanges['since'] };

/** The export that changes are counted from. */
async function baseOf(ctx: ReadContext, projectId: string, id: string): Promise<Base> {
  const row = await ctx.db.export.findFirst({
    where: { id, projectId },
    select: { format: true, filter: true, sha256: true, manifest: true, createdBy: true, createdAt: true },
  });
  if (!row) throw invalid([{ path: 'filter.since', message: 'There is no such export in this project.' }]);
  if (!(row.manifest as { claims?: object }).claims)
    throw invalid([
      { path: 'filter.since', message: 'This export is older than the record of its claims: name a later one.' },
    ]);
  const who = await namesOf(ctx, projectId);
  const {
    since: _,
    marking: __,
    ...filter
  } = row.filter as z.output<typeof exportFilter> & Pick<Filter, 'marking' | 'ceiling'>;
  const at = row.createdAt.toISOString();
  return { id, filter, since: { format: row.format, sha256: row.sha256, by: who(row.createdBy), at } };
}

const kept = { claimId: true, wording: true, sha256: true, parts: true } as const;

/** What that export kept of these claims. */
async function heldOf({ db }: ReadContext, { id }: Base, claimIds: string[]): Promise<Map<string, Row>> {
  const rows = await db.exportedClaim.findMany({ where: { exportId: id, claimId: { in: claimIds } }, select: kept });
  return new Map(rows.map((row) => [row.claimId, row]));
}

/** What it kept of claims that are none of these. */
const heldBeside = ({ db }: ReadContext, { id }: Base, claimIds: readonly string[]): Promise<Row[]> =>
  db.$queryRaw`
    SELECT x.claim_id AS "claimId", x.wording, x.sha256, x.parts FROM exported_claim x
    LEFT JOIN unnest(${claimIds}::uuid[]) AS now (id) ON now.id = x.claim_id
    WHERE x.export_id = ${id}::uuid AND now.id IS NULL ORDER BY x.claim_id`;

async function statementsOf(ctx: ReadContext, held: Held[]): Promise<Map<string, string>> {
  const rows = await inBatches(held, (some) =>
    ctx.db.claimVersion.findMany({
      where: { claimId: { in: some.map(({ claimId }) => claimId) } },
      select: { claimId: true, number: true, statement: true },
    }),
  );
  const wanted = new Map(held.map(({ claimId, wording }) => [claimId, wording]));
  return new Map(
    rows.filter((row) => wanted.get(row.claimId) === row.number).map((row) => [row.claimId, row.statement]),
  );
}

type Changed = { now: ClaimDigest & { statement: string }; was: Row };
/** What became of claims as they are read, and the ids of all of them. */
type Compared = { ids: string[]; added: ClaimDigest[]; changed: Changed[] };

/** Reads all claims that there are, and keeps in memory what is other than it was. */
async function compared(ctx: ReadContext, base: Base, claims: AsyncIterable<ExportClaim>, note: Note) {
  const all: Compared = { ids: [], added: [], changed: [] };
  const compare = async (some: Changed['now'][]) => {
    const held = await heldOf(
      ctx,
      base,
      some.map(({ id }) => id),
    );
    for (const { statement, ...now } of some) {
      const was = held.get(now.id);
      const other = was?.sha256 !== now.sha256;
      if (!was) all.added.push(now);
      else if (other) all.changed.push({ now: { ...now, statement }, was });
      all.ids.push(now.id);
      await note(now, other);
    }
  };
  let some: Changed['now'][] = [];
  for await (const claim of claims) {
    some.push({ ...digestOf(claim, sha256), statement: claim.statement });
    if (some.length < TOGETHER) continue;
    await compare(some);
    some = [];
  }
  await compare(some);
  return all;
}
const TOGETHER = 1000; // claims that are compared by one question

async function changesOf(ctx: ReadContext, projectId: string, base: Base, all: Compared, leftOut: LeftOut[]) {
  const gone = await heldBeside(ctx, base, all.ids);
  const withdrawn = await withdrawnAmong(ctx, projectId, gone);
  const ended = new Set(withdrawn.map(({ id }) => id));
  const left = gone.filter(({ claimId }) => !ended.has(claimId));
  const read = await statementsOf(ctx, [...all.changed.map(({ was }) => was), ...left]);
  const held = new Map(leftOut.map((one) => [one.claimId, one.why.join(' ')]));
  const added = all.added.map(({ id, version, sha256 }) => ({ id, version, sha256 }));
  const changed = all.changed.map(({ now: { id, version, statement, sha256, parts }, was }): ChangedClaim => {
    const before = { version: was.wording, statement: read.get(id) ?? '', sha256: was.sha256 };
    return { id, before, now: { version, statement, sha256 }, parts: partsChanged(was.parts, parts) };
  });
  const outside = left.map(({ claimId: id }): OutsideClaim => ({
    id,
    statement: read.get(id) ?? '',
    why: held.get(id) ?? 'It is approved, and does not fit what this export was narrowed to any more.',
  }));
  const same = all.ids.length - added.length - changed.length;
  return { since: base.since, added, changed, withdrawn, outside, same } satisfies ExportChanges;
}

type Asked = Filter & { since?: string | undefined };
type Opened = Awaited<ReturnType<typeof openExport>>;
type Note = (digest: ClaimDigest, inFile: boolean) => Promise<void>;
const noteTo =
  (stock: ReturnType<typeof stocking>): Note =>
  ({ id, version, sha256: hash, parts }, inFile) =>
    stock.note({ ...{ claimId: id, wording: version }, ...{ sha256: hash, parts, inFile } });

/** What became of the claims of an earlier export, and an export of those alone that are new or changed. */
async function openChanges(
  ctx: ReadContext,
  projectId: string,
  { since, ...asked }: Asked & { since: string },
  keep: KeepStock,
) {
  const base = await baseOf(ctx, projectId, since);
  const { marking, ceiling = base.filter.ceiling } = asked;
  const { source: whole, ...all } = await openExport(ctx, projectId, { ...base.filter, marking, ceiling });
  const leftOut = await all.leftOut();
  const noted = stocking(keep);
  const now = await compared(ctx, base, whole.claims(), noteTo(noted));
  const found = await changesOf(ctx, projectId, base, now, leftOut);
  const changes = {
    ...found,
    changed: all.words(found.changed),
    withdrawn: await all.tell(found.withdrawn),
    outside: await all.tell(found.outside),
  };
  const claimIds = [...changes.added, ...changes.changed].map(({ id }) => id);
  const part = await openExport(ctx, projectId, { claimIds, marking, ceiling }, { met: all.met });
  const source: ExportSource = { ...part.source, meta: { ...part.source.meta, changes } };
  const counts = async () => ({ ...(await part.counts()), leftOut: leftOut.length });
  return {
    ...{ ...part, source, counts, changes, size: { claims: now.ids.length, leftOut: leftOut.length } },
    leftOut: (most = leftOut.length) => Promise.resolve(leftOut.slice(0, most)),
    filter: { ...base.filter, since, ...(marking ? { marking } : {}), ...(ceiling ? { ceiling } : {}) },
    stock: () => noted.end(),
  };
}

/** Notes the digest of every claim that goes by for the first time; what the writer did not read is read at the end. */
function noting({ source, ...opened }: Opened, filter: Asked, keep: KeepStock) {
  const noted = stocking(keep);
  const note = noteTo(noted);
  let last = ''; // they come by their ids
  let complete = false;
  async function* claims() {
    for await (const claim of source.claims()) {
      if (claim.id > last) {
        last = claim.id;
        await note(digestOf(claim, sha256), true);
      }
      yield claim;
    }
    complete = true;
  }
  const rest = async () => {
    if (!complete) for await (const _ of claims());
  };
  return {
    ...{ ...opened, source: { ...source, claims }, changes: null, filter },
    /** What was not read for the file is read once, for the digests and the counts. */
    counts: async () => {
      await rest();
      return opened.counts();
    },
    /** To be asked for once. */
    stock: async () => {
      await rest();
      return noted.end();
    },
  };
}

type How = { most?: number; keep?: KeepStock };

/**
 * What an export made now would hold: all of it, or with `since` what changed since an earlier one. `most` claims are read: for previews.
 * `keep` is handed what is to be kept of the claims.
 */
export async function openAsked(ctx: ReadContext, projectId: string, { since, ...filter }: Asked, how: How = {}) {
  const { most = Infinity, keep = () => Promise.resolve() } = how;
  return since
    ? openChanges(ctx, projectId, { since, ...filter }, keep)
    : noting(await openExport(ctx, projectId, filter, { most }), filter, keep);
}
export type OpenAsked = Awaited<ReturnType<typeof openAsked>>;

/** Refuses what has no place for withdrawn claims: whoever got it would go on using them. */
export function requireChanges(format: Parameters<typeof saysChanges>[0]): void {
  if (saysChanges(format)) return;
  const message = 'This format has no place for withdrawn claims. Choose a brief or JSON for what changed.';
  throw invalid([{ path: 'format', message }]);
}
