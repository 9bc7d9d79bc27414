import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { listOf } from '@/lib/core/words';
import {
  addWebhook,
  deleteWebhook,
  renewSecret,
  replayDelivery,
  restoreWebhook,
  saveWebhook,
  testWebhook,
} from './commands';
import { findWebhook, listDeliveries, listWebhooks } from './queries';
import { deliveryFilter, deliveryView, webhookChange, webhookInput, webhookList, webhookView } from './webhook';

const nothing = z.strictObject({});

export const webhookEndpoints = {
  listWebhooks: reads({
    summary: 'The addresses that are told of what happens in a project',
    query: nothing,
    answer: webhookList,
    restricted: true,
    read: listWebhooks,
  }),
  addWebhook: writes({
    summary: 'Have an address told of what happens from now on; the answer holds the secret, once',
    description:
      'The address gets a POST of `{type, timestamp, data}`, `data` being the event as the changes have it. It is signed as Standard Webhooks says: `webhook-signature` is `v1,` and the HMAC-SHA256 in base64 of `webhook-id.webhook-timestamp.body`, by the secret after `whsec_`, decoded from base64. Refuse what does not fit or is older than five minutes. Answer 2xx within 10 seconds; else it comes again, eight times over some 17 hours, under the same `webhook-id`.',
    input: webhookInput,
    answer: webhookView,
    status: 201,
    command: addWebhook,
  }),
  findWebhook: reads({
    summary: 'One webhook',
    query: nothing,
    answer: webhookView,
    restricted: true,
    read: findWebhook,
  }),
  saveWebhook: writes({
    summary: 'Change the address or the kinds of a webhook, switch it off or on',
    input: webhookChange,
    answer: webhookView,
    status: 200,
    ifMatch: true,
    command: saveWebhook,
  }),
  deleteWebhook: writes({
    summary: 'Remove a webhook: nothing is sent any more',
    input: nothing,
    answer: webhookView,
    status: 200,
    ifMatch: true,
    command: deleteWebhook,
  }),
  restoreWebhook: writes({
    summary: 'Bring a webhook back; it is told of what happens from now on',
    input: nothing,
    answer: webhookView,
    status: 200,
    ifMatch: true,
    command: restoreWebhook,
  }),
  renewSecret: writes({
    summary: 'Make another secret for a webhook; the answer holds it, once',
    input: nothing,
    answer: webhookView,
    status: 200,
    ifMatch: true,
    command: renewSecret,
  }),
  testWebhook: writes({
    summary: 'Send a test, which is no event',
    input: nothing,
    answer: deliveryView,
    status: 201,
    command: testWebhook,
  }),
  listDeliveries: reads({
    summary: 'What was sent to an address and what waits to be, newest first; kept for 30 days',
    query: deliveryFilter,
    answer: listOf(deliveryView),
    restricted: true,
    read: listDeliveries,
  }),
  replayDelivery: writes({
    summary: 'Send the same again under the same id',
    input: nothing,
    answer: deliveryView,
    status: 200,
    command: replayDelivery,
  }),
};
