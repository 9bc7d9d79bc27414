import type { Prisma } from '@/prisma/generated/client';
import { claimsById } from '@/lib/claims/queries/claims';
import { restingIds } from '@/lib/claims/queries/resting';
import type { Resting } from '@/lib/claims/resting';
import type { ReadContext } from '@/lib/core/context';
import { inPublic } from '@/lib/core/db';
import { naming } from '@/lib/entities/queries';
import { EXPORT_SCHEMA, type ExportClaim, type ExportSnapshot, type LeftOut } from '@/lib/formats/export';
import type { Tlp } from '@/lib/formats/marking';
import { orderedClaim, orderedEntity } from '@/lib/formats/order';
import { all, citedIn, spansByText, textKey, type ExportSource } from '@/lib/formats/source';
import { hidingRounds } from '@/lib/rounds/queries';
import { entitiesNamed, exportClaims } from './export-claims';
import { guarded, textOf } from './guarded';
import { leftOutOf } from './left-out';

type Filter = {
  claimIds?: string[] | undefined;
  entityId?: string | undefined;
  rests?: Resting[] | undefined;
  marking?: Tlp | undefined;
  ceiling?: Tlp | undefined;
};
/** Which claims a filter means, whatever their status. */
const wanted = (projectId: string, { claimIds, entityId }: Filter): Prisma.ClaimWhereInput => ({
  projectId,
  deletedAt: null,
  ...(claimIds ? { id: { in: claimIds } } : {}),
  ...(entityId ? { current: naming(entityId) } : {}),
});

/** Claims that are read in one go: enough that the database is not asked too often, few enough that they take no room. */
const BATCH = 250;
const batches = (ids: readonly string[]) =>
  Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) => ids.slice(at * BATCH, (at + 1) * BATCH));

/** Which approved claims an export made now would hold, and what it leaves out and why. */
async function scopeOf(ctx: ReadContext, projectId: string, filter: Filter) {
  const found = await ctx.db.claim.findMany({ where: wanted(projectId, filter), select: { id: true, status: true } });
  const resting = filter.rests && (await restingIds(ctx, projectId, filter.rests));
  const rows = resting ? found.filter(({ id }) => resting.has(id)) : found;
  const hidden = await hidingRounds(ctx, { claimIds: rows.map(({ id }) => id) });
  const judged = new Map(hidden.map(({ id, round }) => [id, round.name]));
  const holds = ({ id, status }: (typeof rows)[number]) => status === 'approved' && !judged.has(id);
  const others = rows.filter((row) => !holds(row)).map(({ id }) => id);
  const leftOut: LeftOut[] = [];
  for (const ids of batches(others))
    leftOut.push(...(await claimsById(ctx, ids)).map((claim) => leftOutOf(claim, judged.get(claim.id))));
  return {
    ids: rows
      .filter(holds)
      .map(({ id }) => id)
      .sort(),
    leftOut,
  };
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

/**
 * What an export made now would hold, read batch by batch as its writer asks for it: no more of it is in memory than a
 * batch, the text at hand and ids. Lives as long as the transaction that it was opened in.
 */
export async function openExport(ctx: ReadContext, projectId: string, filter: Filter) {
  const select = { id: true, name: true };
  const project = await ctx.db.project.findUniqueOrThrow({ where: { id: projectId }, select });
  const meant = await inPublic(ctx, () => scopeOf(ctx, projectId, filter));
  const { ids, leftOut, marking, guard } = await inPublic(ctx, () => guarded(ctx, projectId, meant, filter));
  const seen: Seen = { entities: new Set(), texts: new Map(), claims: 0, citations: 0, complete: false };
  const read = (some: string[]) => inPublic(ctx, async () => exportClaims(ctx, projectId, await claimsById(ctx, some)));
  const source: ExportSource = {
    meta: {
      schema: EXPORT_SCHEMA,
      project,
      offsetUnit: 'utf-16',
      ...(marking ? { marking } : {}),
    },
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
  const counts = async () => {
    if (!seen.complete) for await (const _ of source.claims());
    return {
      ...{ claims: seen.claims, citations: seen.citations, entities: seen.entities.size },
      articles: new Set([...seen.texts.keys()].map((key) => key.slice(0, 36))).size,
      leftOut: leftOut.length,
    };
  };
  return guard({ source, leftOut, counts });
}

/** The same, all at once: for what needs everything before it begins. */
export async function takeSnapshot(ctx: ReadContext, projectId: string, filter: Filter): Promise<ExportSnapshot> {
  const { source, leftOut } = await openExport(ctx, projectId, filter);
  const claims = await all(source.claims());
  return { meta: source.meta, claims, entities: await all(source.entities()), leftOut };
}
