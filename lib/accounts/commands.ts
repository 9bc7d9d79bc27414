import { z } from 'zod';
import { hashOf, newSecret } from '@/lib/auth/secrets';
import { accountCommand } from '@/lib/core/command';
import { invalid, notFound, Refusal } from '@/lib/core/errors';
import { revokeInput, scopes, tokenInput, type Me, type Token } from './account';
import { discardInput, draftInput, GONE_DAYS, MAX_DRAFTS, type keptView } from './draft';
import { findMe, TOUR_LEFT } from './queries';

const DAY = 24 * 3_600_000; // ms

/** A token's secret is in this one answer: the row holds its hash, and a repeated key gets the rest only. */
export const createToken = accountCommand(
  {
    name: 'token.create',
    input: tokenInput,
    status: 201,
    kept: ({ secret: _, ...token }: Token): Token => token,
  },
  async (ctx, { name, scopes: asked, days, projectIds = null }): Promise<Token> => {
    const own = new Set(ctx.actor.projects.map((project) => project.id));
    if (projectIds?.some((id) => !own.has(id)))
      throw invalid([{ path: 'projectIds', message: 'One of these is no project of yours.' }]);
    const only = projectIds && [...new Set(projectIds)].sort();
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
    const { userId } = ctx.actor;
    if (only)
      await ctx.db.tokenProject.createMany({ data: only.map((projectId) => ({ tokenId: id, userId, projectId })) });
    ctx.record({ type: 'token.created', subjectType: 'token', subjectId: id, version: 1 });
    return {
      id,
      name,
      scopes: granted,
      projectIds: only,
      createdAt: ctx.now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      ended: false,
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

/** The tour is offered no more: the log of the account says so once, and every device reads it there. */
export const leaveTour = accountCommand({ name: 'tour.leave', input: z.strictObject({}) }, async (ctx): Promise<Me> => {
  const me = await findMe(ctx);
  if (!me.tourLeft) ctx.record({ type: TOUR_LEFT, subjectType: 'user', subjectId: me.id, version: 1 });
  return { ...me, tourLeft: true };
});

/**
 * Keeps what somebody has written so far. No event: nothing happened that anybody else may know. A draft that is older than the kept
 * one of its slot changes nothing; the answer is what is kept. What was sent or thrown away meanwhile does not come back by a device that has not heard of it,
 * unless it was written on there.
 */
export const saveDraft = accountCommand(
  { name: 'draft.save', input: draftInput },
  async (ctx, { projectId, slot, seq, body }, { id: targetId }): Promise<z.output<typeof keptView>> => {
    if (!ctx.actor.projects.some((project) => project.id === projectId)) throw notFound();
    const { userId } = ctx.actor;
    const place = { userId_targetId_slot: { userId, targetId, slot } };
    const kept = await ctx.db.draft.findUnique({ where: place });
    if ((!kept || kept.goneAt) && (await ctx.db.draft.count({ where: { userId, goneAt: null } })) >= MAX_DRAFTS)
      throw new Refusal(
        'not-allowed-now',
        'You have too many drafts on the server. This one stays in this browser; send or discard some.',
      );
    const data = { projectId, seq, body, updatedAt: ctx.now, goneAt: null };
    const now =
      kept && kept.seq >= seq
        ? kept
        : await ctx.db.draft.upsert({ where: place, create: { userId, targetId, slot, ...data }, update: data });
    return {
      targetId,
      projectId: now.projectId,
      slot,
      seq: now.seq,
      body: now.body,
      updatedAt: now.updatedAt.toISOString(),
      gone: now.goneAt !== null,
    };
  },
);

/** Forgets drafts of a place: they were sent, or are not wanted any more. */
export const discardDraft = accountCommand(
  { name: 'draft.discard', input: discardInput },
  async (ctx, { slot }, { id: targetId }) => {
    const { userId } = ctx.actor;
    const where = { userId, targetId, ...(slot ? { slot } : {}), goneAt: null };
    const { count } = await ctx.db.draft.updateMany({ where, data: { body: '', goneAt: ctx.now } });
    const long = new Date(ctx.now.getTime() - GONE_DAYS * 86_400_000);
    await ctx.db.draft.deleteMany({ where: { userId, goneAt: { lt: long } } });
    return { discarded: count };
  },
);
