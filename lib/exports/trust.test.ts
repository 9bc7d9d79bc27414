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
  (await makeExport({ actor: at.analyst, id: at.projectId, input: { format, ...(filter ? { filter } : {}) } })).body;
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
  it('is new, changed, withdrawn or as it was; and the next is counted from there', async () => {
    const own = (at = await bench());
    const [deleted, stale, judged, reworded] = [
      await own.approved(),
      await own.approved(),
      await own.approved(),
      await own.approved(),
    ];
    await own.approved();
    const first = await make('markdown');
    await deleteClaim({
      ...{ actor: own.lead, id: deleted.claimId, input: {} },
      ifMatch: await own.version(own.claimNow(deleted.claimId)),
    });
    await own.judge(stale.tag.id, 'reject', own.reviewer);
    const judgment = { likelihood: 30, rationale: 'Only one voice.' };
    await assessClaim({ actor: own.other, id: judged.claimId, input: judgment, ifNoneMatch: '*' });
    await saveClaim({
      ...{ actor: own.analyst, id: reworded.claimId, input: { statement: 'It reads otherwise.' } },
      ifMatch: await own.version(own.claimNow(reworded.claimId)),
    });
    await own.decide(reworded.claimId, 'accept');
    const fresh = await own.approved();

    const second = await make('json', { since: first.id });
    const changes = await changesIn(second.id);
    expect(changes.since).toMatchObject({ format: 'markdown', sha256: first.sha256, by: { name: 'Ana' } });
    expect(changes.added.map(({ id }) => id)).toEqual([fresh.claimId]);
    const changed = Object.fromEntries(changes.changed.map((one) => [one.id, one]));
    expect(changed[judged.claimId]!.parts).toEqual(['judgments']);
    expect(changed[reworded.claimId]!.parts).toEqual(expect.arrayContaining(['wording', 'record']));
    expect(changed[reworded.claimId]).toMatchObject({
      before: { version: 1, statement: expect.stringMatching(/^Claim \d+\.$/) as string },
      now: { version: 2, statement: 'It reads otherwise.' },
    });
    for (const { before, now } of changes.changed) expect(before.sha256).not.toBe(now.sha256);
    expect(Object.fromEntries(changes.withdrawn.map((one) => [one.id, one]))).toMatchObject({
      [deleted.claimId]: { status: 'deleted', by: { name: own.lead.name } },
      [stale.claimId]: { status: 'stale', by: { name: 'Rita' }, why: expect.stringMatching(/citation/) as string },
    });
    expect(changes.same).toBe(1);
    const { claims } = JSON.parse(await contentOf(second.id)) as { claims: { id: string }[] };
    expect(claims.map(({ id }) => id).sort()).toEqual([judged, reworded, fresh].map(({ claimId }) => claimId).sort());
    expect((await manifestOf(second.id)).claims!.count).toBe(3);

    expect(await contentOf((await make('json', { since: first.id })).id)).toBe(await contentOf(second.id));
    const { changes: none } = await read(own.viewer, (ctx) => previewExport(ctx, own.projectId, { since: second.id }));
    expect(none).toMatchObject({ added: [], changed: [], withdrawn: [], outside: [], same: 4 });

    for (const format of ['markdown', 'html'] as const) {
      const brief = await contentOf((await make(format, { since: first.id })).id);
      for (const said of [
        'Withdrawn: do not use these any more',
        'Deleted',
        'It reads otherwise',
        '1 new, 2 changed, 2 withdrawn',
      ])
        expect(brief.toLowerCase()).toContain(said.toLowerCase());
      const { files } = await read(own.viewer, (ctx) => previewFile(ctx, own.projectId, { format, since: first.id }));
      expect(files[0]!.lines).toContain('what changed');
    }
  });

  it('is asked of an export of the project, of its own claims, in a format that can say it', async () => {
    const made = await make('json');
    const asked = (format: string, filter: object) => expectRefusal(make(format, filter), 'invalid');
    await asked('csv', { since: made.id });
    await asked('json', { since: at.projectId });
    await asked('json', { since: made.id, entityId: at.projectId });
  });
});
