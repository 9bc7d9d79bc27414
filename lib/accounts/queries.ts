import type { z } from 'zod';
import { IDLE } from '@/lib/auth/sessions';
import type { ReadContext } from '@/lib/core/context';
import { listProjects } from '@/lib/members/queries';
import type { Prisma } from '@/prisma/generated/client';
import type { Me, Session, Token } from './account';
import type { Draft, draftFilter } from './draft';

/** Written once into the log of an account, by whoever skips the tour or walks it to its end. */
export const TOUR_LEFT = 'tour.left';

export async function findMe(ctx: ReadContext): Promise<Me> {
  const { userId: id, name, email } = ctx.actor;
  const { items } = await listProjects(ctx);
  const left = await ctx.db.accountEvent.findFirst({ where: { userId: id, type: TOUR_LEFT }, select: { id: true } });
  return {
    id,
    name,
    email,
    tourLeft: left !== null,
    memberships: items.map((project) => ({ projectId: project.id, project: project.name, role: project.role })),
  };
}

const tokenFields = {
  id: true,
  name: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  usedAt: true,
  projects: { select: { projectId: true }, orderBy: { projectId: 'asc' } },
} as const satisfies Prisma.TokenSelect;

/** The actor's own tokens that were not revoked, newest first; a token that is limited to projects sees itself alone. */
export async function listTokens(ctx: ReadContext): Promise<{ items: Token[]; nextCursor: null }> {
  const { userId, limitedBy } = ctx.actor;
  const rows = await ctx.db.token.findMany({
    where: { userId, revokedAt: null, ...(limitedBy ? { id: limitedBy } : {}) },
    select: tokenFields,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const now = new Date();
  const items = rows.map(({ projects, ...row }) => ({
    ...row,
    ended: row.expiresAt <= now,
    projectIds: projects.length ? projects.map(({ projectId }) => projectId) : null,
    scopes: row.scopes as Token['scopes'],
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    usedAt: row.usedAt?.toISOString() ?? null,
  }));
  return { items, nextCursor: null };
}

/** Where the actor is signed in, last seen first; no business of a token that is limited to projects. */
export async function listSessions(ctx: ReadContext): Promise<{ items: Session[]; nextCursor: null }> {
  if (ctx.actor.limitedBy) return { items: [], nextCursor: null };
  const now = Date.now();
  const rows = await ctx.db.session.findMany({
    where: {
      userId: ctx.actor.userId,
      revokedAt: null,
      expiresAt: { gt: new Date(now) },
      seenAt: { gt: new Date(now - IDLE) },
    },
    select: { id: true, agent: true, createdAt: true, seenAt: true, expiresAt: true },
    orderBy: [{ seenAt: 'desc' }, { id: 'desc' }],
  });
  const items = rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    seenAt: row.seenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    current: row.id === ctx.actor.sessionId,
  }));
  return { items, nextCursor: null };
}

const draftFields = {
  targetId: true,
  projectId: true,
  slot: true,
  seq: true,
  body: true,
  updatedAt: true,
} as const satisfies Prisma.DraftSelect;

/** The actor's own drafts in the projects that are theirs, the latest first. */
async function draftsOf(
  ctx: ReadContext,
  where: Prisma.DraftWhereInput,
): Promise<{ items: Draft[]; nextCursor: null }> {
  const rows = await ctx.db.draft.findMany({
    where: {
      AND: [
        { userId: ctx.actor.userId, projectId: { in: ctx.actor.projects.map((project) => project.id) }, goneAt: null },
        where,
      ],
    },
    select: draftFields,
    orderBy: [{ updatedAt: 'desc' }, { slot: 'desc' }],
  });
  return { items: rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() })), nextCursor: null };
}

export const listDrafts = (ctx: ReadContext, _: string, { projectId }: z.output<typeof draftFilter>) =>
  draftsOf(ctx, projectId ? { projectId } : {});

/** What the actor wrote at one place, a draft for each tab. */
export const findDrafts = (ctx: ReadContext, targetId: string) => draftsOf(ctx, { targetId });
