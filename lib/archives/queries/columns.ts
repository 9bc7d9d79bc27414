import type { Db } from '@/lib/core/context';
import { REST, REST_OF_PROJECT, TABLES } from '../archive';
import type { Column } from '../naming';

/** The columns that an archive has of each of its tables and of the project, by their names in order. */
export async function columnsOf(db: Pick<Db, '$queryRaw'>): Promise<Map<string, Column[]>> {
  const tables = [...TABLES.map(({ name }) => name), 'project'];
  const rows = await db.$queryRaw<(Column & { table: string })[]>`
    SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, NULL) AS type
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY (${tables}) ORDER BY c.relname, a.attname COLLATE "C"`;
  const columns = new Map<string, Column[]>(tables.map((table) => [table, []]));
  for (const { table, name, type } of rows)
    if (!(table === 'project' ? REST_OF_PROJECT : REST).includes(name)) columns.get(table)!.push({ name, type });
  return columns;
}

/** How a column is asked for, so that JSON holds all of it. */
const asked = ({ name, type }: Column): string => {
  const column = `x."${name}"`;
  if (type === 'bigint') return `${column}::text`;
  if (type === 'bigint[]') return `${column}::text[]`;
  if (type === 'bytea') return `translate(encode(${column}, 'base64'), E'\\n', '')`;
  if (type.startsWith('timestamp')) return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return column;
};

/** An expression for a row as JSON, of the table that is called x. */
export const rowAsked = (columns: readonly Column[]): string =>
  `json_build_object(${columns.map((column) => `'${column.name}', ${asked(column)}`).join(', ')})::text`;
