import { z } from 'zod';
import { hashOf, newSecret } from '@/lib/auth/secrets';
import { accountCommand } from '@/lib/core/command';
import { notFound } from '@/lib/core/errors';
import { revokeInput, scopes, tokenInput, type Token } from './account';

const DAY = 24 * 3_600_000; // ms

/** A token's secret is in this one answer: the row holds its hash, and a repeated key gets the rest only. */
export const createToken = accountCommand(
  {
    name: 'token.create',
    input: tokenInput,
    status: 201,
    kept: ({ secret: _, ...token }: Token): Token => token,
  },
  async (ctx, { name, scopes: asked, days }): Promise<Token> => {
    const secret = `cb_${newSecret()}`;
    const granted = scopes.filter((scope) => scope === 'read' || asked.includes(scope));
    const expiresAt = new Date(ctx.now.getTime() + days * DAY);
    const { id } = await ctx.db.token.create({
      data: {
        userId: ctx.actor.userId,
        name,
        secretHash: hashOf(secret),
        scopes: granted,
        createdAt: ctx.now,
        expiresAt,
      },
      select: { id: true },
    });
    ctx.record({ type: 'token.created', subjectType: 'token', subjectId: id, version: 1 });
    return {
      id,
      name,
      scopes: granted,
      createdAt: ctx.now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      usedAt: null,
      secret,
    };
  },
);

export const revokeToken = accountCommand(
  { name: 'token.revoke', input: z.strictObject({}) },
  async (ctx, _, { id }) => {
    const { count } = await ctx.db.token.updateMany({
      where: { id, userId: ctx.actor.userId, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) throw notFound();
    ctx.record({ type: 'token.revoked', subjectType: 'token', subjectId: id, version: 2 });
    return { revoked: count };
  },
);

/** Signs out: one session, or everywhere. Takes effect with the next request of each, and on open streams within 15 s. */
export const revokeSessions = accountCommand(
  { name: 'sessions.revoke', input: revokeInput },
  async (ctx, { id, spareCurrent }, { sessionId }) => {
    const { count } = await ctx.db.session.updateMany({
      where: {
        userId: ctx.actor.userId,
        revokedAt: null,
        ...(id ? { id } : {}),
        ...(spareCurrent && sessionId ? { NOT: { id: sessionId } } : {}),
      },
      data: { revokedAt: ctx.now },
    });
    if (id && count === 0) throw notFound();
    if (count > 0)
      ctx.record(
        id
          ? { type: 'session.revoked', subjectType: 'session', subjectId: id, version: 1 }
          : { type: 'sessions.revoked', subjectType: 'user', subjectId: ctx.actor.userId, version: 1 },
      );
    return { revoked: count };
  },
);
