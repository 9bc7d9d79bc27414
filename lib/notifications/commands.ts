import { accountCommand } from '@/lib/core/command';
import { notFound, Refusal } from '@/lib/core/errors';
import { readInput } from './notification';
import { countUnread, findNoticeSetting, findTarget, sendsMail, settingOf, wanted } from './queries';
import { everyFor, muteInput, settingInput } from './setting';

/** Marks lines of one's own inbox as read. Lines of others, and those read before, are left as they are. */
export const readNotifications = accountCommand(
  { name: 'notifications.read', input: readInput },
  async (ctx, { ids, until }) => {
    const which = [...(ids ? [{ id: { in: ids } }] : []), ...(until ? [{ createdAt: { lte: new Date(until) } }] : [])];
    const { count } = await ctx.db.notification.updateMany({
      where: { AND: [await wanted(ctx), { readAt: null }, ...which] },
      data: { readAt: ctx.now },
    });
    if (count) ctx.record({ type: 'notifications.read', subjectType: 'user', subjectId: ctx.actor.userId, version: 1 });
    return { read: count, unread: await countUnread(ctx) };
  },
);

/** Chooses which kinds one wants, and how often they are mailed. The first mail tells of what comes from now on. */
export const saveNoticeSetting = accountCommand(
  { name: 'notifications.set', input: settingInput },
  async (ctx, input) => {
    const { userId } = ctx.actor;
    const before = await settingOf(ctx);
    const { off, digest } = { ...before, ...input };
    if (digest !== 'off' && digest !== before.digest && !sendsMail())
      throw new Refusal('not-allowed-now', 'This server sends no mail: whoever runs it has to set it up first.');
    const dueAt = digest === 'off' ? null : new Date(ctx.now.getTime() + everyFor[digest]);
    const mailed = digest === before.digest ? {} : { digest, dueAt, toldAt: ctx.now, sendingUntil: null };
    const data = { off, ...mailed, updatedAt: ctx.now };
    await ctx.db.noticeSetting.upsert({ where: { userId }, create: { userId, ...data }, update: data });
    ctx.record({ type: 'notifications.set', subjectType: 'user', subjectId: userId, version: 1 });
    return findNoticeSetting(ctx);
  },
);

/** Mutes a thread, or a claim with the threads on it, for oneself; mentions come all the same. */
export const muteSubject = accountCommand(
  { name: 'notifications.mute', input: muteInput },
  async (ctx, { type, id: subjectId, muted }) => {
    const { userId } = ctx.actor;
    await ctx.db.mute.deleteMany({ where: { userId, subjectId } });
    if (muted) {
      const target = await findTarget(ctx, type, subjectId);
      if (!target) throw notFound();
      const { projectId } = target;
      await ctx.db.mute.create({ data: { userId, projectId, subjectType: type, subjectId, createdAt: ctx.now } });
    }
    ctx.record({ type: 'notifications.set', subjectType: type, subjectId, version: 1 });
    return findNoticeSetting(ctx);
  },
);
