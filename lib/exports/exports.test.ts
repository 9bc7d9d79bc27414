import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addArticle } from '@/lib/articles/commands';
import { claimStatuses } from '@/lib/claims/claim';
import { assessClaim, submitClaim } from '@/lib/claims/commands/claims';
import { findClaim } from '@/lib/claims/queries/claims';
import { storedStatus } from '@/lib/claims/status';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { restore } from '@/lib/formats/csv';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { reviewClaim } from '@/lib/reviews/commands/claims';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { closeThread, startThread } from '@/lib/threads/commands';
import { atOnce } from './at-once.fixtures';
import { makeExport } from './commands';
import { exportFormats } from './export-formats';
import { previewExport, previewFile, readExport } from './queries/exports';

const TEXT = '=1+1 “Quoted”, he said;\r\nthe band — 200 men — left. 😀';
let at: Team;
let claimId: string;
beforeAll(async () => {
  at = await team();
  claimId = await approved('The band left.', '=1+1 “Quoted”, he said;\r\nthe band');
});
afterAll(closeAll);

/** A claim with one accepted citation, approved by the reviewer. */
async function approved(statement: string, quote: string): Promise<string> {
  const { analyst, other, reviewer, projectId } = at;
  const { body: article } = await addArticle({
    actor: analyst,
    id: projectId,
    input: { text: `${TEXT} ${statement}`, title: statement },
  });
  const start = TEXT.indexOf(quote);
  const tags = [{ newClaim: { statement }, stance: 'supports', confidence: 70 }];
  const { body } = await saveHighlight({
    actor: analyst,
    id: article.id,
    input: { start, end: start + quote.length, quote, tags },
  });
  const [tag] = body.tags;
  await reviewTag({ actor: other, id: tag!.id, input: { verdict: 'accept' }, ifMatch: '"1"' });
  const id = tag!.claim!.id;
  await assessClaim({ actor: other, id, input: { likelihood: 30, rationale: 'Only one voice.' }, ifNoneMatch: '*' });
  const version = async () => `"${(await read(analyst, (ctx) => findClaim(ctx, id))).version}"`;
  await submitClaim({ actor: analyst, id, input: {}, ifMatch: await version() });
  await reviewClaim({ actor: reviewer, id, input: { verdict: 'accept' }, ifMatch: await version() });
  return id;
}
const make = async (format: string, filter?: object) =>
  atOnce(await makeExport({ actor: at.analyst, id: at.projectId, input: { format, ...(filter ? { filter } : {}) } }));
const bytesOf = async (id: string) => Buffer.from((await read(at.viewer, (ctx) => readExport(ctx, id))).content);

describe('an export', () => {
  it('holds the approved claim with its exact words, who said so and who approved', async () => {
    const { body } = await make('json');
    const content = JSON.parse((await bytesOf(body.id)).toString()) as {
      claims: {
        id: string;
        citations: { quote: string; start: number; end: number }[];
        approvedBy: { name: string }[];
        assessments: unknown[];
      }[];
    };
    const [claim] = content.claims;
    expect(claim).toMatchObject({
      id: claimId,
      approvedBy: [{ name: 'Rita' }],
      assessments: [{ rationale: 'Only one voice.' }],
    });
    const [citation] = claim!.citations;
    expect(TEXT.slice(citation!.start, citation!.end)).toBe(citation!.quote);
    expect((await eventsOf(at.projectId)).at(-1)).toMatchObject({ type: 'export.made', subjectId: body.id });
  });

  it.each(exportFormats)('as %s gives the same bytes for the same state, and its hash is true', async (format) => {
    const [one, two] = [await make(format), await make(format)];
    const [first, second] = [await bytesOf(one.body.id), await bytesOf(two.body.id)];
    expect(first.equals(second)).toBe(true);
    expect(createHash('sha256').update(first).digest('hex')).toBe(one.body.sha256);
    for (const id of [one.body.id, two.body.id]) expect(first.includes(id)).toBe(false);
  });

  it('as CSV gives a strict reader every quote back', async () => {
    const { body } = await make('csv');
    const files = unzipSync(Uint8Array.from(await bytesOf(body.id)));
    const records = parse(Buffer.from(files['evidence.csv']!), { bom: true, columns: true }) as { quote: string }[];
    expect(records.map((record) => restore(record.quote))).toContain('=1+1 “Quoted”, he said;\r\nthe band');
  });

  it('holds approved claims and no others, and says why of the others', async () => {
    for (const status of claimStatuses) {
      await rows().claim.update({ where: { id: claimId }, data: { status: storedStatus(status) } });
      const preview = await read(at.viewer, (ctx) => previewExport(ctx, at.projectId));
      expect(
        preview.claims.map((claim) => claim.id),
        status,
      ).toEqual(status === 'approved' ? [claimId] : []);
      expect(
        preview.leftOut.map((one) => one.status),
        status,
      ).toEqual(status === 'approved' ? [] : [status]);
      expect(preview.leftOut.every((one) => one.why.length > 0)).toBe(true);
    }
    await rows().claim.update({ where: { id: claimId }, data: { status: 'approved' } });
  });

  it.each(exportFormats)('as %s begins as its preview said', async (format) => {
    const { files, loses } = await read(at.viewer, (ctx) => previewFile(ctx, at.projectId, { format }));
    const { body } = await make(format);
    expect(files.map(({ name }) => name)).toEqual(body.manifest.files.slice(0, 3).map(({ name }) => name));
    expect(loses.every((one) => one.endsWith('.'))).toBe(true);
    expect(body.manifest.counts).toEqual({ claims: 1, citations: 1, articles: 1, entities: 0, leftOut: 0 });
  });

  it('says what a format cannot carry, and which words are in no format any more', async () => {
    const lost = async (format: 'json' | 'doccano') =>
      (await read(at.viewer, (ctx) => previewFile(ctx, at.projectId, { format }))).loses;
    expect(await lost('json')).toEqual([]);
    expect(await lost('doccano')).toContain('1 judgment of how likely a claim is.');
    const [claim] = await rows().tag.findMany({ where: { claimId }, select: { highlightId: true } });
    const where = { id: claim!.highlightId };
    await rows().highlight.update({ where, data: { orphanedAt: new Date(), orphanedReason: 'gone' } });
    expect(await lost('json')).toEqual([
      '1 accepted citation whose words are gone from the article: no format holds them.',
    ]);
    await rows().highlight.update({ where, data: { orphanedAt: null, orphanedReason: null } });
  });

  it('carries its marking where one was chosen', async () => {
    const { body } = await makeExport({
      ...{ actor: at.analyst, id: at.projectId },
      input: { format: 'stix', marking: 'amber' },
    });
    expect((await bytesOf(body.id)).toString()).toContain('"TLP:AMBER"');
  });

  it.each(['json', 'csv', 'markdown', 'html'])('as %s holds what each side of a disagreement holds', async (format) => {
    const { analyst, other, projectId } = at;
    if (format === 'json') {
      const about = { subject: { type: 'claim', id: claimId }, body: { text: 'Did all of them leave?' } };
      const { body: thread } = await startThread({ actor: analyst, id: projectId, input: about });
      const positions = [
        { holderId: analyst.userId, text: 'All of them left.' },
        { holderId: other.userId, text: 'Some of them stayed.' },
      ];
      const input = { outcome: 'agreed-to-differ', positions };
      await closeThread({ actor: analyst, id: thread.id, input, ifMatch: '"1"' });
    }
    const { body } = await make(format);
    const bytes = await bytesOf(body.id);
    const read = format === 'csv' ? Buffer.from(unzipSync(Uint8Array.from(bytes))['claims.csv']!) : bytes;
    for (const said of ['All of them left.', 'Some of them stayed.']) expect(read.toString()).toContain(said);
  });

  it('is not for viewers to make, nor for outsiders to read', async () => {
    await expectRefusal(makeExport({ actor: at.viewer, id: at.projectId, input: { format: 'json' } }), 'forbidden');
    const { body } = await make('json');
    await expectRefusal(
      read(at.outsider, (ctx) => readExport(ctx, body.id)),
      'not-found',
    );
  });
});
