import { listEvents } from '@/lib/activity/queries';
import type { Actor } from '@/lib/core/context';
import { inPublic, read } from '@/lib/core/db';
import { visible } from '@/lib/permissions';
import { isHiding } from '@/lib/rounds/queries';
import type { Feed, Place } from './hub';

const PAGE = 500;
const KEPT = 1000;

/**
 * The events after `at` that the actor may see, and how far they reach. Two hundred streams cost one read of the log: what everybody
 * may see is read once for all. While a blind round is open each also has hidden events of their own, and reads for themselves.
 */
export async function eventsAfter(place: Place, actor: Actor, projectId: string, at: number) {
  const here = { ...actor, projects: actor.projects.filter((project) => project.id === projectId) };
  const key = JSON.stringify(visible({ actor: here }));
  let feed = place.feeds.get(key);
  if (!feed)
    place.feeds.set(key, (feed = { events: [], from: place.head, covered: place.head, filling: null, blind: true }));
  if (at < feed.from) return fromLog(here, projectId, at, feed.from);
  while (place.head > feed.covered) await (feed.filling ??= fill(feed, place, here, projectId));
  if (feed.blind) return fromLog(here, projectId, at, feed.covered);
  return { events: feed.events.filter((event) => event.seq > at), at: Math.max(at, feed.covered) };
}

/** For who is further behind than the feed reaches back. `upTo` is in the log already when the read begins. */
async function fromLog(actor: Actor, projectId: string, at: number, upTo: number) {
  const { items, nextCursor } = await read(actor, (ctx) => listEvents(ctx, projectId, { after: at, limit: PAGE }));
  const last = items.at(-1)?.seq ?? at;
  return { events: items, at: nextCursor ? last : Math.max(last, upTo) };
}

async function fill(feed: Feed, place: Place, actor: Actor, projectId: string) {
  // What was announced before the read begins is committed, so the read covers it even where nothing of it may be seen.
  const announced = place.head;
  try {
    const { items, nextCursor, blind } = await read(actor, async (ctx) => {
      const page = await inPublic(ctx, () => listEvents(ctx, projectId, { after: feed.covered, limit: PAGE }));
      return { ...page, blind: await isHiding(ctx, projectId) };
    });
    feed.blind = blind;
    feed.events.push(...items);
    const last = items.at(-1)?.seq ?? 0;
    feed.covered = nextCursor ? last : Math.max(announced, last);
    const dropped = feed.events.splice(0, Math.max(0, feed.events.length - KEPT));
    if (dropped.length) feed.from = dropped.at(-1)!.seq;
  } finally {
    feed.filling = null;
  }
}
