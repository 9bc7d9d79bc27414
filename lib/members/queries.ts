import type { ReadContext } from '@/lib/core/context';
import { unscoped } from '@/lib/core/db';
import { notFound, Refusal } from '@/lib/core/errors';
import type { Person } from '@/lib/core/words';
import { hashOf } from '@/lib/auth/secrets';
import { may, type Role } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import type { Member, OpenInvitation, Project } from './member';

const known = new WeakMap<ReadContext['db'], Map<string, Promise<Map<string, Named>>>>();
/** A name, and whether nobody has an account by it. */
export type Named = readonly [name: string, external: boolean];

/**
 * Who the ids of a project's members are, former members included: one read a request, however many views ask.
 * Answers a function from user id to person.
 */
export async function peopleOf(ctx: ReadContext, projectId: string): Promise<(userId: string) => Person> {
  let byProject = known.get(ctx.db);
  if (!byProject) known.set(ctx.db, (byProject = new Map()));
  let names = byProject.get(projectId);
  if (!names) byProject.set(projectId, (names = readNames(ctx, projectId)));
  return personIn(await names);
}

/** From user id to person, by the names that were found. */
export const personIn =
  (names: ReadonlyMap<string, Named>) =>
  (id: string): Person => {
    const [name, external] = names.get(id) ?? ['Somebody', false];
    return { id, name, ...(external ? { external } : {}) };
  };

/** The same for what leaves the project: by id and name alone. */
export const namesOf = async (ctx: ReadContext, projectId: string) => {
  const who = await peopleOf(ctx, projectId);
  return (userId: string): Pick<Person, 'id' | 'name'> => ({ id: userId, name: who(userId).name });
};

async function readNames(ctx: ReadContext, projectId: string) {
  const members = await ctx.db.$queryRaw<{ id: string; name: string; external: boolean }[]>`
    SELECT u.id, u.name, u.outside IS NOT NULL AS external FROM member m JOIN "user" u ON u.id = m.user_id WHERE m.project_id = ${projectId}::uuid`;
  return new Map(members.map(({ id, name, external }): [string, Named] => [id, [name, external]]));
}

/** The actor's role in a project; throws `not-found` when it is not one of theirs. */
export function roleIn({ actor }: Pick<ReadContext, 'actor'>, projectId: string): Role {
  const own = actor.projects.find((project) => project.id === projectId);
  if (!own) throw notFound();
  return own.role;
}

const projectFields = {
  id: true,
  name: true,
  description: true,
  grades: true,
  hypotheses: true,
  approvalsNeeded: true,
  adjudicateOwn: true,
  marking: true,
  demo: true,
  version: true,
  createdAt: true,
} as const satisfies Prisma.ProjectSelect;
type ProjectRow = Prisma.ProjectGetPayload<{ select: typeof projectFields }>;

const projectOf = (ctx: ReadContext, row: ProjectRow): Project => ({
  ...row,
  marking: row.marking as Project['marking'],
  role: roleIn(ctx, row.id),
  createdAt: row.createdAt.toISOString(),
});

/** One of the actor's projects. Throws `not-found`. */
export async function findProject(ctx: ReadContext, id: string): Promise<Project> {
  roleIn(ctx, id);
  const row = await ctx.db.project.findUnique({ where: { id }, select: projectFields });
  if (!row) throw notFound();
  return projectOf(ctx, row);
}

/** The actor's projects by name. */
export async function listProjects(ctx: ReadContext): Promise<{ items: Project[]; nextCursor: null }> {
  const rows = await ctx.db.project.findMany({
    where: { id: { in: ctx.actor.projects.map((project) => project.id) } },
    select: projectFields,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return { items: rows.map((row) => projectOf(ctx, row)), nextCursor: null };
}

const memberFields = {
  id: true,
  userId: true,
  role: true,
  version: true,
  createdAt: true,
  user: { select: { name: true, email: true } },
} as const satisfies Prisma.MemberSelect;

const memberOf = ({ user, createdAt, ...row }: Prisma.MemberGetPayload<{ select: typeof memberFields }>): Member => ({
  ...row,
  ...user,
  joinedAt: createdAt.toISOString(),
});

/** The members of a project by name. Throws `not-found` for a project that is not the actor's. */
export async function listMembers(ctx: ReadContext, projectId: string): Promise<{ items: Member[]; nextCursor: null }> {
  roleIn(ctx, projectId);
  const rows = await ctx.db.member.findMany({
    where: { projectId, deletedAt: null },
    select: memberFields,
    orderBy: [{ user: { name: 'asc' } }, { id: 'asc' }],
  });
  return { items: rows.map(memberOf), nextCursor: null };
}

/** One membership; those that ended only on demand (a restore needs them). Throws `not-found`. */
export async function findMember(ctx: ReadContext, id: string, ended = false): Promise<Member> {
  const row = await ctx.db.member.findFirst({
    where: { id, deletedAt: ended ? { not: null } : null },
    select: memberFields,
  });
  if (!row) throw notFound();
  return memberOf(row);
}

/** Invitations that can still be taken up, the newest first. Throws `not-found`, and `forbidden` for whoever may not invite. */
export async function listInvitations(ctx: ReadContext, projectId: string) {
  const allowed = may({ userId: ctx.actor.userId, role: roleIn(ctx, projectId) }, 'member.invite');
  if (allowed !== true) throw new Refusal(allowed.code, allowed.why);
  const rows = await ctx.db.invitation.findMany({
    where: { projectId, acceptedAt: null, expiresAt: { gt: new Date() } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const who = await namesOf(ctx, projectId);
  return { items: rows.map((row) => openInvitationOf(row, who(row.createdBy))), nextCursor: null };
}

const openInvitationOf = (
  { id, email, role, expiresAt, createdAt }: Prisma.InvitationGetPayload<object>,
  inviter: OpenInvitation['inviter'],
): OpenInvitation => ({
  ...{ id, email, role, inviter },
  expiresAt: expiresAt.toISOString(),
  createdAt: createdAt.toISOString(),
});

/** One invitation that nobody has taken up, withdrawn and ended ones too. Throws `not-found`. */
export async function loadInvitation(ctx: ReadContext, id: string): Promise<OpenInvitation & { projectId: string }> {
  const row = await ctx.db.invitation.findFirst({ where: { id, acceptedAt: null } });
  if (!row) throw notFound();
  const who = await namesOf(ctx, row.projectId);
  return { ...openInvitationOf(row, who(row.createdBy)), projectId: row.projectId };
}

/**
 * What the link of an invitation opens, for its page: whoever holds the secret has no session yet. Throws `not-found`
 * when it was taken, has ended or never was. `hasAccount` says that its password is asked for, not a new one.
 */
export async function findInvitation(secret: string) {
  const db = unscoped();
  const row = await db.invitation.findFirst({
    where: {
      ...{ tokenHash: hashOf(secret), acceptedAt: null, expiresAt: { gt: new Date() } },
      project: { takenBackAt: null },
    },
    select: { projectId: true, email: true, role: true, expiresAt: true, project: { select: { name: true } } },
  });
  if (!row) throw notFound();
  const { project, expiresAt, ...rest } = row;
  const account = await db.user.findUnique({ where: { email: row.email }, select: { id: true } });
  return { ...rest, project: project.name, hasAccount: account !== null, expiresAt: expiresAt.toISOString() };
}
