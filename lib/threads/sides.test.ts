import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteClaim } from '@/lib/claims/commands/claims';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal } from '@/lib/core/testing';
import { closeThread, reopenThread, saveComment, sayPosition, startThread, turnThread } from './commands';
import { findThread, listThreads } from './queries';
import { threadFilter } from './thread';
import { desk, type Desk } from './threads.fixtures';

let at: Desk;
beforeAll(async () => {
  at = await desk();
});
afterAll(closeAll);

const start = async (type: string, id: string, text: string) =>
  (await startThread({ actor: at.analyst, id: at.projectId, input: { subject: { type, id }, body: { text } } })).body;
const thread = (id: string) => read(at.viewer, (ctx) => findThread(ctx, id));
const list = async (filter: object) =>
  (await read(at.viewer, (ctx) => listThreads(ctx, at.projectId, threadFilter.parse(filter)))).items;
const on = (version: number) => ({ ifMatch: `"${version}"` });
const lastEvents = async (count: number) => (await eventsOf(at.projectId)).slice(-count);

it('is found by whom it mentions, as long as the words stand', async () => {
  const mention = { type: 'mention', attrs: { id: at.reviewer.userId, label: 'x' } };
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [mention] }] };
  const subject = { type: 'article', id: at.articleId };
  const { body: made } = await startThread({ actor: at.analyst, id: at.projectId, input: { subject, body } });
  const found = async (actor: Actor) =>
    (await read(actor, (ctx) => listThreads(ctx, at.projectId, threadFilter.parse({ mentions: 'me' })))).items;
  expect([(await found(at.reviewer)).map(({ id }) => id), await found(at.other)]).toEqual([[made.id], []]);
  const change = { actor: at.analyst, id: made.comments[0]!.id, input: { body: { text: 'Nobody.' } } };
  await saveComment({ ...change, ...on(1) });
  expect(await found(at.reviewer)).toEqual([]);
});

describe('words quoted in a comment', () => {
  const quoting = (attrs: object) => ({
    type: 'doc',
    content: [{ type: 'quotation', attrs: { articleId: at.articleId, version: 1, start: 0, end: 11, ...attrs } }],
  });
  const say = (attrs: object) =>
    startThread({
      actor: at.analyst,
      id: at.projectId,
      input: { subject: { type: 'article', id: at.articleId }, body: quoting(attrs) },
    });

  it('are the slice of the version that they name, or are refused', async () => {
    expect((await say({ quote: 'The council' })).body.comments[0]!.text).toBe('> The council');
    for (const wrong of [
      { quote: 'The Council' },
      { quote: 'The council', version: 2 },
      { quote: 'he council ', start: 2, end: 13 },
    ])
      await expectRefusal(say(wrong), 'quote-mismatch');
  });
});

describe('a thread that becomes something else', () => {
  it('is found from the claim and the question that it was turned into, and names them', async () => {
    const made = await start('article', at.articleId, 'Who counted?');
    const turn = (into: string, version: number) =>
      turnThread({ actor: at.other, id: made.id, input: { into, text: `${into} of it` }, ...on(version) });
    await expectRefusal(turnThread({ actor: at.viewer, id: made.id, input: {}, ...on(1) }), 'forbidden');
    await turn('claim', 1);
    const { body } = await turn('question', 2);
    expect(body.became).toMatchObject([
      { type: 'claim', label: 'claim of it' },
      { type: 'question', label: 'question of it' },
    ]);
    for (const { type, id } of body.became)
      expect((await list({ subjectType: type, subjectId: id })).map((one) => one.id)).toEqual([made.id]);
    expect((await lastEvents(4)).map(({ type }) => type)).toEqual([
      'claim.added',
      'thread.turned',
      'question.added',
      'thread.turned',
    ]);
    await expectRefusal(turn('claim', 3), 'not-allowed-now');
    const [claim] = body.became;
    await deleteClaim({ actor: at.other, id: claim!.id, input: {}, ...on(1) });
    expect((await thread(made.id)).became.map(({ type }) => type)).toEqual(['question']);
    expect((await turn('claim', 3)).body.became).toHaveLength(2);
  });
});

const sides = (mine: string, theirs: string) => [
  { holderId: at.analyst.userId, text: mine },
  { holderId: at.other.userId, text: theirs },
];

it('who agree to differ leave what each holds on record, and who worded it until they word it themselves', async () => {
  const made = await start('article', at.articleId, 'Which is it?');
  const close = (input: object, version = 1) =>
    closeThread({ actor: at.analyst, id: made.id, input: { outcome: 'agreed-to-differ', ...input }, ...on(version) });
  await expectRefusal(close({}), 'invalid');
  await expectRefusal(close({ positions: sides('One.', 'Two.').slice(0, 1) }), 'invalid');
  const stranger = { holderId: at.outsider.userId, text: 'Who?' };
  await expectRefusal(close({ positions: [stranger, ...sides('One.', 'Two.')] }), 'invalid');
  const { body } = await close({ positions: sides('It is.', 'He says not.') });
  expect(body.outcome?.positions).toMatchObject([
    { holder: { name: 'Ana' }, text: 'It is.', by: { name: 'Ana' } },
    { holder: { name: 'Otto' }, text: 'He says not.', by: { name: 'Ana' } },
  ]);
  const say = (actor: Actor) => sayPosition({ actor, id: made.id, input: { text: 'It never was.' }, ...on(2) });
  await expectRefusal(say(at.reviewer), 'not-allowed-now');
  expect((await say(at.other)).body.outcome?.positions).toMatchObject([
    { holder: { name: 'Ana' }, text: 'It is.', by: { name: 'Ana' } },
    { holder: { name: 'Otto' }, text: 'It never was.', by: { name: 'Otto' } },
  ]);
  await reopenThread({ actor: at.other, id: made.id, input: {}, ...on(3) });
  // Closed again with the same sentences: they stay the words of those who wrote them.
  const again = await close({ positions: sides('It is.', 'It never was.') }, 4);
  expect(again.body.outcome?.positions.map(({ by }) => by.name)).toEqual(['Ana', 'Otto']);
});
