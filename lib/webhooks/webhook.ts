import { z } from 'zod';
import { historyKinds, type HistoryKind } from '@/lib/activity/activity';
import { exactText, moment, paging, person, text } from '@/lib/core/words';

/** What a webhook can be told of: the kinds of the history. */
export const webhookKinds = Object.keys(historyKinds) as [HistoryKind, ...HistoryKind[]];

const canBeSentTo = (address: string) => {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && !username && !password;
};
const address = exactText(2000)
  .trim()
  .refine(canBeSentTo, 'An address begins with https:// and holds no name and no password.');
const kinds = z
  .array(z.enum(webhookKinds))
  .min(1, 'Choose at least one kind.')
  .max(webhookKinds.length)
  .transform((chosen) => webhookKinds.filter((kind) => chosen.includes(kind)));

export const webhookInput = z.strictObject({ address, kinds });
export const webhookChange = z.strictObject({
  address: address.optional(),
  kinds: kinds.optional(),
  on: z.boolean().optional(),
});

export const deliveryStates = ['waiting', 'delivered', 'given-up'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const webhookView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  address: text(),
  kinds: z.array(z.enum(webhookKinds)),
  on: z.boolean(),
  failingSince: moment().nullable(), // nothing has arrived since
  version: z.number(),
  creator: person,
  createdAt: moment(),
  secret: text().optional(), // only in the answer that made it
});
export type Webhook = z.output<typeof webhookView>;
export const webhookList = z.object({
  items: z.array(webhookView),
  nextCursor: text().nullable(),
  allowed: z.boolean(), // whether this server sends to any
});

export const attemptView = z.object({
  at: moment(),
  status: z.number().nullable(),
  ms: z.number().nullable(),
  answer: text().nullable(), // its first 200 characters
  failure: text().nullable(), // why there was none
});
export type Attempt = z.output<typeof attemptView>;

export const deliveryView = z.object({
  id: z.uuid(), // also the header webhook-id of every try
  webhookId: z.uuid(),
  event: z.object({ seq: z.number(), type: text() }).nullable(), // null: a test
  state: z.enum(deliveryStates),
  tries: z.number(), // since it was made, or sent again by hand
  createdAt: moment(),
  triedAt: moment().nullable(),
  dueAt: moment().nullable(), // when it is tried next
  status: z.number().nullable(), // of the last answer
  ms: z.number().nullable(),
  answer: text().nullable(), // its first 1,000 bytes
  failure: text().nullable(), // why there was none
  attempts: z.array(attemptView), // the last eight tries, oldest first, those before it was sent again among them
});
export type Delivery = z.output<typeof deliveryView>;
export const deliveryFilter = z.strictObject({ ...paging, state: z.enum(deliveryStates).optional() });

/** What the product notes of a webhook, in the name of a lead. */
export const troubleInput = z.strictObject({ off: z.boolean() });
