import { accountCommand } from '@/lib/core/command';
import { readInput } from './notification';
import { countUnread, own } from './queries';

/** Marks lines of one's own inbox as read. Lines of others, and those read before, are left as they are. */
export const readNotifications = accountCommand(
  { name: 'notifications.read', input: readInput },
  async (ctx, { ids, until }) => {
    const which = [...(ids ? [{ id: { in: ids } }] : []), ...(until ? [{ createdAt: { lte: new Date(until) } }] : [])];
    const { count } = await ctx.db.notification.updateMany({
      where: { AND: [own(ctx), { readAt: null }, ...which] },
      data: { readAt: ctx.now },
    });
    if (count) ctx.record({ type: 'notifications.read', subjectType: 'user', subjectId: ctx.actor.userId, version: 1 });
    return { read: count, unread: await countUnread(ctx) };
  },
);
