import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { env } from '@/lib/core/env';
import { closeAll } from '@/lib/core/testing';
import { makeExport } from '@/lib/exports/commands';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { startThread } from '@/lib/threads/commands';
import { checks, verify } from './verify';
import { verifyApprovals } from './verify-approvals';

let at: Bench;
let other: Bench;
let made: Awaited<ReturnType<Bench['approved']>> & { articleId: string; threadId: string; exportId: string };
let db: pg.Client;
beforeAll(async () => {
  at = await bench();
  other = await bench();
  await other.cite({ statement: 'Elsewhere.' });
  await at.bring();
  const approved = await at.approved();
  const body = { text: 'Is it?' };
  const subject = { type: 'claim', id: approved.claimId };
  const { body: thread } = await startThread({ actor: at.other, id: at.projectId, input: { subject, body } });
  const { body: exported } = await makeExport({ actor: at.analyst, id: at.projectId, input: { format: 'json' } });
  made = { ...approved, articleId: at.articleId, threadId: thread.id, exportId: exported.id };
  db = new pg.Client({ connectionString: env().DATABASE_URL });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await closeAll();
});

async function inspect(): Promise<string[]> {
  const found: string[] = [];
  for (const [name, check] of Object.entries(checks))
    found.push(...(await check(db)).faults.map((fault) => `${name}: ${fault}`));
  return found;
}

/** What is found wrong after a damage done past every trigger and constraint, and was not wrong before. All of it is taken back. */
async function after(damage: string): Promise<string[]> {
  await db.query('BEGIN');
  try {
    const before = new Set(await inspect());
    await db.query('SET LOCAL session_replication_role = replica');
    await db.query(damage);
    return (await inspect()).filter((fault) => !before.has(fault));
  } finally {
    await db.query('ROLLBACK');
  }
}

/** Ids by the names that the damages below use. */
const known = (): Record<string, string> => ({
  project: at.projectId,
  elsewhere: other.projectId,
  article: at.articleId,
  highlight: made.highlight.id,
  tag: made.tag.id,
  claim: made.claimId,
  thread: made.threadId,
  export: made.exportId,
});

describe('finds', () => {
  it.each<[string, string, RegExp]>([
    [
      'a rewritten event',
      `UPDATE event SET type = 'claim.approved' WHERE project_id = :project AND seq = 3`,
      /^log: project .* event 3: its hash does not follow/,
    ],
    ['a removed event', `DELETE FROM event WHERE project_id = :project AND seq = 4`, /event 5: 4 is missing/],
    [
      'the last event cut off',
      `DELETE FROM event e USING project p WHERE p.id = :project AND e.project_id = p.id AND e.seq = p.head_seq`,
      /its log ends at/,
    ],
    ['another head', `UPDATE project SET head_hash = '\\x01' WHERE id = :project`, /head hash is not that/],
    [
      'a changed text',
      `UPDATE article_version SET text = overlay(text placing 'X' from 1 for 1) WHERE article_id = :article`,
      /^texts: article version .* not that of its hash/,
    ],
    ['a changed length', `UPDATE article_version SET length = 7 WHERE article_id = :article`, /units, not 7/],
    [
      'a text and its hash changed together',
      `UPDATE article_version SET text = 'x' || text, length = length + 1,
       sha256 = encode(sha256(convert_to('x' || text, 'UTF8')), 'hex') WHERE article_id = :article`,
      /^rules: article .* its hash is another one/,
    ],
    [
      'a text that was not searched',
      `DELETE FROM echo_print WHERE article_id = :article`,
      /^echoes: article .* not searched/,
    ],
    [
      'other prints',
      `UPDATE echo_print SET prints = '{1}' WHERE article_id = :article`,
      /^echoes: article .* other prints/,
    ],
    [
      'a shifted echo',
      `UPDATE echo SET a_start = a_start + 1 WHERE project_id = :project`,
      /^echoes: echo .* its quote is not/,
    ],
    [
      'a decision that nobody took',
      `UPDATE echo SET decision = 'independent' WHERE project_id = :project`,
      /^echoes: echo .* not as it was last decided/,
    ],
    ['a shifted span', `UPDATE highlight SET start = start + 1 WHERE id = :highlight`, /its quote is not what/],
    ['another quote', `UPDATE highlight SET quote = 'never' WHERE id = :highlight`, /its quote is not what/],
    ['other surroundings', `UPDATE highlight SET suffix = '?' WHERE id = :highlight`, /other words stand around/],
    [
      'a tag on a claim of another project',
      `UPDATE tag SET claim_id = (SELECT id FROM claim WHERE project_id = :elsewhere LIMIT 1) WHERE id = :tag`,
      /^constraints: tag_project_id_claim_id_fkey/,
    ],
    ['a lost claim', `DELETE FROM claim WHERE id = :claim`, /^rules: claim .* the log tells of it/],
    ['a lost comment', `DELETE FROM comment WHERE thread_id = :thread`, /^rules: thread .* no comment/],
    [
      'a row made past the log',
      `INSERT INTO entity (id, project_id, type, name, created_by, created_at) SELECT gen_random_uuid(), project_id, 'place', 'x', user_id, now()
       FROM member WHERE project_id = :project LIMIT 1`,
      /^rules: entity .* the log does not tell of it/,
    ],
    [
      'own work reviewed, after the check was let go for a moment',
      `ALTER TABLE review DROP CONSTRAINT review_own_work; UPDATE review SET reviewer_id = author_id WHERE tag_id = :tag;
       ALTER TABLE review ADD CONSTRAINT review_own_work CHECK (reviewer_id <> author_id) NOT VALID`,
      /^constraints: review_own_work: broken: 1 times/,
    ],
    [
      'own work reviewed, the check gone for good',
      `ALTER TABLE review DROP CONSTRAINT review_own_work; UPDATE review SET reviewer_id = author_id WHERE tag_id = :tag`,
      /^rules: review .* by whoever made what it is on/,
    ],
    [
      'a forged author',
      `UPDATE review SET author_id = (SELECT user_id FROM member WHERE project_id = :project AND role = 'lead') WHERE tag_id = :tag`,
      /^constraints: review_project_id_tag_id_author_id_fkey/,
    ],
    [
      'a second judgment by one analyst, behind the back of the index',
      `SET LOCAL allow_system_table_mods = on;
       UPDATE pg_index SET indisready = false WHERE indexrelid = 'assessment_claim_id_analyst_id_key'::regclass;
       INSERT INTO assessment (id, project_id, claim_id, analyst_id, likelihood, wording, created_at, updated_at)
       SELECT gen_random_uuid(), project_id, :claim, user_id, n, 1, now(), now() FROM member, generate_series(1, 2) n
       WHERE project_id = :project AND role = 'lead'`,
      /^constraints: assessment_claim_id_analyst_id_key: the same twice/,
    ],
    ['a wording that is not there', `UPDATE claim SET wording = 2 WHERE id = :claim`, /^rules: claim .* wordings/],
    ['a changed export', `UPDATE export_part SET content = '\\x00' WHERE export_id = :export`, /bytes are not those/],
    ['an export of another past', `UPDATE export SET head_hash = '\\x00' WHERE id = :export`, /does not hold/],
    [
      'another digest of an exported claim',
      `UPDATE exported_claim SET sha256 = repeat('0', 64) WHERE export_id = :export`,
      /^exported: export .* is not what its manifest/,
    ],
    ['a project without a lead', `UPDATE member SET role = 'viewer' WHERE project_id = :project`, /nobody leads/],
    ['a policy switched off', `ALTER TABLE claim DISABLE ROW LEVEL SECURITY`, /^locks: claim: row-level security/],
    ['a trigger switched off', `ALTER TABLE event DISABLE TRIGGER event_immutable`, /event_immutable is off/],
    ['a trigger taken away', `DROP TRIGGER export_immutable ON export`, /export: nothing keeps its rows/],
  ])('%s', async (_, damage, said) => {
    const found = await after(damage.replace(/(?<!:):([a-z]+)\b/g, (_, name: string) => `'${known()[name]}'::uuid`));
    expect(found).toEqual(expect.arrayContaining([expect.stringMatching(said)]));
    expect(found.join('\n')).not.toMatch(/mayor|Claim 1/); // ids, never words
  });
});

describe('of approvals, finds', () => {
  const faults = async () => (await verifyApprovals()).faults;
  async function between(damage: string, repair: string, values: unknown[]): Promise<string[]> {
    const before = new Set(await faults());
    await db.query(damage, values);
    try {
      return (await faults()).filter((fault) => !before.has(fault));
    } finally {
      await db.query(repair, values);
    }
  }

  it('a claim that nobody approved', async () => {
    const { claimId } = await at.inReview();
    const set = (status: string) => `UPDATE claim SET status = '${status}' WHERE id = $1`;
    expect(await between(set('approved'), set('in-review'), [claimId])).toEqual([
      `claim ${claimId}: it is approved without an approval`,
    ]);
  });

  it('an approved claim whose citation was changed behind its back', async () => {
    const set = (denies: boolean) => `UPDATE tag SET denies = ${denies} WHERE id = $1`;
    expect(await between(set(true), set(false), [made.tag.id])).toEqual([
      `claim ${made.claimId}: it is approved, and what that rested on has changed`,
    ]);
  });

  it('an approval that rests on something else than it did', async () => {
    const value = (
      from: string,
      to: string,
    ) => `UPDATE review SET basis = jsonb_set(basis, '{citations,0,stance}', '"${to}"')
      WHERE basis->'citations'->0->>'stance' = '${from}' AND project_id = $1`;
    const found = await between(value('supports', 'context'), value('context', 'supports'), [at.projectId]);
    expect(found).toEqual(expect.arrayContaining([expect.stringMatching(/not that of its hash$/)]));
  });
});

it('finds nothing wrong in what the commands made', async () => {
  const about = [made.highlight.id, made.tag.id, made.claimId, made.articleId, made.threadId, made.exportId];
  const found = [...(await inspect()), ...(await verifyApprovals()).faults];
  expect(found.filter((fault) => about.some((id) => fault.includes(id)))).toEqual([]);
  expect(found.filter((fault) => fault.startsWith('log:') && fault.includes(at.projectId))).toEqual([]);
  expect(found.filter((fault) => /^(constraints|locks):/.test(fault))).toEqual([]);
});

it('tells every fault on standard error, and a line a check', async () => {
  const said: string[] = [];
  const warned: string[] = [];
  const total = await verify(env().DATABASE_URL, {
    say: (line) => said.push(line),
    warn: (line) => warned.push(line),
    passing: () => {},
  });
  expect(total).toBeGreaterThan(0); // test projects are rows that no log tells of
  expect(warned.length).toBeGreaterThan(0);
  // Which checks find faults depends on what other tests left in this worker's database; each says its line.
  expect(said.map((line) => /^(?:ok|FAULT) +(\w+):/.exec(line)?.[1])).toEqual(
    expect.arrayContaining(['log', 'texts', 'rules', 'locks']),
  );
  expect(said.at(-1)).toBe(`${total} faults.`);
});
