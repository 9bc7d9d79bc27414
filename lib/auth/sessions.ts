import { unscoped } from '@/lib/core/db';
import type { Actor } from '@/lib/core/context';
import { hashOf, newSecret } from './secrets';

const HOURS = 3_600_000;
/** A session ends after 12 hours, or after one hour without a request (NIST SP 800-63B AAL2). */
const LIFE = 12 * HOURS;
export const IDLE = 1 * HOURS;
const TOUCH = 60_000;

/** Opens a session row; answers the secret that goes into the cookie. */
export async function openSession(userId: string, agent: string): Promise<string> {
  const secret = newSecret();
  const now = new Date();
  await unscoped().session.create({
    data: {
      userId,
      secretHash: hashOf(secret),
      agent: agent.slice(0, 200),
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + LIFE),
    },
  });
  return secret;
}

const withProjects = {
  omit: { passwordHash: true },
  include: { members: { where: { deletedAt: null }, select: { projectId: true, role: true } } },
} as const;
type Row = {
  id: string;
  name: string;
  email: string;
  disabledAt: Date | null;
  members: { projectId: string; role: Actor['projects'][number]['role'] }[];
};

const actorOf = (user: Row): Actor => ({
  userId: user.id,
  name: user.name,
  email: user.email,
  projects: user.members.map((member) => ({ id: member.projectId, role: member.role })),
});

/** Who a session secret stands for, or null when it ended, was revoked or its account is disabled. Only asking by `touch` keeps it from going idle. */
export async function findSession(secret: string, touch = true): Promise<{ actor: Actor; sessionId: string } | null> {
  const session = await unscoped().session.findUnique({
    where: { secretHash: hashOf(secret) },
    include: { user: withProjects },
  });
  const now = Date.now();
  if (!session || session.revokedAt || session.user.disabledAt) return null;
  if (session.expiresAt.getTime() <= now || session.seenAt.getTime() + IDLE <= now) return null;
  if (touch && session.seenAt.getTime() + TOUCH <= now)
    await unscoped().session.updateMany({
      where: { id: session.id, revokedAt: null },
      data: { seenAt: new Date(now) },
    });
  return { actor: { ...actorOf(session.user), sessionId: session.id }, sessionId: session.id };
}

export async function endSession(secret: string): Promise<void> {
  await unscoped().session.updateMany({
    where: { secretHash: hashOf(secret), revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

/** Who a personal access token stands for, with its scopes, or null. */
export async function findToken(secret: string): Promise<{ actor: Actor; scopes: string[] } | null> {
  const token = await unscoped().token.findUnique({
    where: { secretHash: hashOf(secret) },
    include: { user: withProjects },
  });
  const now = new Date();
  if (!token || token.revokedAt || token.user.disabledAt || token.expiresAt <= now) return null;
  if (!token.usedAt || token.usedAt.getTime() + TOUCH <= now.getTime())
    await unscoped().token.updateMany({ where: { id: token.id }, data: { usedAt: now } });
  return { actor: actorOf(token.user), scopes: token.scopes };
}

/** The actor behind a user id: for the command line and tests, which have the database itself. */
export async function actorById(userId: string): Promise<Actor | null> {
  const user = await unscoped().user.findUnique({ where: { id: userId }, ...withProjects });
  return user && !user.disabledAt ? actorOf(user) : null;
}
