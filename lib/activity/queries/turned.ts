import type { ReadContext } from '@/lib/core/context';
import { visible } from '@/lib/permissions';
import { short, type EventView, type HistoryLine } from '../activity';
import { detailsIn, isMany, placeIn, type Detail } from '../detail';

type Turn = HistoryLine['turns'][number];
type Said = (value: string) => string;

const NOTHING = 'nothing';
const sideOf = (values: readonly string[], say: Said): string =>
  values.map((value) => (value === '' ? NOTHING : isMany(value) ? 'several' : say(value))).join(', ');

const valuesOf = (details: readonly Detail[], ...fields: string[]): string[] => [
  ...new Set(details.filter(({ field }) => fields.includes(field)).flatMap(({ from, to }) => [...from, ...to])),
];
const idsAmong = (values: readonly string[]) => values.filter((value) => /^[0-9a-f]{8}-/.test(value));

/** The names of entities and the wordings of claims as they are now, by id: of merged ones those that survive. */
async function namesOf(ctx: ReadContext, details: readonly Detail[]): Promise<Map<string, string>> {
  const [entities, claims] = [
    idsAmong(valuesOf(details, 'entityId', 'speakerId')),
    idsAmong(valuesOf(details, 'claimId')),
  ];
  const stated = { select: { current: { select: { statement: true } } } } as const;
  const named = entities.length
    ? await ctx.db.entity.findMany({
        where: { id: { in: entities }, ...visible(ctx) },
        select: { id: true, name: true, survivor: { select: { name: true } } },
      })
    : [];
  const worded = claims.length
    ? await ctx.db.claim.findMany({
        where: { id: { in: claims }, ...visible(ctx) },
        select: { id: true, ...stated.select, survivor: stated },
      })
    : [];
  return new Map([
    ...named.map(({ id, name, survivor }): [string, string] => [id, short((survivor ?? { name }).name)]),
    ...worded.map(({ id, current, survivor }): [string, string] => [
      id,
      `“${short((survivor?.current ?? current).statement)}”`,
    ]),
  ]);
}

/** What stood where highlights stood, by highlight and place: read from the texts, which never change. */
async function wordsAt(ctx: ReadContext, events: readonly EventView[]): Promise<(id: string) => Said> {
  const moved = events.flatMap(({ subjectId, fields }) =>
    valuesOf(detailsIn(fields), 'at').flatMap((value) =>
      placeIn(value) ? [{ id: subjectId, ...placeIn(value)! }] : [],
    ),
  );
  if (moved.length === 0) return () => () => NOTHING;
  const highlights = await ctx.db.highlight.findMany({
    where: { id: { in: moved.map(({ id }) => id) }, ...visible(ctx) },
    select: { id: true, articleId: true },
  });
  const articles = new Map(highlights.map(({ id, articleId }) => [id, articleId]));
  const wanted = moved.flatMap(({ id, version }) =>
    articles.has(id) ? [{ articleId: articles.get(id)!, number: version }] : [],
  );
  const versions = wanted.length
    ? await ctx.db.articleVersion.findMany({
        where: { OR: wanted, ...visible(ctx) },
        select: { articleId: true, number: true, text: true },
      })
    : [];
  const texts = new Map(versions.map(({ articleId, number, text }) => [`${articleId} ${number}`, text]));
  return (id) => (value) => {
    const { version, start, end } = placeIn(value)!;
    return `“${short(texts.get(`${articles.get(id)} ${version}`)?.slice(start, end) ?? '')}”`;
  };
}

/** From what to what these events changed things, in words, by the number of each. */
export async function turnsOf(ctx: ReadContext, events: readonly EventView[]): Promise<Map<number, Turn[]>> {
  const kept = new Map(events.map(({ seq, fields }) => [seq, detailsIn(fields)]));
  const names = await namesOf(ctx, [...kept.values()].flat());
  const at = await wordsAt(ctx, events);
  return new Map(
    events.map(({ seq, subjectId }) => [
      seq,
      kept.get(seq)!.map(({ field, from, to }): Turn => {
        const say: Said = field === 'at' ? at(subjectId) : (value) => names.get(value) ?? value;
        return { field, from: sideOf(from, say), to: sideOf(to, say) };
      }),
    ]),
  );
}
