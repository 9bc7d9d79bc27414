import { addArticle } from '@/lib/articles/commands';
import { addClaim } from '@/lib/claims/commands/claims';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import type { Team } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { findTag } from '@/lib/highlights/queries';
import { handInRound, openRound } from '@/lib/rounds/commands';
import { findRound } from '@/lib/rounds/queries';
import type { Desk, PlaceView } from './adjudication';
import { acceptAgreed, decidePlace, startAdjudication } from './commands';
import { readDesk } from './queries';

const TEXT = 'Mahdi Arsalon led two hundred men. Officials deny that the men crossed the river in the spring.';
export const spanOf = (quote: string) => ({
  start: TEXT.indexOf(quote),
  end: TEXT.indexOf(quote) + quote.length,
  quote,
});
export const etag = (version: number) => `"${version}"`;

export const tagsIn = (places: PlaceView[]) =>
  places.flatMap(({ variants }) => variants.flatMap(({ tags }) => tags.map(({ id, version }) => ({ id, version }))));
export type Take = (place: PlaceView) => string[];
export const first: Take = ({ variants }) => variants[0]!.tags.map(({ id }) => id);
export const all: Take = ({ variants }) => variants.flatMap(({ tags }) => tags.map(({ id }) => id));
export const none: Take = () => [];

/** A blind round of Ana and Otto on one article, handed in by both: they agree on one place and differ on three. */
export async function twoReadings(at: Team) {
  const { analyst, other, lead, projectId: id } = at;
  const article = (await addArticle({ actor: lead, id, input: { text: TEXT, title: 'River', language: 'en' } })).body
    .id;
  const entity = async (type: string, name: string) =>
    (await addEntity({ actor: lead, id, input: { type, name } })).body.id;
  const [man, river] = [await entity('person', 'Mahdi Arsalon'), await entity('place', 'The river')];
  const claim = async (statement: string) => (await addClaim({ actor: lead, id, input: { statement } })).body;
  const [men, crossed] = [await claim('He led two hundred men.'), await claim('The men crossed the river.')];
  const articleIds = [article];
  const analystIds = [analyst.userId, other.userId];
  const input = { name: 'First reading', blind: true, articleIds, analystIds };
  const round = (await openRound({ actor: lead, id, input })).body.id;
  const tag = async (actor: Actor, quote: string, made: object) =>
    (await saveHighlight({ actor, id: article, input: { ...spanOf(quote), tags: [made] } })).body.tags[0]!;
  const tags = {
    man: [
      await tag(analyst, 'Mahdi Arsalon', { entityId: man, confidence: 90 }),
      await tag(other, 'Mahdi Arsalon', { entityId: man, confidence: 20 }),
    ],
    men: [
      await tag(analyst, 'led two hundred men', { claimId: men.id, stance: 'supports' }),
      await tag(other, 'two hundred men', { claimId: men.id, stance: 'supports' }),
    ],
    deny: [
      await tag(analyst, 'Officials deny', { claimId: crossed.id, stance: 'contradicts' }),
      await tag(other, 'Officials deny', { claimId: crossed.id, stance: 'context' }),
    ],
    river: [await tag(other, 'the river', { entityId: river })],
  };
  for (const actor of [analyst, other]) {
    const { version } = await read(actor, (ctx) => findRound(ctx, round));
    await handInRound({ actor, id: round, input: {}, ifMatch: etag(version) });
  }
  return { article, round, tags, men, crossed, river, man };
}

/** What is done with such a round, by Rita the reviewer unless another is named. */
export function adjudicating(at: Team, there: Awaited<ReturnType<typeof twoReadings>>) {
  const desk = (actor = at.reviewer): Promise<Desk> =>
    read(actor, (ctx) => readDesk(ctx, there.round, { articleId: there.article }));
  const start = async (actor = at.reviewer) =>
    (await startAdjudication({ actor, id: there.round, input: { articleId: there.article } })).body;
  const states = async () => (await desk()).places.map(({ state }) => state);
  const now = (id: string) => read(at.reviewer, (ctx) => findTag(ctx, id));

  /** Decides on the place at this position, as it is now. */
  async function decide(index: number, take: Take, more: object = {}, actor = at.reviewer) {
    const { places, adjudication } = await desk(actor);
    const place = places[index]!;
    const input = { tags: tagsIn([place]), take: take(place), reason: 'Not these words.', ...more };
    return (await decidePlace({ actor, id: adjudication!.id, input })).body;
  }
  async function acceptAll(actor = at.reviewer) {
    const { places, adjudication } = await desk(actor);
    const agreed = places.filter(({ state }) => state === 'agreed');
    const input = { tags: tagsIn(agreed), places: agreed.length };
    return (await acceptAgreed({ actor, id: adjudication!.id, input })).body;
  }

  return { desk, start, states, now, decide, acceptAll };
}
