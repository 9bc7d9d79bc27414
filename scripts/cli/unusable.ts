const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'there is no such host',
  ETIMEDOUT: 'no answer',
  CONNECT_TIMEOUT: 'no answer',
  EHOSTUNREACH: 'no route to it',
  ENETUNREACH: 'no route to it',
  ECONNRESET: 'it closed the connection',
  P1001: 'it cannot be reached',
  P1002: 'no answer',
  P1000: 'wrong name or password',
  '28P01': 'wrong password',
  28000: 'it does not let this name in',
  P1003: 'there is no such database',
  '3D000': 'there is no such database',
  53300: 'it has no connection left',
};
const NOT_PREPARED = /^(42P01|42703|42883|3F000|P2021|P2022)$/; // no such table, column, function or schema
const NOT_OWNER = '42501';

type Thrown = {
  code?: string;
  errors?: { code?: string }[];
  meta?: { driverAdapterError?: { cause?: { originalCode?: string; kind?: string } } };
};

/** What keeps the command line from using the database that it was given, in one line without the password; null for any other error. */
export function unusable(error: unknown, url: string): string | null {
  if (!url) return null; // it was given none: what went wrong is something else
  const { code, errors, meta } = error as Thrown;
  const codes = [meta?.driverAdapterError?.cause?.originalCode, code, errors?.[0]?.code];
  const { host, pathname, username } = new URL(url);
  const database = decodeURIComponent(pathname.slice(1));
  const reason = codes.map((one) => REASONS[one ?? '']).find(Boolean);
  if (reason) return `Cannot use the database ${database} at ${host} as ${username} (DATABASE_URL): ${reason}.`;
  if (codes.some((one) => NOT_PREPARED.test(one ?? '')))
    return `The database ${database} at ${host} is not prepared for this version: run node scripts/migrate.mjs with the same DATABASE_URL first.`;
  if (codes.includes(NOT_OWNER))
    return `${username} may not do this in the database ${database} at ${host}: use the role that owns its tables, the one that node scripts/migrate.mjs ran as.`;
  return null;
}
