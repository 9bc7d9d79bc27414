import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { closeAll, expectRefusal, rows } from '@/lib/core/testing';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { addComment, startThread } from '@/lib/threads/commands';
import { readNotifications, saveNoticeSetting } from './commands';
import { digestOf } from './digest';
import { postOf, sendDigests } from './jobs';
import { mailServer } from './smtp.fixtures';

let at: Bench;
let server: Awaited<ReturnType<typeof mailServer>>;
beforeAll(async () => {
  at = await bench();
  server = await mailServer();
});
afterAll(async () => {
  server.close();
  await closeAll();
});

const HOUR = 3_600_000;
const later = (hours: number) => new Date(Date.now() + hours * HOUR + 1000);
const choose = (actor: Actor, digest: string) => saveNoticeSetting({ actor, id: '', input: { digest } });
const post = () => postOf({ ...env(), SMTP_URL: server.url, MAIL_FROM: FROM })!;
const FROM = 'Claimbench <bench@example.org>';
const SECRET = 'Nobody may read this in a mail';

describe('a digest', () => {
  it('is refused where the server sends no mail', async () => {
    await expectRefusal(choose(at.analyst, 'daily'), 'not-allowed-now');
    expect(postOf(env())).toBeNull();
  });

  it('tells counts, kinds, projects and links through SMTP, once for two servers, and never a word of what was said', async () => {
    Object.assign(env(), { SMTP_URL: server.url, MAIL_FROM: FROM });
    await choose(at.analyst, 'hourly');
    await choose(at.other, 'daily');
    const subject = { type: 'article', id: at.articleId };
    const started = await startThread({
      actor: at.analyst,
      id: at.projectId,
      input: { subject, body: { text: SECRET } },
    });
    for (const text of [SECRET, SECRET])
      await addComment({ actor: at.reviewer, id: started.body.id, input: { body: { text } } });
    expect(await sendDigests(post(), new Date())).toBe(0);
    const sent = await Promise.all([sendDigests(post(), later(1)), sendDigests(post(), later(1))]);
    expect([sent[0]! + sent[1]!, server.taken.length]).toEqual([1, 1]);
    const mail = server.taken[0]!.replaceAll('=\n', '');
    expect(mail).toContain(`To: ${at.analyst.email}`);
    expect(mail).toContain('Subject: Claimbench: 2 unread in The project');
    expect(mail).toContain('2 =C3=97 Somebody answers where I took part');
    expect(mail).toContain(`/projects/${at.projectId}/inbox?state=3Dunread`);
    expect(mail).toMatch(/List-Unsubscribe: <.*\/account#notifications>/);
    const article = await rows().article.findUniqueOrThrow({ where: { id: at.articleId } });
    for (const words of [SECRET, article.title, 'council', at.reviewer.name]) expect(mail).not.toContain(words);
    // Nothing new: nothing is sent. Whoever chose daily, and has nothing unread, hears nothing at all.
    expect(await sendDigests(post(), later(26))).toBe(0);
    expect(server.taken).toHaveLength(1);
  });

  it('that nobody took is tried again ten minutes later, and nothing of it is in the log', async () => {
    const { body } = await startThread({
      actor: at.analyst,
      id: at.projectId,
      input: { subject: { type: 'article', id: at.articleId }, body: { text: SECRET } },
    });
    await addComment({ actor: at.reviewer, id: body.id, input: { body: { text: SECRET } } });
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    server.refuse = true;
    const due = later(60);
    expect(await sendDigests(post(), due)).toBe(0);
    server.refuse = false;
    expect(logged.mock.calls).toEqual([[expect.stringMatching(/^\{"level":"error","job":"digest","code":"\w+"\}$/)]]);
    logged.mockRestore();
    expect(await sendDigests(post(), due)).toBe(0);
    expect(await sendDigests(post(), new Date(due.getTime() + 11 * 60_000))).toBe(1);
    expect(server.taken).toHaveLength(2);
  });

  it('ends when it is switched off, and with the account’s work read', async () => {
    await choose(at.analyst, 'off');
    await readNotifications({ actor: at.analyst, id: '', input: {} });
    expect(await sendDigests(post(), later(1000))).toBe(0);
  });
});

it('a project’s name makes no header and no line of its own', () => {
  const line = { projectId: 'p', project: 'A\r\nBcc: x@example.org', kind: 'reply' as const, count: 1 };
  const { subject, text } = digestOf([line], 'https://bench.example.org');
  expect(subject).not.toMatch(/[\r\n]/);
  expect(text).toContain('A Bcc: x@example.org\n  1 × Somebody answers');
});
