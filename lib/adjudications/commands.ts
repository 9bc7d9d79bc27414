import { z } from 'zod';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { notFound, Refusal } from '@/lib/core/errors';
import { agreedInput, decisionInput, startInput, type Adjudication } from './adjudication';
import { findAdjudication, findDecision, findRuled, readDecided, waitingFor } from './queries';
import { decideOn, placesNow, recordTags, release, requireOpen, requireSense, wereSeen, type Open } from './steps';

const nothing = z.strictObject({});
const notNow = (words: string, extra = {}) => new Refusal('not-allowed-now', words, extra);

const viewOf = ({ round: _, analystIds: __, ownAllowed: ___, ...adjudication }: Open): Adjudication => adjudication;
const answer = (ctx: WriteContext, id: string) => async () => viewOf(await findAdjudication(ctx, id));

/** Begins to decide on an article of a round. Whoever comes second finds it begun. */
export const startAdjudication = command(
  { verb: 'adjudication.decide', input: startInput, subject: 'round', load: findRuled, status: 201 },
  async (ctx, { articleId }, round) => {
    const article = { id: articleId, projectId: ctx.projectId, deletedAt: null };
    if (!round.articleIds.includes(articleId) || !(await ctx.db.article.count({ where: article }))) throw notFound();
    const waits = await waitingFor(ctx, round, articleId);
    if (waits) throw notNow(waits);
    const where = { roundId_articleId: { roundId: round.id, articleId } };
    const begun = await ctx.db.adjudication.findUnique({ where, select: { id: true } });
    if (begun) return answer(ctx, begun.id);
    const { id } = await ctx.db.adjudication.create({
      data: {
        ...{ projectId: ctx.projectId, roundId: round.id, articleId },
        ...{ startedBy: ctx.actor.userId, startedAt: ctx.now },
      },
      select: { id: true },
    });
    ctx.record({ type: 'adjudication.started', subjectType: 'round', subjectId: round.id, version: round.version });
    return answer(ctx, id);
  },
);

const otherNow = () =>
  new Refusal(
    'stale',
    'These tags are not what you saw any more: somebody changed them, judged them or decided meanwhile.',
    { current: null },
  );

/** Decides on one place: takes some of what is there, or all, or nothing, or writes a third. All its tags are named as they were seen. */
export const decidePlace = command(
  { verb: 'adjudication.decide', input: decisionInput, subject: 'adjudication', load: findAdjudication, status: 201 },
  async (ctx, { tags, take, reason = null, third }, adjudication) => {
    await requireOpen(ctx, adjudication);
    const asked = new Set(tags.map(({ id }) => id));
    const place = (await placesNow(ctx, adjudication)).find((one) => one.tags.some(({ tag }) => asked.has(tag.id)));
    if (place?.stands.state === 'decided') {
      const { by } = await readDecided(ctx, place.stands.decisionId!);
      const who = by.id === ctx.actor.userId ? 'You have' : `${by.name} has`;
      throw notNow(`${who} decided this: it is taken back first, and then decided anew.`);
    }
    if (!place || !wereSeen(place.tags, tags)) throw otherNow();
    requireSense(place.variants, { take, reason, third });
    const id = await decideOn(ctx, adjudication, place.tags, { take: new Set(take), reason, third, agreed: false });
    return () => readDecided(ctx, id);
  },
);

/** Accepts everything on which all agree, by one act: the places are counted and their tags named as they were seen. */
export const acceptAgreed = command(
  { verb: 'adjudication.decide', input: agreedInput, subject: 'adjudication', load: findAdjudication, status: 201 },
  async (ctx, { tags, places }, adjudication) => {
    await requireOpen(ctx, adjudication);
    const agreed = (await placesNow(ctx, adjudication)).filter(({ stands }) => stands.state === 'agreed');
    const of = agreed.flatMap((place) => place.tags);
    if (agreed.length !== places || !wereSeen(of, tags)) throw otherNow();
    const take = new Set(of.map(({ tag }) => tag.id));
    const id = await decideOn(ctx, adjudication, of, { take, reason: null, agreed: true });
    return () => readDecided(ctx, id);
  },
);

/** Takes a decision back: its verdicts, its reasons that nobody answered, and what was written in the others' place. */
export const withdrawDecision = command(
  { verb: 'adjudication.decide', input: nothing, subject: 'decision', load: findDecision },
  async (ctx, _, { decision, ...adjudication }) => {
    await requireOpen(ctx, adjudication);
    if (decision.authorId !== ctx.actor.userId && ctx.role !== 'lead')
      throw new Refusal('forbidden', 'Whoever decided takes it back, or a lead does.');
    const tagIds = await release(ctx, { adjudicationId: adjudication.id, id: decision.id });
    await recordTags(ctx, 'tags.unadjudicated', adjudication.articleId, tagIds);
    return () => readDecided(ctx, decision.id);
  },
);

async function setFinished(ctx: WriteContext, on: Open, finished: boolean): Promise<void> {
  const version = on.version + 1;
  const data = { version, finishedBy: finished ? ctx.actor.userId : null, finishedAt: finished ? ctx.now : null };
  await ctx.db.adjudication.update({ where: { id: on.id }, data });
  const type = finished ? 'adjudication.finished' : 'adjudication.reopened';
  ctx.record({ type, subjectType: 'round', subjectId: on.roundId, version: on.round.version });
}

/** Everything is decided on: says so. Nothing can be decided after it until it is reopened. */
export const finishAdjudication = command(
  { verb: 'adjudication.decide', input: nothing, subject: 'adjudication', load: findAdjudication, ifMatch: true },
  async (ctx, _, adjudication) => {
    await requireOpen(ctx, adjudication);
    const left = (await placesNow(ctx, adjudication)).filter(({ stands }) => stands.state !== 'decided').length;
    if (left) throw notNow(left === 1 ? '1 place is not decided yet.' : `${left} places are not decided yet.`);
    await setFinished(ctx, adjudication, true);
    return answer(ctx, adjudication.id);
  },
);

/** Decides anew on a finished article: all decisions stand until one is taken back. */
export const reopenAdjudication = command(
  { verb: 'adjudication.decide', input: nothing, subject: 'adjudication', load: findAdjudication, ifMatch: true },
  async (ctx, _, adjudication) => {
    if (!adjudication.finished) throw notNow('This is not finished: there is nothing to reopen.');
    await setFinished(ctx, adjudication, false);
    return answer(ctx, adjudication.id);
  },
);
