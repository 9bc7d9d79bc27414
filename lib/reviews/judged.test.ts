import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findText } from '@/lib/articles/queries';
import { read } from '@/lib/core/db';
import { closeAll } from '@/lib/core/testing';
import { moveHighlight } from '@/lib/highlights/commands/highlights';
import { reviseArticle } from '@/lib/highlights/commands/revise';
import { saveTag } from '@/lib/highlights/commands/tags';
import { findHighlight } from '@/lib/highlights/queries';
import { bench, type Bench } from './reviews.fixtures';

// A verdict counts for the content that it was given on: it stops counting when that is changed, and counts again when it is as it was.

let at: Bench;
beforeAll(async () => {
  at = await bench();
});
afterAll(closeAll);

type Cited = Awaited<ReturnType<Bench['cite']>>;
const found = (id: string) => read(at.viewer, (ctx) => findHighlight(ctx, id));

async function move({ highlight: { id } }: Cited, start: number, quote: string) {
  const ifMatch = await at.version(found(id));
  await moveHighlight({ actor: at.analyst, id, input: { start, end: start + quote.length, quote }, ifMatch });
}
async function change({ tag: { id } }: Cited, input: object) {
  await saveTag({ actor: at.analyst, id, input, ifMatch: await at.version(at.tagNow(id)) });
}
/** Who said what that counts. */
const counting = async ({ tag: { id } }: Cited) => {
  const { reviews } = await at.tagNow(id);
  return Object.fromEntries(reviews.map(({ reviewer, verdict }) => [reviewer.id, verdict]));
};

it('takes an edge back to where it was judged: the verdict counts again, the claim is approved again', async () => {
  const cited = await at.approved();
  const { start, quote } = await found(cited.highlight.id);
  const shorter = quote.slice(0, 3);
  await move(cited, start, shorter);
  expect(await at.tagNow(cited.tag.id)).toMatchObject({ reviewState: 'unreviewed', reviews: [] });
  expect((await at.claimNow(cited.claimId)).status).toBe('stale');

  // What somebody says of the other words does not count for these.
  await at.judge(cited.tag.id, 'reject', at.reviewer);
  await move(cited, start, quote);
  expect(await at.tagNow(cited.tag.id)).toMatchObject({
    reviewState: 'accepted',
    reviews: [{ reviewer: { id: at.other.userId }, verdict: 'accept' }],
    overtaken: [{ reviewer: { id: at.reviewer.userId }, verdict: 'reject' }],
  });
  expect((await at.claimNow(cited.claimId)).status).toBe('approved');
  await move(cited, start, shorter);
  expect((await at.tagNow(cited.tag.id)).reviewState).toBe('rejected');
});

it('keeps a verdict, and its way back, through a correction that leaves the words as they were', async () => {
  const { id: where } = await at.bring();
  const { text } = await read(at.viewer, (ctx) => findText(ctx, where));
  const revise = (corrected: string) =>
    reviseArticle({ actor: at.analyst, id: where, input: { text: corrected, reason: 'A correction was printed.' } });
  const cited = await at.cite({ statement: 'Somebody met somebody.' }, { where });
  const { start, quote } = await found(cited.highlight.id);
  await at.judge(cited.tag.id, 'accept');
  const before = 'Corrected on Monday.\n';
  await revise(before + text);
  expect((await at.tagNow(cited.tag.id)).reviewState).toBe('accepted');
  await move(cited, start + before.length, quote.slice(0, 3));
  expect((await at.tagNow(cited.tag.id)).reviewState).toBe('unreviewed');
  await move(cited, start + before.length, quote);
  expect((await at.tagNow(cited.tag.id)).reviewState).toBe('accepted');

  // The same words of another sentence are other words.
  await move(cited, text.indexOf(quote, start + 7) + before.length, quote);
  expect((await at.tagNow(cited.tag.id)).reviewState).toBe('unreviewed');
});

it('counts, whatever was changed and judged in between, each one’s latest verdict on exactly this', async () => {
  const spans = [0, 1, 2].map((more) => ({ start: 4, quote: 'council met'.slice(0, 7 + more * 2) }));
  const step = fc.oneof(
    fc.record({ move: fc.constantFrom(...spans) }),
    fc.record({
      change: fc.constantFrom({ confidence: 20 }, { confidence: 80 }, { note: 'Heard it.' }, { note: null }),
    }),
    fc.record({ verdict: fc.constantFrom('accept' as const, 'reject' as const), by: fc.boolean() }),
  );
  const runs = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
    const cited = await at.cite({ statement: 'The council met.' }, { where: (await at.bring()).id });
    const { start, quote } = await found(cited.highlight.id);
    const fields: Record<string, unknown> = { start, quote, confidence: null, note: null };
    const said = new Map<string, Record<string, string>>();
    for (const one of steps) {
      if ('move' in one) await move(cited, one.move.start, one.move.quote);
      else if ('change' in one) await change(cited, one.change);
      else await at.judge(cited.tag.id, one.verdict, one.by ? at.other : at.reviewer);
      Object.assign(fields, 'move' in one ? one.move : 'change' in one ? one.change : {});
      const content = JSON.stringify(fields);
      if ('verdict' in one)
        said.set(content, { ...said.get(content), [(one.by ? at.other : at.reviewer).userId]: one.verdict });
      expect(await counting(cited)).toEqual(said.get(content) ?? {});
    }
  });
  await fc.assert(runs, { numRuns: 6 });
});
