import { randomUUID } from 'node:crypto';
import '@/lib/reactions';
import { addArticle } from '@/lib/articles/commands';
import { sha256Of } from '@/lib/articles/queries';
import { addVersion } from '@/lib/articles/steps';
import type { Actor, WriteContext } from '@/lib/core/context';
import { unscoped, write } from '@/lib/core/db';
import { searchArticle } from '@/lib/echoes/steps';
import { wordsOf } from '@/lib/echoing/words';
import { median } from './figures';

// "Import and echo search": articles stored and searched by the step that the product's own command takes, some to a transaction, each
// one compared with all that are there; against one pass that takes the same texts apart into words. Between the sizes some are added by the
// command itself, one by one. One in ten shares a sentence with an earlier one.

const WORDS = 150; // an article's length: short, so that ten thousand come in within minutes
const ONE_BY_ONE = 15;

let state = 20_261_128;
const next = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
// As in a language, few words are frequent and most are rare.
const vocabulary = Array.from({ length: 20_000 }, () =>
  Array.from({ length: 3 + next(7) }, () => 'aeioustrnlmdkpbg'[next(16)]).join(''),
);
const word = () => vocabulary[Math.floor(vocabulary.length ** (next(10_000) / 10_000))] ?? vocabulary[0]!;
const sentence = () => `${Array.from({ length: 10 + next(15) }, word).join(' ')}.`;

const kept: string[] = [];
function article(): string {
  const sentences: string[] = [];
  let words = 0;
  while (words < WORDS) {
    const copied = words === 0 && kept.length > 0 && next(10) === 0;
    const one = copied ? kept[next(kept.length)]! : sentence();
    sentences.push(one);
    words += one.split(' ').length;
  }
  kept.push(sentences.at(-1)!);
  return sentences.join(' ');
}

async function projectOf(): Promise<{ id: string; actor: Actor }> {
  const db = unscoped();
  const user = await db.user.create({
    data: { name: 'Bench', email: `${randomUUID()}@example.org` },
    select: { id: true },
  });
  const { id } = await db.project.create({ data: { name: 'Bench', createdBy: user.id }, select: { id: true } });
  await db.member.create({ data: { projectId: id, userId: user.id, role: 'lead' } });
  const actor = { userId: user.id, name: 'Bench', email: '', projects: [{ id, role: 'lead' as const }] };
  return { id, actor };
}

const CHUNK = 25;

/** Stores and searches articles, a transaction for each chunk; answers the time of each chunk in ms. */
async function fill({ id: projectId, actor }: { id: string; actor: Actor }, texts: string[]): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < texts.length; at += CHUNK) {
    const chunk = texts.slice(at, at + CHUNK);
    const work = () =>
      write(async (db) => {
        await db.$executeRaw`SELECT set_config('app.projects', ${`{${projectId}}`}, true), set_config('role', 'claimbench_app', true)`;
        const ctx: WriteContext = { actor, db, projectId, role: 'lead', now: new Date(), record: () => undefined };
        for (const text of chunk) await searchArticle(ctx, await store(ctx, text));
      });
    times.push(await timed(work));
  }
  return times;
}

async function store(ctx: WriteContext, text: string): Promise<string> {
  const sha256 = sha256Of(text);
  const { id } = await ctx.db.article.create({
    data: { projectId: ctx.projectId, title: 'Bench', sha256, createdBy: ctx.actor.userId, createdAt: ctx.now },
    select: { id: true },
  });
  await addVersion(ctx, id, 1, text, '');
  return id;
}

const add = (project: { id: string; actor: Actor }, text: string) =>
  addArticle({ actor: project.actor, id: project.id, input: { text } });

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function measure(sizes: number[]) {
  const project = await projectOf();
  const points: { size: number; total: number; floor: number; one: number }[] = [];
  let [there, total, floor] = [0, 0, 0];
  for (const size of sizes) {
    const texts = Array.from({ length: size - there }, article);
    floor += await timed(() => texts.forEach((text) => wordsOf(text)));
    // The median of the chunks: what else the machine does for a while says nothing of growth.
    const chunks = await fill(project, texts);
    total += median(chunks) * chunks.length;
    there = size;
    const single: number[] = [];
    for (let nth = 0; nth < ONE_BY_ONE; nth++) single.push(await timed(() => add(project, article())));
    there += ONE_BY_ONE;
    const one = median(single);
    points.push({ size, total, floor, one });
    console.log(
      `  ${String(size).padStart(6)} articles of ${WORDS} words: ${(total / 1000).toFixed(1)} s in all, ${(total / size).toFixed(1)} ms each, ${(total / floor).toFixed(0)}× one tokenising pass; one more: median ${one.toFixed(1)} ms (n ${ONE_BY_ONE})`,
    );
  }
  const [first, last] = [points[0]!, points.at(-1)!];
  const exponent = Math.log(last.total / first.total) / Math.log(last.size / first.size);
  const ratio = last.one / first.one;
  const met = (ok: boolean) => (ok ? 'met' : 'MISSED');
  console.log(`  growth exponent ${exponent.toFixed(2)}   target ≤ 1.15: ${met(exponent <= 1.15)}`);
  console.log(
    `  one more to ${last.size} against to ${first.size}: ${ratio.toFixed(2)}×   target ≤ 2×: ${met(ratio <= 2)}`,
  );
  const echoes = await unscoped().echo.count({ where: { projectId: project.id } });
  console.log(`  ${echoes} echoes found`);
}

/** Measures and prints the row. lib/core is on the bench's database already. */
export async function echoesRow(sizes = [100, 1_000, 10_000]): Promise<void> {
  console.log('\nImport and echo search');
  await measure(sizes);
}
