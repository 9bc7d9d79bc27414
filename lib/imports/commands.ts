import { refuseInBlindRound, refuseWhileBlind } from '@/lib/rounds/steps';
import { command } from '@/lib/core/command';
import type { Actor, WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import type { Brought } from '@/lib/readers/brought';
import { readFiles } from '@/lib/readers/read';
import { may } from '@/lib/permissions';
import { z } from 'zod';
import { importInput, MOST_PASSAGES, type Counts, type ImportAnswer } from './import';
import { findImport, importRow, reckon, type Planned } from './queries';
import { bringAll } from './steps';
import { takeBack } from './steps/taking-back';

const nothing = z.strictObject({});

const mayBring = (actor: Actor, projectId: string): boolean => {
  const role = actor.projects.find(({ id }) => id === projectId)?.role;
  return role !== undefined && may({ userId: actor.userId, role }, 'import.bring') === true;
};

function requireKnown(brought: Brought | null | undefined): Brought {
  if (brought) return brought;
  throw invalid([
    {
      path: 'files',
      message:
        'None of these files holds annotations in a format that is known here. Nothing was brought in. Known are: Claimbench, W3C Web Annotation, Hypothesis, Label Studio, doccano, Prodigy, brat (.ann with its .txt), WebAnno TSV and UIMA CAS JSON.',
    },
  ]);
}

/** Refuses what cannot be one act, or would come where others judge blind. */
async function requireBringable(ctx: WriteContext, { plan, meant, check }: Planned): Promise<void> {
  if (check.counts.passages + check.counts.comments > MOST_PASSAGES)
    throw new Refusal(
      'too-large',
      `These files hold more than ${MOST_PASSAGES} passages: bring them in several times.`,
    );
  const articleIds = plan.documents.flatMap(({ home }) => home.articleId ?? []);
  const claimIds = plan.documents.flatMap(({ passages }) =>
    passages.flatMap(({ tags }) => tags.flatMap((tag) => meant.claimOf(tag) ?? [])),
  );
  await refuseInBlindRound(
    ctx,
    { articleIds, claimIds },
    'Some of this would come to an article or a claim that is judged in a blind round: bring it in after the reveal.',
  );
}

/**
 * Another tool's annotations: without `plan` a dry run, which writes nothing; with the plan of the dry run that was seen all of it, or
 * nothing when it would be anything else by now.
 */
export const bringIn = command(
  {
    verb: 'import.bring',
    input: importInput,
    subject: 'project',
    load: async (_: WriteContext, id: string) => ({ id }),
    prepare: async ({ files }, { actor, id }) => (mayBring(actor, id) ? readFiles(files) : undefined),
  },
  async (ctx, { files, types = [], plan: seen }, _, read): Promise<ImportAnswer | (() => Promise<ImportAnswer>)> => {
    const brought = requireKnown(read);
    const planned = await reckon(ctx, ctx.projectId, brought, new Map(types.map(({ label, type }) => [label, type])));
    const { plan, check, meant } = planned;
    if (seen === undefined) return { check, import: null };
    if (seen !== check.plan)
      throw new Refusal('stale', 'What would come is not what you saw: the project or the choices changed since.', {
        current: { check, import: null },
      });
    if (check.counts.passages + check.counts.comments + check.counts.articles === 0)
      throw new Refusal('not-allowed-now', 'Nothing of these files can come.');
    await requireBringable(ctx, planned);
    const came = await bringAll(ctx, check.format, plan, meant);
    const { id } = await ctx.db.import.create({
      data: {
        ...{
          projectId: ctx.projectId,
          format: check.format,
          unit: check.unit.name,
          files: files.map(({ name }) => name),
        },
        ...{ counts: check.counts satisfies Counts, left: check.left.map((one) => ({ ...one })), ...came },
        ...{ createdBy: ctx.actor.userId, createdAt: ctx.now },
      },
      select: { id: true },
    });
    ctx.record({ type: 'import.made', subjectType: 'import', subjectId: id, version: 1 });
    return async () => ({ check, import: await findImport(ctx, id) });
  },
);

/** Takes back all that one import brought and nothing else; what others built on stays, and is named. */
export const undoImport = command(
  { verb: 'import.undo', input: nothing, subject: 'import', load: findImport, ifMatch: true },
  async (ctx, _, { id, undone, version }) => {
    if (undone) throw new Refusal('not-allowed-now', 'This import was taken back already.');
    await refuseWhileBlind(
      ctx,
      'A blind round is open, and hidden work may rest on what came: it can be taken back after the reveal.',
    );
    const [row] = await importRow(ctx, id);
    const kept = await takeBack(ctx, row);
    await ctx.db.import.update({
      where: { id },
      data: {
        undoneAt: ctx.now,
        undoneBy: ctx.actor.userId,
        kept: kept.map((one) => ({ ...one })),
        version: version + 1,
      },
    });
    ctx.record({ type: 'import.undone', subjectType: 'import', subjectId: id, version: version + 1 });
    return () => findImport(ctx, id);
  },
);
