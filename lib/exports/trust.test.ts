import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessClaim, deleteClaim, saveClaim } from '@/lib/claims/commands/claims';
import { closeAll, expectRefusal, rows } from '@/lib/core/testing';
import { read } from '@/lib/core/db';
import { isSignedBy } from '@/lib/core/signing';
import type { ExportChanges } from '@/lib/formats/export';
import type { ManifestFile } from '@/lib/formats/manifest-file';
import { signedText } from '@/lib/formats/manifest-file';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { atOnce } from './at-once.fixtures';
import { makeExport } from './commands';
import { previewExport, previewFile, readExport, readManifest } from './queries/exports';

const { privateKey } = generateKeyPairSync('ed25519');
process.env.CLAIMBENCH_SIGNING_KEY = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');

let at: Bench;
beforeAll(async () => {
  at = await bench();
});
afterAll(closeAll);

const make = async (format: string, filter?: object) =>
  atOnce(await makeExport({ actor: at.analyst, id: at.projectId, input: { format, ...(filter ? { filter } : {}) } }))
    .body;
const contentOf = async (id: string) =>
  Buffer.from((await read(at.viewer, (ctx) => readExport(ctx, id))).content).toString();
const manifestOf = async (id: string) =>
  JSON.parse((await read(at.viewer, (ctx) => readManifest(ctx, id))).body) as ManifestFile;
const changesIn = async (id: string) => (JSON.parse(await contentOf(id)) as { changes: ExportChanges }).changes;

describe('an export', () => {
  it('is kept with what it was made from and where the log stood, signed over all of it', async () => {
    await at.approved();
    const made = await make('csv');
    const [, head] = await rows().event.findMany({
      where: { projectId: at.projectId },
      orderBy: { seq: 'desc' },
      take: 2,
    });
    const manifest = await manifestOf(made.id);
    expect(manifest).toMatchObject({
      schema: 'claimbench-manifest/1',
      export: made.id,
      project: { id: at.projectId },
      format: 'csv',
      filter: {},
      since: null,
      made: { by: { id: at.analyst.userId, name: 'Ana' }, at: made.createdAt },
      log: { seq: Number(head!.seq), hash: Buffer.from(head!.hash).toString('hex') },
      file: { name: 'claims.zip', sha256: made.sha256 },
      claims: { count: made.manifest.counts.claims },
    });
    expect(manifest.files.map(({ name }) => name)).toEqual(['claims.csv', 'evidence.csv']);
    expect(isSignedBy(signedText(manifest), manifest.signature!)).toBe(true);
    expect(isSignedBy(signedText({ ...manifest, format: 'json' }), manifest.signature!)).toBe(false);
  });

  it('says what it leaves out without a word of it, and what was exported once and is withdrawn', async () => {
    const { claimId } = await at.approved();
    await at.inReview();
    await make('markdown');
    await deleteClaim({ actor: at.lead, id: claimId, input: {}, ifMatch: await at.version(at.claimNow(claimId)) });
    const { statement, ...gone } = (await manifestOf((await make('json')).id)).withdrawn.find(
      ({ id }) => id === claimId,
    )!;
    expect(gone).toMatchObject({ status: 'deleted', why: 'It was deleted.', by: { name: at.lead.name }, version: 1 });
    expect(statement).toMatch(/^Claim \d+\.$/);
    const { leftOut } = await manifestOf((await make('json')).id);
    expect(leftOut.length).toBeGreaterThan(0);
    for (const one of leftOut) expect(one).not.toHaveProperty('statement');
  });
});

describe('what changed since an export', () => {
  type Made = Awaited<ReturnType<typeof make>>;
  let claims: Record<'deleted' | 'stale' | 'judged' | 'reworded' | 'fresh', string>;
  let first: Made;
  let second: Made;
  beforeAll(async () => {
    at = await bench();
    const [deleted, stale, judged, reworded] = [
      await at.approved(),
      await at.approved(),
      await at.approved(),
      await at.approved(),
    ];
    first = await make('markdown');
    const seen = async (id: string) => ({ id, ifMatch: await at.version(at.claimNow(id)) });
    await deleteClaim({ actor: at.lead, input: {}, ...(await seen(deleted.claimId)) });
    await at.judge(stale.tag.id, 'reject', at.reviewer);
    const judgment = { likelihood: 30, rationale: 'Only one voice.' };
    await assessClaim({ actor: at.other, id: judged.claimId, input: judgment, ifNoneMatch: '*' });
    const input = { statement: 'It reads otherwise.' };
    await saveClaim({ actor: at.analyst, input, ...(await seen(reworded.claimId)) });
    await at.decide(reworded.claimId, 'accept');
    const fresh = await at.approved();
    claims = {
      ...{ deleted: deleted.claimId, stale: stale.claimId, judged: judged.claimId },
      ...{ reworded: reworded.claimId, fresh: fresh.claimId },
    };
    second = await make('json', { since: first.id });
  });

  it('is new, changed in which parts, or withdrawn by whom and why', async () => {
    const changes = await changesIn(second.id);
    expect(changes.since).toMatchObject({ format: 'markdown', sha256: first.sha256, by: { name: 'Ana' } });
    expect(changes.added.map(({ id }) => id)).toEqual([claims.fresh]);
    const changed = Object.fromEntries(changes.changed.map((one) => [one.id, one]));
    expect(changed[claims.judged]!.parts).toEqual(['judgments']);
    expect(changed[claims.reworded]!.parts).toEqual(expect.arrayContaining(['wording', 'record']));
    expect(changed[claims.reworded]).toMatchObject({
      before: { version: 1, statement: expect.stringMatching(/^Claim \d+\.$/) as string },
      now: { version: 2, statement: 'It reads otherwise.' },
    });
    for (const { before, now } of changes.changed) expect(before.sha256).not.toBe(now.sha256);
    expect(Object.fromEntries(changes.withdrawn.map((one) => [one.id, one]))).toMatchObject({
      [claims.deleted]: { status: 'deleted', by: { name: at.lead.name } },
      [claims.stale]: { status: 'stale', by: { name: 'Rita' }, why: expect.stringMatching(/citation/) as string },
    });
    expect(changes.same).toBe(0);
    const held = JSON.parse(await contentOf(second.id)) as { claims: { id: string }[] };
    const { judged, reworded, fresh } = claims;
    expect(held.claims.map(({ id }) => id).sort()).toEqual([judged, reworded, fresh].sort());
    expect((await manifestOf(second.id)).claims!.count).toBe(3);
  });

  it('gives the same bytes for the same state, and the next is counted from there', async () => {
    expect(await contentOf((await make('json', { since: first.id })).id)).toBe(await contentOf(second.id));
    const { changes } = await read(at.viewer, (ctx) => previewExport(ctx, at.projectId, { since: second.id }));
    expect(changes).toMatchObject({ added: [], changed: [], withdrawn: [], outside: [], same: 3 });
  });

  it.each(['markdown', 'html'] as const)('is read as %s, what was withdrawn first', async (format) => {
    const brief = await contentOf((await make(format, { since: first.id })).id);
    const said = [
      '1 new, 2 changed, 2 withdrawn',
      'Withdrawn: do not use these any more',
      'It was deleted',
      'It reads',
    ];
    const found = said.map((words) => brief.indexOf(words));
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(Math.min(...found)).toBeGreaterThan(0);
    const { files } = await read(at.viewer, (ctx) => previewFile(ctx, at.projectId, { format, since: first.id }));
    expect(files[0]!.lines).toContain('what changed');
  });

  it('is asked of an export of the project, of its own claims, in a format that can say it', async () => {
    const made = await make('json');
    const asked = (format: string, filter: object) => expectRefusal(make(format, filter), 'invalid');
    await asked('csv', { since: made.id });
    await asked('json', { since: at.projectId });
    await asked('json', { since: made.id, entityId: at.projectId });
  });
});
