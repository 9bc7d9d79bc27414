import { unscoped } from '@/lib/core/db';
import type { Actor } from '@/lib/core/context';
import { Prisma } from '@/prisma/generated/client';
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

type Owner = { userId: string; name: string; email: string; disabledAt: Date | null; projects: Actor['projects'] };
/** An account and its projects, or those of them that a token reaches, beside what was found of it: every request asks, in one statement. */
const ownerWithin = (
  reached: Prisma.Sql,
) => Prisma.sql`u.id AS "userId", u.name, u.email, u.disabled_at AS "disabledAt", coalesce((
  SELECT json_agg(json_build_object('id', m.project_id, 'role', m.role) ORDER BY m.id)
  FROM member m WHERE m.user_id = u.id AND m.deleted_at IS NULL AND ${reached}), '[]') AS projects`;
const owner = ownerWithin(Prisma.sql`true`);
const limited = Prisma.sql`EXISTS (SELECT FROM token_project p WHERE p.token_id = t.id)`;
const ownerOfToken = ownerWithin(
  Prisma.sql`(NOT ${limited} OR EXISTS (SELECT FROM token_project p WHERE p.token_id = t.id AND p.project_id = m.project_id))`,
);

const actorOf = ({ userId, name, email, projects }: Owner): Actor => ({ userId, name, email, projects });

type FoundSession = Owner & { id: string; revokedAt: Date | null; expiresAt: Date; seenAt: Date };
type FoundToken = Owner & {
  id: string;
  revokedAt: Date | null;
  expiresAt: Date;
  usedAt: Date | null;
  scopes: string[];
  limited: boolean;
};

/** Who a session secret stands for, or null when it ended, was revoked or its account is disabled. Only asking by `touch` keeps it from going idle. */
export async function findSession(secret: string, touch = true): Promise<{ actor: Actor; sessionId: string } | null> {
  const [session] = await unscoped().$queryRaw<FoundSession[]>`
    SELECT s.id, s.revoked_at AS "revokedAt", s.expires_at AS "expiresAt", s.seen_at AS "seenAt", ${owner}
    FROM session s JOIN "user" u ON u.id = s.user_id WHERE s.secret_hash = ${hashOf(secret)}`;
  const now = Date.now();
  if (!session || session.revokedAt || session.disabledAt) return null;
  if (session.expiresAt.getTime() <= now || session.seenAt.getTime() + IDLE <= now) return null;
  if (touch && session.seenAt.getTime() + TOUCH <= now)
    await unscoped().session.updateMany({
      where: { id: session.id, revokedAt: null },
      data: { seenAt: new Date(now) },
    });
  return { actor: { ...actorOf(session), sessionId: session.id }, sessionId: session.id };
}

export async function endSession(secret: string): Promise<void> {
  await unscoped().session.updateMany({
    where: { secretHash: hashOf(secret), revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

/** Who a personal access token stands for, with its scopes, or null. Its last use is kept to the minute, beside the request's way. */
export async function findToken(secret: string): Promise<{ actor: Actor; tokenId: string; scopes: string[] } | null> {
  const [token] = await unscoped().$queryRaw<FoundToken[]>`
    SELECT t.id, t.revoked_at AS "revokedAt", t.expires_at AS "expiresAt", t.used_at AS "usedAt", t.scopes, ${limited} AS limited, ${ownerOfToken}
    FROM token t JOIN "user" u ON u.id = t.user_id WHERE t.secret_hash = ${hashOf(secret)}`;
  const now = new Date();
  if (!token || token.revokedAt || token.disabledAt || token.expiresAt <= now) return null;
  const past = new Date(now.getTime() - TOUCH);
  if (!token.usedAt || token.usedAt <= past)
    void unscoped()
      .token.updateMany({
        where: { id: token.id, OR: [{ usedAt: null }, { usedAt: { lte: past } }] },
        data: { usedAt: now },
      })
      .catch(() => {}); // the next request says it again
  const actor = { ...actorOf(token), ...(token.limited ? { limitedBy: token.id } : {}) };
  return { actor, tokenId: token.id, scopes: token.scopes };
}

/** When a token ended by itself, if that is why it lets nobody in; null for one that is unknown or was revoked. */
export async function endOfToken(secret: string): Promise<Date | null> {
  const where = {
    secretHash: hashOf(secret),
    revokedAt: null,
    expiresAt: { lte: new Date() },
    user: { disabledAt: null },
  };
  return (await unscoped().token.findFirst({ where, select: { expiresAt: true } }))?.expiresAt ?? null;
}

/** The actor behind a user id: for the command line and tests, which have the database itself. */
export async function actorById(userId: string): Promise<Actor | null> {
  const [user] = await unscoped().$queryRaw<Owner[]>`SELECT ${owner} FROM "user" u WHERE u.id = ${userId}::uuid`;
  return user && !user.disabledAt ? actorOf(user) : null;
}
