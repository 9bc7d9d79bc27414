import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { deleteTag, saveTag } from '@/lib/highlights/commands/tags';
import { closeHub, watch } from '@/lib/live/hub';
import { endHold, keepHold } from './commands/holds';
import { listHolds } from './queries/holds';
import { findReviewQueue } from './queries/queue';
import { HELD_FOR, queueFilter } from './review';
import { bench, type Bench } from './reviews.fixtures';

let at: Bench;
beforeAll(async () => {
  at = await bench();
});
afterAll(async () => {
  await closeHub();
  await closeAll();
});

const queue = (actor: Actor, filter: object = {}) =>
  read(actor, (ctx) => findReviewQueue(ctx, at.projectId, queueFilter.parse(filter)));
const tagsIn = async (actor: Actor, filter: object = {}) => (await queue(actor, filter)).tags.map(({ id }) => id);
const on = (actor: Actor, input: object) => keepHold({ actor, id: at.projectId, input });
const off = (actor: Actor, input: object = {}) => endHold({ actor, id: at.projectId, input });
const held = async (actor = at.viewer) =>
  (await read(actor, (ctx) => listHolds(ctx, at.projectId))).items.map(({ by, tagId, claimId }) => [
    by.name,
    tagId ?? claimId,
  ]);

/** On a busy machine a call takes its time. */
const heard = (check: () => void) => vi.waitFor(check, 10_000);

describe('who is on what', () => {
  it('is seen by the project, whoever came first before the others, and is one thing a person', async () => {
    const { tag, claimId } = await at.cite({ statement: 'Held.' });
    await on(at.reviewer, { tagId: tag.id });
    await on(at.lead, { tagId: tag.id });
    await on(at.reviewer, { tagId: tag.id });
    expect(await held()).toEqual([
      ['Rita', tag.id],
      ['Lena', tag.id],
    ]);
    expect((await on(at.reviewer, { claimId })).body.items.map(({ by }) => by.name)).toEqual(['Lena', 'Rita']);
    // What was left before is not taken from where one went on to.
    await off(at.reviewer, { tagId: tag.id });
    expect(await held()).toContainEqual(['Rita', claimId]);
    await off(at.reviewer);
    await off(at.lead, { tagId: tag.id });
    expect(await held()).toEqual([]);
  });

  it('is nothing that the log or the project knows of, and is over by itself', async () => {
    const { tag } = await at.cite({ statement: 'Over.' });
    const [events, project] = [
      await eventsOf(at.projectId),
      await rows().project.findUnique({ where: { id: at.projectId } }),
    ];
    await on(at.reviewer, { tagId: tag.id });
    expect(await eventsOf(at.projectId)).toEqual(events);
    expect(await rows().project.findUnique({ where: { id: at.projectId } })).toEqual(project);
    const row = await rows().hold.findFirstOrThrow({ where: { userId: at.reviewer.userId } });
    expect(row.until.getTime() - row.since.getTime()).toBe(HELD_FOR);
    const passed = { since: new Date(Date.now() - 2 * HELD_FOR), until: new Date(Date.now() - HELD_FOR) };
    await rows().hold.update({ where: { id: row.id }, data: passed });
    expect(await held()).toEqual([]);
    // Coming back is coming anew.
    await on(at.reviewer, { tagId: tag.id });
    expect((await rows().hold.findUniqueOrThrow({ where: { id: row.id } })).since.getTime()).toBeGreaterThan(
      passed.until.getTime(),
    );
    await off(at.reviewer);
  });

  it('is for whoever reviews, in their own project, of what is in it', async () => {
    const { tag } = await at.cite({ statement: 'Not yours.' });
    await expectRefusal(on(at.viewer, { tagId: tag.id }), 'forbidden');
    await expectRefusal(on(at.outsider, { tagId: tag.id }), 'not-found');
    await expectRefusal(on(at.reviewer, {}), 'invalid');
    await expectRefusal(on(at.reviewer, { tagId: at.projectId }), 'invalid');
    await expectRefusal(on(at.reviewer, { claimId: at.elsewhere }), 'invalid');
    expect(await held()).toEqual([]);
  });

  it('forbids nothing: what somebody is on is judged by another all the same', async () => {
    const { tag } = await at.cite({ statement: 'Judged in spite.' });
    await on(at.reviewer, { tagId: tag.id });
    expect(await at.judge(tag.id, 'accept', at.lead)).toMatchObject({ reviewState: 'accepted' });
    await off(at.reviewer);
  });

  it('wakes open streams when it changes, not when somebody merely stays', async () => {
    const { tag } = await at.cite({ statement: 'Told.' });
    const { place, leave } = watch(at.projectId, () => {});
    await heard(() => expect(place.passed).toBeGreaterThan(0)); // it listens
    const before = place.passed;
    await on(at.reviewer, { tagId: tag.id });
    await heard(() => expect(place.passed).toBe(before + 1));
    await on(at.reviewer, { tagId: tag.id });
    await off(at.reviewer);
    await heard(() => expect(place.passed).toBe(before + 2));
    await off(at.reviewer);
    leave();
  });
});

describe('what is served', () => {
  const cited = async (count: number, { confidence }: { confidence?: (number | null)[] } = {}) => {
    const { id: where } = await at.bring();
    const made = [];
    for (let index = 0; index < count; index++) {
      const { tag, claimId, highlight } = await at.cite({ statement: `Served ${index}.` }, { where });
      if (confidence && confidence[index] !== null)
        await saveTag({ actor: at.analyst, id: tag.id, input: { confidence: confidence[index] }, ifMatch: '"1"' });
      made.push({ id: tag.id, claimId, highlight });
    }
    return { where, made, ids: made.map(({ id }) => id) };
  };

  it('is nothing that a colleague is on, where that is asked for', async () => {
    const { where, ids } = await cited(3);
    await on(at.reviewer, { tagId: ids[0]! });
    expect(await tagsIn(at.other, { articleId: where, free: 'yes' })).toEqual(ids.slice(1));
    expect(await tagsIn(at.other, { articleId: where })).toEqual(ids);
    expect(await tagsIn(at.reviewer, { articleId: where, free: 'yes' })).toEqual(ids);
    await off(at.reviewer);
  });

  it('comes by confidence, the least first and what was not stated after it, page by page', async () => {
    const { where, ids } = await cited(4, { confidence: [70, null, 5, 70] });
    const order = [2, 0, 3, 1].map((index) => ids[index]);
    expect(await tagsIn(at.other, { articleId: where, order: 'confidence' })).toEqual(order);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const filter = { articleId: where, order: 'confidence', limit: '1', ...(cursor ? { cursor } : {}) };
      const page: Awaited<ReturnType<typeof queue>> = await queue(at.other, filter);
      seen.push(...page.tags.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(order);
  });

  it('comes by agreement: contested, seen differently, seen by one alone, seen alike', async () => {
    const { where, made, ids } = await cited(4);
    const beside = (index: number, stance: string) => {
      const { start, end, quote } = made[index]!.highlight;
      return at.mark([{ claimId: made[index]!.claimId, stance }], at.lead, where, { start, end, quote });
    };
    await beside(0, 'supports');
    await beside(2, 'contradicts');
    await at.judge(ids[3]!, 'accept', at.lead);
    await at.judge(ids[3]!, 'reject', at.reviewer);
    const filter = { articleId: where, authorId: at.analyst.userId, order: 'agreement' };
    expect(await tagsIn(at.other, filter)).toEqual([3, 2, 1, 0].map((index) => ids[index]));
  });

  it('is every nth, from where the seed says, the same when some are judged, deleted or added', async () => {
    const { where, ids } = await cited(9);
    const drawn = (seed: number) => tagsIn(at.other, { articleId: where, every: '3', seed: String(seed) });
    const parts = [await drawn(0), await drawn(1), await drawn(2)];
    expect(parts.map((part) => part.length)).toEqual([3, 3, 3]);
    expect(parts.flat().sort()).toEqual([...ids].sort());
    expect(await drawn(302)).toEqual(parts[2]);
    const [judged, deleted] = parts[0]!;
    await at.judge(judged!, 'accept');
    await deleteTag({ actor: at.analyst, id: deleted!, input: {}, ifMatch: '"1"' });
    await cited(2);
    expect([await drawn(0), await drawn(1), await drawn(2)]).toEqual([parts[0]!.slice(2), parts[1], parts[2]]);
  });

  it('is every nth of mentions too, of which each waits with its spelling', async () => {
    const { id: where } = await at.bring();
    const { body: entity } = await addEntity({
      actor: at.lead,
      id: at.projectId,
      input: { type: 'place', name: 'Sampled' },
    });
    const made: string[] = [];
    for (let left = 6; left > 0; left -= 1)
      made.push((await at.mark([{ entityId: entity.id }], at.analyst, where)).tags[0]!.id);
    const drawn = async (seed: number) => {
      const filter = { kind: 'mentions', articleId: where, every: '2', seed: String(seed) };
      return (await queue(at.other, filter)).groups.flatMap(({ total, tags }) => {
        expect(total).toBe(tags.length);
        return tags.map(({ id }) => id);
      });
    };
    const [one, other] = [await drawn(0), await drawn(1)];
    expect([one.length, other.length]).toEqual([3, 3]);
    expect([...one, ...other].sort()).toEqual([...made].sort());
  });

  it('says of claims how many approvals they have, and how many were of what has changed since', async () => {
    await rows().project.update({ where: { id: at.projectId }, data: { approvalsNeeded: 2 } });
    const { claimId, tag } = await at.inReview();
    await at.decide(claimId, 'accept');
    const standing = async () => {
      const { approvals, needed } = await queue(at.lead, { kind: 'claims' });
      return { needed, ...approvals.find((one) => one.claimId === claimId) };
    };
    expect(await standing()).toEqual({ needed: 2, claimId, given: 1, lapsed: 0 });
    await at.judge(tag.id, 'reject', at.lead);
    expect(await standing()).toEqual({ needed: 2, claimId, given: 0, lapsed: 1 });
  });
});
