import { createHash } from 'node:crypto';
import type pg from 'pg';
import { wellFormed } from '@/lib/core/words';
import type { Finding } from './finding';

type Version = { id: string; text: string; sha256: string; length: number };
type Anchor = { id: string; start: number; end: number; quote: string; prefix: string; suffix: string };

function faultsOf({ id, text, sha256, length }: Version): string[] {
  const bytes = createHash('sha256').update(text, 'utf8').digest('hex');
  return [
    ...(bytes === sha256 ? [] : [`article version ${id}: its text is not that of its hash`]),
    ...(text.length === length ? [] : [`article version ${id}: it has ${text.length} UTF-16 units, not ${length}`]),
    ...(wellFormed(text) ? [] : [`article version ${id}: it holds a NUL or half a character`]),
  ];
}

function misplaced(text: string, { id, start, end, quote, prefix, suffix }: Anchor): string[] {
  const around = text.slice(Math.max(0, start - prefix.length), start) + text.slice(end, end + suffix.length);
  return [
    ...(text.slice(start, end) === quote ? [] : [`highlight ${id}: its quote is not what stands at ${start}–${end}`]),
    ...(around === prefix + suffix ? [] : [`highlight ${id}: other words stand around it than it says`]),
  ];
}

/** Every article version has its hash and length, and every highlight is the slice of the version that it stands on. */
export async function verifyTexts(db: pg.ClientBase): Promise<Finding> {
  const { rows: ids } = await db.query<{ id: string }>('SELECT id FROM article_version ORDER BY id');
  const faults: string[] = [];
  let anchors = 0;
  // One text at a time: a project may hold more than fits into memory.
  for (const { id } of ids) {
    const { rows: versions } = await db.query<Version>(
      'SELECT id, text, sha256, length FROM article_version WHERE id = $1',
      [id],
    );
    const { rows: highlights } = await db.query<Anchor>(
      'SELECT id, start, "end", quote, prefix, suffix FROM highlight WHERE article_version_id = $1 ORDER BY start, id',
      [id],
    );
    const { rows: stood } = await db.query<Anchor>(
      `SELECT highlight_id AS id, start, "end", quote, '' AS prefix, '' AS suffix FROM anchor WHERE article_version_id = $1
       ORDER BY start, id`,
      [id],
    );
    highlights.push(...stood);
    for (const version of versions) {
      faults.push(...faultsOf(version), ...highlights.flatMap((highlight) => misplaced(version.text, highlight)));
      anchors += highlights.length;
    }
  }
  return { looked: `${ids.length} article versions, ${anchors} highlights`, faults };
}
