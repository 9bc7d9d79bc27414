import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { afterOf, isMoment, pageOf } from '@/lib/core/page';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import { env } from '@/lib/core/env';
import { excerptOf } from '@/lib/threads/body';
import { claimHref, isOfWords, questionHref, threadHref, wordsHref } from '@/lib/threads/place';
import { subjectsOf, threadsOn } from '@/lib/threads/queries';
import type { Counted } from './digest';
import {
  BY_ITSELF,
  noticeKinds,
  notices,
  OFF_AT_FIRST,
  type Inbox,
  type NoticeKind,
  type Notification,
  type notificationFilter,
} from './notification';
import type { Setting } from './setting';

const commentFields = { comment: { select: { text: true, deletedAt: true } } } as const;
type Row = Prisma.NotificationGetPayload<{ include: typeof commentFields }>;

/** The actor's own lines, in the projects that are theirs today: what they switched off or muted is kept, and left out. */
export async function wanted(ctx: ReadContext): Promise<Prisma.NotificationWhereInput> {
  const { off } = await settingOf(ctx);
  const muted = await ctx.db.mute.findMany({ where: { userId: ctx.actor.userId } });
  return {
    AND: [
      { userId: ctx.actor.userId, kind: { notIn: off }, ...visible(ctx) },
      // A mention is meant for this one person: muting a thread does not hide it.
      ...(muted.length
        ? [{ OR: [{ kind: 'mention' }, { subjectId: { notIn: await mutedSubjects(ctx, muted) } }] }]
        : []),
    ],
  };
}

/** What is muted, with the threads on muted claims. */
async function mutedSubjects(ctx: ReadContext, muted: { subjectType: string; subjectId: string }[]): Promise<string[]> {
  const claims = muted.filter((one) => one.subjectType === 'claim').map((one) => one.subjectId);
  const threads = claims.length ? await threadsOn(ctx, 'claim', claims) : [];
  return [...muted.map((one) => one.subjectId), ...threads];
}

/** What the actor does not want to hear of, and how often they are mailed. */
export async function settingOf(ctx: ReadContext): Promise<Pick<Setting, 'off' | 'digest'>> {
  const row = await ctx.db.noticeSetting.findUnique({ where: { userId: ctx.actor.userId } });
  const off = row ? noticeKinds.filter((kind) => row.off.includes(kind)) : OFF_AT_FIRST;
  return { off, digest: (row?.digest ?? 'off') as Setting['digest'] };
}

/** Whether this server sends mail at all. */
export const sendsMail = (): boolean => Boolean(env().SMTP_URL && env().MAIL_FROM);

export async function findNoticeSetting(ctx: ReadContext): Promise<Setting> {
  const rows = await ctx.db.mute.findMany({ where: { userId: ctx.actor.userId }, orderBy: { createdAt: 'desc' } });
  const targets = await targetsOf(ctx, rows);
  const muted = rows.map(({ subjectType, subjectId, projectId }) => ({
    type: subjectType as Setting['muted'][number]['type'],
    id: subjectId,
    projectId,
    label: targets.get(subjectId)?.label ?? null,
    quoted: targets.get(subjectId)?.quoted ?? false,
    language: targets.get(subjectId)?.language ?? null,
    href: targets.get(subjectId)?.href(null) ?? null,
  }));
  return { ...(await settingOf(ctx)), mail: sendsMail(), muted };
}

export const countUnread = async (ctx: ReadContext): Promise<number> =>
  ctx.db.notification.count({ where: { AND: [await wanted(ctx), { readAt: null }] } });

/** How many unread lines of each kind came since, by project, and when the newest came: what a mail may tell. */
export async function countSince(ctx: ReadContext, since: Date): Promise<{ lines: Counted[]; newest: Date }> {
  const where = { AND: [await wanted(ctx), { readAt: null, createdAt: { gt: since } }] };
  const rows = await ctx.db.notification.groupBy({
    by: ['projectId', 'kind'],
    where,
    _count: true,
    _max: { createdAt: true },
  });
  const projects = await ctx.db.project.findMany({ select: { id: true, name: true } });
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  const lines = rows
    .map(({ projectId, kind, _count }) => ({
      projectId,
      project: names.get(projectId) ?? '',
      kind: kind as NoticeKind,
      count: _count,
    }))
    .sort((a, b) => a.project.localeCompare(b.project) || noticeKinds.indexOf(a.kind) - noticeKinds.indexOf(b.kind));
  const newest = rows.reduce((latest, { _max }) => (_max.createdAt! > latest ? _max.createdAt! : latest), since);
  return { lines, newest };
}

type Target = {
  projectId: string;
  label: string;
  quoted: boolean;
  language: string | null;
  href: (commentId: string | null) => string;
};

type Named = { id: string; projectId: string };
/** What things of one table are about, by id. `words`: what is known of the words that their label quotes, where it does. */
const targetOf = <R extends Named>(
  rows: R[],
  label: (row: R) => string,
  href: (row: R, commentId: string | null) => string,
  words: (row: R) => { language: string | null } | null = () => null,
): [string, Target][] =>
  rows.map((row) => {
    const quote = words(row);
    const said = { label: label(row), quoted: quote !== null, language: quote?.language ?? null };
    return [row.id, { projectId: row.projectId, ...said, href: (commentId) => href(row, commentId) }];
  });

type Lines = { subjectType: string; subjectId: string }[];

/** The rows that lines are about: what was deleted since is not among them. */
async function subjectRows(ctx: ReadContext, lines: Lines) {
  const ids = (type: string) => lines.filter((line) => line.subjectType === type).map((line) => line.subjectId);
  const there = (type: string) => ({ id: { in: ids(type) }, deletedAt: null });
  const named = { id: true, projectId: true } as const;
  const standing = { highlight: { deletedAt: null, article: { deletedAt: null } } };
  return {
    threads: await subjectsOf(ctx, ids('thread')),
    tags: await ctx.db.tag.findMany({
      where: { AND: [{ ...there('tag'), ...standing }, visible(ctx)] },
      select: {
        ...named,
        highlight: { select: { id: true, quote: true, articleId: true, article: { select: { language: true } } } },
      },
    }),
    claims: await ctx.db.claim.findMany({
      where: there('claim'),
      select: { ...named, current: { select: { statement: true } } },
    }),
    articles: await ctx.db.article.findMany({ where: there('article'), select: { ...named, title: true } }),
    questions: await ctx.db.question.findMany({ where: there('question'), select: { ...named, text: true } }),
    webhooks: await ctx.db.webhook.findMany({ where: there('webhook'), select: { ...named, address: true } }),
    jobs: await ctx.db.exportJob.findMany({
      where: { id: { in: ids('export') } },
      select: { ...named, format: true, state: true },
    }),
    rounds: await ctx.db.round.findMany({ where: { id: { in: ids('round') } }, select: { ...named, name: true } }),
  };
}

/** What lines are about, by id. */
async function targetsOf(ctx: ReadContext, lines: Lines): Promise<Map<string, Target>> {
  const { threads, tags, claims, articles, questions, rounds, webhooks, jobs } = await subjectRows(ctx, lines);
  return new Map([
    ...targetOf(
      webhooks,
      ({ address }) => new URL(address).host,
      ({ id, projectId }) => `/projects/${projectId}/settings/webhooks/${id}`,
    ),
    ...targetOf(
      jobs,
      ({ format }) => `as ${format}`,
      ({ id, projectId, state }) => `/projects/${projectId}/export${state === 'done' ? `/${id}` : ''}`,
    ),
    ...targetOf(
      rounds,
      ({ name }) => name,
      ({ id, projectId }) => `/projects/${projectId}/rounds/${id}`,
    ),
    ...targetOf(
      questions,
      ({ text }) => text,
      ({ id, projectId }) => questionHref(projectId, id),
    ),
    ...targetOf(
      articles,
      ({ title }) => title,
      ({ id, projectId }) => wordsHref(projectId, id),
    ),
    ...targetOf(
      threads,
      ({ subject }) => subject.label,
      ({ id, projectId, subject }, commentId) => threadHref(projectId, subject, id, commentId ?? undefined),
      ({ subject }) => (isOfWords(subject.type) ? subject : null),
    ),
    ...targetOf(
      tags,
      ({ highlight }) => excerptOf(highlight.quote),
      ({ projectId, highlight }) => wordsHref(projectId, highlight.articleId, highlight.id),
      ({ highlight }) => highlight.article,
    ),
    ...targetOf(
      claims,
      ({ current }) => current.statement,
      ({ id, projectId }) => claimHref(projectId, id),
    ),
  ]);
}

/** What a line or a mute is about; undefined where it is not there for the actor. */
export const findTarget = async (
  ctx: ReadContext,
  subjectType: string,
  subjectId: string,
): Promise<Target | undefined> => (await targetsOf(ctx, [{ subjectType, subjectId }])).get(subjectId);

const MOST_IDS = 500; // as many as can be marked as read at once
const REACH = 5000; // lines that an inbox reaches back: what is older stands in the history

type Group = { shown: string; ids: string[]; count: number; newest: Date; last: string; actors: string[] };

/** Lines of one kind about one thing, read ones apart from unread ones; the group that grew last comes first. */
async function groupsOf(ctx: ReadContext, filter: z.output<typeof notificationFilter>): Promise<Group[]> {
  const after = afterOf(filter.cursor, isMoment);
  const state = filter.state ? { readAt: filter.state === 'unread' ? null : { not: null } } : {};
  const lines = await ctx.db.notification.findMany({
    where: { AND: [await wanted(ctx), state] },
    select: { id: true, projectId: true, kind: true, thingId: true, actorId: true, createdAt: true, readAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: REACH,
  });
  const groups = new Map<string, Group>();
  for (const { id, projectId, kind, thingId, actorId, createdAt, readAt } of lines) {
    const key = [projectId, kind, thingId, readAt === null].join(' ');
    const group = groups.get(key);
    if (!group) {
      groups.set(key, { shown: id, ids: [id], count: 1, newest: createdAt, last: id, actors: [actorId] });
      continue;
    }
    if (readAt === null) group.shown = id; // begin to read where one has not read yet
    if (group.ids.length < MOST_IDS) group.ids.push(id);
    if (!group.actors.includes(actorId)) group.actors.push(actorId);
    group.count += 1;
  }
  const isAfter = ({ newest, last }: Group) =>
    !after || newest < new Date(after.value) || (+newest === +new Date(after.value) && last < after.id);
  return [...groups.values()].filter(isAfter).slice(0, filter.limit + 1);
}

async function namesOf(ctx: ReadContext, ids: string[]): Promise<Map<string, string>> {
  const members = await ctx.db.member.findMany({
    where: { userId: { in: ids } },
    select: { userId: true, user: { select: { name: true } } },
  });
  return new Map(members.map((member) => [member.userId, member.user.name]));
}

/** A page of the actor's inbox over all their projects, newest first, with how many lines are unread. */
export async function listNotifications(
  ctx: ReadContext,
  _: string,
  filter: z.output<typeof notificationFilter>,
): Promise<Inbox> {
  const groups = await groupsOf(ctx, filter);
  const rows = await ctx.db.notification.findMany({
    where: { id: { in: groups.map((group) => group.shown) } },
    include: commentFields,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const [targets, things] = [await targetsOf(ctx, rows), await thingsOf(ctx, rows)];
  const names = await namesOf(
    ctx,
    groups.map(({ actors }) => actors[0]!),
  );
  const viewOf = ({ shown, ids, count, newest, actors }: Group): Notification => {
    const row = byId.get(shown)!;
    const kind = row.kind as NoticeKind;
    const target = targets.get(row.subjectId);
    // Several tags of an article stand under its title.
    const title = count > 1 ? things.get(row.thingId) : undefined;
    return {
      ...{ id: row.id, ids, count, projectId: row.projectId, kind },
      ...{ words: notices[kind].words, many: notices[kind].many },
      actor: {
        id: actors[0]!,
        name: BY_ITSELF.includes(kind) ? 'Claimbench' : (names.get(actors[0]!) ?? 'Somebody'),
      },
      people: actors.length,
      label: title ?? target?.label ?? null,
      quoted: title === undefined && target?.quoted === true,
      language: title === undefined ? (target?.language ?? null) : null,
      excerpt: target && row.comment && !row.comment.deletedAt ? excerptOf(row.comment.text) : null,
      href: target?.href(row.commentId) ?? null,
      at: newest.toISOString(),
      read: row.readAt !== null,
    };
  };
  const page = pageOf(groups, filter.limit, viewOf, ({ newest, last }) => [newest.toISOString(), last]);
  return { ...page, unread: await countUnread(ctx) };
}

/** Titles of the articles under which tags stand together. */
async function thingsOf(ctx: ReadContext, rows: Row[]): Promise<Map<string, string>> {
  const ids = rows.filter((row) => row.subjectType === 'tag').map((row) => row.thingId);
  const articles = await ctx.db.article.findMany({
    where: { id: { in: ids }, deletedAt: null },
    select: { id: true, title: true },
  });
  return new Map(articles.map(({ id, title }) => [id, title]));
}
