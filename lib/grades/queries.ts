import type { z } from 'zod';
import { rootFields, rootOf } from '@/lib/claims/queries/evidence';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import type { Person } from '@/lib/core/words';
import { evidenceOf, restsOn } from '@/lib/echoes/queries/corroboration';
import { oneOf } from '@/lib/entities/queries';
import { findProject, peopleOf, roleIn } from '@/lib/members/queries';
import { may, visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import { byMark } from './effective';
import type { gradeFilter, gradeList, Grades, GradeView, speakerGrades } from './grade';
import { warningOf, type GradedType, type Mark } from './mark';

export type Subject = { type: GradedType; id: string };
export type Graded = Subject & { projectId: string; version: number };
const subject = { id: true, projectId: true, version: true } as const;
const living = (id: string) => ({ id, deletedAt: null });
const onLivingWords = { deletedAt: null, highlight: { deletedAt: null, article: { deletedAt: null } } } as const;

const lookups = {
  publisher: ({ db }: ReadContext, id: string) => db.publisher.findFirst({ where: living(id), select: subject }),
  entity: ({ db }: ReadContext, id: string) => db.entity.findFirst({ where: living(id), select: subject }),
  claim: ({ db }: ReadContext, id: string) => db.claim.findFirst({ where: living(id), select: subject }),
  tag: ({ db, ...ctx }: ReadContext, id: string) =>
    db.tag.findFirst({ where: { id, ...onLivingWords, ...visible(ctx) }, select: subject }),
};

/** What is graded, as the log names it. Throws `not-found`. */
export async function findGraded(ctx: ReadContext, type: GradedType, id: string): Promise<Graded> {
  const row = await lookups[type](ctx, id);
  if (!row) throw notFound();
  return { type, ...row };
}

const ofType: Record<GradedType, (ids: string[]) => Prisma.GradeWhereInput> = {
  publisher: (ids) => ({ publisherId: { in: ids } }),
  tag: (ids) => ({ tagId: { in: ids } }),
  // Those that its merged names and wordings were given are its own.
  entity: (ids) => ({ entity: oneOf(ids) }),
  claim: (ids) => ({ claim: oneOf(ids) }),
};
/** The grades of a thing: of an entity or a claim also those of what was merged into it. */
export const gradesOf = ({ type, id }: Subject): Prisma.GradeWhereInput => ofType[type]([id]);

const gradeFields = { entity: rootFields, claim: rootFields } as const;
type Row = Prisma.GradeGetPayload<{ include: typeof gradeFields }>;

/** By which things are told apart in one list. */
export const keyOf = ({ type, id }: Subject): string => `${type} ${id}`;

function subjectOf({ publisherId, tagId, entity, claim }: Row): Subject {
  if (publisherId) return { type: 'publisher', id: publisherId };
  if (tagId) return { type: 'tag', id: tagId };
  return entity ? { type: 'entity', id: rootOf(entity) } : { type: 'claim', id: rootOf(claim!) };
}

/** The rows of each of these things, the last first. */
async function rowsOf(ctx: ReadContext, subjects: readonly Subject[]): Promise<Map<string, Row[]>> {
  const types = [...new Set(subjects.map(({ type }) => type))];
  const idsOf = (type: GradedType) => subjects.filter((one) => one.type === type).map(({ id }) => id);
  const rows = await ctx.db.grade.findMany({
    where: { OR: types.map((type) => ofType[type](idsOf(type))), ...visible(ctx) },
    include: gradeFields,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const bySubject = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(subjectOf(row));
    bySubject.set(key, [...(bySubject.get(key) ?? []), row]);
  }
  return bySubject;
}

/** Of each of these citations and claims on how many origins the support of the claim rests. */
async function originsOf(ctx: ReadContext, subjects: readonly Subject[]): Promise<Map<string, number>> {
  const tagIds = subjects.filter(({ type }) => type === 'tag').map(({ id }) => id);
  const tags = await ctx.db.tag.findMany({
    where: { id: { in: tagIds }, ...visible(ctx) },
    select: { id: true, claim: rootFields },
  });
  const claims = new Map(tags.flatMap(({ id, claim }) => (claim ? [[id, rootOf(claim)]] : [])));
  for (const { type, id } of subjects) if (type === 'claim') claims.set(id, id);
  const evidence = await evidenceOf(ctx, [...new Set(claims.values())]);
  return new Map([...claims].map(([id, claimId]) => [id, restsOn(evidence, claimId, 'supports').origins]));
}

/** What “confirmed” is warned of, thing by thing; nothing is asked where nobody may be seen to say so. */
async function warn(ctx: ReadContext, found: readonly (Subject & Grades)[]): Promise<void> {
  const confirmed = found.filter(
    ({ type, mine, settled, others }) =>
      (type === 'tag' || type === 'claim') && [mine, settled, ...others].some((one) => one?.mark === '1'),
  );
  if (confirmed.length === 0) return;
  const origins = await originsOf(ctx, confirmed);
  for (const one of confirmed) one.warning = origins.has(one.id) ? warningOf('1', origins.get(one.id)!) : null;
}

const none: Grades = { mine: null, settled: null, others: [], hidden: 0, earlier: [], warning: null };

const rowView =
  (who: (id: string) => Person) =>
  ({ mark, analystId, createdAt }: Row): GradeView => ({
    ...{ mark: mark as Mark, analyst: who(analystId), at: createdAt.toISOString() },
  });

/** Of each analyst the grade that stands: two names that were merged may both bear one, and the last is it. */
function standingOf(rows: Row[]): Map<string, Row> {
  const latest = new Map<string, Row>();
  for (const row of rows)
    if (!row.deletedAt && !row.settled && !latest.has(row.analystId)) latest.set(row.analystId, row);
  return latest;
}

/** The grades of one thing as somebody may see them. */
function gradesFor(own: string, mayGrade: boolean, rows: Row[], view: (row: Row) => GradeView): Grades {
  const latest = standingOf(rows);
  const settledRow = rows.find((row) => row.settled && !row.deletedAt);
  const mine = latest.has(own) ? view(latest.get(own)!) : null;
  const settled = settledRow ? view(settledRow) : null;
  const blind = mayGrade && !mine && !settled;
  const given = [...latest.values()].filter(({ analystId }) => analystId !== own);
  const others = blind ? [] : byMark(given.map(view));
  const standing = new Set([settledRow, ...latest.values()]);
  const earlier = rows.filter((row) => !standing.has(row) && (!blind || row.analystId === own));
  return { mine, settled, others, hidden: blind ? given.length : 0, earlier: earlier.map(view), warning: null };
}

/**
 * The grades of these things of one project, side by side; what nobody graded is absent. Whoever may grade a thing and has not yet is
 * told only how many there are, until it is settled: a grade is entered without seeing the others' first. Nothing where the
 * project does not grade.
 */
export async function gradesOn(
  ctx: ReadContext,
  projectId: string,
  subjects: readonly Subject[],
): Promise<Map<string, Subject & Grades>> {
  if (subjects.length === 0 || !(await findProject(ctx, projectId)).grades) return new Map();
  const view = rowView(await peopleOf(ctx, projectId));
  const own = ctx.actor.userId;
  const mayGrade = may({ userId: own, role: roleIn(ctx, projectId) }, 'grade.give') === true;
  const rows = await rowsOf(ctx, subjects);
  const found = subjects.flatMap(({ type, id }) => {
    const given = rows.get(keyOf({ type, id }));
    return given ? [{ type, id, ...gradesFor(own, mayGrade, given, view) }] : [];
  });
  await warn(ctx, found);
  return new Map(found.map((one) => [keyOf(one), one]));
}

/** The grades of one thing. */
export async function readGrades(ctx: ReadContext, { type, id, projectId }: Graded): Promise<Grades> {
  const found = (await gradesOn(ctx, projectId, [{ type, id }])).get(keyOf({ type, id }));
  if (!found) return none;
  const { mine, settled, others, hidden, earlier, warning } = found;
  return { mine, settled, others, hidden, earlier, warning };
}

const reader = (type: GradedType) => async (ctx: ReadContext, id: string) =>
  readGrades(ctx, await findGraded(ctx, type, id));
export const listPublisherGrades = reader('publisher');
export const listCitationGrades = reader('tag');
export const listClaimGrades = reader('claim');

/** The grades of somebody who speaks, or might. Throws `not-found`. */
export async function listEntityGrades(ctx: ReadContext, id: string): Promise<z.output<typeof speakerGrades>> {
  const grades = await readGrades(ctx, await findGraded(ctx, 'entity', id));
  const spoken = await ctx.db.tag.findFirst({
    where: { speaker: oneOf([id]), ...onLivingWords, ...visible(ctx) },
    select: { id: true },
  });
  return { ...grades, speaks: spoken !== null };
}

/** These claims with their citations and the sources of these, each once. */
async function subjectsOf(ctx: ReadContext, claimIds: string[]): Promise<Subject[]> {
  const tags = await ctx.db.tag.findMany({
    where: { claim: oneOf(claimIds), ...onLivingWords, ...visible(ctx) },
    select: {
      id: true,
      speaker: rootFields,
      highlight: { select: { article: { select: { publisherId: true } } } },
    },
  });
  const speakers = new Set(tags.flatMap(({ speaker }) => (speaker ? [rootOf(speaker)] : [])));
  const publishers = new Set(tags.flatMap(({ highlight }) => highlight.article.publisherId ?? []));
  return [
    ...claimIds.map((id): Subject => ({ type: 'claim', id })),
    ...tags.map(({ id }): Subject => ({ type: 'tag', id })),
    ...[...speakers].map((id): Subject => ({ type: 'entity', id })),
    ...[...publishers].map((id): Subject => ({ type: 'publisher', id })),
  ];
}

/** All grades that a screen shows: those of a claim or of a question's answers with what they rest on; else of the publishers. */
export async function listGrades(
  ctx: ReadContext,
  projectId: string,
  { claimId, questionId }: z.output<typeof gradeFilter>,
): Promise<z.output<typeof gradeList>> {
  roleIn(ctx, projectId);
  if (!claimId && !questionId) {
    const publishers = await ctx.db.publisher.findMany({ where: { projectId, deletedAt: null }, select: { id: true } });
    const subjects = publishers.map(({ id }): Subject => ({ type: 'publisher', id }));
    return { items: [...(await gradesOn(ctx, projectId, subjects)).values()], nextCursor: null };
  }
  const claims = await ctx.db.claim.findMany({
    where: {
      projectId,
      OR: [
        ...(claimId ? [{ id: claimId }] : []),
        ...(questionId ? [{ answers: { some: { questionId, deletedAt: null } } }] : []),
      ],
    },
    ...rootFields,
  });
  const subjects = await subjectsOf(ctx, [...new Set(claims.map(rootOf))]);
  return { items: [...(await gradesOn(ctx, projectId, subjects)).values()], nextCursor: null };
}
