import type { Prisma } from '@/prisma/generated/client';
import { claimsById } from '@/lib/claims/queries/claims';
import { restingIds } from '@/lib/claims/queries/resting';
import type { Resting } from '@/lib/claims/resting';
import type { ReadContext } from '@/lib/core/context';
import { naming } from '@/lib/entities/queries';
import { EXPORT_SCHEMA, type ExportClaim, type LeftOut } from '@/lib/formats/export';
import type { Tlp } from '@/lib/formats/marking';
import { orderedCited, orderedClaim, orderedEntity } from '@/lib/formats/order';
import { spansByText, textKey, type ExportSource } from '@/lib/formats/source';
import { judgedClaims } from '@/lib/rounds/queries';
import { batches, inBatches } from '../batches';
import { citedClaims, entitiesNamed, textsCited, textsOf, wholeClaims, type Reading } from './export-claims';
import { guarded } from './guarded';
import { leftOutOf } from './left-out';
import { inTurn } from './turns';

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

/** What is asked for by a filter, whose list of claims may be long. */
export const fitting = <R>(filter: Filter, ask: (filter: Filter) => Promise<R[]>): Promise<R[]> =>
  filter.claimIds ? inBatches(filter.claimIds, (claimIds) => ask({ ...filter, claimIds })) : ask(filter);

/** Claims that are read in one go: enough that the database is not asked too often, few enough that they take no room. */
const BATCH = 1000;

/** The claims that a filter means, a page after the other: of a hundred thousand nothing but ids is to stay in memory. */
async function* meantBy(ctx: ReadContext, projectId: string, filter: Filter) {
  const select = { id: true, status: true } as const;
  for (let after: string | undefined; ;) {
    const where = { AND: [wanted(projectId, filter), ...(after ? [{ id: { gt: after } }] : [])] };
    const rows = await ctx.db.claim.findMany({ where, select, orderBy: { id: 'asc' }, take: PAGE });
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}
const PAGE = 5000;

/** Which approved claims an export made now would hold, which it leaves out, and which of these are judged in a blind round. */
async function scopeOf(ctx: ReadContext, projectId: string, filter: Filter) {
  const resting = filter.rests && (await restingIds(ctx, projectId, filter.rests));
  const judged = await judgedClaims(ctx, projectId);
  const [ids, others]: [string[], string[]] = [[], []];
  const lists = filter.claimIds ? batches(filter.claimIds, PAGE) : [undefined];
  for (const claimIds of lists)
    for await (const { id, status } of meantBy(ctx, projectId, { ...filter, claimIds }))
      if (!resting || resting.has(id)) (status === 'approved' && !judged.has(id) ? ids : others).push(id);
  return { ids: ids.sort(), others: others.sort(), judged };
}

/** These claims with what each still needs. */
async function needsOf(ctx: ReadContext, ids: string[], judged: ReadonlyMap<string, string>): Promise<LeftOut[]> {
  const claims = await inBatches(ids, (some) => claimsById(ctx, some), BATCH);
  return claims.map((claim) => leftOutOf(claim, judged.get(claim.id)));
}

function* namedBy({ structure, citations }: ExportClaim): Generator<string> {
  const { subject, object, place } = structure;
  for (const ref of [subject, object, place, ...citations.map(({ speaker }) => speaker)]) if (ref) yield ref.id;
}

/** What is learnt of the claims of an export while they go by for the first time. */
interface Seen {
  readonly entities: Set<string>;
  readonly articles: Set<string>;
  claims: number;
  citations: number;
  complete: boolean;
}

function learn(seen: Seen, claim: ExportClaim): void {
  seen.claims += 1;
  seen.citations += claim.citations.length;
  for (const id of namedBy(claim)) seen.entities.add(id);
  for (const { articleId } of claim.citations) seen.articles.add(articleId);
}

const countsIn = ({ claims, citations, entities, articles }: Seen) => ({
  ...{ claims, citations, entities: entities.size, articles: articles.size },
});

/** Lets whatever waits have its turn: others are answered, and the database's answers are taken in, while claims are written. */
const breath = () => new Promise<void>((done) => setImmediate(done));
const AT_ONCE = 25; // claims between two breaths

/** What is read batch by batch, the database being asked for the next while one is used. */
async function* ahead<B, F, T>(ctx: ReadContext, all: readonly B[], ask: (some: B) => Promise<F>, make: Make<B, F, T>) {
  const begin = (at: number) => {
    const some = all[at];
    const asked = some ? inTurn(ctx, () => ask(some)) : null;
    asked?.catch(() => {}); // thrown where it is awaited
    return asked;
  };
  let next = begin(0);
  try {
    for (const [at, some] of all.entries()) {
      const found = await next!;
      const made = await inTurn(ctx, () => make(some, found));
      next = begin(at + 1);
      yield made;
    }
  } finally {
    await next?.catch(() => {}); // whoever reads no further may ask something else
  }
}
type Make<B, F, T> = (some: B, found: F) => Promise<T>;

/** The claims of a list, read ahead. */
async function* reading<T>(ctx: ReadContext, projectId: string, ids: readonly string[], { ask, make }: Reading<T>) {
  let nth = 0;
  const asked = (some: string[]) => ask(ctx, some);
  for await (const items of ahead(ctx, batches(ids, BATCH), asked, (some, found) => make(ctx, projectId, some, found)))
    for (const item of items()) {
      if (nth++ % AT_ONCE === 0) await breath();
      yield item;
    }
}

type Texts = Awaited<ReturnType<typeof textsCited>>;
type Together = { keys: Set<string>; claimIds: Set<string>; length: number };

const LENGTH = 2_000_000; // code units of texts that are read together
const roomIn = (group: Together | undefined, { claimIds, length }: Texts[number]): group is Together =>
  group !== undefined && group.claimIds.size + claimIds.length <= BATCH && group.length + length <= LENGTH;

/** Texts in the order in which they are written, as many together as a batch of claims cites and has room; one that is too much stands alone. */
function together(texts: Texts): Together[] {
  const groups: Together[] = [];
  for (const [key, text] of texts.map((one) => [textKey(one), one] as const).sort(byFirst)) {
    const last = groups.at(-1);
    const group = roomIn(last, text) ? last : { keys: new Set<string>(), claimIds: new Set<string>(), length: 0 };
    if (group !== last) groups.push(group);
    group.keys.add(key);
    group.length += text.length;
    for (const id of text.claimIds) group.claimIds.add(id);
  }
  return groups;
}
const byFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

/** Texts with what is cited of them, as many at once as are together. */
async function* documentsOf(ctx: ReadContext, projectId: string, ids: readonly string[]) {
  const groups = together(await inTurn(ctx, () => textsCited(ctx, projectId, ids)));
  const idsOf = ({ claimIds }: Together) => [...claimIds].sort();
  const ask = async (some: Together) => ({
    found: await citedClaims.ask(ctx, idsOf(some)),
    texts: await textsOf(ctx, [...some.keys]),
  });
  const make = async (some: Together, { found, texts }: Awaited<ReturnType<typeof ask>>) => {
    const claims = await citedClaims.make(ctx, projectId, idsOf(some), found);
    return { texts, claims };
  };
  for await (const { texts, claims } of ahead(ctx, groups, ask, make))
    for (const found of spansByText(Array.from(claims(), orderedCited))) {
      const text = texts.get(textKey({ articleId: found.articleId, articleVersion: found.version }));
      if (text === undefined) continue;
      await breath();
      yield { ...found, text };
    }
}

/** The claims with these ids as a source; `seen` learns of them while they go by. */
function sourceOf(ctx: ReadContext, meta: ExportSource['meta'], ids: readonly string[], seen: Seen): ExportSource {
  const projectId = meta.project.id;
  const source: ExportSource = {
    meta,
    async *claims() {
      const first = !seen.complete;
      if (first) Object.assign(seen, { claims: 0, citations: 0 });
      for await (const claim of reading(ctx, projectId, ids, wholeClaims)) {
        if (first) learn(seen, claim);
        yield orderedClaim(claim);
      }
      seen.complete = true;
    },
    async *cited() {
      for await (const claim of reading(ctx, projectId, ids, citedClaims)) yield orderedCited(claim);
    },
    async *entities() {
      if (!seen.complete) for await (const _ of source.claims());
      for (const some of batches([...seen.entities].sort(), BATCH))
        yield* (await entitiesNamed(ctx, some)).map(orderedEntity).sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    documents: () => documentsOf(ctx, projectId, ids),
  };
  return source;
}

type How = { most?: number; met?: string[] };

/**
 * What an export made now would hold, read batch by batch as its writer asks for it: no more of it is in memory than a
 * batch, the text at hand and ids. Lives as long as the transaction that it was opened in. `most` claims are read: for previews.
 * What belongs to another export names protected sources as it does: it is handed those that were `met` in that one.
 */
export async function openExport(ctx: ReadContext, projectId: string, filter: Filter, how: How = {}) {
  const { most = Infinity, met } = how;
  const select = { id: true, name: true };
  const project = await ctx.db.project.findUniqueOrThrow({ where: { id: projectId }, select });
  const { judged, ...meant } = await inTurn(ctx, () => scopeOf(ctx, projectId, filter));
  const under = await inTurn(ctx, () => guarded(ctx, projectId, meant, { ...filter, met }));
  const { held, marking, guard } = under;
  const out = held.length + meant.others.length;
  const seen: Seen = { entities: new Set(), articles: new Set(), claims: 0, citations: 0, complete: false };
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
      return [...held.slice(0, first), ...(await inTurn(ctx, () => needsOf(ctx, some, judged)))];
    },
  });
}
