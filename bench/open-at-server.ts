import type { Browser } from '@playwright/test';
import pg from 'pg';
import { longArticle, memberIds, putHighlights } from '@/e2e/support/bulk';
import { asScript, demoProject, personIn } from '@/e2e/support/people';
import { served } from '@/e2e/support/served';
import { bringIn, makeEntity } from '@/e2e/support/work';
import { lineOf, verdictOf, type Rounds } from './figures';

// "Open an article, server part": what the reader asks the server for, against the same rows selected by `pg` and made JSON of.

const SIZES = [
  { letters: 100_000, highlights: 1_000 },
  { letters: 1_000_000, highlights: 10_000 },
];
const EACH = 3;
const WARM = 1;
const FIRST = 300;
const REST = 2500;

type Page = { items: unknown[]; nextCursor: string | null };

/** What the reader does when it opens: the article, its text, the first highlights and then the rest. */
async function asReader(address: string, cookie: string, articleId: string): Promise<number> {
  const ask = async (path: string) => {
    const answer = await fetch(`${address}/api/v1/articles/${articleId}${path}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  };
  await Promise.all([ask(''), ask('/text')]);
  let count = 0;
  for (let cursor: string | null = '', limit = FIRST; cursor !== null; limit = REST) {
    const page = JSON.parse(await ask(`/highlights?limit=${limit}${cursor && `&cursor=${cursor}`}`)) as Page;
    count += page.items.length;
    cursor = page.nextCursor;
  }
  return count;
}

/** The same rows, one statement a table, and the text of the answer. */
async function byHand(db: pg.Client, articleId: string): Promise<number> {
  const of = async (text: string) => (await db.query<Record<string, unknown>>(text, [articleId])).rows;
  const [article] = await of('SELECT * FROM article WHERE id = $1');
  const [version] = await of('SELECT * FROM article_version WHERE article_id = $1 ORDER BY number DESC LIMIT 1');
  const highlights = await of(
    'SELECT * FROM highlight WHERE article_id = $1 AND deleted_at IS NULL ORDER BY start, "end" DESC, id',
  );
  const tags = await of(
    'SELECT t.* FROM tag t JOIN highlight h ON h.id = t.highlight_id WHERE h.article_id = $1 AND t.deleted_at IS NULL',
  );
  const entities = await of(
    'SELECT DISTINCT e.id, e.type, e.name FROM entity e JOIN tag t ON t.entity_id = e.id JOIN highlight h ON h.id = t.highlight_id WHERE h.article_id = $1',
  );
  const reviews = await of(
    'SELECT r.* FROM review r JOIN tag t ON t.id = r.tag_id JOIN highlight h ON h.id = t.highlight_id WHERE h.article_id = $1 AND r.withdrawn_at IS NULL',
  );
  JSON.stringify({ article, version, highlights, tags, entities, reviews });
  return highlights.length;
}

async function timed(work: () => Promise<number>, expected: number): Promise<number[]> {
  const times: number[] = [];
  for (let left = EACH; left > 0; left -= 1) {
    const began = performance.now();
    const count = await work();
    times.push(performance.now() - began);
    if (count !== expected) throw new Error(`${count} highlights came, ${expected} are there.`);
  }
  return times;
}

/** Measures and prints the row. */
export async function openingRow(browser: Browser, rounds: number): Promise<void> {
  const { context } = await personIn(browser, 'Ines');
  await context.pages()[0]!.goto('about:blank');
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const script = asScript(context);
  const projectId = await demoProject(context);
  const { database, addresses } = served();
  const { id: entityId } = await makeEntity(script, projectId, 'place', 'Opened');
  const authors = await memberIds(database, ['Ines', 'Tomasz']);
  const db = new pg.Client({ connectionString: database });
  await db.connect();
  try {
    for (const { letters, highlights } of SIZES) {
      const { text, spots } = longArticle(letters, highlights, 'Velkan Orda');
      const article = await bringIn(script, projectId, `Opened ${letters}`, `${text}\nOpened.`);
      await putHighlights(database, article, spots, { entityIds: [entityId], authors });
      const [product, floor]: [Rounds, Rounds] = [[], []];
      for (let round = -WARM; round < rounds; round += 1) {
        const own = await timed(() => asReader(addresses[0], cookie, article.id), highlights);
        const raw = await timed(() => byHand(db, article.id), highlights);
        if (round < 0) continue;
        product.push(own);
        floor.push(raw);
      }
      console.log(`\nOpen an article, server part, ${letters} characters with ${highlights} highlights`);
      console.log(lineOf('first question to last answer', product));
      console.log(lineOf('floor: the same rows by pg', floor));
      console.log(verdictOf('median', product, floor, 0.5, 3));
    }
  } finally {
    await db.end();
    await context.close();
  }
}
