import { rootFields, rootOf } from '@/lib/claims/queries/evidence';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import type { Person } from '@/lib/core/words';
import { evidenceOf, restsOn } from '@/lib/echoes/queries/corroboration';
import { oneOf } from '@/lib/entities/queries';
import { findProject, peopleOf, roleIn } from '@/lib/members/queries';
import { may, visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import { inOrder, warningOf, type GradedType, type Grades, type GradeView, type Mark } from './grade';

export type Graded = { type: GradedType; id: string; projectId: string; version: number };
const subject = { id: true, projectId: true, version: true } as const;
const living = (id: string) => ({ id, deletedAt: null });

const lookups = {
  publisher: ({ db }: ReadContext, id: string) => db.publisher.findFirst({ where: living(id), select: subject }),
  entity: ({ db }: ReadContext, id: string) => db.entity.findFirst({ where: living(id), select: subject }),
  tag: ({ db, ...ctx }: ReadContext, id: string) =>
    db.tag.findFirst({
      where: { ...living(id), highlight: { deletedAt: null, article: { deletedAt: null } }, ...visible(ctx) },
      select: subject,
    }),
};

/** What is graded, as the log names it. Throws `not-found`. */
export async function findGraded(ctx: ReadContext, type: GradedType, id: string): Promise<Graded> {
  const row = await lookups[type](ctx, id);
  if (!row) throw notFound();
  return { type, ...row };
}

/** The grades of a thing: of an entity also those that its merged names were given. */
export const gradesOf = ({ type, id }: Graded): Prisma.GradeWhereInput =>
  type === 'publisher' ? { publisherId: id } : type === 'tag' ? { tagId: id } : { entity: oneOf([id]) };

const rowsOf = (ctx: ReadContext, graded: Graded) =>
  ctx.db.grade.findMany({
    where: { ...gradesOf(graded), ...visible(ctx) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** On how many origins the support of a citation's claim rests; null where it is of no claim. */
async function originsOf(ctx: ReadContext, { id }: Graded): Promise<number | null> {
  const { claim } = await ctx.db.tag.findFirstOrThrow({
    where: { id, ...visible(ctx) },
    select: { claim: rootFields },
  });
  if (!claim) return null;
  const claimId = rootOf(claim);
  return restsOn(await evidenceOf(ctx, [claimId]), claimId, 'supports').origins;
}

async function warning(ctx: ReadContext, graded: Graded, seen: readonly (GradeView | null)[]): Promise<string | null> {
  if (graded.type !== 'tag' || !seen.some((one) => one?.mark === '1')) return null;
  const origins = await originsOf(ctx, graded);
  return origins === null ? null : warningOf('1', origins);
}

function ordered(views: GradeView[]): GradeView[] {
  const { judged, cannotBeJudged } = inOrder(views.map(({ mark }) => mark));
  const places = [...judged, ...cannotBeJudged];
  return [...views].sort((a, b) => places.indexOf(a.mark) - places.indexOf(b.mark));
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

/**
 * The grades of one thing, side by side. Whoever may grade it and has not yet is told only how many there are, until it is
 * settled: a grade is entered without seeing the others' first. Nothing where the project does not grade.
 */
export async function listGrades(ctx: ReadContext, graded: Graded): Promise<Grades> {
  if (!(await findProject(ctx, graded.projectId)).grades) return none;
  const view = rowView(await peopleOf(ctx, graded.projectId));
  const rows = await rowsOf(ctx, graded);
  const own = ctx.actor.userId;
  const latest = standingOf(rows);
  const settledRow = rows.find((row) => row.settled && !row.deletedAt);
  const mine = latest.has(own) ? view(latest.get(own)!) : null;
  const settled = settledRow ? view(settledRow) : null;
  const mayGrade = may({ userId: own, role: roleIn(ctx, graded.projectId) }, 'grade.give') === true;
  const blind = mayGrade && !mine && !settled;
  const given = [...latest.values()].filter(({ analystId }) => analystId !== own);
  const others = blind ? [] : ordered(given.map(view));
  const standing = new Set([settledRow, ...latest.values()]);
  const earlier = rows.filter((row) => !standing.has(row) && (!blind || row.analystId === own));
  return {
    ...{ mine, settled, others },
    hidden: blind ? given.length : 0,
    earlier: earlier.map(view),
    warning: await warning(ctx, graded, [mine, settled, ...others]),
  };
}

const reader = (type: GradedType) => async (ctx: ReadContext, id: string) =>
  listGrades(ctx, await findGraded(ctx, type, id));
export const listPublisherGrades = reader('publisher');
export const listEntityGrades = reader('entity');
export const listCitationGrades = reader('tag');
