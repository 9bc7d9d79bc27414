import { isIP } from 'node:net';
import { z } from 'zod';
import { webhookSecret } from '@/lib/auth/webhook-signing';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { invalid, Refusal } from '@/lib/core/errors';
import { inTheWorld } from '@/lib/core/fetching';
import { loadDelivery, loadWebhook } from './queries';
import { troubleInput, webhookChange, webhookInput, type Delivery, type Webhook } from './webhook';

const nothing = z.strictObject({});
const inProject = async (_: WriteContext, id: string) => ({ id });
const about = ({ id, version }: Pick<Webhook, 'id' | 'version'>) => ({
  subjectType: 'webhook',
  subjectId: id,
  version,
});
const withoutSecret = (webhook: Webhook): Webhook => ({ ...webhook, secret: undefined });
const secretOf = (id: string, number: number) => webhookSecret(env().AUTH_SECRET, id, number);

function requireAllowed() {
  if (!env().CLAIMBENCH_WEBHOOKS)
    throw new Refusal('not-allowed-now', 'This server tells no other host: its operator has not allowed webhooks.');
}

/** What can be told from the address alone; names are looked up, and asked again, at every delivery. */
function requireOutside(address: string) {
  const host = new URL(address).hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !inTheWorld().permits(host))
    throw invalid([
      { path: 'address', message: `${host} lies in a private network, which this server does not contact.` },
    ]);
}

/** From here on: what happened before, or while it was off, is in the log for whoever asks. */
async function fromNowOn(ctx: WriteContext) {
  const { headSeq } = await ctx.db.project.findUniqueOrThrow({
    where: { id: ctx.projectId },
    select: { headSeq: true },
  });
  return { toldSeq: headSeq, offAt: null, failingSince: null, gaveUpAt: null };
}

/** Has an address told of what happens from now on. The answer holds the secret, this once. */
export const addWebhook = command(
  {
    verb: 'webhook.manage',
    input: webhookInput,
    subject: 'project',
    load: inProject,
    status: 201,
    kept: withoutSecret,
  },
  async (ctx, { address, kinds }): Promise<Webhook> => {
    requireAllowed();
    requireOutside(address);
    const made = { projectId: ctx.projectId, createdBy: ctx.actor.userId, createdAt: ctx.now };
    const { id } = await ctx.db.webhook.create({
      data: { ...made, ...(await fromNowOn(ctx)), address, kinds },
      select: { id: true },
    });
    ctx.record({ type: 'webhook.added', ...about({ id, version: 1 }) });
    return { ...(await loadWebhook(ctx, id)), secret: secretOf(id, 1) };
  },
);

/** Another address, other kinds, off or on. */
export const saveWebhook = command(
  { verb: 'webhook.manage', input: webhookChange, subject: 'webhook', load: loadWebhook, ifMatch: true },
  async (ctx, { address, kinds, on }, webhook) => {
    if (address !== undefined) requireOutside(address);
    if (on) requireAllowed();
    const version = webhook.version + 1;
    const switched = on === undefined || on === webhook.on ? {} : on ? await fromNowOn(ctx) : { offAt: ctx.now };
    const given = { ...(address === undefined ? {} : { address }), ...(kinds ? { kinds } : {}) };
    await ctx.db.webhook.update({ where: { id: webhook.id }, data: { ...given, ...switched, version } });
    const fields = [...Object.keys(given), ...(Object.keys(switched).length ? ['on'] : [])];
    ctx.record({ type: 'webhook.saved', ...about({ ...webhook, version }), fields });
    return loadWebhook(ctx, webhook.id);
  },
);

export const deleteWebhook = command(
  { verb: 'webhook.manage', input: nothing, subject: 'webhook', load: loadWebhook, ifMatch: true },
  async (ctx, _, webhook) => {
    const version = webhook.version + 1;
    const gone = { deletedAt: ctx.now, deletedBy: ctx.actor.userId };
    await ctx.db.webhook.update({ where: { id: webhook.id }, data: { ...gone, version } });
    ctx.record({ type: 'webhook.deleted', ...about({ ...webhook, version }) });
    return { ...webhook, version };
  },
);

export const restoreWebhook = command(
  {
    verb: 'webhook.manage',
    input: nothing,
    subject: 'webhook',
    load: (ctx, id) => loadWebhook(ctx, id, true),
    ifMatch: true,
  },
  async (ctx, _, webhook) => {
    const version = webhook.version + 1;
    const { toldSeq } = await fromNowOn(ctx);
    const back = { deletedAt: null, deletedBy: null, toldSeq };
    await ctx.db.webhook.update({ where: { id: webhook.id }, data: { ...back, version } });
    ctx.record({ type: 'webhook.restored', ...about({ ...webhook, version }) });
    return loadWebhook(ctx, webhook.id);
  },
);

/** Another secret, from the next delivery on. The answer holds it, this once. */
export const renewSecret = command(
  {
    verb: 'webhook.manage',
    input: nothing,
    subject: 'webhook',
    load: loadWebhook,
    ifMatch: true,
    kept: withoutSecret,
  },
  async (ctx, _, webhook): Promise<Webhook> => {
    const version = webhook.version + 1;
    const { secretNumber } = await ctx.db.webhook.update({
      where: { id: webhook.id },
      data: { secretNumber: { increment: 1 }, version },
      select: { secretNumber: true },
    });
    ctx.record({ type: 'webhook.renewed', ...about({ ...webhook, version }) });
    return { ...(await loadWebhook(ctx, webhook.id)), secret: secretOf(webhook.id, secretNumber) };
  },
);

function requireOn({ on }: Webhook) {
  requireAllowed();
  if (!on) throw new Refusal('not-allowed-now', 'This webhook is switched off. Switch it on first; nothing was sent.');
}

/** Sends something that is no event, to see whether it arrives. */
export const testWebhook = command(
  { verb: 'webhook.manage', input: nothing, subject: 'webhook', load: loadWebhook, status: 201 },
  async (ctx, _, webhook): Promise<Delivery> => {
    requireOn(webhook);
    const { id } = await ctx.db.delivery.create({
      data: { projectId: ctx.projectId, webhookId: webhook.id, createdAt: ctx.now, dueAt: ctx.now },
      select: { id: true },
    });
    ctx.record({ type: 'webhook.tested', ...about(webhook) });
    return loadDelivery(ctx, id);
  },
);

/** Sends the same again under the same id, at once and with as many tries as at first. */
export const replayDelivery = command(
  { verb: 'webhook.manage', input: nothing, subject: 'delivery', load: loadDelivery },
  async (ctx, _, delivery): Promise<Delivery> => {
    const webhook = await loadWebhook(ctx, delivery.webhookId);
    requireOn(webhook);
    const anew = { dueAt: ctx.now, deliveredAt: null, givenUpAt: null, leasedUntil: null, tries: 0 };
    await ctx.db.delivery.update({ where: { id: delivery.id }, data: anew });
    ctx.record({ type: 'webhook.replayed', ...about(webhook) });
    return loadDelivery(ctx, delivery.id);
  },
);

/** Notes that a delivery was given up, or that a webhook is switched off because none arrives: the leads are told, once a time of failing. */
export const noteTrouble = command(
  { verb: 'webhook.manage', input: troubleInput, subject: 'webhook', load: loadWebhook },
  async (ctx, { off }, webhook) => {
    const version = webhook.version + (off ? 1 : 0);
    const noted = off ? { offAt: ctx.now, version } : { gaveUpAt: ctx.now };
    const still = off ? { offAt: null } : { gaveUpAt: null };
    const { count } = await ctx.db.webhook.updateMany({
      where: { id: webhook.id, failingSince: { not: null }, ...still },
      data: noted,
    });
    if (count > 0)
      ctx.record({ type: off ? 'webhook.switched-off' : 'webhook.gave-up', ...about({ ...webhook, version }) });
    return { noted: count > 0 };
  },
);
