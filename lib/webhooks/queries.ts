import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { notFound, Refusal } from '@/lib/core/errors';
import { afterOf, isMoment, pageOf } from '@/lib/core/page';
import { peopleOf, roleIn } from '@/lib/members/queries';
import { may } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import type { Attempt, Delivery, deliveryFilter, DeliveryState, Webhook } from './webhook';

/** An address may hold a password of its owner's: leads alone read it. Throws `not-found` and `forbidden`. */
function requireLead(ctx: ReadContext, projectId: string) {
  const allowed = may({ userId: ctx.actor.userId, role: roleIn(ctx, projectId) }, 'webhook.manage');
  if (allowed !== true) throw new Refusal(allowed.code, allowed.why);
}

async function viewOf(ctx: ReadContext, row: Prisma.WebhookGetPayload<object>): Promise<Webhook> {
  const who = await peopleOf(ctx, row.projectId);
  return {
    id: row.id,
    projectId: row.projectId,
    address: row.address,
    kinds: row.kinds as Webhook['kinds'],
    on: row.offAt === null,
    failingSince: row.failingSince?.toISOString() ?? null,
    version: row.version,
    creator: who(row.createdBy),
    createdAt: row.createdAt.toISOString(),
  };
}

/** The webhooks of a project, oldest first. */
export async function listWebhooks(ctx: ReadContext, projectId: string) {
  requireLead(ctx, projectId);
  const rows = await ctx.db.webhook.findMany({
    where: { projectId, deletedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const items = [];
  for (const row of rows) items.push(await viewOf(ctx, row));
  return { items, nextCursor: null, allowed: env().CLAIMBENCH_WEBHOOKS };
}

/** One webhook for whoever may change it, which its command sees to; deleted ones only on demand. Throws `not-found`. */
export async function loadWebhook(ctx: ReadContext, id: string, deleted = false): Promise<Webhook> {
  const row = await ctx.db.webhook.findFirst({ where: { id, deletedAt: deleted ? { not: null } : null } });
  if (!row) throw notFound();
  return viewOf(ctx, row);
}

/** One webhook. Throws `not-found` and `forbidden`. */
export async function findWebhook(ctx: ReadContext, id: string): Promise<Webhook> {
  const webhook = await loadWebhook(ctx, id);
  requireLead(ctx, webhook.projectId);
  return webhook;
}

const withEvent = { event: { select: { seq: true, type: true } } } as const;
type DeliveryRow = Prisma.DeliveryGetPayload<{ include: typeof withEvent }>;

const stateOf = ({ deliveredAt, givenUpAt }: DeliveryRow): DeliveryState =>
  deliveredAt ? 'delivered' : givenUpAt ? 'given-up' : 'waiting';
const deliveryOf = (row: DeliveryRow): Delivery => ({
  id: row.id,
  webhookId: row.webhookId,
  event: row.event && { seq: Number(row.event.seq), type: row.event.type },
  state: stateOf(row),
  tries: row.tries,
  createdAt: row.createdAt.toISOString(),
  triedAt: row.triedAt?.toISOString() ?? null,
  dueAt: row.dueAt?.toISOString() ?? null,
  status: row.status,
  ms: row.ms,
  answer: row.answer,
  failure: row.failure,
  attempts: row.attempts as Attempt[],
});

/** One delivery, as its command needs it. Throws `not-found`. */
export async function loadDelivery(ctx: ReadContext, id: string): Promise<Delivery> {
  const row = await ctx.db.delivery.findFirst({ where: { id, webhook: { deletedAt: null } }, include: withEvent });
  if (!row) throw notFound();
  return deliveryOf(row);
}

const inState: Record<DeliveryState, Prisma.DeliveryWhereInput> = {
  waiting: { dueAt: { not: null } },
  delivered: { deliveredAt: { not: null } },
  'given-up': { givenUpAt: { not: null } },
};

/** What was sent to an address and what waits to be, newest first. Throws `not-found` and `forbidden`. */
export async function listDeliveries(
  ctx: ReadContext,
  webhookId: string,
  { limit, cursor, state }: z.output<typeof deliveryFilter>,
) {
  await findWebhook(ctx, webhookId);
  const after = afterOf(cursor, isMoment);
  const at = after && new Date(after.value);
  const rows = await ctx.db.delivery.findMany({
    where: {
      AND: [
        { webhookId },
        state ? inState[state] : {},
        after ? { OR: [{ createdAt: { lt: at! } }, { createdAt: at!, id: { lt: after.id } }] } : {},
      ],
    },
    include: withEvent,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, deliveryOf, (row) => [row.createdAt.toISOString(), row.id]);
}
