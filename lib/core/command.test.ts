import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retractArticle } from '@/lib/articles/commands';
import { assessClaim, deleteClaim, saveClaim } from '@/lib/claims/commands/claims';
import type { Actor } from './context';
import { closeAll, rows } from './testing';
import { saveEntity } from '@/lib/entities/commands';
import { deleteHighlight } from '@/lib/highlights/commands/highlights';
import { reviseArticle } from '@/lib/highlights/commands/revise';
import { addTag, deleteTag, saveTag } from '@/lib/highlights/commands/tags';
import { removeMember, saveMember } from '@/lib/members/commands';
import { mergeClaim, mergeEntity } from '@/lib/merges/commands/merges';
import { declineProposal, takeProposal } from '@/lib/reviews/commands/proposals';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { withdrawReview } from '@/lib/reviews/commands/withdraw';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { addComment, closeThread, deleteComment, liftObjection, saveComment } from '@/lib/threads/commands';
import {
  claimScene,
  entity,
  first,
  seen,
  Stage,
  start,
  threadScene,
  versionIn,
  type Op,
  type Scene,
} from './command.fixtures';

// Pairs of writes that meet: whatever order the lock of the project's head lets them in, and when both come at once, the project ends as
// after one order of the two, with the same answers; and whatever was acknowledged stands somewhere.

type Made = { names: Record<string, string>; a: Op; b: Op };
type Pair = { a: string; b: string; says?: { a?: string; b?: string }; make: (at: Bench) => Promise<Made> };

const pairs: Pair[] = [
  {
    a: 'approve a claim',
    b: 'give it another wording',
    says: { b: 'They met on Friday.' },
    make: async (at) => {
      const { names, decide, reword } = await claimScene(at);
      return { names, a: decide(at.reviewer, 'accept'), b: reword(at.other, 'They met on Friday.') };
    },
  },
  {
    a: 'approve a claim',
    b: 'object to it',
    says: { b: 'Nobody saw it.' },
    make: async (at) => {
      const { names, claimId, decide } = await claimScene(at);
      const subject = { type: 'claim', id: claimId };
      return { names, a: decide(at.reviewer, 'accept'), b: start(at, at.other, subject, 'Nobody saw it.', true) };
    },
  },
  {
    a: 'approve a claim',
    b: 'delete its only citation',
    make: async (at) => {
      const { names, tag, tagOn, decide } = await claimScene(at);
      const b = () => deleteTag({ actor: at.analyst, id: tag.id, input: {}, ...tagOn });
      return { names, a: decide(at.reviewer, 'accept'), b };
    },
  },
  {
    a: 'approve a claim',
    b: 'reject its only citation',
    says: { b: 'It is about others.' },
    make: async (at) => {
      const { names, tag, tagOn, decide } = await claimScene(at);
      const input = { verdict: 'reject', reason: 'It is about others.' };
      const b = () => reviewTag({ actor: at.lead, id: tag.id, input, ...tagOn });
      return { names, a: decide(at.reviewer, 'accept'), b };
    },
  },
  {
    a: 'approve a claim',
    b: 'reject it',
    says: { b: 'Too weak.' },
    make: async (at) => {
      const { names, decide } = await claimScene(at);
      return { names, a: decide(at.reviewer, 'accept'), b: decide(at.lead, 'reject', { reason: 'Too weak.' }) };
    },
  },
  {
    a: 'approve a claim',
    b: 'retract the article it rests on',
    make: async (at) => {
      const { names, decide } = await claimScene(at);
      const b = () => retractArticle({ actor: at.lead, id: at.articleId, input: { reason: 'Made up.' } });
      return { names: { ...names, article: at.articleId }, a: decide(at.reviewer, 'accept'), b };
    },
  },
  {
    a: 'approve a claim',
    b: 'take the approver’s role away',
    make: async (at) => {
      const { names, decide } = await claimScene(at);
      const { id } = await rows().member.findFirstOrThrow({ where: { userId: at.reviewer.userId } });
      const b = () => saveMember({ actor: at.lead, id, input: { role: 'viewer' }, ...first });
      return { names, a: decide(at.reviewer, 'accept'), b };
    },
  },
  {
    a: 'give a claim another wording',
    b: 'give it yet another',
    says: { a: 'They met on Friday.', b: 'They met twice.' },
    make: async (at) => {
      const { names, reword } = await claimScene(at);
      return { names, a: reword(at.analyst, 'They met on Friday.'), b: reword(at.other, 'They met twice.') };
    },
  },
  {
    a: 'delete a claim',
    b: 'comment on it',
    says: { b: 'Is it one?' },
    make: async (at) => {
      const { names, claimId, on } = await claimScene(at);
      const a = () => deleteClaim({ actor: at.lead, id: claimId, input: {}, ...on });
      return { names, a, b: start(at, at.other, { type: 'claim', id: claimId }, 'Is it one?') };
    },
  },
  {
    a: 'judge a claim',
    b: 'judge it too',
    says: { a: 'Two saw it.', b: 'Nobody saw it.' },
    make: async (at) => {
      const { names, claimId } = await claimScene(at);
      const judge = (actor: Actor, likelihood: number, rationale: string) => () =>
        assessClaim({ actor, id: claimId, input: { likelihood, rationale }, ifNoneMatch: '*' });
      return { names, a: judge(at.analyst, 80, 'Two saw it.'), b: judge(at.other, 20, 'Nobody saw it.') };
    },
  },
  {
    a: 'take a proposed wording over',
    b: 'word the claim oneself, in another window',
    says: { a: 'They met in June.', b: 'They met in July.' },
    make: async (at) => {
      const { names, claimId } = await claimScene(at);
      const fix = { proposal: { statement: 'They met in June.' } };
      const { review, version } = await at.decide(claimId, 'needs-work', at.reviewer, fix);
      const a = () => takeProposal({ actor: at.analyst, id: review.id, input: {}, ...seen(version) });
      const input = { statement: 'They met in July.' };
      const b = () => saveClaim({ actor: at.analyst, id: claimId, input, ...seen(version) });
      return { names: { ...names, review: review.id }, a, b };
    },
  },
  {
    a: 'take a proposed fix over',
    b: 'decline it, in another window',
    says: { b: 'It does say so.' },
    make: async (at) => {
      const { tag } = await at.cite({ statement: 'They met.' });
      const { review, version } = await at.judge(tag.id, 'needs-work', at.other, { proposal: { stance: 'context' } });
      const answering = { actor: at.analyst, id: review.id, ...seen(version) };
      const a = () => takeProposal({ ...answering, input: {} });
      const b = () => declineProposal({ ...answering, input: { reason: 'It does say so.' } });
      return { names: { tag: tag.id, review: review.id }, a, b };
    },
  },
  {
    a: 'take a verdict on a tag back',
    b: 'change the tag',
    says: { b: 'As the minutes have it.' },
    make: async (at) => {
      const { tag } = await at.cite({ statement: 'They met.' });
      const { review, version } = await at.judge(tag.id, 'reject');
      const a = () => withdrawReview({ actor: at.other, id: review.id, input: {}, ...seen(version) });
      const input = { note: 'As the minutes have it.' };
      const b = () => saveTag({ actor: at.analyst, id: tag.id, input, ...seen(version) });
      return { names: { tag: tag.id, review: review.id }, a, b };
    },
  },
  {
    a: 'delete words with their tag',
    b: 'accept the tag',
    make: async (at) => {
      const { tag, highlight } = await at.mention({ name: 'The mayor' });
      const a = () => deleteHighlight({ actor: at.analyst, id: highlight.id, input: {}, ...first });
      const b = () => reviewTag({ actor: at.other, id: tag.id, input: { verdict: 'accept' }, ...first });
      return { names: { tag: tag.id, highlight: highlight.id }, a, b };
    },
  },
  {
    a: 'bring in a corrected text',
    b: 'comment on words of the old one',
    says: { b: 'Said by whom?' },
    make: async (at) => {
      const { highlight } = await at.mention({ name: 'The mayor' });
      const input = { text: 'Another text altogether.', reason: 'It was wrong.' };
      const a = () => reviseArticle({ actor: at.lead, id: at.articleId, input });
      const b = start(at, at.other, { type: 'highlight', id: highlight.id }, 'Said by whom?');
      return { names: { highlight: highlight.id, article: at.articleId }, a, b };
    },
  },
  {
    a: 'merge an entity away',
    b: 'tag words with it',
    says: { b: 'He says it himself.' },
    make: async (at) => {
      const { highlight } = await at.mention({ name: 'The council' });
      const [one, other] = [await entity(at, 'The mayor'), await entity(at, 'Mayor Brok')];
      const a = () =>
        mergeEntity({ actor: at.reviewer, id: one, input: { otherId: other, reason: 'One man.' }, ...first });
      const input = { entityId: other, note: 'He says it himself.' };
      const b = () => addTag({ actor: at.analyst, id: highlight.id, input });
      return { names: { one, other, highlight: highlight.id }, a, b };
    },
  },
  {
    a: 'merge an entity away',
    b: 'describe it',
    says: { b: 'Mayor since 2019.' },
    make: async (at) => {
      const [one, other] = [await entity(at, 'The mayor'), await entity(at, 'Mayor Brok')];
      const a = () =>
        mergeEntity({ actor: at.reviewer, id: one, input: { otherId: other, reason: 'One man.' }, ...first });
      const input = { description: 'Mayor since 2019.' };
      const b = () => saveEntity({ actor: at.analyst, id: other, input, ...first });
      return { names: { one, other }, a, b };
    },
  },
  {
    a: 'merge a claim away',
    b: 'cite it',
    make: async (at) => {
      const { claimId: one } = await at.cite({ statement: 'They met.' });
      const { claimId: other, highlight } = await at.cite({ statement: 'They have met.' });
      const on = await versionIn(at.claimNow(one));
      const a = () =>
        mergeClaim({ actor: at.reviewer, id: one, input: { otherId: other, reason: 'The same.' }, ...on });
      const b = () => addTag({ actor: at.other, id: highlight.id, input: { claimId: other, stance: 'supports' } });
      return { names: { one, other, highlight: highlight.id }, a, b };
    },
  },
  {
    a: 'remove a member',
    b: 'write as that member',
    says: { b: 'Let me add this.' },
    make: async (at) => {
      const { id } = await rows().member.findFirstOrThrow({ where: { userId: at.other.userId } });
      const a = () => removeMember({ actor: at.lead, id, input: {}, ...first });
      return { names: {}, a, b: start(at, at.other, { type: 'article', id: at.articleId }, 'Let me add this.') };
    },
  },
  {
    a: 'delete a comment',
    b: 'answer it',
    says: { b: 'The mayor does.' },
    make: async (at) => {
      const { thread, comment, names } = await threadScene(at, { type: 'article', id: at.articleId });
      const a = () => deleteComment({ actor: at.other, id: comment.id, input: {}, ...first });
      const b = () => addComment({ actor: at.analyst, id: thread.id, input: { body: { text: 'The mayor does.' } } });
      return { names, a, b };
    },
  },
  {
    a: 'close a thread',
    b: 'answer in it',
    says: { a: 'It was the mayor.', b: 'It was not.' },
    make: async (at) => {
      const { thread, names } = await threadScene(at, { type: 'article', id: at.articleId });
      const input = { outcome: 'settled', note: 'It was the mayor.' };
      const a = () => closeThread({ actor: at.lead, id: thread.id, input, ...first });
      const b = () => addComment({ actor: at.analyst, id: thread.id, input: { body: { text: 'It was not.' } } });
      return { names, a, b };
    },
  },
  {
    a: 'reword an objection',
    b: 'lift it',
    says: { a: 'Nobody was there.', b: 'The minutes name two.' },
    make: async (at) => {
      const { claimId } = await at.cite({ statement: 'They met.' });
      const { comment, names } = await threadScene(at, { type: 'claim', id: claimId }, true);
      const words = { body: { text: 'Nobody was there.' } };
      const a = () => saveComment({ actor: at.other, id: comment.id, input: words, ...first });
      const reason = { reason: 'The minutes name two.' };
      const b = () => liftObjection({ actor: at.lead, id: comment.id, input: reason, ...first });
      return { names: { ...names, claim: claimId }, a, b };
    },
  },
  {
    a: 'reword a comment',
    b: 'reword it otherwise, in another window',
    says: { a: 'Who told them so?', b: 'Who was told so?' },
    make: async (at) => {
      const { comment, names } = await threadScene(at, { type: 'article', id: at.articleId });
      const reword = (text: string) => () =>
        saveComment({ actor: at.other, id: comment.id, input: { body: { text } }, ...first });
      return { names, a: reword('Who told them so?'), b: reword('Who was told so?') };
    },
  },
];

const stage = new Stage();
beforeAll(() => stage.open());
afterAll(async () => {
  await stage.close();
  await closeAll();
});

/** The same beginning in a project of its own, each time. */
async function begin({ make }: Pair): Promise<Scene> {
  const at = await bench();
  const { names, a, b } = await make(at);
  const { viewer, analyst, other, reviewer, lead, projectId } = at;
  const people = Object.entries({ viewer, analyst, other, reviewer, lead }).map(([name, { userId }]) => [name, userId]);
  return { projectId, names: { ...names, ...Object.fromEntries(people), project: projectId }, a, b };
}

describe('two writes that meet', () => {
  it.each(pairs)('$a ∥ $b', async (pair) => {
    const serial = {
      a: await stage.inTurn(await begin(pair), 'a'),
      b: await stage.inTurn(await begin(pair), 'b'),
    };
    // The order of the lock is the order of the end.
    for (const order of ['a', 'b'] as const)
      expect(await stage.queued(await begin(pair), order)).toEqual(serial[order]);
    const scene = await begin(pair);
    const end = await stage.together(scene);
    expect([serial.a, serial.b]).toContainEqual(end);
    // Somebody is always let through, and what they were told is kept.
    expect([end.a, end.b]).toContain('done');
    for (const one of ['a', 'b'] as const) {
      const words = pair.says?.[one];
      if (words && end[one] === 'done')
        expect([words, await stage.keeps(scene.projectId, words)]).toEqual([words, true]);
    }
  });
});
