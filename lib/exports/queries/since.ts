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
import { withdrawnAmong, type Held } from './withdrawn';

export const sha256 = (text: string | Uint8Array): string => hash('sha256', text, 'hex');

type Row = { claimId: string; wording: number; sha256: string; parts: string };
type Base = { filter: Filter; since: ExportChanges['since']; held: Map<string, Row> };

/** The export that changes are counted from, with all claims that it knew of. */
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
  const held = await ctx.db.exportedClaim.findMany({ where: { projectId, exportId: id } });
  const who = await namesOf(ctx, projectId);
  const {
    since: _,
    marking: __,
    ...filter
  } = row.filter as z.output<typeof exportFilter> & Pick<Filter, 'marking' | 'ceiling'>;
  const at = row.createdAt.toISOString();
  return {
    filter,
    since: { format: row.format, sha256: row.sha256, by: who(row.createdBy), at },
    held: new Map(held.map((one) => [one.claimId, one])),
  };
}

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

type Digested = ClaimDigest & { statement: string };

async function changesOf(ctx: ReadContext, projectId: string, base: Base, now: Digested[], leftOut: LeftOut[]) {
  const current = new Set(now.map(({ id }) => id));
  const other = now.filter(({ id, sha256 }) => base.held.has(id) && base.held.get(id)!.sha256 !== sha256);
  const gone = [...base.held.values()].filter(({ claimId }) => !current.has(claimId));
  const withdrawn = await withdrawnAmong(ctx, projectId, gone);
  const ended = new Set(withdrawn.map(({ id }) => id));
  const left = gone.filter(({ claimId }) => !ended.has(claimId)).sort((a, b) => (a.claimId < b.claimId ? -1 : 1));
  const read = await statementsOf(ctx, [...other.map(({ id }) => base.held.get(id)!), ...left]);
  const held = new Map(leftOut.map((one) => [one.claimId, one.why.join(' ')]));
  const added = now.filter(({ id }) => !base.held.has(id)).map(({ id, version, sha256 }) => ({ id, version, sha256 }));
  const changed = other.map(({ id, version, statement, sha256, parts }): ChangedClaim => {
    const was = base.held.get(id)!;
    const before = { version: was.wording, statement: read.get(id) ?? '', sha256: was.sha256 };
    return { id, before, now: { version, statement, sha256 }, parts: partsChanged(was.parts, parts) };
  });
  const outside = left.map(({ claimId: id }): OutsideClaim => ({
    id,
    statement: read.get(id) ?? '',
    why: held.get(id) ?? 'It is approved, and does not fit what this export was narrowed to any more.',
  }));
  const same = now.length - added.length - changed.length;
  return { since: base.since, added, changed, withdrawn, outside, same } satisfies ExportChanges;
}

type Asked = Filter & { since?: string | undefined };
type Opened = Awaited<ReturnType<typeof openExport>>;
/** What is in the file or is as it was before, and what of it is in the file. */
export type Stock = { digests: Map<string, ClaimDigest>; filed: (id: string) => boolean };

/** What became of the claims of an earlier export, and an export of those alone that are new or changed. */
async function openChanges(ctx: ReadContext, projectId: string, { since, ...asked }: Asked & { since: string }) {
  const base = await baseOf(ctx, projectId, since);
  const { marking, ceiling = base.filter.ceiling } = asked;
  const { source: whole, ...all } = await openExport(ctx, projectId, { ...base.filter, marking, ceiling });
  const leftOut = await all.leftOut();
  const now: Digested[] = [];
  for await (const claim of whole.claims()) now.push({ ...digestOf(claim, sha256), statement: claim.statement });
  const found = await changesOf(ctx, projectId, base, now, leftOut);
  const changes = {
    ...found,
    changed: all.words(found.changed),
    withdrawn: await all.tell(found.withdrawn),
    outside: await all.tell(found.outside),
  };
  const filed = new Set([...changes.added, ...changes.changed].map(({ id }) => id));
  const part = await openExport(ctx, projectId, { claimIds: [...filed], marking, ceiling });
  const source: ExportSource = { ...part.source, meta: { ...part.source.meta, changes } };
  const counts = async () => ({ ...(await part.counts()), leftOut: leftOut.length });
  const stock: Stock = { digests: new Map(now.map((one) => [one.id, one])), filed: (id) => filed.has(id) };
  return {
    ...{ ...part, source, counts, changes, size: { claims: now.length, leftOut: leftOut.length } },
    leftOut: (most = leftOut.length) => Promise.resolve(leftOut.slice(0, most)),
    filter: { ...base.filter, since, ...(marking ? { marking } : {}), ...(ceiling ? { ceiling } : {}) },
    stock: () => Promise.resolve(stock),
  };
}

/** Notes the digest of every claim that goes by; what the writer did not read is read at the end. */
function noting({ source, ...opened }: Opened, filter: Asked) {
  const digests = new Map<string, ClaimDigest>();
  const note = (claim: ExportClaim) => digests.set(claim.id, digestOf(claim, sha256));
  let complete = false;
  async function* claims() {
    for await (const claim of source.claims()) {
      if (!complete) note(claim);
      yield claim;
    }
    complete = true;
  }
  const stock = async (): Promise<Stock> => {
    if (!complete) for await (const _ of claims());
    return { digests, filed: () => true };
  };
  /** What was not read for the file is read once, for the digests and the counts. */
  const counts = async () => {
    await stock();
    return opened.counts();
  };
  return { ...opened, counts, source: { ...source, claims }, changes: null, filter, stock };
}

/** What an export made now would hold: all of it, or with `since` what changed since an earlier one. `most` claims are read: for previews. */
export async function openAsked(ctx: ReadContext, projectId: string, { since, ...filter }: Asked, most = Infinity) {
  return since
    ? openChanges(ctx, projectId, { since, ...filter })
    : noting(await openExport(ctx, projectId, filter, most), filter);
}
export type OpenAsked = Awaited<ReturnType<typeof openAsked>>;

/** Refuses what has no place for withdrawn claims: whoever got it would go on using them. */
export function requireChanges(format: Parameters<typeof saysChanges>[0]): void {
  if (saysChanges(format)) return;
  const message = 'This format has no place for withdrawn claims. Choose a brief or JSON for what changed.';
  throw invalid([{ path: 'format', message }]);
}
