import type { Recorded, WriteContext } from '@/lib/core/context';
import { visible } from '@/lib/permissions';
import { mentionsIn, type Doc } from '@/lib/threads/body';
import { BY_ITSELF, type NoticeKind } from './notification';

type Notice = {
  kind: NoticeKind;
  to: string[];
  subjectType: string;
  subjectId: string;
  /** What lines stand together under, where it is not the subject itself. */
  thingId?: string;
  commentId?: string;
};

/** Puts a line into the inbox of each of these people who is a member, but into the actor's own only what was not their act; wakes their open pages. */
export async function deliver(ctx: WriteContext, notices: Notice[]): Promise<void> {
  const members = await ctx.db.member.findMany({
    where: { projectId: ctx.projectId, deletedAt: null, userId: { in: notices.flatMap((notice) => notice.to) } },
    select: { userId: true },
  });
  const present = new Set(members.map((member) => member.userId));
  const lines = notices.flatMap(({ kind, to, subjectType, subjectId, thingId = subjectId, commentId }) =>
    [...new Set(to)]
      .filter((userId) => present.has(userId) && (userId !== ctx.actor.userId || BY_ITSELF.includes(kind)))
      .map((userId) => ({
        projectId: ctx.projectId,
        userId,
        kind,
        subjectType,
        subjectId,
        thingId,
        commentId: commentId ?? null,
        actorId: ctx.actor.userId,
        createdAt: ctx.now,
      })),
  );
  // Without an answer: a line in somebody else's inbox cannot be read back.
  if (lines.length === 0) return;
  await ctx.db.notification.createMany({ data: lines });
  await wake(
    ctx,
    lines.map(({ userId }) => userId),
  );
}

/** Open pages of these people read their inbox again. */
async function wake({ db }: WriteContext, userIds: string[]): Promise<void> {
  const people = [...new Set(userIds)];
  await db.$queryRaw`SELECT pg_notify('claimbench', 'inbox ' || one)::text FROM unnest(${people}::text[]) one`;
}

/** A verdict that is taken back is not told to anybody who has not read of it yet. */
export async function unsayVerdict(ctx: WriteContext, event: Recorded): Promise<void> {
  const ids = event.subjectType === 'project' ? (event.fields ?? []) : [event.subjectId];
  const on = event.subjectType === 'claim' ? { claimVersion: { claimId: event.subjectId } } : { tagId: { in: ids } };
  const reviews = await ctx.db.review.findMany({
    where: { AND: [{ ...on, reviewerId: ctx.actor.userId, withdrawnAt: ctx.now }, visible(ctx)] },
    select: { createdAt: true },
  });
  if (reviews.length === 0) return;
  const moments = reviews.map(({ createdAt }) => createdAt);
  const told = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT one::text AS id FROM unsay_verdicts(${ids}::uuid[], ${moments}::timestamptz[]) one`;
  if (told.length > 0)
    await wake(
      ctx,
      told.map(({ id }) => id),
    );
}

/** Whoever a comment mentions hears of it, and so does everybody else who took part in its thread. */
export async function notifyOfComment(ctx: WriteContext, event: Recorded): Promise<void> {
  const comment = await ctx.db.comment.findUniqueOrThrow({
    where: { id: event.subjectId },
    include: { thread: { include: { comments: { select: { authorId: true, deletedAt: true } } } } },
  });
  const { id: commentId, thread } = comment;
  const subject = { subjectType: 'thread', subjectId: thread.id, commentId };
  const mentioned = mentionsIn(comment.body as unknown as Doc);
  const others = [thread.createdBy, ...thread.comments.filter((one) => !one.deletedAt).map((one) => one.authorId)];
  await deliver(ctx, [
    { kind: 'mention', to: mentioned, ...subject },
    { kind: 'reply', to: others.filter((userId) => !mentioned.includes(userId)), ...subject },
  ]);
}

/** An edit tells those whom the comment never mentioned before. */
export async function notifyOfEdit(ctx: WriteContext, event: Recorded): Promise<void> {
  if (!event.fields?.includes('body')) return;
  const comment = await ctx.db.comment.findUniqueOrThrow({
    where: { id: event.subjectId },
    include: { versions: { select: { body: true } } },
  });
  const before = new Set(comment.versions.flatMap((version) => mentionsIn(version.body as unknown as Doc)));
  const to = mentionsIn(comment.body as unknown as Doc).filter((userId) => !before.has(userId));
  const { id: commentId, threadId } = comment;
  await deliver(ctx, [{ kind: 'mention', to, subjectType: 'thread', subjectId: threadId, commentId }]);
}

/** A verdict on a tag reaches its author; those on tags of one article stand together. */
export const notifyOfTag =
  (kind: NoticeKind) =>
  async (ctx: WriteContext, event: Recorded): Promise<void> => {
    const tag = await ctx.db.tag.findFirstOrThrow({
      where: { AND: [{ id: event.subjectId }, visible(ctx)] },
      select: { authorId: true, highlight: { select: { articleId: true } } },
    });
    const subject = { subjectType: 'tag', subjectId: event.subjectId, thingId: tag.highlight.articleId };
    await deliver(ctx, [{ kind, to: [tag.authorId], ...subject }]);
  };

/** What an author made of a proposed fix reaches whoever proposed it. */
export const notifyOfReply =
  (kind: NoticeKind) =>
  async (ctx: WriteContext, { subjectType, subjectId }: Recorded): Promise<void> => {
    const on = subjectType === 'tag' ? { tagId: subjectId } : { claimVersion: { claimId: subjectId } };
    const { reviewerId } = await ctx.db.review.findFirstOrThrow({
      where: { AND: [{ ...on, repliedAt: ctx.now }, visible(ctx)] },
      select: { reviewerId: true },
    });
    await deliver(ctx, [{ kind, to: [reviewerId], subjectType, subjectId }]);
  };

/** Tags that are accepted reach their authors: where several are at once, one line for each article, not one for each tag. */
export async function notifyOfAccepted(ctx: WriteContext, event: Recorded): Promise<void> {
  if (event.subjectType === 'tag') return notifyOfTag('tag-accepted')(ctx, event);
  const tags = await ctx.db.tag.findMany({
    where: {
      AND: [
        { id: { in: event.fields ?? [] }, reviews: { some: { verdict: 'accept', createdAt: ctx.now } } },
        visible(ctx),
      ],
    },
    select: { authorId: true, highlight: { select: { articleId: true } } },
  });
  const authors = new Map<string, Set<string>>();
  for (const { authorId, highlight } of tags)
    authors.set(highlight.articleId, (authors.get(highlight.articleId) ?? new Set()).add(authorId));
  await deliver(
    ctx,
    [...authors].map(([subjectId, to]) => ({ kind: 'tag-accepted', to: [...to], subjectType: 'article', subjectId })),
  );
}

const ownersOf = async (ctx: WriteContext, claimId: string): Promise<string[]> => {
  const claim = await ctx.db.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { createdBy: true, current: { select: { authorId: true } } },
  });
  return [claim.createdBy, claim.current.authorId];
};

/** What becomes of a claim reaches whoever made it and whoever worded it last. */
export const notifyOfClaim =
  (kind: NoticeKind) =>
  async (ctx: WriteContext, { subjectId }: Recorded): Promise<void> =>
    deliver(ctx, [{ kind, to: await ownersOf(ctx, subjectId), subjectType: 'claim', subjectId }]);

/** That a claim became stale also reaches those whose approval is lost with it: of the wording that was approved last. */
export async function notifyOfStale(ctx: WriteContext, { subjectId }: Recorded): Promise<void> {
  const accepted = await ctx.db.review.findMany({
    where: { claimVersion: { claimId: subjectId }, verdict: 'accept', withdrawnAt: null },
    select: { reviewerId: true, claimVersion: { select: { number: true } } },
  });
  const last = Math.max(...accepted.map(({ claimVersion }) => claimVersion!.number));
  const approvers = accepted.filter(({ claimVersion }) => claimVersion!.number === last);
  const to = [...(await ownersOf(ctx, subjectId)), ...approvers.map(({ reviewerId }) => reviewerId)];
  await deliver(ctx, [{ kind: 'claim-stale', to, subjectType: 'claim', subjectId }]);
}

/** A correction that lost words tells whoever highlighted or tagged them: one line an article, however many words. */
export async function notifyOfLoss(ctx: WriteContext, event: Recorded): Promise<void> {
  const lost = await ctx.db.highlight.findMany({
    where: { AND: [{ articleId: event.subjectId, orphanedAt: ctx.now, deletedAt: null }, visible(ctx)] },
    select: { authorId: true, tags: { where: { deletedAt: null }, select: { authorId: true } } },
  });
  const to = lost.flatMap(({ authorId, tags }) => [authorId, ...tags.map((tag) => tag.authorId)]);
  await deliver(ctx, [{ kind: 'words-lost', to, subjectType: 'article', subjectId: event.subjectId }]);
}

/** Whoever is to look after a question hears of it. */
export async function notifyOfAssignee(ctx: WriteContext, event: Recorded): Promise<void> {
  if (event.type === 'question.saved' && !event.fields?.includes('assigneeId')) return;
  const { assigneeId } = await ctx.db.question.findUniqueOrThrow({
    where: { id: event.subjectId },
    select: { assigneeId: true },
  });
  const subject = { subjectType: 'question', subjectId: event.subjectId };
  if (assigneeId) await deliver(ctx, [{ kind: 'question-assigned', to: [assigneeId], ...subject }]);
}

/** New evidence on a settled question reaches whoever asked it, looks after it or judged it. */
export async function notifyOfEvidence(ctx: WriteContext, event: Recorded): Promise<void> {
  const { createdBy, assigneeId, judgements } = await ctx.db.question.findUniqueOrThrow({
    where: { id: event.subjectId },
    select: { createdBy: true, assigneeId: true, judgements: { select: { authorId: true } } },
  });
  const to = [createdBy, ...(assigneeId ? [assigneeId] : []), ...judgements.map(({ authorId }) => authorId)];
  await deliver(ctx, [{ kind: 'question-reopened', to, subjectType: 'question', subjectId: event.subjectId }]);
}

/** A round reaches those to whom it is given, and whoever opened it when it is revealed. */
export const notifyOfRound =
  (kind: NoticeKind) =>
  async (ctx: WriteContext, event: Recorded): Promise<void> => {
    const { createdBy, analysts } = await ctx.db.round.findUniqueOrThrow({
      where: { id: event.subjectId },
      select: { createdBy: true, analysts: { select: { analystId: true } } },
    });
    const to = [createdBy, ...analysts.map(({ analystId }) => analystId)];
    await deliver(ctx, [{ kind, to, subjectType: 'round', subjectId: event.subjectId }]);
  };

/** A large export that is there, failed or was stopped, reaches whoever asked for it; what was made at once they have before them. */
export const notifyOfExport =
  (kind: NoticeKind) =>
  async (ctx: WriteContext, event: Recorded): Promise<void> => {
    const { createdBy, attempt } = await ctx.db.exportJob.findUniqueOrThrow({
      where: { id: event.subjectId },
      select: { createdBy: true, attempt: true },
    });
    if (attempt > 0 || kind === 'export-stopped')
      await deliver(ctx, [{ kind, to: [createdBy], subjectType: 'export', subjectId: event.subjectId }]);
  };

/** That nothing arrives at a webhook reaches every lead. */
export const notifyOfWebhook =
  (kind: NoticeKind) =>
  async (ctx: WriteContext, event: Recorded): Promise<void> => {
    const leads = await ctx.db.member.findMany({
      where: { projectId: ctx.projectId, role: 'lead', deletedAt: null },
      select: { userId: true },
    });
    const to = leads.map(({ userId }) => userId);
    await deliver(ctx, [{ kind, to, subjectType: 'webhook', subjectId: event.subjectId }]);
  };
