import { afterAll, expect, it } from 'vitest';
import { read } from '@/lib/core/db';
import { closeAll } from '@/lib/core/testing';
import { addQuestion, judgeQuestion, settleQuestion } from '@/lib/questions/commands/questions';
import { bench } from '@/lib/reviews/reviews.fixtures';
import { closeThread, startThread } from '@/lib/threads/commands';
import { makeExport } from './commands';
import { previewExport, readExport } from './queries/exports';
import { questionBrief } from './queries/question-brief';

afterAll(closeAll);

it('an answer that is approved while its question is open warns, before and in the export, until it is settled', async () => {
  const at = await bench();
  const { claimId, tag } = await at.inReview();
  const text = 'What is it?';
  const input = { text, answers: [{ claimId }, { newClaim: { statement: 'Another thing.' } }] };
  const { body: question } = await addQuestion({ actor: at.analyst, id: at.projectId, input });
  const href = `/projects/${at.projectId}/questions/${question.id}`;
  const words = `It answers a question that is open: “${text}”`;
  expect((await at.approval(claimId)).warnings).toEqual([{ code: 'open-question', words, href }]);
  await at.decide(claimId, 'accept');
  const exported = async (format: string) => {
    const { body } = await makeExport({ actor: at.lead, id: at.projectId, input: { format } });
    return Buffer.from((await read(at.lead, (ctx) => readExport(ctx, body.id))).content).toString();
  };
  const preview = () => read(at.viewer, (ctx) => previewExport(ctx, at.projectId));
  expect((await preview()).claims).toMatchObject([{ id: claimId, openQuestions: 1 }]);
  const { claims } = JSON.parse(await exported('json')) as { claims: object[] };
  expect(claims).toMatchObject([{ openQuestions: [{ id: question.id, text }] }]);
  for (const format of ['markdown', 'html'])
    expect(await exported(format)).toContain('Warning: it answers a question that is not settled: “What is it?”');

  const judged = { actor: at.other, id: question.id, input: { text: 'Nobody knows better.' }, ifMatch: '"1"' };
  await judgeQuestion(judged);
  const brief = async () => (await read(at.viewer, (ctx) => questionBrief(ctx, question.id, 'markdown'))).body;
  const open = await brief();
  for (const part of [
    'This question is open.',
    'Nobody knows better.',
    tag.claim!.statement,
    'Another thing.',
    'computed',
  ])
    expect(open).toContain(part);
  expect(await brief()).toBe(open);
  const settled = { claimId, reason: 'It was seen.' };
  await settleQuestion({ actor: at.analyst, id: question.id, input: settled, ifMatch: '"2"' });
  expect((await at.approval(claimId)).warnings).toEqual([]);
  expect((await preview()).claims).toMatchObject([{ openQuestions: 0 }]);
  expect(await brief()).toContain('It was seen.');
});

it('the brief of a question has both positions where people agreed to differ, on the question and on an answer', async () => {
  const at = await bench();
  const { claimId } = await at.cite({ statement: 'The mayor said it.' });
  const input = { text: 'Who said it?', answers: [{ claimId }] };
  const { body: question } = await addQuestion({ actor: at.analyst, id: at.projectId, input });
  const positions = [
    { holderId: at.analyst.userId, text: 'It is the mayor.' },
    { holderId: at.other.userId, text: 'It is nobody.' },
  ];
  for (const subject of [
    { type: 'question', id: question.id },
    { type: 'claim', id: claimId },
  ]) {
    const opened = { subject, body: { text: 'Let us talk.' } };
    const { body: made } = await startThread({ actor: at.analyst, id: at.projectId, input: opened });
    const closing = { outcome: 'agreed-to-differ', note: `About the ${subject.type}.`, positions };
    await closeThread({ actor: at.analyst, id: made.id, input: closing, ifMatch: `"${made.version}"` });
  }
  const { body } = await read(at.viewer, (ctx) => questionBrief(ctx, question.id, 'markdown'));
  const [before, after] = String(body).split('## Answers');
  for (const [part, about] of [
    [before, 'question'],
    [after, 'claim'],
  ] as const) {
    expect(part).toContain(`as ${at.analyst.name} recorded:\n\n> About the ${about}.`);
    expect(part).toContain(`${at.analyst.name} holds:\n\n> It is the mayor.`);
    expect(part).toContain(`${at.other.name} holds, as ${at.analyst.name} put it:\n\n> It is nobody.`);
  }
});

it('a brief prints a passage once for an answer and once against the other, however many tagged it', async () => {
  const at = await bench();
  const words = { start: 16, end: 43, quote: 'on Monday. The mayor denied' };
  const first = await at.mark(
    [{ newClaim: { statement: 'He denied it.' }, stance: 'supports' }],
    at.analyst,
    at.articleId,
    words,
  );
  const claimId = first.tags[0]!.claim!.id;
  const longer = { start: 12, end: 46, quote: 'met on Monday. The mayor denied it' };
  await at.mark([{ claimId, stance: 'supports' }], at.other, at.articleId, longer);
  const input = { text: 'Did he?', answers: [{ claimId }, { newClaim: { statement: 'He said nothing.' } }] };
  const { body: question } = await addQuestion({ actor: at.analyst, id: at.projectId, input });
  const { body } = await read(at.viewer, (ctx) => questionBrief(ctx, question.id, 'markdown'));
  expect(String(body).match(/on Monday\. The mayor denied/g)).toHaveLength(2);
  expect(String(body).match(/Quote \d+/g)).toHaveLength(2);
});
