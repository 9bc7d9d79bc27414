import postgres from 'postgres';
import type { EventView } from '@/lib/activity/activity';
import { SIGN_LASTS } from '@/lib/activity/signs';
import { unscoped } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { closeCrowd, hear, look, newCrowd, type Crowd } from './crowd';
import type { Told } from './presence';

const BEAT = 10_000; // ms
const SILENT = 25_000; // ms without hearing even one's own ping: the connection is dead, whatever it says

/** The newest events of a project as everybody may see them: those after `from`, complete up to `covered`. `blind`: a round hides others. */
export type Feed = {
  blind: boolean;
  events: EventView[];
  from: number;
  covered: number;
  filling: Promise<void> | null;
};
/**
 * A project that somebody watches: the last sequence number that the database told of, whom to wake, who is at what in it, and how often it was
 * told that what passes (who is on what in the queue) is another. Of that the log knows nothing, so nobody makes up for what they missed: they read.
 */
export type Place = { head: number; passed: number; wakers: Set<() => void>; feeds: Map<string, Feed>; crowd: Crowd };
type Hub = {
  places: Map<string, Place>;
  people: Map<string, Set<() => void>>;
  /** Who wants to hear that any log has grown. */
  ears: Set<() => void>;
  listener: postgres.Sql | null;
  heardAt: number;
  beat: NodeJS.Timeout | null;
};

const KEY = Symbol.for('claimbench.hub');
const held = globalThis as unknown as { [KEY]?: Hub };
const hub = (): Hub =>
  (held[KEY] ??= { places: new Map(), people: new Map(), ears: new Set(), listener: null, heardAt: 0, beat: null });

/** Whether others' writes arrive at once: true as well while nobody watches. Without it they still arrive within 10 s. */
export const isLive = (): boolean => hub().places.size === 0 || Date.now() - hub().heardAt < SILENT;

/**
 * Watches a project: `wake` is called when its log has grown. Read the head after this and hand it to `announce`:
 * what is committed in between is then either in the head or wakes.
 */
export function watch(projectId: string, wake: () => void): { place: Place; leave: () => void } {
  const { places } = hub();
  let place = places.get(projectId);
  if (!place) {
    places.set(projectId, (place = { head: 0, passed: 0, wakers: new Set(), feeds: new Map(), crowd: newCrowd() }));
    if (hub().listener) void lookAround([projectId]).catch(() => {});
  }
  place.wakers.add(wake);
  beginToListen();
  const leave = () => {
    place.wakers.delete(wake);
    if (place.wakers.size > 0 || places.get(projectId) !== place) return;
    places.delete(projectId);
    closeCrowd(place.crowd);
  };
  return { place, leave };
}

function beginToListen() {
  if (!hub().listener) listen();
  hub().beat ??= setInterval(() => void beat(), BEAT).unref();
}

/** Calls back when the log of any project has grown, from now on; what was missed while the connection was away is the caller's to look for. */
export function hearGrowth(tell: () => void): void {
  hub().ears.add(tell);
  beginToListen();
}

/** Calls back when somebody's inbox has changed, on whatever device; whoever watches a project as well hears of it. */
export function watchInbox(userId: string, tell: () => void): () => void {
  const { people } = hub();
  const tellers = people.get(userId) ?? new Set();
  people.set(userId, tellers.add(tell));
  return () => {
    tellers.delete(tell);
    if (tellers.size === 0 && people.get(userId) === tellers) people.delete(userId);
  };
}

/** The log of a project is known to reach `seq`. */
export function announce(projectId: string, seq: number): void {
  const place = hub().places.get(projectId);
  if (!place || seq <= place.head) return;
  place.head = seq;
  wakeAll(place);
}
const wakeAll = (place: Place) => place.wakers.forEach((wake) => wake());

function passOn(projectId: string) {
  const place = hub().places.get(projectId);
  if (!place) return;
  place.passed += 1;
  for (const wake of place.wakers) wake();
}

const tell = (userId: string) =>
  hub()
    .people.get(userId)
    ?.forEach((teller) => teller());

function heard(payload: string) {
  hub().heardAt = Date.now();
  const [first, second] = payload.split(' ');
  if (first === 'passing') return passOn(second ?? '');
  if (first === 'inbox') return tell(second ?? '');
  if (!second) return;
  announce(first!, Number(second));
  hub().ears.forEach((ear) => ear());
}

function heardOfPresence(payload: string) {
  hub().heardAt = Date.now();
  const told = JSON.parse(payload) as Told;
  const place = hub().places.get(told.projectId);
  if (place) hear(place.crowd, told, () => wakeAll(place));
}

// postgres.js listens again by itself after a lost connection, and calls back each time: what was missed is in the log.
function listen() {
  const listener = postgres(env().DATABASE_URL, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: 'claimbench live' },
  });
  hub().listener = listener;
  hub().heardAt = Date.now();
  const onListening = () => {
    hub().heardAt = Date.now();
    hub().people.forEach((tellers) => tellers.forEach((tell) => tell()));
    void catchUp().catch(() => {});
    for (const projectId of hub().places.keys()) passOn(projectId);
  };
  listener.listen('claimbench_here', heardOfPresence).catch(() => {});
  listener.listen('claimbench', heard, onListening).catch(() => {});
}

async function catchUp() {
  const ids = [...hub().places.keys()];
  if (ids.length === 0) return;
  const rows = await unscoped().project.findMany({ where: { id: { in: ids } }, select: { id: true, headSeq: true } });
  for (const { id, headSeq } of rows) announce(id, Number(headSeq));
  await lookAround(ids);
}

/** Reads who is where in these projects: for a process that has just begun to listen, and in case a call got lost. */
async function lookAround(ids: string[]) {
  const rows = await unscoped().$queryRaw<{ told: Told; age: number }[]>`
    SELECT told_presence(p) AS told, extract(epoch FROM clock_timestamp() - seen_at)::float8 * 1000 AS age FROM presence p
    WHERE project_id = ANY (${ids}::uuid[]) AND seen_at > clock_timestamp() - make_interval(secs => ${SIGN_LASTS / 1000}::float8)`;
  for (const id of ids) {
    const place = hub().places.get(id);
    const here = rows.filter(({ told }) => told.projectId === id);
    if (place) look(place.crowd, here, () => wakeAll(place));
  }
}

/** While somebody watches or hears: asks for the heads and for who is here, in case a call got lost, and pings the own ear. */
async function beat() {
  if (hub().places.size === 0 && hub().ears.size === 0) return;
  if (Date.now() - hub().heardAt > SILENT) {
    void hub()
      .listener?.end({ timeout: 1 })
      .catch(() => {});
    listen();
  }
  await catchUp().catch(() => {});
  await unscoped().$executeRaw`SELECT pg_notify('claimbench', 'ping')`.catch(() => {});
  await unscoped().$executeRaw`DELETE FROM presence WHERE seen_at < clock_timestamp() - interval '5 minutes'`.catch(
    () => {},
  );
}

/** Stops listening: for the end of a process, and of a test. */
export async function closeHub(): Promise<void> {
  const { listener, beat: timer, places } = hub();
  held[KEY] = undefined;
  for (const { crowd } of places.values()) closeCrowd(crowd);
  if (timer) clearInterval(timer);
  await listener?.end({ timeout: 1 });
}
