import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteArticle, restoreArticle, retractArticle } from '@/lib/articles/commands';
import { saveClaim } from '@/lib/claims/commands/claims';
import { closeAll, eventsOf, rows } from '@/lib/core/testing';
import { deleteHighlight, moveHighlight, restoreHighlight } from '@/lib/highlights/commands/highlights';
import { deleteHighlights, restoreHighlights } from '@/lib/highlights/commands/many-highlights';
import { reviseArticle } from '@/lib/highlights/commands/revise';
import { deleteTag, restoreTag, saveTag } from '@/lib/highlights/commands/tags';
import { withdrawReview } from '@/lib/reviews/commands/withdraw';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { deleteComment, liftObjection, restoreComment, saveComment, startThread } from '@/lib/threads/commands';

let at: Bench;
beforeAll(async () => {
  at = await bench();
});
afterAll(closeAll);

type Approved = Awaited<ReturnType<Bench['approved']>>;
type Step = (claim: Approved) => Promise<unknown>;

const tagVersion = (id: string) => at.version(at.tagNow(id));
const claimVersion = (id: string) => at.version(at.claimNow(id));
const rowVersion = async (table: 'highlight' | 'tag' | 'comment' | 'article', id: string) => {
  const row = await (
    rows()[table] as unknown as { findUniqueOrThrow(by: object): Promise<{ version: number }> }
  ).findUniqueOrThrow({ where: { id } });
  return `"${row.version}"`;
};
const object = async (subject: { type: 'claim' | 'tag'; id: string }) => {
  const input = { subject, body: { text: 'I object.' }, blocksApproval: true };
  return (await startThread({ actor: at.other, id: at.projectId, input })).body.comments[0]!;
};
const asAnalyst = async <V>(
  command: (request: { actor: typeof at.analyst; id: string; input: object; ifMatch: string }) => Promise<V>,
  id: string,
  version: string,
  input: object = {},
) => command({ actor: at.analyst, id, input, ifMatch: version });

/** Approves a claim whose citation stands in an article of its own, which others do not share. */
async function inOwnArticle() {
  const { id: where } = await at.bring();
  const cited = await at.cite({ statement: `In ${where}.` }, { where });
  await at.judge(cited.tag.id, 'accept');
  await at.submit(cited.claimId);
  await at.decide(cited.claimId, 'accept');
  return { ...cited, where };
}

let kept: { id: string };
const unsettling: [what: string, code: string, away: Step, back?: Step][] = [
  [
    'its wording is edited',
    'wording',
    async ({ claimId }) => asAnalyst(saveClaim, claimId, await claimVersion(claimId), { statement: 'Otherwise.' }),
    async ({ claimId, tag }) =>
      asAnalyst(saveClaim, claimId, await claimVersion(claimId), { statement: tag.claim!.statement }),
  ],
  [
    'a citation is deleted',
    'citation-deleted',
    async ({ tag }) => asAnalyst(deleteTag, tag.id, await rowVersion('tag', tag.id)),
    async ({ tag }) => asAnalyst(restoreTag, tag.id, await rowVersion('tag', tag.id)),
  ],
  [
    'its highlight is deleted',
    'citation-deleted',
    async ({ highlight }) => asAnalyst(deleteHighlight, highlight.id, await rowVersion('highlight', highlight.id)),
    async ({ highlight }) => asAnalyst(restoreHighlight, highlight.id, await rowVersion('highlight', highlight.id)),
  ],
  [
    'several highlights are deleted',
    'citation-deleted',
    ({ highlight }) => deleteHighlights({ actor: at.analyst, id: at.articleId, input: { ids: [highlight.id] } }),
    ({ highlight }) => restoreHighlights({ actor: at.analyst, id: at.articleId, input: { ids: [highlight.id] } }),
  ],
  [
    'a citation is rejected',
    'citation-contested',
    async ({ tag }) => {
      kept = (await at.judge(tag.id, 'reject', at.lead)).review;
    },
    async ({ tag }) => withdrawReview({ actor: at.lead, id: kept.id, input: {}, ifMatch: await tagVersion(tag.id) }),
  ],
  [
    'its accept is taken back',
    'citation-unreviewed',
    async ({ tag }) => {
      const review = await rows().review.findFirstOrThrow({ where: { tagId: tag.id } });
      await withdrawReview({ actor: at.other, id: review.id, input: {}, ifMatch: await tagVersion(tag.id) });
    },
    ({ tag }) => at.judge(tag.id, 'accept', at.lead),
  ],
  [
    'a citation is changed',
    'citation-changed',
    async ({ tag }) => asAnalyst(saveTag, tag.id, await tagVersion(tag.id), { stance: 'context' }),
    async ({ tag }) => {
      await asAnalyst(saveTag, tag.id, await tagVersion(tag.id), { stance: 'supports' });
      await at.judge(tag.id, 'accept');
    },
  ],
  [
    'a citation is moved to another claim',
    'citation-deleted',
    async ({ tag }) => {
      const { claimId } = await at.cite({ statement: 'Another.' });
      await asAnalyst(saveTag, tag.id, await tagVersion(tag.id), { claimId });
    },
    async ({ tag, claimId }) => {
      await asAnalyst(saveTag, tag.id, await tagVersion(tag.id), { claimId });
      await at.judge(tag.id, 'accept');
    },
  ],
  [
    'the words under it change',
    'citation-changed',
    async ({ highlight: { id, start, quote } }) =>
      asAnalyst(moveHighlight, id, await rowVersion('highlight', id), {
        start,
        end: start + 3,
        quote: quote.slice(0, 3),
      }),
    async ({ highlight: { id, start, end, quote }, tag }) => {
      await asAnalyst(moveHighlight, id, await rowVersion('highlight', id), { start, end, quote });
      await at.judge(tag.id, 'accept');
    },
  ],
  [
    'a contradicting citation comes',
    'new-contradiction',
    async ({ claimId }) => {
      kept = (await at.cite({ id: claimId }, { stance: 'contradicts', by: at.other })).tag;
    },
    () => at.judge(kept.id, 'reject', at.lead),
  ],
  [
    'somebody objects to the claim',
    'objection',
    async ({ claimId }) => {
      kept = await object({ type: 'claim', id: claimId });
    },
    () => liftObjection({ actor: at.lead, id: kept.id, input: { reason: 'Said beside it.' }, ifMatch: '"1"' }),
  ],
  [
    'somebody objects to a citation',
    'objection',
    async ({ tag }) => {
      kept = await object({ type: 'tag', id: tag.id });
    },
    () => saveComment({ actor: at.other, id: kept.id, input: { blocksApproval: false }, ifMatch: '"1"' }),
  ],
  [
    'an objection that was deleted comes back',
    'objection',
    async ({ claimId }) => {
      kept = await object({ type: 'claim', id: claimId });
      await deleteComment({ actor: at.other, id: kept.id, input: {}, ifMatch: '"1"' });
      expect((await at.claimNow(claimId)).status).toBe('approved');
      await restoreComment({ actor: at.other, id: kept.id, input: {}, ifMatch: '"2"' });
    },
    () => deleteComment({ actor: at.other, id: kept.id, input: {}, ifMatch: '"3"' }),
  ],
];

describe('an approved claim becomes stale, and is approved again when all of it is undone', () => {
  it.each(unsettling)('when %s', async (_, code, away, back) => {
    const claim = await at.approved();
    const { claimId } = claim;
    await away(claim);
    expect((await at.claimNow(claimId)).status).toBe('stale');
    expect((await at.approval(claimId)).stale.map((reason) => reason.code)).toEqual([code]);
    await back!(claim);
    const after = await at.claimNow(claimId);
    expect(after.status).toBe('approved');
    const own = (await eventsOf(at.projectId)).filter((event) => event.subjectId === claimId);
    const moves = own.filter((event) => /approved|stale|recovered/.test(event.type));
    const times = code === 'objection' && moves.length > 3 ? 2 : 1; // one case goes and comes back twice
    expect(moves.map((event) => event.type)).toEqual([
      'claim.approved',
      ...Array.from({ length: times }, () => ['claim.went-stale', 'claim.recovered']).flat(),
    ]);
    expect(moves.at(-1)!.version).toBeLessThanOrEqual(after.version);
  });

  it('when an article that it rests on is removed, or retracted', async () => {
    const { claimId, where } = await inOwnArticle();
    const asLead = async (command: typeof deleteArticle, input: object = {}) =>
      command({ actor: at.lead, id: where, input, ifMatch: await rowVersion('article', where) });
    await asLead(deleteArticle);
    expect((await at.claimNow(claimId)).status).toBe('stale');
    await asLead(restoreArticle);
    expect((await at.claimNow(claimId)).status).toBe('approved');
    await asLead(retractArticle, { reason: 'Withdrawn by the outlet.' });
    expect((await at.approval(claimId)).stale.map((reason) => reason.code)).toEqual(['article-retracted']);
    expect(await at.decide(claimId, 'accept')).toMatchObject({ status: 'approved' });
  });

  it('only when the last of several reasons is gone', async () => {
    const { claimId, tag } = await at.approved();
    const said = await object({ type: 'claim', id: claimId });
    await asAnalyst(deleteTag, tag.id, await rowVersion('tag', tag.id));
    expect((await at.approval(claimId)).stale.map((reason) => reason.code)).toEqual(['citation-deleted', 'objection']);
    await liftObjection({ actor: at.lead, id: said.id, input: { reason: 'Said.' }, ifMatch: '"1"' });
    expect((await at.claimNow(claimId)).status).toBe('stale');
    await asAnalyst(restoreTag, tag.id, await rowVersion('tag', tag.id));
    expect((await at.claimNow(claimId)).status).toBe('approved');
  });
});

describe('an approved claim stays approved', () => {
  it('when support and context come, and says how much is new', async () => {
    const { claimId } = await at.approved();
    const { tag } = await at.cite({ id: claimId }, { by: at.other });
    await at.cite({ id: claimId }, { stance: 'context' });
    await at.judge(tag.id, 'accept', at.lead);
    expect((await at.claimNow(claimId)).status).toBe('approved');
    expect(await at.approval(claimId)).toMatchObject({ stale: [], newSince: { supporting: 1, moved: 0 } });
  });

  it('when its words stand elsewhere in a corrected text, but not when they are gone', async () => {
    const { claimId, where, highlight } = await inOwnArticle();
    const { text } = await rows().articleVersion.findFirstOrThrow({ where: { articleId: where } });
    const revise = async (next: string) =>
      reviseArticle({ actor: at.analyst, id: where, input: { text: next, reason: 'Corrected.' } });
    await revise(`A new first line.\n${text}`);
    expect((await at.claimNow(claimId)).status).toBe('approved');
    expect((await at.approval(claimId)).newSince).toEqual({ supporting: 0, moved: 1 });
    await revise('Nothing of it is left. Another text altogether, about something else.');
    const { orphanedAt } = await rows().highlight.findUniqueOrThrow({ where: { id: highlight.id } });
    expect(orphanedAt).not.toBeNull();
    expect((await at.claimNow(claimId)).status).toBe('stale');
    expect((await at.approval(claimId)).stale.map((reason) => reason.code)).toEqual(['words-lost']);
  });

  it('but not when a corrected text has other words for it: before and after are told', async () => {
    const { claimId, where, highlight } = await inOwnArticle();
    const { text } = await rows().articleVersion.findFirstOrThrow({ where: { articleId: where } });
    const other = `${highlight.quote.slice(0, -1)}x${highlight.quote.slice(-1)}`;
    const next = text.slice(0, highlight.start) + other + text.slice(highlight.end);
    await reviseArticle({ actor: at.other, id: where, input: { text: next, reason: 'Corrected.' } });
    expect((await at.claimNow(claimId)).status).toBe('stale');
    const [reason] = (await at.approval(claimId)).stale;
    expect(reason).toMatchObject({
      code: 'citation-changed',
      words: 'A corrected article has other words for a citation.',
      before: { quote: highlight.quote },
      after: { quote: expect.stringContaining(other) },
    });
  });

  it('when somebody comments on it', async () => {
    const { claimId } = await at.approved();
    const input = { subject: { type: 'claim', id: claimId }, body: { text: 'Well done.' } };
    await startThread({ actor: at.other, id: at.projectId, input });
    expect((await at.claimNow(claimId)).status).toBe('approved');
  });

  it('again once a contradiction is contested: it counts for nothing until that is settled', async () => {
    const { claimId } = await at.approved();
    const { tag } = await at.cite({ id: claimId }, { stance: 'contradicts', by: at.other });
    await at.judge(tag.id, 'accept', at.lead);
    expect((await at.claimNow(claimId)).status).toBe('stale');
    await at.judge(tag.id, 'reject', at.analyst);
    expect((await at.tagNow(tag.id)).reviewState).toBe('contested');
    expect((await at.claimNow(claimId)).status).toBe('approved');
    await at.judge(tag.id, 'accept', at.analyst);
    expect((await at.claimNow(claimId)).status).toBe('stale');
  });
});

it('leaves claims alone that were never approved', async () => {
  const { claimId, tag } = await at.inReview();
  await object({ type: 'claim', id: claimId });
  await asAnalyst(deleteTag, tag.id, await rowVersion('tag', tag.id));
  expect((await at.claimNow(claimId)).status).toBe('in-review');
  expect(await at.approval(claimId)).toMatchObject({ stale: [], approvedWording: null });
});

it('shows before and after of a stale claim, which then holds again or goes back', async () => {
  const { claimId, tag } = await at.approved();
  await asAnalyst(saveTag, tag.id, await tagVersion(tag.id), { confidence: 20 });
  await at.judge(tag.id, 'accept');
  const { stale, approvedWording } = await at.approval(claimId);
  expect(approvedWording).toBe(1);
  expect(stale).toMatchObject([
    {
      before: { said: 'supports' },
      after: { said: expect.stringContaining('confidence 20') as string },
    },
  ]);
  expect(stale[0]!.href).toBe(`/projects/${at.projectId}/articles/${at.articleId}?highlight=${tag.highlightId}`);
  expect(await at.decide(claimId, 'accept')).toMatchObject({ status: 'approved' });
  expect((await at.approval(claimId)).stale).toEqual([]);
});

it('unsettles every claim that one write touches', async () => {
  const { id: where } = await at.bring();
  const ids: string[] = [];
  for (let index = 0; index < 3; index++) {
    const { claimId, tag } = await at.cite({ statement: `Together ${index}.` }, { where });
    await at.judge(tag.id, 'accept');
    await at.submit(claimId);
    await at.decide(claimId, 'accept');
    ids.push(claimId);
  }
  const before = (await eventsOf(at.projectId)).length;
  await retractArticle({ actor: at.lead, id: where, input: { reason: 'All of it.' }, ifMatch: '"1"' });
  const events = (await eventsOf(at.projectId)).slice(before);
  expect(events.map((event) => event.type)).toEqual(['article.retracted', ...ids.map(() => 'claim.went-stale')]);
  expect(
    events
      .slice(1)
      .map((event) => event.subjectId)
      .sort(),
  ).toEqual([...ids].sort());
  for (const event of events.slice(1)) expect((await at.claimNow(event.subjectId)).version).toBe(event.version);
});
