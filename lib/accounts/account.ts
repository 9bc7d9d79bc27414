import { z } from 'zod';
import { id, moment, text, whole, words } from '@/lib/core/words';
import { roles } from '@/lib/members/role';

export const meView = z.object({
  id: z.uuid(),
  name: text(),
  email: text(),
  tourLeft: z.boolean(), // skipped or walked to its end, on whatever device: it comes back from the help menu alone
  memberships: z.array(z.object({ projectId: z.uuid(), project: text(), role: z.enum(roles) })),
});
export type Me = z.output<typeof meView>;

export const scopes = ['read', 'write'] as const;

/** A personal access token. Whoever may write may read. */
export const tokenInput = z.strictObject({
  name: words(80),
  scopes: z.array(z.enum(scopes)).min(1).max(2).default(['read']),
  days: whole(1, 365).default(90), // until it ends
  /** The only projects that it reaches; without them all of the account’s, and its account. */
  projectIds: z.array(id()).min(1, 'Name a project, or leave the list out.').max(100).optional(),
});
export const tokenView = z.object({
  id: z.uuid(),
  name: text(),
  scopes: z.array(z.enum(scopes)),
  projectIds: z.array(z.uuid()).nullable(), // null is every project of the account
  createdAt: moment(),
  expiresAt: moment(),
  ended: z.boolean(), // by itself: it lets nobody in any more
  usedAt: moment().nullable(), // to the minute
  secret: text().optional(), // `cb_…`, in the answer that made it and never again
});
export type Token = z.output<typeof tokenView>;

export const sessionView = z.object({
  id: z.uuid(),
  agent: text(), // the browser, as it names itself
  createdAt: moment(),
  seenAt: moment(),
  expiresAt: moment(),
  current: z.boolean(),
});
export type Session = z.output<typeof sessionView>;

/** One session, or all of them: the asking one too unless it is spared. */
export const revokeInput = z.strictObject({ id: id().optional(), spareCurrent: z.boolean().optional() });
export const revokedView = z.object({ revoked: z.number() });
