import { z } from 'zod';
import { exactText, moment, person, text, whole, words } from '@/lib/core/words';
import { tlps } from '@/lib/formats/marking';
import { roles } from './role';

export const projectInput = z.strictObject({ name: words(120), description: exactText(2000).optional() });
export const projectChange = z.strictObject({
  name: words(120).optional(),
  description: exactText(2000).optional(),
  grades: z.boolean().optional(),
  hypotheses: z.boolean().optional(),
  approvalsNeeded: whole(1, 10).optional(),
  adjudicateOwn: z.boolean().optional(),
  marking: z.enum(tlps).nullable().optional(),
});
export const projectView = z.object({
  id: z.uuid(),
  name: text(),
  description: text(),
  grades: z.boolean(),
  hypotheses: z.boolean(), // whether questions have a matrix of answers against evidence
  approvalsNeeded: z.number(),
  adjudicateOwn: z.boolean(), // whether analysts of a round may decide on its differences
  marking: z.enum(tlps).nullable(), // who may read it; of an article without a marking of its own too
  demo: z.boolean(),
  role: z.enum(roles), // the asking actor's own
  version: z.number(),
  createdAt: moment(),
});
export type Project = z.output<typeof projectView>;

export const memberInput = z.strictObject({ email: words(254), role: z.enum(roles) });
export const memberChange = z.strictObject({ role: z.enum(roles) });
export const memberView = z.object({
  id: z.uuid(), // of the membership
  userId: z.uuid(),
  name: text(),
  email: text(),
  role: z.enum(roles),
  version: z.number(),
  joinedAt: moment(),
});
export type Member = z.output<typeof memberView>;

/** Who was asked in but has no account yet. `link` is there once, in the answer that made it. */
export const invitationView = z.object({
  id: z.uuid(),
  email: text(),
  role: z.enum(roles),
  expiresAt: moment(),
  link: text().optional(),
});
export type Invitation = z.output<typeof invitationView>;
/** One that nobody has taken up yet, as the leads see it: nobody reads its link a second time. */
export const openInvitationView = invitationView
  .omit({ link: true })
  .extend({ inviter: person.pick({ id: true, name: true }), createdAt: moment() });
export type OpenInvitation = z.output<typeof openInvitationView>;
export const invited = z.object({ member: memberView.nullable(), invitation: invitationView.nullable() });
export type Invited = z.output<typeof invited>;
/** An invited person's first form: a name and a password of 15 characters or more. */
export const acceptance = z.strictObject({
  name: words(120),
  password: exactText(1000).min(15, 'Use 15 characters or more; a sentence is fine.'),
});
export const accepted = z.object({ projectId: z.uuid(), email: text() });
