import type { Browser } from '@playwright/test';
import pg from 'pg';
import { asScript, demoProject, personIn } from '@/e2e/support/people';
import { served } from '@/e2e/support/served';
import { bringIn, makeEntity, spanOf, type Brought } from '@/e2e/support/work';
import { rawSave, type Place } from './raw-save';
import { namingFunctions } from './reader-page';
import { saveAtServer } from './save-at-server';
import { saveToPaint } from './save-to-paint';
import { tagByKeyboard } from './tag-by-keys';

// The rows of saving a highlight and of tagging by keyboard, on articles of 100,000 characters: one that is empty, one with a thousand highlights.

const NAME = 'Velkan Orda';
const LETTERS = 100_000;
const HIGHLIGHTS = 1_000;

/** Text that is the same in every run: paragraphs of 300 to 900 characters, the name in the middle of each. */
function writtenText(): string {
  let state = 20_261_123;
  const next = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  const word = () => Array.from({ length: 2 + next(8) }, () => 'aeioustrnlmdk'[next(13)]).join('');
  const words = (letters: number) => {
    const some = [word()];
    while (some.join(' ').length < letters) some.push(word());
    return some.join(' ');
  };
  const paragraphs: string[] = [];
  for (let length = 0; length < LETTERS; length += paragraphs.at(-1)!.length)
    paragraphs.push(`${words(150 + next(300))} ${NAME} ${words(150 + next(300))}.`);
  return paragraphs.join('\n\n');
}

async function placeOf(db: pg.Client, article: Brought, entityId: string): Promise<Place> {
  const { rows } = await db.query<Omit<Place, 'entityId'>>(
    `SELECT project_id AS "projectId", article_id AS "articleId", id AS "versionId", created_by AS "userId"
     FROM article_version WHERE article_id = $1`,
    [article.id],
  );
  return { ...rows[0]!, entityId };
}

/** Highlights all over the article, evenly, as if others had been at work. */
async function annotate(db: pg.Client, place: Place, text: string) {
  for (let nth = 0; nth < HIGHLIGHTS; nth += 1) {
    const start = Math.floor((text.length / HIGHLIGHTS) * nth);
    const [end, about] = [start + 5 + ((nth * 7) % 55), { prefix: '', suffix: '' }];
    await rawSave(db, place, { start, end, quote: text.slice(start, end), ...about }, '{}');
  }
}

/** Measures and prints the rows of saving. */
export async function savingRows(browser: Browser): Promise<void> {
  const { context } = await personIn(browser, 'Ines');
  const { database, addresses } = served();
  await namingFunctions(context);
  const script = asScript(context);
  const page = context.pages()[0]!;
  // An open page follows the log and asks again after every write: nobody watches while the server is measured.
  await page.goto('about:blank');
  const projectId = await demoProject(context);
  const { id: entityId } = await makeEntity(script, projectId, 'person', NAME);
  const text = writtenText();
  const plain = await bringIn(script, projectId, 'For the server', text);
  const full = await bringIn(script, projectId, 'For the reader', `${text}\n\nThe end.`);
  const db = new pg.Client({ connectionString: database });
  await db.connect();
  try {
    await annotate(db, await placeOf(db, full, entityId), full.text);
    await db.query('ANALYZE');
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const words = { ...spanOf(text, NAME), quote: NAME, prefix: '', suffix: '' };
    await saveAtServer({ address: addresses[0], cookie }, database, await placeOf(db, plain, entityId), words);
  } finally {
    await db.end();
  }
  await saveToPaint(page, projectId, full, NAME);
  await tagByKeyboard(page, script, projectId);
  await context.close();
}
