import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { afterOf, pageOf } from '@/lib/core/page';
import { events, type EventType } from '@/lib/events';
import { peopleOf, roleIn } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { Prisma } from '@/prisma/generated/client';
import {
  historyKinds,
  short,
  type eventFilter,
  type EventView,
  type historyFilter,
  type HistoryLine,
} from './activity';
import { waysBack } from './queries/back';
import { turnsOf } from './queries/turned';

const eventFields = {
  seq: true,
  type: true,
  subjectType: true,
  subjectId: true,
  version: true,
  actorId: true,
  at: true,
  fields: true,
} as const satisfies Prisma.EventSelect;

export const eventOf = (row: Prisma.EventGetPayload<{ select: typeof eventFields }>): EventView => ({
  ...row,
  seq: Number(row.seq),
  at: row.at.toISOString(),
});

/** The log in its order, after a sequence number; `nextCursor` is the next `after` while there is more. */
export async function listEvents(ctx: ReadContext, projectId: string, { after, limit }: z.output<typeof eventFilter>) {
  roleIn(ctx, projectId);
  const rows = await ctx.db.event.findMany({
    where: { AND: [visible(ctx), { projectId, seq: { gt: after } }] },
    select: eventFields,
    orderBy: { seq: 'asc' },
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map(eventOf);
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)!.seq) : null };
}

/** How far a project's log reaches, and how far it reached at a moment. Throws `not-found`. */
export async function findHead(ctx: ReadContext, projectId: string, at: Date) {
  const project = await ctx.db.project.findUnique({ where: { id: projectId }, select: { headSeq: true } });
  if (!project) throw notFound();
  const last = await ctx.db.event.findFirst({
    where: { AND: [visible(ctx), { projectId, at: { lte: at } }] },
    select: { seq: true },
    orderBy: { seq: 'desc' },
  });
  return { head: Number(project.headSeq), before: Number(last?.seq ?? 0) };
}

type Asked = z.output<typeof historyFilter>;

const kindsOf = (kind: keyof typeof historyKinds): EventType[] =>
  (Object.keys(events) as EventType[]).filter((type) => historyKinds[kind].some((start) => type.startsWith(start)));

/**
 * Where in the log a time begins and ends: numbers go up as the clock does, because each is given under the project's lock. So time
 * narrows a walk along any index, whatever else is asked for.
 */
const within = (projectId: string, { from, to }: Asked): Prisma.Sql[] => {
  const at = (past: Prisma.Sql, order: Prisma.Sql) => Prisma.sql`(SELECT b.seq FROM event b
    WHERE b.project_id = ${projectId}::uuid AND ${past} ORDER BY b.at ${order}, b.seq ${order} LIMIT 1)`;
  const [first, last] = [Prisma.sql`ASC`, Prisma.sql`DESC`];
  return [
    ...(from ? [Prisma.sql`e.seq >= ${at(Prisma.sql`b.at >= ${from}::timestamptz`, first)}`] : []),
    ...(to ? [Prisma.sql`e.seq <= ${at(Prisma.sql`b.at < ${to}::timestamptz`, last)}`] : []),
  ];
};

export type EventRow = Omit<EventView, 'at' | 'seq'> & { seq: bigint; at: Date };

/**
 * Lines of the log, newest first, each filter along an index that ends in the order of the log. A kind is many types of event: the
 * newest of each are looked up, and the newest of those taken. A thing has few lines, so there its kinds are only compared.
 */
function linesOf(ctx: ReadContext, projectId: string, query: Asked): Promise<EventRow[]> {
  const before = afterOf(query.cursor, (seq) => /^\d{1,15}$/.test(seq));
  const { subjectId, actorId, kind } = query;
  const where = [
    Prisma.sql`e.project_id = ${projectId}::uuid AND e.project_id = ANY (${visible(ctx).projectId.in}::uuid[])`,
    ...(subjectId ? [Prisma.sql`e.subject_id = ${subjectId}::uuid`] : []),
    ...(actorId ? [Prisma.sql`e.actor_id = ${actorId}::uuid`] : []),
    ...(kind && subjectId ? [Prisma.sql`e.type = ANY (${kindsOf(kind)})`] : []),
    ...(kind && !subjectId ? [Prisma.sql`e.type = k.type`] : []),
    ...(before ? [Prisma.sql`e.seq < ${BigInt(before.value)}`] : []),
    ...within(projectId, query),
  ];
  const lines = Prisma.sql`SELECT e.seq, e.type, e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.version,
    e.actor_id AS "actorId", e.at, e.fields FROM event e WHERE ${Prisma.join(where, ' AND ')} ORDER BY e.seq DESC LIMIT ${query.limit + 1}`;
  if (!kind || subjectId) return ctx.db.$queryRaw<EventRow[]>(lines);
  return ctx.db.$queryRaw<
    EventRow[]
  >`SELECT l.* FROM unnest(${kindsOf(kind)}::text[]) AS k(type) CROSS JOIN LATERAL (${lines}) l
    ORDER BY l.seq DESC LIMIT ${query.limit + 1}`;
}

/** A page of the log as people read it, newest first. Throws `not-found`, and `invalid` for a cursor of another list. */
export async function listHistory(ctx: ReadContext, projectId: string, query: Asked) {
  roleIn(ctx, projectId);
  const rows = await linesOf(ctx, projectId, query);
  const page = pageOf(rows, query.limit, eventOf, (row) => [String(row.seq), projectId]);
  const who = await peopleOf(ctx, projectId);
  const subjects = await subjectsOf(ctx, projectId, page.items);
  const turns = await turnsOf(ctx, page.items);
  const ways = await waysBack(ctx, projectId, page.items);
  const lineOf = (event: EventView): HistoryLine => ({
    ...event,
    actor: who(event.actorId),
    words: events[event.type as EventType] ?? event.type,
    label: labelOf(subjects.get(event.subjectId), event.version),
    href: subjects.get(event.subjectId)?.href ?? null,
    turns: turns.get(event.seq) ?? [],
    back: ways.get(event.seq) ?? null,
  });
  return { items: page.items.map(lineOf), nextCursor: page.nextCursor };
}

/** `label` as it is now; `labelAt` where what it said at that version is the point of the line. */
type Subject = { id: string; label: string; labelAt?: (version: number) => string; href: string | null };
const labelOf = (subject: Subject | undefined, version: number) =>
  subject?.labelAt?.(version) ?? subject?.label ?? null;
type Among = { id: { in: string[] } };

/** A merged one leads to its survivor. */
const living = (at: { deletedAt: Date | null; survivorId?: string | null } | null, href: string) =>
  at && (!at.deletedAt || at.survivorId) ? href : null;
const words = {
  select: {
    id: true,
    quote: true,
    deletedAt: true,
    article: { select: { id: true, deletedAt: true } },
  },
} as const;
type Words = Prisma.HighlightGetPayload<typeof words>;
const atWords = ({ id, quote, deletedAt, article }: Words, more = '') => ({
  label: short(quote),
  href: deletedAt ? null : living(article, `articles/${article.id}?highlight=${id}${more}`),
});
/** Among other words a source's own stand in quotation marks. */
const quoted = <A extends { label: string }>(at: A): A => ({ ...at, label: `“${at.label}”` });

const asked = { select: { id: true, text: true, deletedAt: true } } as const;
export const home = {
  select: {
    id: true,
    article: { select: { id: true, title: true, deletedAt: true } },
    highlight: words,
    tag: { select: { id: true, deletedAt: true, highlight: words } },
    entity: { select: { id: true, name: true, deletedAt: true, survivorId: true } },
    claim: { select: { id: true, deletedAt: true, survivorId: true, current: { select: { statement: true } } } },
    question: asked,
  },
} as const;
/** Where a thread is read: on the page of what it is about, below the project's. */
export function atHome(thread: Prisma.ThreadGetPayload<typeof home>): Omit<Subject, 'id'> {
  const { article, highlight, tag, entity, claim, question } = thread;
  const to = `thread=${thread.id}`;
  if (claim) return { label: short(claim.current.statement), href: living(claim, `claims/${claim.id}?${to}`) };
  if (question) return { label: short(question.text), href: living(question, `questions/${question.id}?${to}`) };
  if (entity) return { label: short(entity.name), href: living(entity, `entities/${entity.id}?${to}`) };
  if (article) return { label: short(article.title), href: living(article, `articles/${article.id}?${to}`) };
  const at = atWords((tag?.highlight ?? highlight)!, `&${to}`);
  return tag?.deletedAt ? { ...at, href: null } : at;
}

const named = { select: { name: true, survivor: { select: { name: true } } } } as const;
const stated = { select: { current: { select: { statement: true } } } } as const;

/** Words that were tagged, and with what. */
async function tags(ctx: ReadContext, where: Among): Promise<Subject[]> {
  const select = { id: true, deletedAt: true, highlight: words, entity: named, claim: stated } as const;
  const rows = await ctx.db.tag.findMany({ where: { ...where, ...visible(ctx) }, select });
  return rows.map(({ id, deletedAt, highlight, entity, claim }) => {
    const { label, href } = quoted(atWords(highlight, `&tag=${id}`));
    const what = claim ? `for “${short(claim.current.statement)}”` : `as ${short((entity!.survivor ?? entity!).name)}`;
    return { id, label: `${label} ${what}`, href: deletedAt ? null : href };
  });
}

async function reviews(ctx: ReadContext, where: Among): Promise<Subject[]> {
  const claimVersion = {
    select: { statement: true, claim: { select: { id: true, deletedAt: true, survivorId: true } } },
  } as const;
  const rows = await ctx.db.review.findMany({
    where: { ...where, ...visible(ctx) },
    select: { id: true, tag: { select: { highlight: words } }, claimVersion },
  });
  return rows.map(({ id, tag, claimVersion: on }) =>
    tag
      ? { id, ...quoted(atWords(tag.highlight)) }
      : { id, label: short(on!.statement), href: living(on!.claim, `claims/${on!.claim.id}`) },
  );
}

async function claims({ db }: ReadContext, where: Among): Promise<Subject[]> {
  const select = { id: true, deletedAt: true, survivorId: true, current: { select: { statement: true } } } as const;
  const rows = await db.claim.findMany({ where, select });
  return rows.map((row) => ({
    id: row.id,
    label: short(row.current.statement),
    href: living(row, `claims/${row.id}`),
  }));
}

async function comments(ctx: ReadContext, where: Among): Promise<Subject[]> {
  const rows = await ctx.db.comment.findMany({
    where: { ...where, ...visible(ctx) },
    select: { id: true, thread: home },
  });
  return rows.map(({ id, thread }) => ({ id, ...atHome(thread) }));
}

const lineages = { derived: 'derived from', commonOrigin: 'common origin', independent: 'independent' } as const;

/** The two articles, and what was decided of them by the event: each decision raised the version by one, from 1. */
async function echoes({ db }: ReadContext, where: Among): Promise<Subject[]> {
  const article = { select: { title: true, deletedAt: true } } as const;
  const decisions = { select: { decision: true, from: { select: { title: true } } }, orderBy: { id: 'asc' } } as const;
  const rows = await db.echo.findMany({ where, select: { id: true, a: article, b: article, decisions } });
  return rows.map(({ id, a, b, decisions: decided }) => {
    const label = `“${short(a.title)}” and “${short(b.title)}”`;
    const labelAt = (version: number) => {
      const { decision, from } = decided[version - 2] ?? { decision: null, from: null };
      if (!decision) return label;
      return `${label}: ${lineages[decision]}${from ? ` “${short(from.title)}”` : ''}`;
    };
    return { id, label, labelAt, href: a.deletedAt || b.deletedAt ? null : 'echoes' };
  });
}

const title = { id: true, title: true, deletedAt: true } as const;
const name = { id: true, name: true, deletedAt: true } as const;
const ofUser = { id: true, user: { select: { name: true } } } as const;
/** By subject type; `href` is below the project's page. A type that is not here has no name to show. */
const lookups: Record<string, (ctx: ReadContext, where: Among) => Promise<Subject[]>> = {
  project: async ({ db }, where) =>
    (await db.project.findMany({ where, select: { id: true, name: true } })).map((row) => ({
      id: row.id,
      label: row.name,
      href: 'settings',
    })),
  member: async ({ db }, where) =>
    (await db.member.findMany({ where, select: ofUser })).map(({ id, user }) => ({
      id,
      label: user.name,
      href: 'members',
    })),
  publisher: async ({ db }, where) =>
    (await db.publisher.findMany({ where, select: name })).map((row) => ({ id: row.id, label: row.name, href: null })),
  article: async ({ db }, where) =>
    (await db.article.findMany({ where, select: title })).map((row) => ({
      id: row.id,
      label: short(row.title),
      href: living(row, `articles/${row.id}`),
    })),
  highlight: async (ctx, where) =>
    (await ctx.db.highlight.findMany({ where: { ...where, ...visible(ctx) }, ...words })).map((row) => ({
      id: row.id,
      ...quoted(atWords(row)),
    })),
  entity: async ({ db }, where) =>
    (await db.entity.findMany({ where, select: { ...name, survivorId: true } })).map((row) => ({
      id: row.id,
      label: short(row.name),
      href: living(row, `entities/${row.id}`),
    })),
  question: async ({ db }, where) =>
    (await db.question.findMany({ where, ...asked })).map((row) => ({
      id: row.id,
      label: short(row.text),
      href: living(row, `questions/${row.id}`),
    })),
  thread: async (ctx, where) =>
    (await ctx.db.thread.findMany({ where: { ...where, ...visible(ctx) }, ...home })).map((row) => ({
      id: row.id,
      ...atHome(row),
    })),
  export: async ({ db }, where) =>
    (await db.export.findMany({ where, select: { id: true, fileName: true } })).map(({ id, fileName }) => ({
      id,
      label: fileName,
      href: `export/${id}`,
    })),
  round: async ({ db }, where) =>
    (await db.round.findMany({ where, select: { id: true, name: true } })).map((row) => ({
      id: row.id,
      label: row.name,
      href: `rounds/${row.id}`,
    })),
  echo: echoes,
  tag: tags,
  review: reviews,
  claim: claims,
  comment: comments,
};

/** What events are about, by id, as far as it can be seen: a name, and an address while it has not been deleted. */
async function subjectsOf(ctx: ReadContext, projectId: string, about: EventView[]): Promise<Map<string, Subject>> {
  const found = new Map<string, Subject>();
  for (const type of new Set(about.map((event) => event.subjectType))) {
    const ids = about.filter((event) => event.subjectType === type).map((event) => event.subjectId);
    for (const subject of (await lookups[type]?.(ctx, { id: { in: ids } })) ?? [])
      found.set(subject.id, { ...subject, href: subject.href && `/projects/${projectId}/${subject.href}` });
  }
  return found;
}
