import { z } from 'zod';
import { exactText, text, whole } from '@/lib/core/words';

// What an archive of a whole project is: JSON Lines in UTF-8. First a header, then table by table its columns and its rows, last a seal
// with the hash of every byte before it. Ids are numbers in the order of ids, people stand in the header: the archive of a project that
// came from an archive is the same bytes, but for what the seal says of who wrote it.

export const FORMAT = 'claimbench-archive/1';

/** A table of the archive: which of its rows go in, where not all do, and how many are read or written in one go. */
export type Kept = { name: string; batch: number; only?: string };
const kept = (names: string): Kept[] => names.split(' ').map((name) => ({ name, batch: 500 }));

/** What is in an archive, parents before what hangs on them. */
export const TABLES: readonly Kept[] = [
  ...kept('publisher'),
  // Files that nobody has made an article of are swept away: they are not yet the project's.
  { name: 'upload', batch: 1, only: 'EXISTS (SELECT FROM article_version v WHERE v.upload_id = x.id)' },
  ...kept('article'),
  { name: 'article_version', batch: 10 },
  ...kept(
    'entity entity_version alias refused_name outsider claim claim_version assessment highlight anchor tag review',
  ),
  { name: 'echo_print', batch: 10 },
  ...kept('echo echo_decision merge split distinction question answer answer_pair judgement refused_contradiction'),
  ...kept('matrix_cell grade'),
  // Views that somebody keeps for themselves are nobody else's.
  { name: 'saved_view', batch: 500, only: 'x.shared' },
  ...kept('thread thread_position comment comment_version reading'),
  ...kept('round round_item round_analyst round_span round_judgment adjudication decision decision_tag import'),
  { name: 'event', batch: 2000 },
];

/** What is not, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  member: 'who may do what is decided anew where the project comes to',
  invitation: 'addresses and secrets of people who are not there yet',
  notification: 'an inbox is its owner’s',
  draft: 'nobody has sent it',
  mute: 'a wish of one person',
  presence: 'who is there just now',
  hold: 'who is on what just now',
  export: 'it vouches for itself by the log that it was made in',
  export_job: 'work of this server',
  export_part: 'the bytes of exports',
  exported_claim: 'goes with its export',
  shared_link: 'its address leads to this server',
  webhook: 'this server calls it, with a secret of its own',
  delivery: 'goes with its webhook',
};

/** Columns that are not in it: reckoned from the others, given by the place in the file, or empty while no blind round is open. */
export const REST = ['id', 'project_id', 'blind_round_id', 'blind_for', 'judged', 'basis_hash', 'hash', 'hides', 'seq'];
/** The same of the project itself. */
export const REST_OF_PROJECT = ['id', 'head_seq', 'head_hash', 'taken_back_at'];

/** Events that tell of archives and not of the work: they stay in the log in which they happened. */
export const OF_ARCHIVES = ['project.archived', 'project.brought', 'project.taken-back', 'project.given-back'];

const sha256 = () => exactText(64).regex(/^[0-9a-f]{64}$/);
const count = whole(0, 2 ** 31 - 1);
export const header = z.strictObject({
  format: z.literal(FORMAT),
  project: z.record(exactText(100), z.unknown()),
  people: z.array(z.strictObject({ name: exactText(200).min(1), email: exactText(300) })).max(10_000),
  counts: z.record(exactText(100), count),
});
export type Header = z.output<typeof header>;
export type Person = Header['people'][number];

export const tableLine = z.strictObject({ table: exactText(100), columns: z.array(exactText(100)).max(100) });

/** Under which circumstances it was written: no part of what is hashed, since the same project gives the same hash wherever it is. */
export const seal = z.strictObject({
  sha256: sha256(),
  lines: count,
  written: z.strictObject({
    at: z.iso.datetime(),
    by: exactText(200),
    /** The log of the project that it was written from: its last event and that one’s hash. */
    seq: count,
    hash: exactText(128),
    /** The archives that this project itself came from, newest first. */
    from: z.array(sha256()).max(1000),
  }),
});
export type Seal = z.output<typeof seal>;

/** Bytes of the longest line: a file of 25 MB in base64, with room to spare. */
export const LONGEST = 40 * 1024 * 1024;

/** What goes with the file, which is the body itself. */
export const archiveInput = z.strictObject({ plan: exactText(64).optional() });

export const archiveCheck = z.object({
  plan: text(),
  sha256: text(),
  project: text(),
  rows: z.number(),
  counts: z.array(z.object({ table: text(), rows: z.number() })),
  people: z.array(z.object({ name: text(), email: text(), known: z.boolean() })),
  written: z.object({ at: text(), by: text() }),
});
export type ArchiveCheck = z.output<typeof archiveCheck>;
/** `head` is where the log of the new project stands then: whoever takes the project back says that they saw it so. */
export const broughtView = z.object({
  check: archiveCheck,
  projectId: z.uuid().nullable(),
  head: z.number().nullable(),
});
export type Brought = z.output<typeof broughtView>;

/** Until when an archive may be fetched that somebody has asked for. */
export const takenView = z.object({ projectId: z.uuid(), until: text() });
export const FETCHED_WITHIN = 10 * 60_000; // ms

/** Whether a project that came can be taken back: where its log stands, how much its lead did in it since, and in words why not. */
export const backView = z.object({ head: z.number(), since: z.number(), why: text().nullable() });
export type Back = z.output<typeof backView>;
export const backInput = z.strictObject({
  head: count.describe('Where the log of the project stood when it was decided to take it back.'),
});

/** Where a project came from; null where it was begun here. `back` is for leads. */
export const originView = z.object({
  archive: z.object({ sha256: text(), broughtBy: text(), broughtAt: text(), back: backView.nullable() }).nullable(),
});

/** What the hash of a dry run covers: the archive, and who of its people is known here. */
export const planOf = (sha256: string, known: readonly boolean[]): string =>
  `${sha256}\n${known.map((one) => (one ? 'known' : 'outside')).join('\n')}`;

/** A name for the file: letters and digits of the project’s. */
export const fileNameOf = (project: string): string =>
  `${
    project
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .toLowerCase() || 'project'
  }.archive.jsonl`;
