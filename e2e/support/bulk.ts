import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Brought } from './work';

// Long articles with many highlights, the same in every run, put in as rows: by the door ten thousand take minutes.

export type Spot = { start: number; end: number };
export type Long = { text: string; spots: Spot[] };

/** A sequence of whole numbers that is the same for the same seed. */
function sequence(seed: number) {
  let state = seed;
  return (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
}

/** Words of no language, at least so many letters. */
function wordsOf(next: (below: number) => number, letters: number): string {
  const words: string[] = [];
  for (let length = 0; length < letters; length += words.at(-1)!.length + 1)
    words.push(Array.from({ length: 2 + next(8) }, () => 'aeioustrnlmdk'[next(13)]).join(''));
  return words.join(' ');
}

/**
 * Exactly so many letters in paragraphs of 300 to 900, with a blank line between, and so many spans in it of 5 to 60 letters: every
 * seventh overlaps the one before, and a few have 300. The `name` stands in it about 24 times, never in a span.
 * Another `nth` is another text.
 */
export function longArticle(letters: number, highlights: number, name: string, nth = 0): Long {
  const next = sequence(20_261_127 + letters + nth);
  const pieces: string[] = [];
  let [length, named] = [0, 0];
  while (length < letters) {
    const wanted = length >= (named * letters) / 24;
    named += wanted ? 1 : 0;
    const before = wordsOf(next, 150 + next(300));
    const piece = `${before}${wanted ? ` ${name}` : ''} ${wordsOf(next, 150 + next(300))}.\n\n`;
    pieces.push(piece);
    length += piece.length;
  }
  const text = `${pieces.join('').slice(0, letters - 1)}.`;
  return { text, spots: spotsIn(text, highlights, name, next) };
}

function spotsIn(text: string, count: number, name: string, next: (below: number) => number): Spot[] {
  const spots: Spot[] = [];
  const clear = ({ start, end }: Spot) => !text.slice(start - name.length, end + name.length).includes(name);
  const step = text.length / count;
  for (let nth = 0; spots.length < count; nth += 1) {
    const before = spots.at(-1);
    const overlaps = nth % 7 === 6 && before;
    const start = overlaps ? before.start + Math.max(1, (before.end - before.start) >> 1) : Math.floor(step * nth);
    const end = start + (nth % 100 === 50 ? 300 : 5 + next(55));
    const spot = { start: start % (text.length - 400), end: (start % (text.length - 400)) + (end - start) };
    if (clear(spot)) spots.push(spot);
  }
  return spots;
}

/** Highlights with a tag each, on the current version of an article, by these authors and of these entities in turn. */
export async function putHighlights(
  database: string,
  { id, text }: Brought,
  spots: readonly Spot[],
  { entityIds, authors }: { entityIds: string[]; authors: string[] },
): Promise<void> {
  const db = new pg.Client({ connectionString: database });
  await db.connect();
  try {
    const rows = spots.map(({ start, end }, nth) => ({
      id: randomUUID(),
      tag: randomUUID(),
      start,
      end,
      quote: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
      author: authors[nth % authors.length]!,
      entity: entityIds[nth % entityIds.length]!,
    }));
    await db.query('BEGIN');
    await db.query(
      `WITH row AS (SELECT * FROM jsonb_to_recordset($2) AS row
         (id uuid, start int, "end" int, quote text, prefix text, suffix text, author uuid))
       INSERT INTO highlight (id, project_id, article_id, article_version_id, start, "end", quote, prefix, suffix, author_id, created_at)
       SELECT row.id, v.project_id, v.article_id, v.id, row.start, row."end", row.quote, row.prefix, row.suffix, row.author, now()
       FROM row JOIN article_version v ON v.article_id = $1`,
      [id, JSON.stringify(rows)],
    );
    await db.query(
      `INSERT INTO tag (id, project_id, highlight_id, author_id, entity_id, confidence, created_at, updated_at)
       SELECT row.tag, h.project_id, h.id, h.author_id, row.entity, 80, now(), now()
       FROM jsonb_to_recordset($1) AS row (id uuid, tag uuid, entity uuid) JOIN highlight h ON h.id = row.id`,
      [JSON.stringify(rows)],
    );
    await db.query('COMMIT');
    await db.query('ANALYZE highlight, tag');
  } finally {
    await db.end();
  }
}

/** The members of a project whose names begin so. */
export async function memberIds(database: string, names: string[]): Promise<string[]> {
  const db = new pg.Client({ connectionString: database });
  await db.connect();
  try {
    const { rows } = await db.query<{ id: string; name: string }>('SELECT id, name FROM "user"');
    return names.map((name) => rows.find((row) => row.name.startsWith(name))!.id);
  } finally {
    await db.end();
  }
}

/** Draft claims of a project, so many that what is left out is much. */
export async function putDrafts(database: string, project: string, count: number): Promise<void> {
  const db = new pg.Client({ connectionString: database });
  await db.connect();
  try {
    await db.query(
      `WITH made AS (SELECT gen_random_uuid() AS id, n, p.created_by AS by FROM project p, generate_series(1, $2::int) AS n WHERE p.id = $1),
         claims AS (INSERT INTO claim (id, project_id, status, created_by, created_at, updated_at)
           SELECT id, $1, 'draft', by, now(), now() FROM made)
       INSERT INTO claim_version (id, project_id, claim_id, number, statement, author_id, creator_id, created_at)
       SELECT gen_random_uuid(), $1, id, 1, 'Entry ' || n || ' was never paid.', by, by, now() FROM made`,
      [project, count],
    );
    await db.query('ANALYZE claim, claim_version');
  } finally {
    await db.end();
  }
}

/** An export in the midst of its making, by a server that is not heard of for a minute yet: `who` asked for it. */
export async function putMaking(database: string, project: string, who: string): Promise<void> {
  const db = new pg.Client({ connectionString: database });
  await db.connect();
  try {
    await db.query(
      `INSERT INTO export_job (id, project_id, format, filter, state, claims, total, attempt, lease_until, created_by, created_at)
       SELECT gen_random_uuid(), $1, 'csv', '{}', 'running', 2100, 5000, 1, now() + interval '1 minute', u.id, now()
       FROM member m JOIN "user" u ON u.id = m.user_id WHERE m.project_id = $1 AND u.name LIKE $2 || '%'`,
      [project, who],
    );
  } finally {
    await db.end();
  }
}

/** As if the time of these tokens were over: nobody waits for the shortest, of a day. */
export async function endTokens(database: string, name: string): Promise<void> {
  const db = new pg.Client({ connectionString: database });
  await db.connect();
  try {
    await db.query(
      `UPDATE token SET created_at = created_at - interval '400 days', expires_at = now() - interval '1 hour' WHERE name = $1`,
      [name],
    );
  } finally {
    await db.end();
  }
}
