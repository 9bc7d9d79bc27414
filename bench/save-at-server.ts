import http from 'node:http';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Highlight } from '@/lib/highlights/highlight';
import { lineOf, verdictOf, type Rounds } from './figures';
import { added, rawSave, traces, type Place, type Words } from './raw-save';

// "Save a highlight, at the server": words tagged as an entity that exists, from the request's first byte to the answer's last.

export type Door = { address: string; cookie: string };

const ROUNDS = 10;
const WARM = 3;

/** One request on a connection that is kept open; answers the body, throws when it was refused. */
function post(agent: http.Agent, { address, cookie }: Door, path: string, body: string): Promise<string> {
  const headers = {
    cookie,
    origin: address,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': randomUUID(),
  };
  return new Promise((resolve, reject) => {
    const request = http.request(`${address}/api/v1${path}`, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const said = Buffer.concat(parts).toString();
        if (response.statusCode === 201) resolve(said);
        else reject(new Error(`POST ${path}: ${response.statusCode} ${said}`));
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Runs `each` so many times by so many writers, each one after the other; answers the times in ms. */
async function timed(writers: number, each: number, work: (writer: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const write = async (_: unknown, writer: number) => {
    for (let left = each; left > 0; left -= 1) {
      const began = performance.now();
      await work(writer);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return times;
}

type Sides = { product: (writer: number) => Promise<unknown>; floor: (writer: number) => Promise<unknown> };

async function row(writers: number, each: number, { product, floor }: Sides) {
  const saved: Rounds = [];
  const raw: Rounds = [];
  for (let round = -WARM; round < ROUNDS; round += 1) {
    // Whoever goes second finds a warmer machine: they take turns.
    const order = round % 2 === 0 ? [product, floor] : [floor, product];
    for (const side of order) {
      const times = await timed(writers, each, side);
      if (round >= 0) (side === product ? saved : raw).push(times);
    }
  }
  console.log(`\nSave a highlight, at the server, ${writers === 1 ? '1 writer' : `${writers} writers`}`);
  console.log(lineOf('request to answer', saved));
  console.log(lineOf('floor: the same rows by pg', raw));
  console.log(verdictOf('median', saved, raw, 0.5, 4));
  console.log(verdictOf('p95', saved, raw, 0.95, 8));
}

/** Fails when the floor does not leave behind exactly what the product leaves behind. */
async function sameRows(db: pg.Client, projectId: string, sides: Sides) {
  const before = await traces(db, projectId);
  await sides.product(0);
  const between = await traces(db, projectId);
  await sides.floor(0);
  const [product, floor] = [added(before, between), added(between, await traces(db, projectId))];
  if (JSON.stringify(product) !== JSON.stringify(floor))
    throw new Error(`The floor writes ${JSON.stringify(floor)}, the product ${JSON.stringify(product)}.`);
  const rows = Object.entries(product).map(([name, count]) => `${name} +${count}`);
  console.log(`\nOne save leaves behind, in the product and in the floor: ${rows.join(', ')}.`);
}

/** Measures and prints both rows. `database` is the database's address. */
export async function saveAtServer(door: Door, database: string, place: Place, words: Words): Promise<void> {
  const MOST = 20;
  const agent = new http.Agent({ keepAlive: true, maxSockets: MOST });
  const clients = Array.from({ length: MOST }, () => new pg.Client({ connectionString: database }));
  await Promise.all(clients.map((client) => client.connect()));
  const { start, end, quote } = words;
  const body = JSON.stringify({ start, end, quote, tags: [{ entityId: place.entityId, confidence: 80 }] });
  const save = () => post(agent, door, `/articles/${place.articleId}/highlights`, body);
  try {
    const answer = await save();
    const stored = JSON.parse(answer) as Highlight;
    const around = { ...words, prefix: stored.prefix, suffix: stored.suffix };
    const sides = { product: save, floor: (writer: number) => rawSave(clients[writer]!, place, around, answer) };
    await sameRows(clients[0]!, place.projectId, sides);
    await row(1, 40, sides);
    await row(MOST, 5, sides);
  } finally {
    agent.destroy();
    await Promise.all(clients.map((client) => client.end()));
  }
}
