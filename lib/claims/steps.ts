import type { z } from 'zod';
import { short } from '@/lib/activity/activity';
import type { WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import { notGone } from '@/lib/entities/queries';
import { requireEntities } from '@/lib/entities/steps';
import { refuseInBlindRound } from '@/lib/rounds/steps';
import type { Claim, claimChange, claimInput, ClaimStatus } from './claim';
import { periodOf } from './period';
import { storedStatus } from './status';
import { allowed, type ClaimAction } from './transitions';
import { readWhen } from './when';

type Wording = Omit<z.output<typeof claimInput>, 'statement'>;

const dates = (written: string | null | undefined) => {
  const when = written ? readWhen(written) : null;
  return when && { earliest: new Date(when.earliest), latest: new Date(when.latest), about: when.about };
};

function readingColumns(reading: Wording['reading']) {
  const amount = reading?.kind === 'number' ? reading : null;
  const date = reading?.kind === 'date' ? dates(reading.date) : null;
  return {
    valueLow: amount?.low ?? null,
    valueHigh: amount?.high ?? null,
    valueUnit: amount?.unit ?? null,
    valueFrom: date?.earliest ?? null,
    valueTo: date?.latest ?? null,
    valueAbout: amount?.about ?? date?.about ?? false,
  };
}

function periodColumns(given: Wording['period']) {
  const period = periodOf(given);
  const [from, to] = [dates(period?.from), dates(period?.to)];
  return {
    periodFrom: from?.earliest ?? null,
    periodFromLatest: from?.latest ?? null,
    periodFromAbout: from?.about ?? false,
    periodStarts: period?.starts ?? false,
    periodToEarliest: to?.earliest ?? null,
    periodTo: to?.latest ?? null,
    periodToAbout: to?.about ?? false,
    periodEnds: period?.ends ?? false,
    periodNote: period?.note ?? null,
    periodSaidOn: period?.saidOn ? new Date(period.saidOn) : null,
  };
}

/** The columns of a claim version's structure. */
export const structureColumns = ({ subjectId, predicate, objectId, value, reading, period, placeId }: Wording) => ({
  subjectId: subjectId ?? null,
  predicate: predicate ?? null,
  objectId: objectId ?? null,
  value: value ?? null,
  ...readingColumns(reading),
  ...periodColumns(period),
  placeId: placeId ?? null,
});

/** Adds a claim with its first wording, inside the caller's write; answers its id. `path` leads to the input's fields. */
export async function addClaimRow(
  ctx: WriteContext,
  { statement, ...structure }: z.output<typeof claimInput>,
  path = '',
): Promise<string> {
  const userId = ctx.actor.userId;
  await requireEntities(ctx, {
    [`${path}subjectId`]: structure.subjectId,
    [`${path}objectId`]: structure.objectId,
    [`${path}placeId`]: structure.placeId,
  });
  const { id } = await ctx.db.claim.create({
    data: { projectId: ctx.projectId, wording: 1, createdBy: userId, createdAt: ctx.now, updatedAt: ctx.now },
    select: { id: true },
  });
  await ctx.db.claimVersion.create({
    data: {
      projectId: ctx.projectId,
      claimId: id,
      number: 1,
      statement,
      authorId: userId,
      creatorId: userId,
      createdAt: ctx.now,
      ...structureColumns(structure),
    },
  });
  ctx.record({ type: 'claim.added', subjectType: 'claim', subjectId: id, version: 1 });
  return id;
}

/** Refuses ids that are no living claims of this project: each is given with the field to blame. Merged ones are kept as sent, as of entities. */
export async function requireClaims(ctx: WriteContext, asked: ReadonlyMap<string, string>): Promise<void> {
  if (asked.size === 0) return;
  const found = await ctx.db.claim.findMany({
    where: { id: { in: [...asked.keys()] }, projectId: ctx.projectId, ...notGone },
    select: { id: true },
  });
  const known = new Set(found.map(({ id }) => id));
  const strangers = [...asked].filter(([id]) => !known.has(id));
  if (strangers.length === 0) return;
  const where = { id: { in: strangers.map(([id]) => id) }, projectId: ctx.projectId };
  const select = { id: true, current: { select: { statement: true } } };
  const gone = new Map((await ctx.db.claim.findMany({ where, select })).map((row) => [row.id, row.current.statement]));
  const say = (statement: string | undefined) =>
    statement === undefined
      ? 'This claim is not in the project.'
      : `The claim “${short(statement)}” was deleted meanwhile. Choose another, or make it again.`;
  throw invalid(strangers.map(([id, path]) => ({ path, message: say(gone.get(id)) })));
}

/** The same for one. */
export const requireClaim = (ctx: WriteContext, id: string, path: string): Promise<void> =>
  requireClaims(ctx, new Map([[id, path]]));

/** Something that an approval of these claims would rest on has changed: their versions rise, and those of their survivors. */
export async function touchClaims(ctx: WriteContext, ids: (string | null)[]): Promise<void> {
  const touched = [...new Set(ids.filter((id) => id !== null))];
  if (touched.length)
    await ctx.db.claim.updateMany({
      where: { OR: [{ id: { in: touched } }, { absorbed: { some: { id: { in: touched } } } }] },
      data: { version: { increment: 1 }, updatedAt: ctx.now },
    });
}

const cannot: Record<ClaimAction, string> = {
  edit: 'edited',
  submit: 'submitted for review',
  reopen: 'reopened',
  approve: 'approved',
  reject: 'rejected',
  'send-back': 'sent back',
  withdraw: 'taken out of its verdict',
  'go-stale': 'made stale',
  recover: 'restored',
};

/** The status that an action leads to. Throws `not-allowed-now` where the table of `transitions.ts` has none. */
export function requireTransition(from: ClaimStatus, action: ClaimAction): ClaimStatus {
  const to = allowed(from, action);
  if (to) return to;
  const words = `This claim is ${from.replace('-', ' ')}: it cannot be ${cannot[action]} now.`;
  throw new Refusal('not-allowed-now', words, { missing: [{ code: 'status', words, href: null }] });
}

/** Takes a claim to the status that an action leads to; answers its new version. Throws `not-allowed-now`. */
export async function moveClaim(
  ctx: WriteContext,
  claim: Pick<Claim, 'id' | 'status' | 'version'>,
  action: ClaimAction,
): Promise<number> {
  const version = claim.version + 1;
  const status = storedStatus(requireTransition(claim.status, action));
  await ctx.db.claim.update({ where: { id: claim.id }, data: { status, version, updatedAt: ctx.now } });
  return version;
}

type Change = z.output<typeof claimChange>;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const wordingOf = ({ statement, structure }: Claim) => ({
  statement,
  subjectId: structure.subject?.id ?? null,
  predicate: structure.predicate,
  objectId: structure.object?.id ?? null,
  value: structure.value,
  reading: structure.reading,
  period: structure.period,
  placeId: structure.place?.id ?? null,
});

/** The wording after a change, and the names of the fields that differ. */
function rewritten(claim: Claim, { period, ...change }: Change) {
  const before = wordingOf(claim);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  // Other words mean something else: their reading comes with them or there is none.
  const reworded = change.value !== undefined && change.value !== before.value ? { reading: null } : {};
  const after = { ...before, ...reworded, ...given, ...(period === undefined ? {} : { period: periodOf(period) }) };
  if (after.objectId && after.value)
    throw invalid([
      { path: change.objectId ? 'value' : 'objectId', message: 'A claim has an entity as its object, or a value.' },
    ]);
  const fields = (Object.keys(before) as (keyof typeof before)[]).filter((field) => !same(before[field], after[field]));
  return { after, fields };
}

const changedId = (at: string, after: object, fields: string[]): [string, string | null][] =>
  fields.includes(at) ? [[at, (after as Record<string, string | null>)[at] ?? null]] : [];

/** Refuses what a claim could not be reworded to as it is now; answers the wording, and the names of the fields that differ. */
export async function requireReworded(ctx: WriteContext, claim: Claim, change: Change) {
  const { after, fields } = rewritten(claim, change);
  await requireEntities(
    ctx,
    Object.fromEntries(['subjectId', 'objectId', 'placeId'].flatMap((at) => changedId(at, after, fields))),
  );
  return { after, fields };
}

/**
 * Gives a claim a new wording or structure, the actor's: a row beside the old ones. An approved claim becomes stale. Answers the
 * wording's number, or null for a change that changes nothing.
 */
export async function rewordClaim(ctx: WriteContext, claim: Claim, change: Change): Promise<number | null> {
  const { after, fields } = await requireReworded(ctx, claim, change);
  if (fields.length === 0) return null;
  await refuseInBlindRound(
    ctx,
    { claimIds: [claim.id] },
    'This claim is being judged in a blind round: all must judge the same words, so a change waits for the reveal.',
  );
  const status = requireTransition(claim.status, 'edit');
  const { statement, ...structure } = after;
  const wording = claim.wording + 1;
  const version = claim.version + 1;
  await ctx.db.claimVersion.create({
    data: {
      projectId: ctx.projectId,
      claimId: claim.id,
      number: wording,
      statement,
      authorId: ctx.actor.userId,
      creatorId: claim.creator.id,
      createdAt: ctx.now,
      ...structureColumns(structure),
    },
  });
  await ctx.db.claim.update({
    where: { id: claim.id },
    data: { wording, status: storedStatus(status), version, updatedAt: ctx.now },
  });
  const subject = { subjectType: 'claim', subjectId: claim.id, version };
  ctx.record({ type: 'claim.saved', ...subject, fields });
  if (claim.status === 'approved') ctx.record({ type: 'claim.went-stale', ...subject });
  return wording;
}
