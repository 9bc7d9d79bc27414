import { reviewFields } from '@/lib/agreement/standing';
import { storedStatus } from '@/lib/claims/status';
import type { ReadContext } from '@/lib/core/context';
import type { Person } from '@/lib/core/words';
import { refFields } from '@/lib/entities/queries';
import { personIn } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { Prisma } from '@/prisma/generated/client';

// Highlights with all that is on them by one statement: the rows of each table once, as JSON that the database writes, put together
// here as Prisma would answer them. Prisma itself asks table by table, and takes longer to map ten thousand rows than to read them.

// What no view says.
const UNSAID = ['updatedAt', 'deletedAt', 'deletedBy', 'orphanedAt', 'blindRoundId', 'blindFor'] as const;
type Unsaid = (typeof UNSAID)[number];
const said = (fields: object) => Object.keys(fields).filter((field) => !(UNSAID as readonly string[]).includes(field));

const openThreads = { where: { outcome: null }, select: { id: true } } as const;
const claimRef = { id: true, status: true, current: { select: { statement: true } } } as const;

export const tagFields = {
  entity: refFields,
  speaker: refFields,
  via: { select: { id: true, name: true } },
  outsider: { select: { id: true, name: true } },
  claim: { select: { ...claimRef, survivor: { select: claimRef } } },
  reviews: { select: reviewFields, where: { withdrawnAt: null } },
  threads: openThreads,
} as const satisfies Prisma.TagInclude;
export type TagRow = Omit<Prisma.TagGetPayload<{ include: typeof tagFields }>, Unsaid>;

export const highlightFields = {
  articleVersion: { select: { number: true } },
  threads: openThreads,
} as const satisfies Prisma.HighlightInclude;
export type HighlightRow = Omit<Prisma.HighlightGetPayload<{ include: typeof highlightFields }>, Unsaid>;
export type TaggedRow = HighlightRow & { tags: TagRow[] };

type Scalars<R, F extends object> = Pick<R, keyof F & keyof R>;
type Id = { id: string };
/** What the statement answers, table by table. */
interface Found {
  highlights: Scalars<HighlightRow, typeof Prisma.HighlightScalarFieldEnum>[] | null;
  tags: Scalars<TagRow, typeof Prisma.TagScalarFieldEnum>[] | null;
  versions: { id: string; number: number }[] | null;
  entities: (NonNullable<TagRow['entity']> & Id)[] | null;
  publishers: NonNullable<TagRow['via']>[] | null;
  outsiders: NonNullable<TagRow['outsider']>[] | null;
  claims: NonNullable<TagRow['claim']>[] | null;
  reviews: (TagRow['reviews'][number] & { tagId: string })[] | null;
  threads: { id: string; highlightId: string | null; tagId: string | null }[] | null;
  people: [string, string, boolean][] | null;
}

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columns = (fields: object) =>
  said(fields)
    .map((field) => `"${columnOf(field)}" AS "${field}"`)
    .join(', ');
const COLUMNS = {
  highlight: Prisma.raw(columns(Prisma.HighlightScalarFieldEnum)),
  tag: Prisma.raw(columns(Prisma.TagScalarFieldEnum)),
  review: Prisma.raw(columns({ ...reviewFields, tagId: true })),
};

const ref = (name: string) => Prisma.raw(`'id', ${name}.id, 'type', ${name}.type, 'name', ${name}.name`);
const claim = (name: string) =>
  Prisma.raw(
    `'id', ${name}.id, 'status', ${name}.status, 'current', (SELECT json_build_object('statement', w.statement)
      FROM claim_version w WHERE w.claim_id = ${name}.id AND w.number = ${name}.wording)`,
  );
const survivor = (known: Prisma.Sql) =>
  Prisma.sql`'survivor', CASE WHEN s.id IS NOT NULL THEN json_build_object(${known}) END`;

/** Which highlights, which of them, and how many. `h` is the highlight. */
export interface Wanted {
  readonly where: Prisma.Sql;
  readonly deleted?: boolean;
  readonly take?: number;
}

function statement(ctx: ReadContext, { where, deleted = false, take }: Wanted): Prisma.Sql {
  const seen = (name: string) =>
    Prisma.sql`${Prisma.raw(name)}.project_id = ANY (${visible(ctx).projectId.in}::uuid[])`;
  return Prisma.sql`
    WITH h AS MATERIALIZED (
      SELECT * FROM highlight h WHERE ${where} AND h.deleted_at IS ${Prisma.raw(deleted ? 'NOT NULL' : 'NULL')} AND ${seen('h')}
      ORDER BY h.start, h."end" DESC, h.id LIMIT ${take ?? null}::int
    ), t AS MATERIALIZED (
      SELECT t.* FROM h JOIN tag t ON t.highlight_id = h.id WHERE t.deleted_at IS NULL AND ${seen('t')}
        AND NOT EXISTS (SELECT FROM claim c WHERE c.id = t.claim_id AND c.deleted_at IS NOT NULL AND c.survivor_id IS NULL)
    )
    SELECT json_build_object(
      'highlights', (SELECT json_agg(x) FROM (SELECT ${COLUMNS.highlight} FROM h) x),
      'tags', (SELECT json_agg(x) FROM (SELECT ${COLUMNS.tag} FROM t ORDER BY created_at, id) x),
      'versions', (SELECT json_agg(x) FROM (SELECT id, number FROM article_version WHERE id IN (SELECT article_version_id FROM h)) x),
      'entities', (SELECT json_agg(json_build_object(${ref('e')}, ${survivor(ref('s'))}))
        FROM entity e LEFT JOIN entity s ON s.id = e.survivor_id
        WHERE e.id IN (SELECT entity_id FROM t UNION SELECT speaker_id FROM t)),
      'publishers', (SELECT json_agg(json_build_object('id', id, 'name', name)) FROM publisher WHERE id IN (SELECT via_id FROM t)),
      'outsiders', (SELECT json_agg(json_build_object('id', id, 'name', name)) FROM outsider WHERE id IN (SELECT outsider_id FROM t)),
      'claims', (SELECT json_agg(json_build_object(${claim('c')}, ${survivor(claim('s'))}))
        FROM claim c LEFT JOIN claim s ON s.id = c.survivor_id WHERE c.id IN (SELECT claim_id FROM t)),
      'reviews', (SELECT json_agg(x) FROM (SELECT ${COLUMNS.review} FROM review
        WHERE tag_id IN (SELECT id FROM t) AND withdrawn_at IS NULL) x),
      'threads', (SELECT json_agg(json_build_object('id', id, 'highlightId', highlight_id, 'tagId', tag_id)) FROM thread
        WHERE (highlight_id IN (SELECT id FROM h) OR tag_id IN (SELECT id FROM t)) AND outcome IS NULL),
      'people', (SELECT json_agg(json_build_array(u.id, u.name, u.outside IS NOT NULL)) FROM member m JOIN "user" u ON u.id = m.user_id
        WHERE m.project_id IN (SELECT project_id FROM h))
    )::text AS found`;
}

/** Moments and days, which JSON has as text, are dates again. */
function datesOf(fields: object): <R extends object>(row: R) => R {
  const dates = said(fields).filter((field) => /(At|On)$/.test(field));
  return (row) => {
    const values = row as Record<string, unknown>;
    for (const field of dates) if (values[field]) values[field] = new Date(values[field] as string);
    return row;
  };
}
const dated = {
  highlight: datesOf(Prisma.HighlightScalarFieldEnum),
  tag: datesOf(Prisma.TagScalarFieldEnum),
  review: datesOf(reviewFields),
};

const byId = <R extends Id>(rows: R[] | null) => {
  const found = new Map((rows ?? []).map((row) => [row.id, row]));
  return (id: string | null) => (id === null ? null : (found.get(id) ?? null));
};

const NONE: never[] = [];
/** Rows under the id that `key` names. */
function grouped<R>(rows: R[] | null, key: (row: R) => string | null): (id: string) => R[] {
  const groups = new Map<string, R[]>();
  for (const row of rows ?? NONE) {
    const id = key(row);
    const group = id === null ? null : groups.get(id);
    if (group) group.push(row);
    else if (id !== null) groups.set(id, [row]);
  }
  return (id) => groups.get(id) ?? NONE;
}

type StoredClaim = NonNullable<TagRow['claim']>;
const claimOf = ({ survivor, ...row }: StoredClaim): StoredClaim => ({
  ...row,
  status: storedStatus(row.status as never),
  survivor: survivor && { ...survivor, status: storedStatus(survivor.status as never) },
});

/** The tags, each with what it points at and what was said of it. Filled in where they stand: a copy of ten thousand is felt. */
function tagsOf(found: Found): TagRow[] {
  const entity = byId(found.entities);
  const publisher = byId(found.publishers);
  const outsider = byId(found.outsiders);
  const cited = byId((found.claims ?? NONE).map(claimOf));
  const reviews = grouped(found.reviews, ({ tagId }) => tagId);
  const threads = grouped(found.threads, ({ tagId }) => tagId);
  const tags = (found.tags ?? NONE) as TagRow[];
  for (const tag of tags) {
    dated.tag(tag);
    tag.entity = entity(tag.entityId);
    tag.speaker = entity(tag.speakerId);
    tag.via = publisher(tag.viaId);
    tag.outsider = outsider(tag.outsiderId);
    tag.claim = cited(tag.claimId);
    tag.reviews = reviews(tag.id);
    tag.threads = threads(tag.id);
  }
  return tags;
}

/** Highlights with their tags, in reading order, and who is who. */
export async function taggedRows(
  ctx: ReadContext,
  wanted: Wanted,
): Promise<{ rows: TaggedRow[]; who: (id: string) => Person }> {
  const [answer] = await ctx.db.$queryRaw<{ found: string }[]>(statement(ctx, wanted));
  const found = JSON.parse(answer!.found) as Found;
  for (const review of found.reviews ?? NONE) {
    dated.review(review);
    if ((review.verdict as string) === 'needs-work') review.verdict = 'needsWork';
  }
  const version = byId(found.versions);
  const threads = grouped(found.threads, ({ highlightId }) => highlightId);
  const tags = grouped(tagsOf(found), ({ highlightId }) => highlightId);
  const rows = (found.highlights ?? NONE) as TaggedRow[];
  for (const row of rows) {
    dated.highlight(row);
    row.articleVersion = version(row.articleVersionId)!;
    row.threads = threads(row.id);
    row.tags = tags(row.id);
  }
  return { rows, who: personIn(new Map(found.people?.map(([id, ...named]) => [id, named]))) };
}
