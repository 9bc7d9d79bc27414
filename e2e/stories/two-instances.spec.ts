import { asScript, demoProject, personIn, signInWith } from '../support/people';
import { served } from '../support/served';
import { expect, test } from '../support/story';

test('fifty clients over two instances: one save wins, the others are shown what it became', async ({ browser }) => {
  const { context } = await personIn(browser, 'Ines');
  // Cookies go by host, not by port: the session of one instance is good at the other.
  const [a, b] = [asScript(context, 0), asScript(context, 1)];
  const project = await demoProject(context);
  const made = await a.send('POST', `/projects/${project}/claims`, {
    statement: 'A claim that fifty people change at once.',
  });
  const claim = (await made.json()) as { id: string; version: number };

  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      (index % 2 ? a : b).send(
        'PATCH',
        `/claims/${claim.id}`,
        { statement: `Changed by client ${index}.` },
        { 'if-match': `"${claim.version}"` },
      ),
    ),
  );
  const statuses = answers.map((answer) => answer.status());
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 412)).toHaveLength(49);
  const winner = (await answers.find((answer) => answer.status() === 200)!.json()) as {
    statement: string;
    version: number;
  };
  for (const answer of answers.filter((one) => one.status() === 412)) {
    const problem = (await answer.json()) as { code: string; current: { statement: string; version: number } };
    expect(problem.code).toBe('stale');
    expect(problem.current).toMatchObject({ statement: winner.statement, version: winner.version });
  }
});

test('the same key twenty times, over two instances, makes one write and equal answers', async ({ browser }) => {
  const { context } = await personIn(browser, 'Tomasz');
  const scripts = [asScript(context, 0), asScript(context, 1)];
  const project = await demoProject(context);
  const key = crypto.randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      scripts[index % 2]!.send(
        'POST',
        `/projects/${project}/claims`,
        { statement: `Said once, sent twenty times: ${key}` },
        { 'idempotency-key': key },
      ),
    ),
  );
  expect(answers.map((answer) => answer.status())).toEqual(Array(20).fill(201));
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  const { items } = await scripts[1]!.get<{ items: unknown[] }>(`/projects/${project}/claims?q=${key}`);
  expect(items).toHaveLength(1);
});

test('signing out everywhere ends the session at both instances at once', async ({ browser, page, context }) => {
  // Somebody of their own: the others go on working meanwhile.
  const daniel = await personIn(browser, 'Daniel');
  const project = await demoProject(daniel.context);
  const somebody = { email: 'passing.through@example.org', password: 'a sentence nobody else would think of' };
  const invited = await asScript(daniel.context).send('POST', `/projects/${project}/members`, {
    email: somebody.email,
    role: 'viewer',
  });
  const { invitation } = (await invited.json()) as { invitation: { link: string } };
  const [a, b] = [asScript(context, 0), asScript(context, 1)];
  const secret = new URL(invitation.link).pathname.split('/').at(-1);
  const joined = await a.send('POST', `/invitations/${secret}`, {
    name: 'Passing Through',
    password: somebody.password,
  });
  expect(joined.status()).toBe(201);

  await signInWith(page, somebody);
  expect((await b.send('GET', '/me', undefined)).status()).toBe(200);
  const cookies = await context.cookies();
  expect((await a.send('DELETE', '/sessions', {})).status()).toBe(200);
  await context.addCookies(cookies);
  expect((await a.send('GET', '/me', undefined)).status()).toBe(401);
  expect((await b.send('GET', '/me', undefined)).status()).toBe(401);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a connection at rest outlives that of a proxy, so that no request goes into one that was just closed', async ({
  request,
}) => {
  for (const address of served().addresses) {
    const answer = await request.get(`${address}/api/health`);
    const seconds = Number(/timeout=(\d+)/.exec(answer.headers()['keep-alive'] ?? '')?.[1]);
    expect(seconds).toBeGreaterThan(120); // Caddy's own
  }
});
