import type pg from 'pg';
import { printsOf } from '@/lib/echoing/prints';
import { wordsOf } from '@/lib/echoing/words';
import type { Finding } from './finding';

type Current = { article: string; version: string; text: string };
type Side = { id: string; start: number; end: number; quote: string };

const SIDES = `SELECT id, a_start AS start, a_end AS "end", a_quote AS quote FROM echo WHERE a_version_id = $1
  UNION ALL SELECT id, b_start, b_end, b_quote FROM echo WHERE b_version_id = $1`;

async function faultsOf(db: pg.ClientBase, { article, version, text }: Current): Promise<string[]> {
  const { rows: kept } = await db.query<{ version: string; prints: string[] }>(
    'SELECT article_version_id AS version, prints FROM echo_print WHERE article_id = $1',
    [article],
  );
  const prints = new Set(printsOf(wordsOf(text)).map(String));
  const own = kept[0];
  if (own?.version !== version) return [`article ${article}: its current text was not searched for echoes`];
  const same = own.prints.length === prints.size && own.prints.every((print) => prints.has(print));
  return same ? [] : [`article ${article}: it is looked up by other prints than its text has`];
}

/** Every current text was searched for echoes and is found by its own prints, and both sides of every echo are slices. */
export async function verifyEchoes(db: pg.ClientBase): Promise<Finding> {
  const { rows: ids } = await db.query<{ id: string }>('SELECT id FROM article_version ORDER BY id');
  const faults: string[] = [];
  let sides = 0;
  for (const { id } of ids) {
    const { rows: current } = await db.query<Current & { now: boolean }>(
      `SELECT a.id AS article, v.id AS version, v.text, a.current_number = v.number AS now
       FROM article_version v JOIN article a ON a.id = v.article_id WHERE v.id = $1`,
      [id],
    );
    const { rows: spans } = await db.query<Side>(SIDES, [id]);
    sides += spans.length;
    for (const one of current) {
      if (one.now) faults.push(...(await faultsOf(db, one)));
      for (const { id: echo, start, end, quote } of spans)
        if (one.text.slice(start, end) !== quote)
          faults.push(`echo ${echo}: its quote is not what stands at ${start}–${end}`);
    }
  }
  const { rows: undecided } = await db.query<{ id: string }>(
    `SELECT e.id FROM echo e LEFT JOIN LATERAL (SELECT d.decision, d.from_id FROM echo_decision d WHERE d.echo_id = e.id
       ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) last ON true
     WHERE e.decision IS DISTINCT FROM last.decision OR e.from_id IS DISTINCT FROM last.from_id ORDER BY e.id`,
  );
  faults.push(...undecided.map(({ id }) => `echo ${id}: it is not as it was last decided`));
  return { looked: `${ids.length} texts, ${sides / 2} echoes`, faults };
}
