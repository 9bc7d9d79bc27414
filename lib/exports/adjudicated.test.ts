import { afterAll, expect, it } from 'vitest';
import { adjudicating, etag, first, twoReadings } from '@/lib/adjudications/adjudications.fixtures';
import { withdrawDecision } from '@/lib/adjudications/commands';
import { submitClaim } from '@/lib/claims/commands/claims';
import { read } from '@/lib/core/db';
import { closeAll, rows, team } from '@/lib/core/testing';
import { all } from '@/lib/formats/source';
import { reviewClaim } from '@/lib/reviews/commands/claims';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { openExport } from './queries/snapshot';

afterAll(closeAll);

it('says of a citation who decided for it after a round, as long as that stands', async () => {
  const at = await team();
  const there = await twoReadings(at);
  const { start, decide, now } = adjudicating(at, there);
  await start();
  const decision = await decide(1, first);
  const id = there.men.id;
  const version = async () => etag((await rows().claim.findUniqueOrThrow({ where: { id } })).version);
  await submitClaim({ actor: at.lead, id, input: {}, ifMatch: await version() });
  await reviewClaim({ actor: at.reviewer, id, input: { verdict: 'accept' }, ifMatch: await version() });
  const exported = async () => {
    const claims = await read(at.lead, async (ctx) => all((await openExport(ctx, at.projectId, {})).source.claims()));
    return claims.map(({ citations }) => citations.map(({ taggedBy, adjudicated }) => [taggedBy.name, adjudicated]));
  };
  const told = { id: at.reviewer.userId, name: 'Rita', at: decision.at, round: 'First reading', tookPart: false };
  expect(await exported()).toEqual([[['Ana', told]]]);
  const tag = await now(there.tags.men[0]!.id);
  await reviewTag({ actor: at.lead, id: tag.id, input: { verdict: 'accept' }, ifMatch: etag(tag.version) });
  await withdrawDecision({ actor: at.reviewer, id: decision.id, input: {} });
  expect((await exported())[0]).toContainEqual(['Ana', null]);
});
