import { randomBytes, randomUUID } from 'node:crypto';
import http from 'node:http';
import type { Browser } from '@playwright/test';
import pg from 'pg';
import { demoProject, personIn } from '@/e2e/support/people';
import { served } from '@/e2e/support/served';
import { lineOf, quantile, verdictOf, type Rounds } from './figures';

// "Commit → seen": two hundred open streams on one instance, five writes a second, beside a client of `pg` that does nothing but LISTEN.
// And the storm: all of them lose their stream at once, and come back for what they missed.

const STREAMS = 200;
const EVERY = 200; // ms between two writes
const WRITES = 40; // a round
const MISSED = 50; // events that were written while all were away
const TARGET = 250; // ms, at the 95th percentile

type Door = { address: string; cookie: string; projectId: string };
/** A stream: told of each sequence number as it is read, in the order of the log. */
type Stream = { onSeq: (seq: number, at: number) => void; close: () => void };

/** Opens one after the last event that it had; resolves when the server has answered. */
function openStream({ address, cookie, projectId }: Door, after: number): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const url = `${address}/api/v1/projects/${projectId}/live?after=${after}`;
    const request = http.get(url, { agent: false, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`A stream was answered ${response.statusCode}.`));
      const stream: Stream = { onSeq: () => {}, close: () => request.destroy() };
      let rest = '';
      response.setEncoding('utf8');
      response.on('error', () => {});
      response.on('data', (part: string) => {
        const at = performance.now();
        const blocks = (rest + part).split('\n\n');
        rest = blocks.pop()!;
        for (const block of blocks) {
          const seq = block.startsWith('event:') ? null : /^id: (\d+)$/m.exec(block)?.[1];
          if (seq) stream.onSeq(Number(seq), at);
        }
      });
      resolve(stream);
    });
    request.on('error', reject);
  });
}

/** Writes one event as a save does at its end: the head, the row, the call. Answers its number, and when its COMMIT was sent. */
async function writeEvent(db: pg.Client, projectId: string, userId: string): Promise<{ seq: number; at: number }> {
  await db.query('BEGIN');
  const { rows } = await db.query<{ seq: string }>(
    'UPDATE project SET head_seq = head_seq + 1, head_hash = $2 WHERE id = $1 RETURNING head_seq AS seq',
    [projectId, randomBytes(32)],
  );
  const seq = Number(rows[0]!.seq);
  await db.query(
    `INSERT INTO event (project_id, seq, type, subject_type, subject_id, version, actor_id, at, fields, hash)
     VALUES ($1, $2, 'claim.added', 'claim', $3, 1, $4, now(), '{}', $5)`,
    [projectId, seq, randomUUID(), userId, randomBytes(32)],
  );
  await db.query(`SELECT pg_notify('claimbench', $1)`, [`${projectId} ${seq}`]);
  const at = performance.now();
  await db.query('COMMIT');
  return { seq, at };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** One round: how long each stream, and the raw client, took for each write. Fails when one of them misses an event or hears it twice. */
async function round(door: Door, db: pg.Client, ear: pg.Client, userId: string, streams: Stream[]) {
  const sent = new Map<number, number>();
  const heard = new Map<number, number>();
  const seen = streams.map(() => new Map<number, number>());
  streams.forEach((stream, index) => {
    stream.onSeq = (seq, at) => {
      if (seen[index]!.has(seq)) throw new Error(`Event ${seq} came twice.`);
      seen[index]!.set(seq, at);
    };
  });
  const listen = ({ payload = '' }: pg.Notification) => heard.set(Number(payload.split(' ')[1]), performance.now());
  ear.on('notification', listen);
  for (let left = WRITES; left > 0; left -= 1) {
    const due = pause(EVERY);
    const { seq, at } = await writeEvent(db, door.projectId, userId);
    sent.set(seq, at);
    await due;
  }
  for (let tries = 100; tries > 0 && seen.some((one) => one.size < WRITES); tries -= 1) await pause(50);
  ear.off('notification', listen);
  const since = (times: Map<number, number>) =>
    [...sent].map(([seq, at]) => {
      const then = times.get(seq);
      if (then === undefined) throw new Error(`Event ${seq} was missed.`);
      return then - at;
    });
  return { product: seen.flatMap(since), floor: since(heard) };
}

/** All lose their stream, miss what is written, and come back at once: when each has caught up, in ms. */
async function storm(door: Door, db: pg.Client, userId: string, head: number): Promise<number[]> {
  let last = head;
  for (let left = MISSED; left > 0; left -= 1) last = (await writeEvent(db, door.projectId, userId)).seq;
  const began = performance.now();
  const caughtUp = Array.from({ length: STREAMS }, async () => {
    const stream = await openStream(door, head);
    const at = await new Promise<number>((done) => {
      stream.onSeq = (seq, when) => seq === last && done(when);
    });
    return { stream, took: at - began };
  });
  const all = await Promise.all(caughtUp);
  for (const { stream } of all) stream.close();
  return all.map(({ took }) => took);
}

function print(product: Rounds, floor: Rounds, storms: Rounds) {
  console.log(`\nCommit to seen, ${STREAMS} streams on one instance, ${1000 / EVERY} writes a second`);
  console.log(lineOf('on a stream', product));
  console.log(lineOf('floor: a raw LISTEN client', floor));
  console.log(verdictOf('median', product, floor, 0.5));
  console.log(verdictOf('p95', product, floor, 0.95));
  const p95 = quantile(product.flat(), 0.95);
  console.log(`  p95 ${p95.toFixed(0)} ms   target ≤ ${TARGET} ms: ${p95 <= TARGET ? 'met' : 'MISSED'}`);
  console.log(`\n${STREAMS} streams lost at once come back, ${MISSED} events behind`);
  console.log(lineOf('a stream has caught up', storms));
  console.log(
    lineOf(
      'all have',
      storms.map((times) => [Math.max(...times)]),
    ),
  );
}

/** Measures and prints both rows. */
export async function liveRows(browser: Browser, rounds: number): Promise<void> {
  const { context } = await personIn(browser, 'Ines');
  const projectId = await demoProject(context);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  // No page follows the log beside the streams.
  await context.pages()[0]!.goto('about:blank');
  const { addresses, database } = served();
  const door: Door = { address: addresses[0], cookie, projectId };
  const [db, ear] = [new pg.Client({ connectionString: database }), new pg.Client({ connectionString: database })];
  await Promise.all([db.connect(), ear.connect()]);
  try {
    await ear.query('LISTEN claimbench');
    const { rows } = await db.query<{ user_id: string }>('SELECT user_id FROM member WHERE project_id = $1 LIMIT 1', [
      projectId,
    ]);
    const userId = rows[0]!.user_id;
    const [product, floor, storms]: [Rounds, Rounds, Rounds] = [[], [], []];
    for (let count = -1; count < rounds; count += 1) {
      const { seq } = await writeEvent(db, projectId, userId);
      const streams = await Promise.all(Array.from({ length: STREAMS }, () => openStream(door, seq)));
      const times = await round(door, db, ear, userId, streams);
      for (const stream of streams) stream.close();
      const came = await storm(door, db, userId, seq + WRITES);
      if (count < 0) continue; // the first warms up
      product.push(times.product);
      floor.push(times.floor);
      storms.push(came);
    }
    print(product, floor, storms);
  } finally {
    await Promise.all([db.end(), ear.end()]);
    await context.close();
  }
}
