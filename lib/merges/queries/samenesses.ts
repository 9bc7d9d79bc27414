import type { z } from 'zod';
import { listClaimStatements, readClaim } from '@/lib/claims/queries/claims';
import { likeStatements } from '@/lib/claims/similar';
import type { ReadContext } from '@/lib/core/context';
import { listEntityNames, readEntity } from '@/lib/entities/queries';
import { roleIn } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { likeNames, type Contexts, type Proposal } from '../likeness';
import type { Distinction, Kind, Likeness, likenessFilter, Merge, Samenesses, Thing } from '../merge';
import { distinctionsBetween, distinctionsWhere, groupOf, mergesOf, splitsOf, survivorsAmong } from './merges';

/** In which articles each entity is mentioned, what was merged into it included: one query for the project. */
async function contextsOf(ctx: ReadContext, projectId: string): Promise<Contexts> {
  const { in: projects } = visible(ctx).projectId;
  const rows = await ctx.db.$queryRaw<{ id: string; articles: string[] }[]>`
    SELECT coalesce(e.survivor_id, e.id) AS id, array_agg(DISTINCT h.article_id)::text[] AS articles
    FROM tag t JOIN entity e ON e.id = t.entity_id
    JOIN highlight h ON h.id = t.highlight_id AND h.deleted_at IS NULL
    JOIN article a ON a.id = h.article_id AND a.deleted_at IS NULL
    WHERE t.project_id = ${projectId}::uuid AND t.deleted_at IS NULL AND t.project_id = ANY (${projects}::uuid[])
    GROUP BY 1`;
  return new Map(rows.map(({ id, articles }) => [id, articles]));
}

const pairOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** What was said of pairs, by the pairs of those that survive, whose ids the things carry. */
async function saidOf(ctx: ReadContext, projectId: string, kind: Kind): Promise<Map<string, Distinction>> {
  const column = kind === 'entity' ? 'lowEntityId' : 'lowClaimId';
  const said = await distinctionsWhere(ctx, projectId, { [column]: { not: null } });
  const ids = said.flatMap(({ things }) => things.map(({ id }) => id));
  const survivors = await survivorsAmong(ctx, kind, ids);
  const root = (id: string) => survivors.get(id) ?? id;
  const found = new Map<string, Distinction>();
  for (const one of said) {
    const [left, right] = one.things;
    const things: Distinction['things'] = [
      { ...left, id: root(left.id) },
      { ...right, id: root(right.id) },
    ];
    const pair = pairOf(things[0].id, things[1].id);
    if (one.sameness === 'different' || !found.has(pair)) found.set(pair, { ...one, things });
  }
  return found;
}

/** Of which project and kind; with `about`, only what may be that one; with `among`, only of these. */
type Asked = { projectId: string; kind: Kind; about?: string; among?: ReadonlySet<string> };

/** The things of a project by id, and those that may be one. */
async function proposed(
  ctx: ReadContext,
  { projectId, kind, about, among }: Asked,
): Promise<[Map<string, Thing>, Proposal[]]> {
  const asked = ({ id }: { id: string }) => among?.has(id) ?? true;
  if (kind === 'entity') {
    const items = (await listEntityNames(ctx, projectId)).items.filter(asked);
    const things = items.map(({ id, name, type }): Thing => ({ id, label: name, type }));
    return [byId(things), likeNames(items, await contextsOf(ctx, projectId), about)];
  }
  const items = (await listClaimStatements(ctx, projectId)).items.filter(asked);
  const things = items.map(({ id, statement, status }): Thing => ({ id, label: statement, type: status }));
  return [byId(things), likeStatements(items, about)];
}
const byId = (things: Thing[]) => new Map(things.map((thing) => [thing.id, thing]));

/** Entities or claims of a project that may be one, the likeliest first; none of which somebody says that they are not. */
async function likenesses(ctx: ReadContext, asked: Asked): Promise<Likeness[]> {
  const [things, proposals] = await proposed(ctx, asked);
  const said = await saidOf(ctx, asked.projectId, asked.kind);
  return proposals.flatMap(({ ids: [one, other], score, reasons }) => {
    const already = said.get(pairOf(one, other)) ?? null;
    if (already?.sameness === 'different') return [];
    return [{ things: [things.get(one)!, things.get(other)!], score, reasons: [...reasons], maybe: already }];
  });
}

/** What is said of the pairs of a project, one word of each; nothing is said of two that are one by now. Throws `not-found`. */
export async function listDistinctions(ctx: ReadContext, projectId: string, { kind }: z.output<typeof likenessFilter>) {
  roleIn(ctx, projectId);
  const said = await saidOf(ctx, projectId, kind);
  return { items: [...said.values()].filter(({ things: [one, other] }) => one.id !== other.id) };
}

/** As many as somebody works through at a time. */
const SHOWN = 200;
/** On a thing's own page. */
const SHOWN_BESIDE = 8;

/** What of a project may be one, the likeliest first. Throws `not-found`. */
export async function listLikenesses(ctx: ReadContext, projectId: string, { kind }: z.output<typeof likenessFilter>) {
  roleIn(ctx, projectId);
  return { items: (await likenesses(ctx, { projectId, kind })).slice(0, SHOWN) };
}

/** Which of these may be one, the likeliest first. */
export const likenessesAmong = async (ctx: ReadContext, projectId: string, kind: Kind, ids: readonly string[]) =>
  ids.length < 2 ? [] : likenesses(ctx, { projectId, kind, among: new Set(ids) });

async function samenessOf(ctx: ReadContext, kind: Kind, { id, projectId }: Pick<Merge, 'id' | 'projectId'>) {
  const group = await groupOf(ctx, kind, id);
  const about = await likenesses(ctx, { projectId, kind, about: id });
  return {
    merges: await mergesOf(ctx, projectId, group),
    splits: kind === 'entity' ? await splitsOf(ctx, projectId, group) : [],
    // Of two that are one by now nothing is said; it is remembered for when they are two again.
    distinctions: (await distinctionsBetween(ctx, projectId, group, null)).filter(
      ({ things }) => !things.every((thing) => group.includes(thing.id)),
    ),
    likenesses: about.filter(({ maybe }) => !maybe).slice(0, SHOWN_BESIDE),
  };
}

/** What is known of an entity and others that it may be. Throws `not-found`. */
export const findEntitySameness = async (ctx: ReadContext, id: string): Promise<Samenesses> =>
  samenessOf(ctx, 'entity', await readEntity(ctx, id));

/** What is known of a claim and others that may say the same. Throws `not-found`. */
export const findClaimSameness = async (ctx: ReadContext, id: string): Promise<Samenesses> =>
  samenessOf(ctx, 'claim', await readClaim(ctx, id));
