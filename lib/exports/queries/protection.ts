import type { ReadContext } from '@/lib/core/context';
import type { Protection } from '@/lib/formats/protect';
import type { EntityBefore } from '@/lib/entities/entity';

type Row = {
  id: string;
  root: string;
  type: string;
  name: string;
  description: string;
  externalIds: { value: string }[];
  aliases: string[];
  before: EntityBefore[];
};
type Quote = Protection['quotes'][number];
type Mention = { root: string; quote: string };

const capital = /^.+\p{Lu}/u;
/** A mention of several words, one of them with a capital: a name, where "he" or "the general" is anybody's. */
const isNameLike = (words: string): boolean => /\s/.test(words.trim()) && capital.test(words);

/** Every name that an entity has or had, with what else is written of it. */
const namesOf = ({ name, description, externalIds, aliases, before }: Row): string[] => [
  ...[name, description, ...aliases, ...externalIds.map(({ value }) => value)],
  ...before.flatMap((one) => [
    ...[one.name ?? '', one.description ?? '', ...(one.aliases ?? [])],
    ...(one.externalIds ?? []).map(({ value }) => value),
  ]),
];

/** Protected sources of a project with what would give them away: whatever was merged with one is one with it, deleted ones as well. */
export async function protectionOf({ db }: Pick<ReadContext, 'db'>, projectId: string): Promise<Protection> {
  const roots = await db.$queryRaw<{ root: string }[]>`
    SELECT DISTINCT coalesce(survivor_id, id) AS root FROM entity
    WHERE project_id = ${projectId}::uuid AND protected_at IS NOT NULL`;
  if (roots.length === 0) return { sources: [], quotes: [] };
  const ids = roots.map(({ root }) => root).sort();
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.id, coalesce(e.survivor_id, e.id) AS root, e.type::text, e.name, e.description, e.external_ids AS "externalIds",
      ARRAY(SELECT a.name FROM alias a WHERE a.entity_id = e.id) AS aliases,
      coalesce((SELECT jsonb_agg(v.before) FROM entity_version v WHERE v.entity_id = e.id), '[]') AS before
    FROM entity e WHERE e.project_id = ${projectId}::uuid AND coalesce(e.survivor_id, e.id) = ANY (${ids}::uuid[])`;
  const mentions = await db.$queryRaw<Mention[]>`
    SELECT DISTINCT coalesce(e.survivor_id, e.id) AS root, h.quote FROM tag t JOIN highlight h ON h.id = t.highlight_id
    JOIN entity e ON e.id = t.entity_id
    WHERE t.project_id = ${projectId}::uuid AND coalesce(e.survivor_id, e.id) = ANY (${ids}::uuid[]) AND t.deleted_at IS NULL`;
  const quotes = await db.$queryRaw<Quote[]>`
    SELECT DISTINCT coalesce(e.survivor_id, e.id) AS "sourceId", h.quote, h.start, h."end", h.article_id AS "articleId",
      v.number AS "articleVersion"
    FROM tag t JOIN highlight h ON h.id = t.highlight_id JOIN article_version v ON v.id = h.article_version_id
    JOIN entity e ON e.id = t.speaker_id
    WHERE t.project_id = ${projectId}::uuid AND coalesce(e.survivor_id, e.id) = ANY (${ids}::uuid[]) AND t.deleted_at IS NULL`;
  return { sources: ids.map((id) => sourceOf(id, rows, mentions)), quotes };
}

function sourceOf(id: string, rows: readonly Row[], mentions: readonly Mention[]): Protection['sources'][number] {
  const own = rows.filter(({ root }) => root === id);
  const cited = mentions.filter(({ root, quote }) => root === id && isNameLike(quote)).map(({ quote }) => quote);
  const names = [...own.flatMap(namesOf), ...cited].map((name) => name.trim()).filter((name) => name.length > 1);
  return { id, type: own.find((one) => one.id === id)?.type ?? 'person', names: [...new Set(names)].sort() };
}
