import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addArticle, deleteArticle } from '@/lib/articles/commands';
import { saveClaim } from '@/lib/claims/commands/claims';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { closeAll, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { addQuestion, deleteQuestion } from '@/lib/questions/commands/questions';
import { deleteComment, startThread } from '@/lib/threads/commands';
import { countName, search } from './queries';
import type { searchKinds } from './kinds';

const TEXT = `The spokesman\u00a0said\r\nnothing. “Five districts”, a villager told us, had changed hands. 😀 Zarqanī left.`;
let at: Team;
let made: { articleId: string; claimId: string; entityId: string; threadId: string; commentId: string };

async function fill({ analyst, projectId, other }: Pick<Team, 'analyst' | 'projectId' | 'other'>) {
  const { body: article } = await addArticle({
    actor: analyst,
    id: projectId,
    input: { title: 'A quiet border', text: TEXT, language: 'en' },
  });
  const { body: entity } = await addEntity({
    actor: analyst,
    id: projectId,
    input: { type: 'person', name: 'Haji Arsalan', aliases: ['The Falcon'] },
  });
  const start = TEXT.indexOf('Five');
  const span = { start, end: start + 14, quote: 'Five districts' };
  const { body: highlight } = await saveHighlight({
    actor: analyst,
    id: article.id,
    input: { ...span, tags: [{ newClaim: { statement: 'Arsalan holds five districts.' }, stance: 'supports' }] },
  });
  const claimId = highlight.tags[0]!.claim!.id;
  const { body: thread } = await startThread({
    actor: other,
    id: projectId,
    input: { subject: { type: 'claim', id: claimId }, body: { text: 'Which villagers? Nobody was named.' } },
  });
  return {
    articleId: article.id,
    claimId,
    entityId: entity.id,
    threadId: thread.id,
    commentId: thread.comments[0]!.id,
  };
}

beforeAll(async () => {
  at = await team();
  made = await fill(at);
});
afterAll(closeAll);

const find = async (q: string, only?: (typeof searchKinds)[number], actor: Actor = at.viewer, id = at.projectId) =>
  (await read(actor, (ctx) => search(ctx, id, { q, in: only, limit: 6 }))).items;
const kinds = async (q: string) => (await find(q)).map((hit) => hit.kind);

describe('finds', () => {
  it('words of an article, and opens it at them', async () => {
    const [hit] = await find('villager', 'article');
    expect(hit).toMatchObject({ id: made.articleId, label: 'A quiet border', language: 'en', detail: null });
    expect(hit!.excerpt).toEqual({
      before: expect.stringContaining('“Five districts”, a '),
      words: 'villager',
      after: expect.stringContaining(' told us'),
    });
    const [start, end] = /\?at=(\d+)-(\d+)$/.exec(hit!.href)!.slice(1).map(Number);
    expect(TEXT.slice(start, end)).toBe('villager');
    expect(hit!.href).toMatch(`/projects/${at.projectId}/articles/${made.articleId}?at=`);
  });

  it('words after a non-breaking space, with other marks, and beginnings of words', async () => {
    for (const typed of ['said', 'SPOKESMAN SAID', 'zarqani', 'distri'])
      expect([typed, (await find(typed, 'article')).length]).toEqual([typed, 1]);
    expect(await find('istricts', 'article')).toEqual([]);
    expect(await find('villager minister', 'article')).toEqual([]);
  });

  it('titles', async () => {
    expect(await find('quiet bord', 'article')).toMatchObject([
      { id: made.articleId, excerpt: null, href: `/projects/${at.projectId}/articles/${made.articleId}` },
    ]);
  });

  it('names, other names, and names spelled another way', async () => {
    const href = `/projects/${at.projectId}/entities/${made.entityId}`;
    for (const typed of ['Arsalan', 'arsalon', 'Hajji Arsalan', 'haj'])
      expect(await find(typed, 'entity')).toMatchObject([
        { id: made.entityId, label: 'Haji Arsalan', detail: 'person', excerpt: null, href },
      ]);
    expect(await find('falc', 'entity')).toMatchObject([{ label: 'Haji Arsalan', excerpt: { words: 'The Falcon' } }]);
    expect(await find('Bertrand', 'entity')).toEqual([]);
  });

  it('claims in their current wording, and comments', async () => {
    expect(await find('five', 'claim')).toMatchObject([
      { id: made.claimId, label: 'Arsalan holds five districts.', detail: 'draft' },
    ]);
    expect(await find('nobody named', 'comment')).toEqual([
      {
        kind: 'comment',
        id: made.commentId,
        label: 'Arsalan holds five districts.',
        language: null,
        detail: 'Otto',
        excerpt: { before: 'Which villagers? ', words: 'Nobody', after: ' was named.' },
        href: `/projects/${at.projectId}/claims/${made.claimId}?thread=${made.threadId}#comment-${made.commentId}`,
      },
    ]);
  });

  it('questions, while they are there', async () => {
    const input = { text: 'Who holds the five-mile strip?' };
    const { body } = await addQuestion({ actor: at.analyst, id: at.projectId, input });
    for (const typed of ['mile', 'STRIP hol', 'five mile'])
      expect(await find(typed, 'question')).toMatchObject([{ id: body.id, label: input.text, detail: 'open' }]);
    expect(await find('ile', 'question')).toEqual([]);
    await deleteQuestion({ actor: at.analyst, id: body.id, input: {}, ifMatch: '"1"' });
    expect(await find('mile', 'question')).toEqual([]);
  });

  it('everything at once, names first', async () => {
    expect(await kinds('arsalan')).toEqual(['entity', 'claim']);
    expect(await kinds('villager')).toEqual(['article', 'comment']);
    expect(await kinds('…')).toEqual([]);
  });
});

it('finds nothing that was taken away or reworded', async () => {
  const own = await team();
  const gone = await fill(own);
  const among = (q: string) => find(q, undefined, own.viewer, own.projectId);
  await deleteComment({ actor: own.other, id: gone.commentId, input: {}, ifMatch: '"1"' });
  expect((await among('villager')).map((hit) => hit.kind)).toEqual(['article']);
  const { version } = (await rows().claim.findUnique({ where: { id: gone.claimId } }))!;
  await saveClaim({
    actor: own.analyst,
    id: gone.claimId,
    input: { statement: 'He holds six.' },
    ifMatch: `"${version}"`,
  });
  expect((await among('arsalan')).map((hit) => hit.kind)).toEqual(['entity']);
  await deleteArticle({ actor: own.lead, id: gone.articleId, input: {}, ifMatch: '"1"' });
  expect(await among('villager')).toEqual([]);
});

it('never answers anything of another project, to anybody', async () => {
  const { outsider, elsewhere } = at;
  await expectRefusal(find('arsalan', undefined, outsider), 'not-found');
  expect(await find('arsalan', undefined, outsider, elsewhere)).toEqual([]);
  const forged = { ...outsider, projects: [{ id: elsewhere, role: 'lead' as const }] };
  for (const name of ['search_articles', 'search_entities', 'search_claims', 'search_questions', 'search_comments'])
    for (const typed of ['arsalan', 'villager', 'five']) expect(await ask(forged, name, typed)).toEqual([]);
  expect((await ask(at.viewer, 'search_entities', 'arsalan')).length).toBe(1);
});

/** Calls a search function as the app role, for this test's project, whatever the actor may see. */
const ask = (actor: Actor, name: string, typed: string) =>
  read(actor, async ({ db }) => {
    const sql = `SELECT id FROM ${name}('${at.projectId}', '${typed}', 10)`;
    return db.$queryRawUnsafe<{ id: string }[]>(sql);
  });

it('keeps a text that holds too many different words to be searched whole', async () => {
  const text = Array.from({ length: 100_000 }, (_, index) => `w${index.toString(36)}${index}`).join(' ');
  const { body } = await addArticle({ actor: at.analyst, id: at.projectId, input: { title: 'Large', text } });
  expect(await find('w11', 'article')).toMatchObject([{ id: body.id }]);
});

describe('counting a name', () => {
  const count = async (name: string, exceptArticle?: string, actor = at.viewer, id = at.projectId) =>
    read(actor, (ctx) => countName(ctx, id, { name, exceptArticle }));

  it('counts whole words in the current texts of living articles, however they are typed', async () => {
    const bring = async (text: string) =>
      (await addArticle({ actor: at.analyst, id: at.projectId, input: { title: 'Counted', text } })).body;
    const first = await bring(
      'Ostrava Quay. OSTRAVA-QUAY, and Óstrava\nQuay’s end; not Ostrava Quays, not Ostrava, Quay.',
    );
    await bring('The quay at Ostrava. An Ostrava Quay.');
    expect(await count('Ostrava Quay')).toEqual({ articles: 2, places: 4 });
    expect(await count('(ostrava quay)', first.id)).toEqual({ articles: 1, places: 1 });
    await deleteArticle({ actor: at.lead, id: first.id, input: {}, ifMatch: '"1"' });
    expect(await count('Ostrava Quay')).toEqual({ articles: 1, places: 1 });
  });

  it('takes signs for what they are, and finds nothing for none', async () => {
    for (const name of ['q.*', '%', '\\', '(', '’']) expect(await count(name)).toEqual({ articles: 0, places: 0 });
  });

  it('is a project’s own', async () => {
    expect(await count('Zarqani')).toEqual({ articles: 1, places: 1 });
    expect(await count('Zarqani', undefined, at.outsider, at.elsewhere)).toEqual({ articles: 0, places: 0 });
    await expectRefusal(count('Zarqani', undefined, at.outsider), 'not-found');
  });
});

it('reads its indexes as the app role, with the policies on', async () => {
  const plans = await withClient(async (client) => {
    await fillUp(client);
    return plansOf(client);
  });
  for (const name of ['article_title', 'article_version', 'claim_version', 'question', 'comment', 'entity', 'alias'])
    expect(plans).toContain(`on ${name}_search`);
  expect(plans.split('Counting a name')[1]).toContain('on article_version_search');
});

async function withClient<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Two thousand of everything, as rows: enough that reading a whole table is not the shorter way. */
async function fillUp(client: pg.Client) {
  const from = `$1::uuid, $2::uuid, now() FROM generate_series(1, 2000) AS n`;
  const values = [at.projectId, at.analyst.userId];
  await client.query(
    `WITH a AS (INSERT INTO article (id, title, sha256, project_id, created_by, created_at) SELECT gen_random_uuid(), md5(n::text), md5(n::text), ${from} RETURNING *)
     INSERT INTO article_version (id, article_id, number, text, sha256, length, project_id, created_by, retrieved_at)
     SELECT gen_random_uuid(), id, 1, title, sha256, 32, project_id, created_by, created_at FROM a`,
    values,
  );
  await client.query(
    `WITH e AS (INSERT INTO entity (id, type, name, project_id, created_by, created_at) SELECT gen_random_uuid(), 'place', md5(n::text), ${from} RETURNING *)
     INSERT INTO alias (id, entity_id, name, project_id, created_by, created_at)
     SELECT gen_random_uuid(), id, 'also ' || name, project_id, created_by, created_at FROM e`,
    values,
  );
  await client.query(
    `WITH c AS (INSERT INTO claim (id, updated_at, project_id, created_by, created_at) SELECT gen_random_uuid(), now(), ${from} RETURNING *)
     INSERT INTO claim_version (id, claim_id, number, statement, project_id, author_id, creator_id, created_at)
     SELECT gen_random_uuid(), id, 1, md5(id::text), project_id, created_by, created_by, created_at FROM c`,
    values,
  );
  await client.query(
    `INSERT INTO question (id, text, updated_at, project_id, created_by, created_at) SELECT gen_random_uuid(), md5(n::text), now(), ${from}`,
    values,
  );
  await client.query(
    `INSERT INTO comment (id, thread_id, body, text, project_id, author_id, created_at) SELECT gen_random_uuid(), $3::uuid, '{}', md5(n::text), ${from}`,
    [...values, made.threadId],
  );
  await client.query('ANALYZE article, article_version, entity, alias, claim, claim_version, question, comment');
}

/** What PostgreSQL does inside the six functions, as it says itself. */
async function plansOf(client: pg.Client): Promise<string> {
  const said: string[] = [];
  client.on('notice', (notice) => said.push(notice.message ?? ''));
  await client.query(`LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on;
    SET client_min_messages = log; BEGIN; SET LOCAL ROLE claimbench_app;
    SELECT set_config('app.projects', '{${at.projectId}}', true), set_config('app.user', '${at.viewer.userId}', true)`);
  for (const name of ['articles', 'entities', 'claims', 'questions', 'comments'])
    await client.query(`SELECT * FROM search_${name}($1, 'arsalan', 6)`, [at.projectId]);
  said.push('Counting a name');
  await client.query(`SELECT * FROM search_name_counts($1, 'Haji Arsalan', NULL)`, [at.projectId]);
  await client.query('ROLLBACK');
  return said.join('\n');
}
