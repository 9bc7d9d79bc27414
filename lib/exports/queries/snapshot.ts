import type { Prisma } from '@/prisma/generated/client';
import { claimsById } from '@/lib/claims/queries/claims';
import { restingIds } from '@/lib/claims/queries/resting';
import type { Resting } from '@/lib/claims/resting';
import type { ReadContext } from '@/lib/core/context';
import { inPublic } from '@/lib/core/db';
import { naming } from '@/lib/entities/queries';
import { EXPORT_SCHEMA, type ExportClaim, type LeftOut } from '@/lib/formats/export';
import type { Tlp } from '@/lib/formats/marking';
import { orderedClaim, orderedEntity } from '@/lib/formats/order';
import { citedIn, spansByText, textKey, type ExportSource } from '@/lib/formats/source';
import { judgedClaims } from '@/lib/rounds/queries';
import { entitiesNamed, exportClaims } from './export-claims';
import { guarded, textOf } from './guarded';
import { leftOutOf } from './left-out';

export type Filter = {
  claimIds?: string[] | undefined;
  entityId?: string | undefined;
  rests?: Resting[] | undefined;
  marking?: Tlp | undefined;
  ceiling?: Tlp | undefined;
};
/** Which claims a filter means, whatever their status. */
export const wanted = (projectId: string, { claimIds, entityId }: Filter): Prisma.ClaimWhereInput => ({
  projectId,
  deletedAt: null,
  ...(claimIds ? { id: { in: claimIds } } : {}),
  ...(entityId ? { current: naming(entityId) } : {}),
});

/** Claims that are read in one go: enough that the database is not asked too often, few enough that they take no room. */
const BATCH = 500;
const batches = (ids: readonly string[]) =>
  Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) => ids.slice(at * BATCH, (at + 1) * BATCH));

/** Which approved claims an export made now would hold, which it leaves out, and which of these are judged in a blind round. */
async function scopeOf(ctx: ReadContext, projectId: string, filter: Filter) {
  const found = await ctx.db.claim.findMany({ where: wanted(projectId, filter), select: { id: true, status: true } });
  const resting = filter.rests && (await restingIds(ctx, projectId, filter.rests));
  const rows = resting ? found.filter(({ id }) => resting.has(id)) : found;
  const judged = await judgedClaims(ctx, projectId);
  const holds = ({ id, status }: (typeof rows)[number]) => status === 'approved' && !judged.has(id);
  const idsOf = (some: typeof rows) => some.map(({ id }) => id).sort();
  return { ids: idsOf(rows.filter(holds)), others: idsOf(rows.filter((row) => !holds(row))), judged };
}

/** These claims with what each still needs. */
async function needsOf(ctx: ReadContext, ids: string[], judged: ReadonlyMap<string, string>): Promise<LeftOut[]> {
  const leftOut: LeftOut[] = [];
  for (const some of batches(ids))
    leftOut.push(...(await claimsById(ctx, some)).map((claim) => leftOutOf(claim, judged.get(claim.id))));
  return leftOut;
}

function* namedBy({ structure, citations }: ExportClaim): Generator<string> {
  const { subject, object, place } = structure;
  for (const ref of [subject, object, place, ...citations.map(({ speaker }) => speaker)]) if (ref) yield ref.id;
}

/** What is learnt of the claims of an export while they go by for the first time. */
interface Seen {
  readonly entities: Set<string>;
  /** Which claims cite a version of an article. */
  readonly texts: Map<string, Set<string>>;
  claims: number;
  citations: number;
  complete: boolean;
}

function learn(seen: Seen, claim: ExportClaim): void {
  seen.claims += 1;
  seen.citations += claim.citations.length;
  for (const id of namedBy(claim)) seen.entities.add(id);
  for (const citation of claim.citations) {
    const key = textKey(citation);
    seen.texts.set(key, (seen.texts.get(key) ?? new Set()).add(claim.id));
  }
}

const countsIn = ({ claims, citations, entities, texts }: Seen) => ({
  ...{ claims, citations, entities: entities.size },
  articles: new Set([...texts.keys()].map((key) => key.slice(0, 36))).size,
});

/** The claims with these ids as a source; `seen` learns of them while they go by. */
function sourceOf(ctx: ReadContext, meta: ExportSource['meta'], ids: readonly string[], seen: Seen): ExportSource {
  const read = (some: string[]) => inPublic(ctx, () => exportClaims(ctx, meta.project.id, some));
  const source: ExportSource = {
    meta,
    async *claims() {
      const first = !seen.complete;
      if (first) Object.assign(seen, { claims: 0, citations: 0 });
      for (const some of batches(ids))
        for (const claim of await read(some)) {
          if (first) learn(seen, claim);
          yield orderedClaim(claim);
        }
      seen.complete = true;
    },
    async *entities() {
      if (!seen.complete) for await (const _ of source.claims());
      for (const some of batches([...seen.entities].sort()))
        yield* (await entitiesNamed(ctx, some)).map(orderedEntity).sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async *documents() {
      if (!seen.complete) for await (const _ of source.claims());
      for (const [key, citing] of [...seen.texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const claims: ExportClaim[] = [];
        for (const some of batches([...citing].sort()))
          claims.push(...(await read(some)).map((claim) => citedIn(orderedClaim(claim), key)));
        const [found] = spansByText(claims);
        yield { ...found!, text: await textOf(ctx, found!.articleId, found!.version) };
      }
    },
  };
  return source;
}

/**
 * What an export made now would hold, read batch by batch as its writer asks for it: no more of it is in memory than a
 * batch, the text at hand and ids. Lives as long as the transaction that it was opened in. `most` claims are read: for previews.
 */
export async function openExport(ctx: ReadContext, projectId: string, filter: Filter, most = Infinity) {
  const select = { id: true, name: true };
  const project = await ctx.db.project.findUniqueOrThrow({ where: { id: projectId }, select });
  const { judged, ...meant } = await inPublic(ctx, () => scopeOf(ctx, projectId, filter));
  const under = await inPublic(ctx, () => guarded(ctx, projectId, meant, filter));
  const { held, marking, guard } = under;
  const out = held.length + meant.others.length;
  const seen: Seen = { entities: new Set(), texts: new Map(), claims: 0, citations: 0, complete: false };
  const meta: ExportSource['meta'] = {
    schema: EXPORT_SCHEMA,
    project,
    offsetUnit: 'utf-16',
    ...(marking ? { marking } : {}),
  };
  const source = sourceOf(ctx, meta, under.ids.slice(0, most), seen);
  return guard({
    source,
    counts: async () => {
      if (!seen.complete) for await (const _ of source.claims());
      return { ...countsIn(seen), leftOut: out };
    },
    /** How many claims there are to read, how many are left out, and how many were read so far. */
    size: { claims: under.ids.length, leftOut: out },
    read: () => seen.claims,
    /** What is left out and why: all of it, or the first so many. */
    leftOut: async (first = out) => {
      const some = meant.others.slice(0, Math.max(0, first - held.length));
      return [...held.slice(0, first), ...(await inPublic(ctx, () => needsOf(ctx, some, judged)))];
    },
  });
}
