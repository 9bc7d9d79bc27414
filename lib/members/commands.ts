import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { emailOf, signInWithPassword } from '@/lib/auth/accounts';
import { countSignIn } from '@/lib/auth/limits';
import { hashPassword } from '@/lib/auth/password';
import { hashOf, newSecret } from '@/lib/auth/secrets';
import { accountCommand, command, type Request } from '@/lib/core/command';
import type { Actor, Db, WriteContext } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { invalid, notFound, Refusal } from '@/lib/core/errors';
import {
  acceptance,
  memberChange,
  memberInput,
  projectChange,
  projectInput,
  type Invitation,
  type Invited,
  type Member,
  type OpenInvitation,
} from './member';
import { findInvitation, findMember, findProject, loadInvitation } from './queries';
import { mayGrant } from './role';
import { joinProject } from './steps';

const nothing = z.strictObject({});
const INVITED_FOR = 7 * 24 * 3_600_000; // ms

export const createProject = accountCommand(
  { name: 'project.create', input: projectInput, status: 201 },
  async (ctx, { name, description }) => {
    // Made here, since the policy lets rows in only once the project has been entered.
    const id = randomUUID();
    await ctx.enter(id);
    const userId = ctx.actor.userId;
    await ctx.db.project.create({
      data: { id, name, description: description ?? '', createdBy: userId, createdAt: ctx.now },
      select: { id: true },
    });
    await joinProject(ctx, id, userId, 'lead');
    ctx.record({ type: 'project.created', subjectType: 'project', subjectId: id, version: 1 });
    return findProject({ ...ctx, actor: { ...ctx.actor, projects: [{ id, role: 'lead' }] } }, id);
  },
);

export const saveProject = command(
  { verb: 'project.save', input: projectChange, subject: 'project', load: findProject, ifMatch: true },
  async (ctx, change, project) => {
    const data = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const version = project.version + 1;
    await ctx.db.project.update({ where: { id: project.id }, data: { ...data, version } });
    ctx.record({
      type: 'project.saved',
      subjectType: 'project',
      subjectId: project.id,
      version,
      fields: Object.keys(data),
    });
    return findProject(ctx, project.id);
  },
);

/** An account of this address joins at once; for anybody else a link is made that works once, for seven days. */
export const inviteMember = command(
  {
    verb: 'member.invite',
    input: memberInput,
    subject: 'project',
    load: findProject,
    status: 201,
    kept: ({ member, invitation }: Invited): Invited => ({
      member,
      invitation: invitation && { ...invitation, link: undefined },
    }),
  },
  async (ctx, { email: typed, role }): Promise<Invited> => {
    const email = emailOf(typed);
    if (!email) throw invalid([{ path: 'email', message: 'This is not an e-mail address.' }]);
    requireGrant(ctx, role);
    const user = await ctx.db.user.findUnique({ where: { email }, select: { id: true } });
    await endInvitations(ctx, email);
    if (!user) return { member: null, invitation: await openInvitation(ctx, email, role) };
    const { id, version } = await joinProject(ctx, ctx.projectId, user.id, role);
    ctx.record({ type: 'member.invited', subjectType: 'member', subjectId: id, version });
    return { member: await findMember(ctx, id), invitation: null };
  },
);

/** A new link to the same address takes the place of the ones before, and so does an account that joined. */
async function endInvitations({ db, projectId, now }: WriteContext, email: string) {
  await db.invitation.updateMany({
    where: { projectId, email, acceptedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
}

async function openInvitation(ctx: WriteContext, email: string, role: Member['role']): Promise<Invitation> {
  const secret = newSecret();
  const { projectId, now } = ctx;
  const expiresAt = new Date(now.getTime() + INVITED_FOR);
  const { id } = await ctx.db.invitation.create({
    data: { projectId, email, role, tokenHash: hashOf(secret), createdBy: ctx.actor.userId, createdAt: now, expiresAt },
    select: { id: true },
  });
  ctx.record({ type: 'member.invited', subjectType: 'invitation', subjectId: id, version: 1 });
  const link = new URL(`/invitations/${secret}`, env().NEXTAUTH_URL).toString();
  return { id, email, role, expiresAt: expiresAt.toISOString(), link };
}

/** From now on its link lets nobody in. */
export const revokeInvitation = command(
  { verb: 'member.invite', input: nothing, subject: 'invitation', load: loadInvitation },
  async (ctx, _, { projectId: __, ...invitation }): Promise<OpenInvitation> => {
    if (new Date(invitation.expiresAt) <= ctx.now)
      throw new Refusal('not-allowed-now', `The invitation of ${invitation.email} has ended already.`);
    await ctx.db.invitation.update({ where: { id: invitation.id }, data: { expiresAt: ctx.now } });
    ctx.record({ type: 'invitation.revoked', subjectType: 'invitation', subjectId: invitation.id, version: 1 });
    return { ...invitation, expiresAt: ctx.now.toISOString() };
  },
);

/** The way back: the link that was sent works again, until the day that it was made for. */
export const restoreInvitation = command(
  { verb: 'member.invite', input: nothing, subject: 'invitation', load: loadInvitation },
  async (ctx, _, { projectId, ...invitation }): Promise<OpenInvitation> => {
    const { id, email, role } = invitation;
    requireGrant(ctx, role);
    const expiresAt = new Date(new Date(invitation.createdAt).getTime() + INVITED_FOR);
    if (expiresAt <= ctx.now)
      throw new Refusal('not-allowed-now', `The link for ${email} is more than seven days old: invite them again.`);
    const newer = await ctx.db.invitation.count({
      where: { projectId, email, acceptedAt: null, expiresAt: { gt: ctx.now } },
    });
    const joined = await ctx.db.member.count({ where: { projectId, deletedAt: null, user: { email } } });
    if (newer + joined > 0)
      throw new Refusal('not-allowed-now', `${email} is a member now, or has a newer link: this one is not needed.`);
    await ctx.db.invitation.update({ where: { id }, data: { expiresAt } });
    ctx.record({ type: 'invitation.restored', subjectType: 'invitation', subjectId: id, version: 1 });
    return { ...invitation, expiresAt: expiresAt.toISOString() };
  },
);

function requireGrant(ctx: WriteContext, role: Member['role']) {
  if (!mayGrant(ctx.role, role)) throw new Refusal('forbidden', 'Nobody grants a role above their own.');
}

async function requireAnotherLead(ctx: WriteContext, member: Member) {
  if (member.role !== 'lead') return;
  const others = await ctx.db.member.count({
    where: {
      projectId: ctx.projectId,
      role: 'lead',
      deletedAt: null,
      id: { not: member.id },
      user: { disabledAt: null },
    },
  });
  if (others > 0) return;
  const words = 'A project keeps at least one lead: make somebody else a lead first.';
  throw new Refusal('not-allowed-now', words, { missing: [{ code: 'another-lead', words, href: null }] });
}

export const saveMember = command(
  { verb: 'member.save', input: memberChange, subject: 'member', load: findMember, ifMatch: true },
  async (ctx, { role }, member) => {
    requireGrant(ctx, role);
    if (role !== 'lead') await requireAnotherLead(ctx, member);
    const version = member.version + 1;
    await ctx.db.member.update({ where: { id: member.id }, data: { role, version } });
    ctx.record({ type: 'member.saved', subjectType: 'member', subjectId: member.id, version, fields: ['role'] });
    return findMember(ctx, member.id);
  },
);

/** Their work stays theirs; from the next request on they see nothing of the project. */
export const removeMember = command(
  { verb: 'member.save', input: nothing, subject: 'member', load: findMember, ifMatch: true },
  async (ctx, _, member) => {
    await requireAnotherLead(ctx, member);
    const version = member.version + 1;
    await ctx.db.member.update({
      where: { id: member.id },
      data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version },
    });
    ctx.record({ type: 'member.removed', subjectType: 'member', subjectId: member.id, version });
    return { ...member, version };
  },
);

export const restoreMember = command(
  {
    verb: 'member.save',
    input: nothing,
    subject: 'member',
    load: (ctx, id) => findMember(ctx, id, true),
    ifMatch: true,
  },
  async (ctx, _, member) => {
    requireGrant(ctx, member.role);
    const { outside } = await ctx.db.user.findUniqueOrThrow({
      where: { id: member.userId },
      select: { outside: true },
    });
    if (outside)
      throw new Refusal(
        'not-allowed-now',
        `${member.name} came with an archive and has no account here: nobody can sign in as them. Invite ${outside} instead.`,
      );
    const version = member.version + 1;
    await ctx.db.member.update({ where: { id: member.id }, data: { deletedAt: null, deletedBy: null, version } });
    ctx.record({ type: 'member.restored', subjectType: 'member', subjectId: member.id, version });
    return findMember(ctx, member.id);
  },
);

/** The account that takes an invitation: a new one, or by its password the one that this address has got since. */
async function arriveInvited({ name, password }: z.output<typeof acceptance>, { id: secret, address = '' }: Request) {
  const { email, projectId, role, hasAccount } = await findInvitation(secret);
  const actorOf = (user: Pick<Actor, 'name' | 'email'> & { id: string }): Actor => ({
    userId: user.id,
    name: user.name,
    email: user.email,
    projects: [{ id: projectId, role }],
  });
  if (hasAccount) {
    const user = await signInWithPassword(email, password, address);
    if (!user) throw invalid([{ path: 'password', message: 'This address has an account: its password is needed.' }]);
    return async () => actorOf(user);
  }
  await countSignIn(null, address);
  const passwordHash = await hashPassword(password);
  return async (db: Db) => actorOf(await db.user.create({ data: { name, email, passwordHash } }));
}

/** Takes an invitation up: the account, the membership and the used-up link in one write. The request's id is the link's secret. */
export const acceptInvitation = accountCommand(
  { name: 'invitation.accept', input: acceptance, arrive: arriveInvited },
  async (ctx, _, { id: secret }) => {
    const projectId = ctx.actor.projects[0]!.id;
    await ctx.enter(projectId);
    const [invitation] = await ctx.db.invitation.updateManyAndReturn({
      where: {
        ...{ tokenHash: hashOf(secret), acceptedAt: null, expiresAt: { gt: ctx.now } },
        project: { takenBackAt: null },
      },
      data: { acceptedAt: ctx.now, acceptedBy: ctx.actor.userId },
      select: { role: true },
    });
    if (!invitation) throw notFound();
    const { id, version } = await joinProject(ctx, projectId, ctx.actor.userId, invitation.role);
    ctx.record({ type: 'member.joined', subjectType: 'member', subjectId: id, version });
    return { projectId, email: ctx.actor.email };
  },
);
