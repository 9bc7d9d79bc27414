import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writers } from '@/lib/exports/writers';
import type { ExportSnapshot } from './export';
import { anySnapshot, claim, citation, snapshot } from './export.fixtures';
import { writeJson } from './json';
import { manifestOf } from './manifest';
import { ordered } from './order';
import type { Writer } from './source';
import { filesOf } from './source.fixtures';
import { shuffled } from './shuffled.fixtures';

const files = (write: Writer, snapshot: ExportSnapshot) => filesOf(write, { snapshot, texts: new Map() });
const told = ({ meta, leftOut }: ExportSnapshot) => ({
  schema: meta.schema,
  counts: { claims: 1, citations: 1, articles: 1, entities: 1, leftOut: leftOut.length },
  leftOut,
});
const bodyOf = async (write: Writer, of = snapshot) => String((await files(write, of))[0]?.body);

describe('every format', () => {
  it.each(Object.entries(writers))(
    '%s: the same state gives the same bytes, in whatever order it was read',
    async (_, write) => {
      const random = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
      await fc.assert(
        fc.asyncProperty(anySnapshot, random, async (state, numbers) => {
          const other = shuffled(state, () => numbers.next().value ?? 0);
          const [made, again] = [await files(write, state), await files(write, other)];
          expect(again).toEqual(made);
          expect(manifestOf(told(other), [])).toEqual(manifestOf(told(state), []));
        }),
        { numRuns: 30 },
      );
    },
  );

  it.each(Object.entries(writers))(
    '%s: what was left out, and fields that the format does not name, stay out',
    async (_, write) => {
      const leaky = { ...snapshot, claims: [{ ...claim, creator: { ...claim.creator, email: 'ann@secret.example' } }] };
      for (const { body } of await files(write, leaky)) {
        const text = typeof body === 'string' ? body : strFromU8(unzipSync(body)['word/document.xml']!);
        expect(text).not.toContain('ann@secret.example');
        expect(text).not.toContain('About 200 men');
      }
    },
  );

  it.each(Object.entries(writers))('%s: nothing approved is an export too', async (_, write) => {
    await expect(files(write, { ...snapshot, claims: [], entities: [] })).resolves.toBeInstanceOf(Array);
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
  it('reads back as the same state, in the layout of one document', async () => {
    await fc.assert(
      fc.asyncProperty(anySnapshot, async (state) => {
        const { leftOut: _, ...rest } = ordered(state);
        const body = await bodyOf(writeJson, state);
        expect(body).toBe(`${JSON.stringify(rest, null, 2)}\n`);
        expect(JSON.parse(body)).toEqual(rest);
      }),
      { numRuns: 60 },
    );
  });

  it('carries quotes with their place and version, assessments, dissent and approvers', async () => {
    const { meta, claims } = JSON.parse(await bodyOf(writeJson)) as typeof snapshot;
    expect(meta).toEqual({
      schema: 'claimbench-export/2',
      project: { id: 'p1', name: 'Border districts' },
      offsetUnit: 'utf-16',
    });
    expect(claims[0]).toEqual(claim);
  });
});

describe('the manifest', () => {
  it('says what was left out and why, in an order that does not depend on when it is asked', () => {
    expect(manifestOf(told(snapshot), []).leftOut).toEqual(snapshot.leftOut);
  });
});
