import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { addArticle } from '@/lib/articles/commands';
import { read } from '@/lib/core/db';
import { closeAll, rows, team, type Team } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { claimFilter } from './claim';
import { addClaim, submitClaim } from './commands/claims';
import { listClaims } from './queries/listing';
import { restings } from './resting';

const TEXT = 'An officer said that they crossed. The ministry denied it. They crossed the river.';
let at: Team;
let articles: string[];
let who: Record<'officer' | 'guard' | 'ministry', string>;
const ids: Record<string, string> = {};

const cite = async (name: string, article: number, more: object = {}, quote = 'They crossed the river.') => {
  const start = TEXT.indexOf(quote);
  const tags = [{ claimId: ids[name], stance: 'supports', ...more }];
  const input = { start, end: start + quote.length, quote, tags };
  return (await saveHighlight({ actor: at.analyst, id: articles[article]!, input })).body.tags[0]!.id;
};
const refuse = (tagId: string) =>
  rows().review.create({
    data: {
      projectId: at.projectId,
      tagId,
      tagVersion: 1,
      authorId: at.analyst.userId,
      reviewerId: at.other.userId,
      verdict: 'reject',
      createdAt: new Date(),
    },
  });
const found = async (query: object) => {
  const filter = claimFilter.parse({ sort: 'statement', ...query }) as z.output<typeof claimFilter>;
  const { items } = await read(at.viewer, (ctx) => listClaims(ctx, at.projectId, filter));
  return items.map(({ statement }) => statement);
};

beforeAll(async () => {
  at = await team();
  const { projectId: id, analyst: actor } = at;
  articles = [];
  for (const end of ['', ' Again.'])
    articles.push((await addArticle({ actor, id, input: { text: TEXT + end } })).body.id);
  const entity = async (type: string, name: string) => (await addEntity({ actor, id, input: { type, name } })).body.id;
  who = {
    officer: await entity('unnamed-source', 'an officer'),
    guard: await entity('unnamed-source', 'a guard'),
    ministry: await entity('organisation', 'The ministry'),
  };
  for (const statement of ['Anonymous', 'Bare', 'Mixed', 'Own voice', 'Relayed', 'Rejected'])
    ids[statement] = (await addClaim({ actor, id, input: { statement } })).body.id;
  await cite('Anonymous', 0, { speakerId: who.officer });
  await cite('Anonymous', 1, { speakerId: who.guard });
  await cite(
    'Anonymous',
    0,
    { stance: 'contradicts', speakerId: who.ministry, denies: true },
    'The ministry denied it.',
  );
  await cite('Mixed', 0, { speakerId: who.officer });
  await cite('Mixed', 0, { speakerId: who.ministry }, 'An officer said');
  await cite('Own voice', 0);
  await cite('Own voice', 1);
  const publisher = await rows().publisher.create({
    data: { projectId: id, name: 'Radio North', createdAt: new Date() },
  });
  await cite('Relayed', 1, { viaId: publisher.id });
  await refuse(await cite('Rejected', 0));
  await cite('Rejected', 1, { speakerId: who.officer });
  await submitClaim({ actor, id: ids.Mixed!, input: {}, ifMatch: '"3"' });
});
afterAll(closeAll);

describe('claims by what they rest on', () => {
  it.each([
    ['denied', ['Anonymous']],
    ['unnamed-only', ['Anonymous', 'Rejected']],
    ['one-article', ['Mixed', 'Rejected', 'Relayed']],
    ['own-voice', ['Own voice']],
    ['unnamed-only,one-article', ['Rejected']],
  ])('%s', async (rests, expected) => expect(await found({ rests })).toEqual(expected));

  it('fit the other filters as well, and page by page', async () => {
    expect(await found({ rests: 'one-article', status: 'in-review' })).toEqual(['Mixed']);
    expect(await found({ rests: 'one-article', q: 'rel' })).toEqual(['Relayed']);
    expect(await found({ rests: 'one-article', entityId: who.guard })).toEqual([]);
    const filter = { sort: 'statement', rests: 'one-article', limit: '2' };
    const first = await read(at.viewer, (ctx) =>
      listClaims(ctx, at.projectId, claimFilter.parse(filter) as z.output<typeof claimFilter>),
    );
    expect(first.items).toHaveLength(2);
    expect(await found({ ...filter, cursor: first.nextCursor })).toEqual(['Relayed']);
  });

  it('count a speaker as the one they were merged into, and a merged claim’s citations as its survivor’s', async () => {
    await rows().entity.update({
      where: { id: who.officer },
      data: { survivorId: who.ministry, deletedAt: new Date(), deletedBy: at.lead.userId },
    });
    expect(await found({ rests: 'unnamed-only' })).toEqual([]);
    await rows().claim.update({
      where: { id: ids['Own voice']! },
      data: { survivorId: ids.Bare!, deletedAt: new Date(), deletedBy: at.lead.userId },
    });
    expect(await found({ rests: 'own-voice' })).toEqual(['Bare']);
  });

  it('are nobody else’s to see, and no other words are taken', async () => {
    const { items } = await read(at.outsider, (ctx) =>
      listClaims(ctx, at.projectId, claimFilter.parse({ rests: restings.join(',') }) as z.output<typeof claimFilter>),
    );
    expect(items).toEqual([]);
    expect(claimFilter.safeParse({ rests: 'one-article,rumours' }).success).toBe(false);
  });
});
