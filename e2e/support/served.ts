import { readFileSync } from 'node:fs';

/** One of the demo's people, as the seed made them for this run. */
export type Account = { name: string; email: string; role: string; password: string; link: string };

/** What the global set-up of the stories made. */
export type Served = {
  /** Addresses of two instances on one database. */
  addresses: [string, string];
  /** The demo's accounts with their passwords; each `link` signs in once. */
  accounts: Account[];
  /** The address of the database. */
  database: string;
  /** A file in which the servers note every connection to another machine, one a line: empty when there was none. */
  outgoing: string;
};

/** Reads it; null outside a run. */
export function servedIf(): Served | null {
  const file = process.env.CLAIMBENCH_SERVED;
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as Served) : null;
}

/** Reads it; throws outside a run. */
export function served(): Served {
  const found = servedIf();
  if (!found) throw new Error('The stories need the global set-up of playwright.config.ts.');
  return found;
}
