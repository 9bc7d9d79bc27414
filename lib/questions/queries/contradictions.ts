import type { z } from 'zod';
import type { Claim } from '@/lib/claims/claim';
import { contradicts, topicOf } from '@/lib/claims/contradiction';
import { rootFields, rootOf } from '@/lib/claims/queries/evidence';
import { claimsById, readClaim } from '@/lib/claims/queries/claims';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { notGone, oneOf } from '@/lib/entities/queries';
import { peopleOf, roleIn } from '@/lib/members/queries';
import type { Prisma } from '@/prisma/generated/client';
import { wordsFor } from '../asked';
import type { contradictionFilter, Contradictions, ContradictionRefusal, contradictionView } from '../question';
import { questionsWhere } from './questions';

type Contradiction = z.output<typeof contradictionView>;

/** How many claims of one subject and predicate are compared with each other at most: the last changed. */
const COMPARED = 200;

const stated = { select: { ...rootFields.select, current: { select: { statement: true } } } } as const;
const refusalFields = { low: stated, high: stated } as const satisfies Prisma.RefusedContradictionInclude;
type RefusalRow = Prisma.RefusedContradictionGetPayload<{ include: typeof refusalFields }>;

async function refusalOf(ctx: ReadContext, row: RefusalRow): Promise<ContradictionRefusal> {
  const who = await peopleOf(ctx, row.projectId);
  const side = (claim: RefusalRow['low']) => ({ id: rootOf(claim), statement: claim.current.statement });
  return {
    id: row.id,
    projectId: row.projectId,
    claims: [side(row.low), side(row.high)],
    reason: row.reason,
    author: who(row.authorId),
    at: row.createdAt.toISOString(),
    version: row.version,
  };
}

/** One refusal; withdrawn ones only on demand. Throws `not-found`. */
export async function findContradictionRefusal(ctx: ReadContext, id: string, deleted = false) {
  const row = await ctx.db.refusedContradiction.findFirst({
    where: { id, deletedAt: deleted ? { not: null } : null, low: notGone, high: notGone },
    include: refusalFields,
  });
  if (!row) throw notFound();
  return refusalOf(ctx, row);
}

/** Living claims that share subject and predicate with another, as groups: the only ones that can contradict each other. */
async function topics(ctx: ReadContext, projectId: string, subjectId: string | null): Promise<Claim[][]> {
  const subject = subjectId ? { subject: oneOf([subjectId]) } : { subjectId: { not: null } };
  const rows = await ctx.db.claim.findMany({
    where: { projectId, deletedAt: null, current: { ...subject, predicate: { not: null } } },
    select: {
      id: true,
      current: { select: { predicate: true, subject: { select: { ...rootFields.select, name: true, type: true } } } },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
  });
  const groups = new Map<string, string[]>();
  for (const { id, current } of rows) {
    const subject = { ...current.subject!, id: rootOf(current.subject!) };
    const topic = topicOf({ subject, predicate: current.predicate })!;
    groups.set(topic, [...(groups.get(topic) ?? []), id]);
  }
  const several = [...groups.values()].filter((ids) => ids.length > 1).map((ids) => ids.slice(0, COMPARED));
  const claims = new Map((await claimsById(ctx, several.flat())).map((claim) => [claim.id, claim]));
  return several.map((ids) => ids.flatMap((id) => claims.get(id) ?? []));
}

const pairKey = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`);

function offersIn(claims: Claim[], known: Set<string>): Contradiction[] {
  return claims.flatMap((one, index) =>
    claims.slice(index + 1).flatMap((other) => {
      if (known.has(pairKey(one.id, other.id))) return [];
      const found = contradicts(one.structure, other.structure);
      if (!found) return [];
      const side = ({ id, statement }: Claim) => ({ id, statement });
      return [{ claims: [side(one), side(other)], ...found, asked: wordsFor(one.structure) } satisfies Contradiction];
    }),
  );
}

/** Whose claims are compared: of one claim its subject, without one the whole project's. False where nothing can be. */
async function scopeOf(ctx: ReadContext, claimId: string | undefined): Promise<string | null | false> {
  if (!claimId) return null;
  const { structure } = await readClaim(ctx, claimId);
  return structure.subject && structure.predicate ? structure.subject.id : false;
}

/**
 * Claims that answer one thing differently, by their structure, and are not answers of one question yet; beside them the pairs that
 * somebody said make no question. Throws `not-found`.
 */
export async function listContradictions(
  ctx: ReadContext,
  projectId: string,
  { claimId }: z.output<typeof contradictionFilter>,
): Promise<Contradictions> {
  roleIn(ctx, projectId);
  const rows = await ctx.db.refusedContradiction.findMany({
    where: { projectId, deletedAt: null, low: notGone, high: notGone },
    include: refusalFields,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const refused = await Promise.all(rows.map((row) => refusalOf(ctx, row)));
  const asked = await questionsWhere(ctx, projectId, {});
  const known = new Set([
    ...refused.map(({ claims: [one, other] }) => pairKey(one.id, other.id)),
    ...asked.flatMap(({ answers }) => answers.flatMap((a) => answers.map((b) => pairKey(a.claimId, b.claimId)))),
  ]);
  const about = <C extends { claims: readonly { id: string }[] }>(one: C) =>
    !claimId || one.claims.some(({ id }) => id === claimId);
  const scope = await scopeOf(ctx, claimId);
  const groups = scope === false ? [] : await topics(ctx, projectId, scope);
  const items = groups.flatMap((claims) => offersIn(claims, known));
  return { items: items.filter(about), refused: refused.filter(about) };
}
