import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { api } from '@/lib/api/routes';
import { createToken } from '@/lib/accounts/commands';
import { reviseArticle } from '@/lib/highlights/commands/revise';
import { env } from '@/lib/core/env';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows } from '@/lib/core/testing';
import { addEntity, saveEntity } from '@/lib/entities/commands';
import { restoreMember } from '@/lib/members/commands';
import { listMembers } from '@/lib/members/queries';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { openRound } from '@/lib/rounds/commands';
import { OF_PROJECTS } from '@/prisma/tables.fixtures';
import { archiveProject, unarchive } from '@/scripts/cli/archive';
import { verifyApprovals } from '@/scripts/cli/verify-approvals';
import { verifyChain } from '@/scripts/cli/verify-chain';
import { verifyRules } from '@/scripts/cli/verify-rules';
import { verifyTexts } from '@/scripts/cli/verify-texts';
import { LEFT_OUT, TABLES } from './archive';
import { archiveOf, bringIn, content, everything, fileOf, sealed, sealOf } from './archives.fixtures';
import { bringArchive, takeArchive } from './commands';
import { findOrigin } from './queries/leaving';

let at: Bench;
let lines: string[];
beforeAll(async () => {
  at = await bench();
  await at.bring();
  await at.approved();
  const { tag } = await at.inReview();
  await at.judge(tag.id, 'needs-work', at.reviewer);
  lines = await archiveOf(at.lead, at.projectId);
});
afterAll(closeAll);

const bring = (archive: string) => bringArchive({ actor: at.outsider, id: '', input: { file: fileOf(archive) } });
const asText = (some: readonly string[]) => some.join('');
const countProjects = () => rows().project.count();

it('says of every table of a project whether it is in an archive, or why not', () => {
  const kept = TABLES.map(({ name }) => name);
  expect([...kept, ...Object.keys(LEFT_OUT)].sort()).toEqual([...OF_PROJECTS, 'draft', 'mute', 'notification'].sort());
});

describe('a round trip', () => {
  it('has a log that is whole and ends in who brought it, and quotes that stand', async () => {
    const { projectId } = await bringIn(at.outsider, asText(lines));
    const log = await eventsOf(projectId);
    const before = await eventsOf(at.projectId);
    expect(log.slice(0, -1).map(({ seq, type, actorId }) => [seq, type, actorId])).toEqual(
      before.map(({ seq, type, actorId }) => [seq, type, actorId]),
    );
    const { sha256 } = sealOf(lines);
    expect(log.at(-1)).toMatchObject({ type: 'project.brought', actorId: at.outsider.userId, fields: [sha256] });
    const db = new pg.Client({ connectionString: env().DATABASE_URL });
    await db.connect();
    const ours = (faults: string[]) => faults.filter((fault) => fault.includes(projectId));
    expect(ours((await verifyChain(db)).faults)).toEqual([]);
    expect((await verifyTexts(db)).faults).toEqual([]);
    // The projects of these tests are made as rows, of which their log says nothing.
    const news = (await verifyRules(db)).faults.filter((fault) => !fault.endsWith('the log does not tell of it'));
    expect(news).toEqual([]);
    expect((await verifyApprovals()).faults).toEqual([]);
    await db.end();
  });

  it('gives the same bytes back, for a project that was worked on', async () => {
    const { projectId, lead, check } = await bringIn(at.outsider, asText(lines));
    expect(check.people.every(({ known }) => known)).toBe(true);
    const again = await archiveOf(lead, projectId);
    expect(content(again)).toEqual(content(lines));
    expect(sealOf(again)).toMatchObject({ sha256: sealOf(lines).sha256, written: { from: [sealOf(lines).sha256] } });
    // And once more, from the copy.
    const third = await bringIn(at.outsider, asText(again));
    const last = await archiveOf(third.lead, third.projectId);
    expect(sealOf(last)).toMatchObject({
      sha256: sealOf(lines).sha256,
      written: { from: [sealOf(lines).sha256, sealOf(lines).sha256] },
    });
  });

  it('gives the same bytes back with a row in every table', async () => {
    const full = await everything();
    const first = await archiveOf(full.actor, full.projectId);
    const { counts } = JSON.parse(first[0]!) as { counts: Record<string, number> };
    expect(TABLES.filter(({ name }) => !counts[name])).toEqual([]);
    const { projectId, lead } = await bringIn(at.outsider, asText(first));
    expect(content(await archiveOf(lead, projectId))).toEqual(content(first));
  });

  it('is other bytes after any edit, and the edit comes along', async () => {
    const { projectId, lead } = await bringIn(at.outsider, asText(lines));
    const { body } = await addEntity({ actor: lead, id: projectId, input: { type: 'person', name: '@ada' } });
    const input = { name: '@@ada', aliases: [`${body.id} is no id`, 'Ada'] };
    await saveEntity({ actor: lead, id: body.id, input, ifMatch: '"1"' });
    const [article] = await rows().article.findMany({ where: { projectId }, orderBy: { id: 'asc' }, take: 1 });
    const { text } = await rows().articleVersion.findFirstOrThrow({ where: { articleId: article!.id } });
    const revised = { text: `Corrected. ${text} 🙂`, reason: 'A correction.' };
    await reviseArticle({ actor: lead, id: article!.id, input: revised, ifMatch: `"${article!.currentNumber}"` });
    const edited = await archiveOf(lead, projectId);
    expect(sealOf(edited).sha256).not.toBe(sealOf(lines).sha256);
    const copy = await bringIn(at.outsider, asText(edited));
    expect(content(await archiveOf(copy.lead, copy.projectId))).toEqual(content(edited));
    expect(await rows().entity.count({ where: { projectId: copy.projectId, name: '@@ada' } })).toBe(1);
  });

  it('goes by the command line too, which tells of protected sources, and reads a file line by line', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'claimbench-archive-'));
    const out = path.join(folder, 'a.jsonl');
    const [said, warned]: [string[], string[]] = [[], []];
    const speech = { say: (line: string) => said.push(line), warn: (line: string) => warned.push(line), passing() {} };
    const { projectId } = await bringIn(at.outsider, asText(lines));
    await rows().entity.create({
      data: {
        ...{ projectId, type: 'person', name: 'An insider', createdBy: at.outsider.userId, createdAt: new Date() },
        ...{ protectedAt: new Date(), protectedBy: at.outsider.userId },
      },
    });
    await archiveProject({ project: projectId, out }, speech);
    expect(warned).toEqual([expect.stringContaining('it holds a protected source')]);
    const { sha256 } = sealOf([readFileSync(out, 'utf8').trimEnd().split('\n').at(-1)!]);
    expect(said.at(-1)).toContain(sha256);
    await expectRefusal(archiveProject({ project: projectId, out }, speech), 'invalid');
    const before = await countProjects();
    await unarchive(out, { as: at.outsider.email, dryRun: true }, speech);
    expect(await countProjects()).toBe(before);
    await unarchive(out, { as: at.outsider.email }, speech);
    expect(said.at(-1)).toMatch(/^brought in {2}/);
    expect(await countProjects()).toBe(before + 1);
    await expectRefusal(unarchive(`${out}.none`, { as: at.outsider.email }, speech), 'invalid');
    rmSync(folder, { recursive: true });
  });

  it('lets verdicts count that are on what a tag says', async () => {
    const { projectId } = await bringIn(at.outsider, asText(lines));
    const reviews = { where: { tagId: { not: null } }, orderBy: { id: 'asc' } } as const;
    const now = await rows().review.findMany({ ...reviews, where: { ...reviews.where, projectId } });
    const then = await rows().review.findMany({ ...reviews, where: { ...reviews.where, projectId: at.projectId } });
    expect(now.map(({ contentVersion }) => contentVersion)).toEqual(then.map(({ contentVersion }) => contentVersion));
    for (const { tagId, judged } of now) {
      const [row] = await rows().$queryRaw<{ content: string }[]>`SELECT tag_content(${tagId}::uuid) AS content`;
      expect(judged).toBe(row!.content);
    }
  });
});

describe('people', () => {
  it('are no members but for whoever brings it in; unknown ones stand as names and can sign in nowhere', async () => {
    const email = at.analyst.email;
    const away = asText(lines).replaceAll(email, 'ana@elsewhere.example');
    const unknown = sealed(lines, away.split(/(?<=\n)/).slice(0, -1));
    const { projectId, lead, check } = await bringIn(at.outsider, unknown);
    expect(check.people.filter(({ known }) => !known)).toEqual([
      { name: 'Ana', email: 'ana@elsewhere.example', known: false },
    ]);
    const { items } = await read(lead, (ctx) => listMembers(ctx, projectId));
    expect(items.map(({ userId, role }) => [userId, role])).toEqual([[at.outsider.userId, 'lead']]);
    const ana = await rows().user.findFirstOrThrow({
      where: { outside: 'ana@elsewhere.example' },
      omit: { passwordHash: false },
    });
    expect(ana).toMatchObject({ name: 'Ana', email: `outside:${ana.id}`, passwordHash: null });
    expect(ana.disabledAt).not.toBeNull();
    expect(await rows().tag.count({ where: { projectId, authorId: ana.id } })).toBeGreaterThan(0);
    await expect(rows().user.update({ where: { id: ana.id }, data: { disabledAt: null } })).rejects.toThrow(
      'user_outside',
    );
    const { id, version } = await rows().member.findFirstOrThrow({ where: { projectId, userId: ana.id } });
    const refusal = await expectRefusal(
      restoreMember({ actor: lead, id, input: {}, ifMatch: `"${version}"` }),
      'not-allowed-now',
    );
    expect(refusal.message).toContain('no account');
    // The address stays free for whoever has it, and the archive is the same.
    expect(content(await archiveOf(lead, projectId)).join('')).toBe(unknown.slice(0, unknown.lastIndexOf('{"sha256"')));
  });
});

describe('what does not fit', () => {
  const changed = (change: (some: string[]) => string[]) => sealed(lines, change(content(lines)));
  const swap = (from: string | RegExp, to: string) => (some: string[]) => {
    const index = some.findIndex((line) => line.replace(from, to) !== line);
    expect(index).toBeGreaterThanOrEqual(0);
    return some.with(index, some[index]!.replace(from, to));
  };
  const cases: [string, () => string, RegExp][] = [
    ['nothing', () => '', /Line 1 .* cut short/],
    ['another file', () => 'Dear all,\n', /Line 1 .* not JSON/],
    ['another format', () => '{"format":"claimbench-archive/2"}\n', /Line 1 .* newer Claimbench/],
    ['a file that was cut', () => asText(lines.slice(0, 20)), /Line 21 .* cut short/],
    ['a cut line', () => asText(lines).slice(0, -9), /ends in the middle/],
    ['something after the end', () => asText([...lines, '{}\n']), /something follows the end/],
    ['changed words', () => asText(swap(/"reason":"[^"]/, '"reason":"X')(lines)), /the hash .* is another one/],
    ['an unknown table', () => changed(swap('"counts":{', '"counts":{"session":1,')), /“session” is not known/],
    [
      'an unknown column',
      () => changed(swap('"columns":["', '"columns":["password_hash","')),
      /no “password_hash” here/,
    ],
    [
      'a column that is named twice',
      () => changed(swap('"columns":["', '"columns":["version","')),
      /names a column twice/,
    ],
    [
      'a claim without its wording',
      () => changed(swap('"wording":1', '"wording":7')),
      /names a row that it does not have/,
    ],
    [
      'a column that was not named',
      () => changed(swap(/^\{"actor_id":/, '{"seq":9,"actor_id":')),
      /“seq” is no column/,
    ],
    [
      'a name of nothing',
      () => changed(swap('"author_id":"person:1"', '"author_id":"somebody"')),
      /“somebody” is no name/,
    ],
    [
      'a person who is not there',
      () => changed(swap('"author_id":"person:1"', '"author_id":"person:99"')),
      /“person:99”, which is not in it/,
    ],
    [
      'a row that is not there',
      () => changed(swap(/"article_id":"article:\d+"/, '"article_id":"article:77"')),
      /“article:77”/,
    ],
    [
      'a row of another table',
      () => changed(swap(/"article_id":"article:\d+"/, '"article_id":"claim:1"')),
      /breaks a rule of the table “article_version”/,
    ],
    [
      'a number where a text stands',
      () => changed(swap('"author_id":"person:1"', '"author_id":1')),
      /has to be a text/,
    ],
    ['another text than its hash says', () => changed(swap(/"text":"/, '"text":"X')), /not that of its hash/],
    ['a quote that does not stand there', () => changed(swap(/"quote":"/, '"quote":"X')), /is not what stands at/],
    [
      'a value out of its range',
      () => changed(swap(/"stance":"supports"/, '"stance":"denies"')),
      /breaks a rule of the table “tag”/,
    ],
    [
      'an event of its own coming',
      () => changed(swap(/"type":"article.added"/, '"type":"project.brought"')),
      /belongs in no archive/,
    ],
    ['a comment that runs', () => changed(swap('"type":"paragraph"', '"type":"script"')), /a comment cannot say this/],
    [
      'documents without end',
      () => changed(swap(/"body":\{/, `"body":{"x":${'['.repeat(50_000)}${']'.repeat(50_000)},`)),
      /nested too deep|cannot say/,
    ],
    ['a blind round', () => changed(withRound), /a blind round is open in it/],
  ];
  /** With a round that is open and blind. */
  const withRound = (some: string[]) => {
    const at = some.findIndex((line) => line.startsWith('{"table":"event"'));
    const head = some[0]!.replace('"counts":{', '"counts":{"round":1,');
    return [
      head,
      ...some.slice(1, at),
      '{"table":"round","columns":["blind"]}\n',
      '{"blind":true}\n',
      ...some.slice(at),
    ];
  };

  it.each(cases)('%s', async (_, make, words) => {
    const before = await countProjects();
    const archive = make();
    const attempt = async () => {
      const { body } = await bring(archive);
      return bringArchive({ actor: at.outsider, id: '', input: { file: fileOf(archive), plan: body.check.plan } });
    };
    const refusal = await expectRefusal(attempt(), 'invalid');
    expect(refusal.message).toMatch(words);
    expect(refusal.message).toMatch(/Nothing was brought in|nothing was brought in|At most|NUL/);
    expect(await countProjects()).toBe(before);
  });

  it('writes nothing in a dry run, and nothing else than was seen', async () => {
    const before = await countProjects();
    const { body } = await bring(asText(lines));
    expect(body).toMatchObject({ projectId: null, check: { sha256: sealOf(lines).sha256, project: 'The project' } });
    expect(body.check.rows).toBe(Object.values(body.check.counts).reduce((sum, { rows: some }) => sum + some, 0));
    const input = { file: fileOf(asText(lines)), plan: 'f'.repeat(64) };
    await expectRefusal(bringArchive({ actor: at.outsider, id: '', input }), 'stale');
    expect(await countProjects()).toBe(before);
  });
});

describe('who may take it', () => {
  const fetchIt = async (actor: Bench['lead']) => {
    const { body } = await createToken({ actor, id: actor.userId, input: { name: 'archive', scopes: ['read'] } });
    const headers = { authorization: `Bearer ${body.secret}` };
    return api.request(`/api/v1/projects/${at.projectId}/archive`, { headers });
  };
  const take = (actor: Bench['lead']) => takeArchive({ actor, id: at.projectId, input: {} });

  it('a lead, after the log has been told; the bytes are those that come back', async () => {
    await expectRefusal(take(at.reviewer), 'forbidden');
    expect((await fetchIt(at.lead)).status).toBe(409);
    await take(at.lead);
    expect((await eventsOf(at.projectId)).at(-1)).toMatchObject({ type: 'project.archived', actorId: at.lead.userId });
    expect((await fetchIt(at.reviewer)).status).toBe(403);
    const response = await fetchIt(at.lead);
    expect(response.headers.get('content-disposition')).toContain('the-project.archive.jsonl');
    const bytes = await response.text();
    expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(bytes)));
    // That it was taken is the log's, and no part of the archive.
    expect(bytes.split('\n').slice(0, -2)).toEqual(content(lines).map((line) => line.trimEnd()));
    const { projectId, lead } = await bringIn(at.outsider, bytes);
    expect(await read(lead, (ctx) => findOrigin(ctx, projectId))).toMatchObject({
      archive: { sha256: sealOf(lines).sha256, broughtBy: at.outsider.name },
    });
    expect(await read(at.lead, (ctx) => findOrigin(ctx, at.projectId))).toEqual({ archive: null });
  });

  it('nobody while a source is protected, or something is marked TLP:RED', async () => {
    const input = { type: 'person', name: 'An insider' };
    const { id } = (await addEntity({ actor: at.analyst, id: at.projectId, input })).body;
    await rows().entity.update({ where: { id }, data: { protectedAt: new Date(), protectedBy: at.lead.userId } });
    expect((await expectRefusal(take(at.lead), 'not-allowed-now')).message).toContain('a protected source');
    expect((await fetchIt(at.lead)).status).toBe(409);
    await rows().entity.update({ where: { id }, data: { protectedAt: null, protectedBy: null } });
    await rows().article.updateMany({ where: { projectId: at.projectId }, data: { marking: 'red' } });
    expect((await expectRefusal(take(at.lead), 'not-allowed-now')).message).toContain('TLP:RED');
    await rows().article.updateMany({ where: { projectId: at.projectId }, data: { marking: null } });
  });

  it('nobody while a blind round is open', async () => {
    const { id } = await rows().article.findFirstOrThrow({ where: { projectId: at.projectId, deletedAt: null } });
    const analystIds = [at.analyst.userId, at.other.userId];
    const input = { name: 'Blind', blind: true, articleIds: [id], analystIds };
    await openRound({ actor: at.lead, id: at.projectId, input });
    const refusal = await expectRefusal(take(at.lead), 'not-allowed-now');
    expect(refusal.extra.missing).toMatchObject([{ code: 'blind-round' }]);
    expect((await fetchIt(at.lead)).status).toBe(409);
  });
});
