import { touchClaims } from '@/lib/claims/steps';
import type { WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import { documentOf, mentionsIn, quotationsIn, textOf, withNames, type Doc } from './body';
import type { SubjectType } from './thread';

type Subject = { type: SubjectType; id: string };
type Said = { doc: Doc; blocksApproval: boolean };

const MOST_QUOTED = 20;

/** Refuses a quote that is not the slice of the text it names: words are quoted to the letter or not at all. */
async function requireQuotes(ctx: WriteContext, doc: Doc): Promise<void> {
  const quoted = quotationsIn(doc);
  if (quoted.length > MOST_QUOTED)
    throw invalid([{ path: 'body', message: `A comment quotes at most ${MOST_QUOTED} places.` }]);
  for (const { articleId, version, start, end, quote } of quoted) {
    const found = await ctx.db.articleVersion.findFirst({
      where: { articleId, number: version, projectId: ctx.projectId },
      select: { text: true },
    });
    if (found?.text.slice(start, end) !== quote)
      throw new Refusal('quote-mismatch', 'The words quoted here do not stand there in the article. Copy them again.');
  }
}

/**
 * The document with every mention under its member's name, former members included. Refuses the mention of anybody else, and
 * words quoted otherwise than they stand.
 */
export async function named(ctx: WriteContext, doc: Doc): Promise<Doc> {
  await requireQuotes(ctx, doc);
  const ids = mentionsIn(doc);
  if (ids.length === 0) return doc;
  const members = await ctx.db.member.findMany({
    where: { projectId: ctx.projectId, userId: { in: ids } },
    select: { userId: true, user: { select: { name: true } } },
  });
  const names = new Map(members.map((member) => [member.userId, member.user.name]));
  if (names.size !== ids.length)
    throw invalid([{ path: 'body', message: 'Somebody mentioned here is not a member of the project.' }]);
  return withNames(doc, (id) => names.get(id)!);
}

/** The claim that an objection in a thread on this subject blocks; null where there is none. */
async function claimOf(ctx: WriteContext, subject: Subject): Promise<string | null> {
  if (subject.type === 'claim') return subject.id;
  if (subject.type !== 'tag') return null;
  const tag = await ctx.db.tag.findFirst({ where: { id: subject.id, ...visible(ctx) }, select: { claimId: true } });
  return tag?.claimId ?? null;
}

/** An objection came, went or changed: the claim that it blocks is another than the one that was seen; of a hidden one at the reveal. */
export async function touchBlocked(ctx: WriteContext, thread: { id: string; subject: Subject }): Promise<void> {
  const hidden = await ctx.db.thread.count({ where: { id: thread.id, blindRoundId: { not: null }, ...visible(ctx) } });
  if (!hidden) await touchClaims(ctx, [await claimOf(ctx, thread.subject)]);
}

/** Refuses "blocks approval" where nothing can be approved. */
export async function requireClaimToBlock(ctx: WriteContext, subject: Subject): Promise<void> {
  if (await claimOf(ctx, subject)) return;
  throw invalid([
    { path: 'blocksApproval', message: 'Only a claim or one of its citations can be blocked: object there.' },
  ]);
}

/** Starts a thread with its first comment, inside the caller's write; the subject must be known to exist. Answers its id. */
export async function startThreadRow(ctx: WriteContext, subject: Subject, said: Said): Promise<string> {
  const { id } = await ctx.db.thread.create({
    data: {
      projectId: ctx.projectId,
      [`${subject.type}Id`]: subject.id,
      createdBy: ctx.actor.userId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
    select: { id: true },
  });
  ctx.record({ type: 'thread.started', subjectType: 'thread', subjectId: id, version: 1 });
  await addCommentRow(ctx, { id, subject }, said);
  return id;
}

/** What was said elsewhere, by whom, on something that is known to exist. */
export interface Heard {
  readonly subject: Subject;
  readonly said: readonly { readonly text: string; readonly outsiderId: string | null }[];
}

/** Adds threads with all that was said in them, in a handful of statements and without a word to the log: the caller says it. Answers the comments' ids. */
export async function addThreadRows(ctx: WriteContext, heard: readonly Heard[]): Promise<string[]> {
  const base = { projectId: ctx.projectId, createdAt: ctx.now };
  const ids: string[] = [];
  for (const { subject, said } of heard) {
    const { id } = await ctx.db.thread.create({
      data: { ...base, [`${subject.type}Id`]: subject.id, createdBy: ctx.actor.userId, updatedAt: ctx.now },
      select: { id: true },
    });
    const data = said.map(({ text, outsiderId }) => {
      const body = documentOf({ text });
      const words = { body: body as unknown as Prisma.InputJsonObject, text: textOf(body) };
      return { ...base, threadId: id, authorId: ctx.actor.userId, outsiderId, ...words };
    });
    const made = await ctx.db.comment.createManyAndReturn({ data, select: { id: true } });
    ids.push(...made.map((comment) => comment.id));
  }
  return ids;
}

/** Adds a comment, inside the caller's write; answers its id. */
export async function addCommentRow(
  ctx: WriteContext,
  thread: { id: string; subject: Subject },
  { doc, blocksApproval }: Said,
): Promise<string> {
  if (blocksApproval) await requireClaimToBlock(ctx, thread.subject);
  const body = await named(ctx, doc);
  const { id } = await ctx.db.comment.create({
    data: {
      projectId: ctx.projectId,
      threadId: thread.id,
      authorId: ctx.actor.userId,
      body: body as unknown as Prisma.InputJsonObject,
      text: textOf(body),
      mentions: mentionsIn(body),
      blocksApproval,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  if (blocksApproval) await touchBlocked(ctx, thread);
  ctx.record({
    type: 'comment.added',
    subjectType: 'comment',
    subjectId: id,
    version: 1,
    fields: blocksApproval ? ['blocksApproval'] : [],
  });
  return id;
}

/** The thread moved: its version and its place in lists. */
export async function touchThread(ctx: WriteContext, id: string): Promise<void> {
  await ctx.db.thread.update({ where: { id }, data: { updatedAt: ctx.now, version: { increment: 1 } } });
}

/** Puts on record what each side holds. Who holds it must be a member; who words it is whoever writes. */
export async function keepPositions(
  ctx: WriteContext,
  threadId: string,
  positions: { holderId: string; text: string }[],
): Promise<void> {
  const holders = positions.map(({ holderId }) => holderId);
  const members = await ctx.db.member.count({ where: { projectId: ctx.projectId, userId: { in: holders } } });
  if (members !== holders.length)
    throw invalid([{ path: 'positions', message: 'Somebody named here is not a member of the project.' }]);
  await ctx.db.threadPosition.deleteMany({ where: { threadId, holderId: { notIn: holders } } });
  for (const { holderId, text } of positions) {
    const data = { text, writtenBy: ctx.actor.userId, writtenAt: ctx.now };
    const place = { threadId_holderId: { threadId, holderId } };
    const before = await ctx.db.threadPosition.findUnique({ where: place });
    // A sentence that nobody touched stays the words of whoever wrote it.
    if (before?.text !== text)
      await ctx.db.threadPosition.upsert({
        where: place,
        create: { projectId: ctx.projectId, threadId, holderId, ...data },
        update: data,
      });
  }
}
