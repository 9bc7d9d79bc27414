import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { afterOf, isMoment, pageOf } from '@/lib/core/page';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import { excerptOf } from '@/lib/threads/body';
import { claimHref, questionHref, threadHref, wordsHref } from '@/lib/threads/place';
import { subjectsOf } from '@/lib/threads/queries';
import { notices, type Inbox, type NoticeKind, type Notification, type notificationFilter } from './notification';

const commentFields = { comment: { select: { text: true, deletedAt: true } } } as const;
type Row = Prisma.NotificationGetPayload<{ include: typeof commentFields }>;

/** The actor's own lines, in the projects that are theirs today. */
export const own = (ctx: ReadContext): Prisma.NotificationWhereInput => ({
  userId: ctx.actor.userId,
  ...visible(ctx),
});

export const countUnread = (ctx: ReadContext): Promise<number> =>
  ctx.db.notification.count({ where: { ...own(ctx), readAt: null } });

type Target = { label: string; href: (commentId: string | null) => string };

async function roundsNamed(ctx: ReadContext, ids: string[]): Promise<[string, Target][]> {
  const select = { id: true, projectId: true, name: true } as const;
  const rows = await ctx.db.round.findMany({ where: { id: { in: ids } }, select });
  return rows.map(({ id, projectId, name }) => [
    id,
    { label: name, href: () => `/projects/${projectId}/rounds/${id}` },
  ]);
}

/** What lines are about, by id: absent where it was deleted since. */
async function targetsOf(ctx: ReadContext, rows: Row[]): Promise<Map<string, Target>> {
  const ids = (type: string) => rows.filter((row) => row.subjectType === type).map((row) => row.subjectId);
  const threads = await subjectsOf(ctx, ids('thread'));
  const tags = await ctx.db.tag.findMany({
    where: {
      AND: [
        { id: { in: ids('tag') }, deletedAt: null, highlight: { deletedAt: null, article: { deletedAt: null } } },
        visible(ctx),
      ],
    },
    select: { id: true, projectId: true, highlight: { select: { id: true, quote: true, articleId: true } } },
  });
  const claims = await ctx.db.claim.findMany({
    where: { id: { in: ids('claim') }, deletedAt: null },
    select: { id: true, projectId: true, current: { select: { statement: true } } },
  });
  const articles = await ctx.db.article.findMany({
    where: { id: { in: ids('article') }, deletedAt: null },
    select: { id: true, projectId: true, title: true },
  });
  const questions = await ctx.db.question.findMany({
    where: { id: { in: ids('question') }, deletedAt: null },
    select: { id: true, projectId: true, text: true },
  });
  return new Map<string, Target>([
    ...(await roundsNamed(ctx, ids('round'))),
    ...questions.map(({ id, projectId, text }): [string, Target] => [
      id,
      { label: text, href: () => questionHref(projectId, id) },
    ]),
    ...articles.map(({ id, projectId, title }): [string, Target] => [
      id,
      { label: title, href: () => wordsHref(projectId, id) },
    ]),
    ...threads.map(({ id, projectId, subject }): [string, Target] => [
      id,
      { label: subject.label, href: (commentId) => threadHref(projectId, subject, id, commentId ?? undefined) },
    ]),
    ...tags.map(({ id, projectId, highlight }): [string, Target] => [
      id,
      { label: excerptOf(highlight.quote), href: () => wordsHref(projectId, highlight.articleId, highlight.id) },
    ]),
    ...claims.map(({ id, projectId, current }): [string, Target] => [
      id,
      { label: current.statement, href: () => claimHref(projectId, id) },
    ]),
  ]);
}

async function namesOf(ctx: ReadContext, rows: Row[]): Promise<Map<string, string>> {
  const members = await ctx.db.member.findMany({
    where: { userId: { in: rows.map((row) => row.actorId) } },
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
  const after = afterOf(filter.cursor, isMoment);
  const rows = await ctx.db.notification.findMany({
    where: {
      AND: [
        own(ctx),
        filter.state ? { readAt: filter.state === 'unread' ? null : { not: null } } : {},
        after ? { OR: [{ createdAt: { lt: after.value } }, { createdAt: after.value, id: { lt: after.id } }] } : {},
      ],
    },
    include: commentFields,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: filter.limit + 1,
  });
  const targets = await targetsOf(ctx, rows);
  const names = await namesOf(ctx, rows);
  const lineOf = (row: Row): Notification => {
    const target = targets.get(row.subjectId);
    const kind = row.kind as NoticeKind;
    return {
      id: row.id,
      projectId: row.projectId,
      kind,
      words: notices[kind],
      actor: { id: row.actorId, name: names.get(row.actorId) ?? 'Somebody' },
      label: target?.label ?? null,
      excerpt: target && row.comment && !row.comment.deletedAt ? excerptOf(row.comment.text) : null,
      href: target?.href(row.commentId) ?? null,
      at: row.createdAt.toISOString(),
      read: row.readAt !== null,
    };
  };
  const page = pageOf(rows, filter.limit, lineOf, (row) => [row.createdAt.toISOString(), row.id]);
  return { ...page, unread: await countUnread(ctx) };
}
