import { afterAll, expect, it } from 'vitest';
import { addArticle } from '@/lib/articles/commands';
import { addClaim } from '@/lib/claims/commands/claims';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal, team } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { decideEcho } from './commands';
import { echoFilter } from './echo';
import { listEchoedTags } from './queries/echoed-tags';
import { listEchoes } from './queries/echoes';

afterAll(closeAll);

const PASSAGE = 'The lantern keepers of the eastern harbour were set up in 1990 by a retired pilot, Mr. Ord.';

it('offers, as they would stand here, the tags made on shared words: once, until they are here or refused', async () => {
  const at = await team();
  const bring = async (title: string, text: string) =>
    (await addArticle({ actor: at.analyst, id: at.projectId, input: { title, text } })).body.id;
  const texts = [`First of all. ${PASSAGE}`, `${PASSAGE} It rained.`];
  const [one, two] = [await bring('One', texts[0]!), await bring('Two', texts[1]!)];
  const { body: claim } = await addClaim({
    actor: at.analyst,
    id: at.projectId,
    input: { statement: 'Set up in 1990.' },
  });
  const { body: pilot } = await addEntity({
    actor: at.analyst,
    id: at.projectId,
    input: { type: 'person', name: 'Ord' },
  });
  const tag = async (nth: 0 | 1, quote: string, tags: object[], actor = at.analyst) => {
    const start = texts[nth]!.indexOf(quote);
    const input = { start, end: start + quote.length, quote, tags };
    return (await saveHighlight({ actor, id: [one, two][nth]!, input })).body.tags[0]!;
  };
  const offered = async () => (await read(at.viewer, (ctx) => listEchoedTags(ctx, two))).items;
  expect(await offered()).toEqual([]);

  const cites = { claimId: claim.id, stance: 'supports', speakerId: pilot.id, confidence: 80 };
  await tag(0, 'set up in 1990', [cites]);
  await tag(0, 'set up in 1990', [{ ...cites, confidence: 30 }], at.other);
  const named = await tag(0, 'Mr. Ord', [{ entityId: pilot.id }]);
  await tag(0, 'First of all', [{ entityId: pilot.id }]);
  const start = texts[1]!.indexOf('set up');
  const [offer] = await offered();
  expect(offer).toMatchObject({
    article: { id: one, title: 'One' },
    tags: [
      { quote: 'set up in 1990', start, claim: { id: claim.id }, stance: 'supports', speaker: { id: pilot.id } },
      { quote: 'Mr. Ord', entity: { id: pilot.id } },
    ],
  });
  expect(offer!.tags[0]).not.toHaveProperty('confidence');

  // What a colleague rejected there is not carried here, and what is here already is not offered again.
  await reviewTag({
    actor: at.other,
    id: named.id,
    input: { verdict: 'reject', reason: 'Another Ord.' },
    ifMatch: '"1"',
  });
  expect((await offered())[0]!.tags).toHaveLength(1);
  await tag(1, 'set up in 1990', [{ claimId: claim.id, stance: 'supports' }], at.other);
  expect(await offered()).toEqual([]);
  await expectRefusal(
    read(at.outsider, (ctx) => listEchoedTags(ctx, two)),
    'not-found',
  );
});

it('offers nothing on a passage that is said to be independent', async () => {
  const at = await team();
  const input = (title: string, text: string) => ({ actor: at.analyst, id: at.projectId, input: { title, text } });
  const { body: one } = await addArticle(input('One', PASSAGE));
  const { body: two } = await addArticle(input('Two', `${PASSAGE} It rained.`));
  const { body: pilot } = await addEntity({
    actor: at.analyst,
    id: at.projectId,
    input: { type: 'person', name: 'Ord' },
  });
  const from = PASSAGE.indexOf('Mr. Ord');
  const span = { start: from, end: from + 7, quote: 'Mr. Ord', tags: [{ entityId: pilot.id }] };
  await saveHighlight({ actor: at.analyst, id: one.id, input: span });
  const offered = async () => (await read(at.viewer, (ctx) => listEchoedTags(ctx, two.id))).items;
  expect(await offered()).toHaveLength(1);
  const [echo] = (await read(at.viewer, (ctx) => listEchoes(ctx, at.projectId, echoFilter.parse({})))).items;
  const decision = { decision: 'independent', reason: 'Both quote the plaque.' };
  await decideEcho({ actor: at.analyst, id: echo!.id, input: decision, ifMatch: '"1"' });
  expect(await offered()).toEqual([]);
});
