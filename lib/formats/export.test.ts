import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from './csv';
import { anySnapshot, claim, citation, snapshot } from './export.fixtures';
import { writeHtml } from './html';
import { writeJson } from './json';
import { bytesOf, manifestOf } from './manifest';
import { writeMarkdown } from './markdown';
import { ordered } from './order';
import { shuffled } from './shuffled.fixtures';

const writers = { writeJson, writeCsv, writeMarkdown, writeHtml };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bodyOf = (write: typeof writeJson, of = snapshot) => String(write(of).files[0]?.body);

describe('every format', () => {
  it.each(Object.entries(writers))(
    '%s: the same state gives the same bytes, in whatever order it was read',
    (_, write) => {
      fc.assert(
        fc.property(anySnapshot, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (state, numbers) => {
          const other = shuffled(state, () => numbers.next().value ?? 0);
          expect(write(other)).toEqual(write(state));
          expect(manifestOf(other, write(other).files, sha256)).toEqual(manifestOf(state, write(state).files, sha256));
        }),
        { numRuns: 60 },
      );
    },
  );

  it.each(Object.entries(writers))(
    '%s: what was left out, and fields that the format does not name, stay out',
    (_, write) => {
      const leaky = { ...snapshot, claims: [{ ...claim, creator: { ...claim.creator, email: 'ann@secret.example' } }] };
      for (const { body } of write(leaky).files) {
        expect(body).not.toContain('ann@secret.example');
        expect(body).not.toContain('About 200 men');
      }
    },
  );

  it.each(Object.entries(writers))('%s: nothing approved is an export too', (_, write) => {
    const { files } = write({ ...snapshot, claims: [], entities: [] });
    for (const { body } of files) expect(String(body).length).toBeGreaterThan(10);
  });
});

describe('the order', () => {
  it('puts citations by date, article and place, undated articles last', () => {
    const at = (tagId: string, from: string | null, articleId: string, start: number) => ({
      ...citation,
      tagId,
      articleId,
      start,
      article: {
        ...citation.article,
        published: from === null ? null : { from, to: from, precision: 'day' as const, estimated: false },
      },
    });
    const citations = [
      at('t5', null, 'a1', 0),
      at('t4', '2021-08-01', 'a9', 0),
      at('t3', '2021-07-01', 'a2', 9),
      at('t2', '2021-07-01', 'a2', 3),
      at('t1', '2021-07-01', 'a1', 50),
    ];
    const found = ordered({ ...snapshot, claims: [{ ...claim, citations }] }).claims[0]?.citations;
    expect(found?.map(({ tagId }) => tagId)).toEqual(['t1', 't2', 't3', 't4', 't5']);
  });
});

describe('JSON', () => {
  it('reads back as the same state', () => {
    fc.assert(
      fc.property(anySnapshot, (state) => {
        const { leftOut: _, ...rest } = ordered(state);
        expect(JSON.parse(bodyOf(writeJson, state))).toEqual(rest);
      }),
      { numRuns: 60 },
    );
  });

  it('carries quotes with their place and version, assessments, dissent and approvers', () => {
    const { meta, claims } = JSON.parse(bodyOf(writeJson)) as typeof snapshot;
    expect(meta).toEqual({
      schema: 'claimbench-export/2',
      project: { id: 'p1', name: 'Border districts' },
      offsetUnit: 'utf-16',
    });
    expect(claims[0]).toEqual(claim);
  });
});

describe('the manifest', () => {
  it('counts, hashes the bytes, and says what was left out and why', () => {
    const { files } = writeCsv(snapshot);
    const manifest = manifestOf(snapshot, files, sha256);
    expect(manifest.counts).toEqual({ claims: 1, citations: 1, articles: 1, entities: 1, leftOut: 1 });
    expect(manifest.leftOut).toEqual(snapshot.leftOut);
    for (const [index, file] of files.entries()) {
      const bytes = Buffer.from(String(file.body), 'utf8');
      expect(manifest.files[index]).toEqual({ name: file.name, bytes: bytes.length, sha256: sha256(bytes) });
      expect(Buffer.from(bytesOf(file)).equals(bytes)).toBe(true);
    }
  });
});
