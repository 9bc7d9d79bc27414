import type { ReadContext } from '@/lib/core/context';
import type { QuotedRow } from '@/lib/highlights/queries';
import { visible } from '@/lib/permissions';
import type { JudgmentRow } from '@/lib/reviews/queries/dissent';
import type { CitedRow, VerdictRow } from '@/lib/reviews/queries/grounds';
import type { StoredObjection } from '@/lib/threads/queries/objections';
import { Prisma } from '@/prisma/generated/client';

// All that an export tells of a batch of claims by one statement: the rows of each table once, as JSON that the database writes, put
// together here as Prisma would answer them, so that the rooms make of them what their screens show. `= ANY (ARRAY(…))` keeps
// the planner at the indexes: it takes a list for short, and reads no table from end to end.

type Wording = Prisma.ClaimVersionGetPayload<object>;
type ClaimRow = Pick<Prisma.ClaimGetPayload<object>, 'id' | 'projectId' | 'wording' | 'createdBy'> & {
  current: Wording;
};
/** A citation with the article version that its words stand in; what speaks for it in all that rooms ask of one. */
export type CitationRow = QuotedRow &
  CitedRow & { highlight: { articleVersion: { retrievedAt: Date; pages: number[] } } };
export interface ThreadRow {
  id: string;
  claimId: string;
  outcome: 'settled' | 'agreed-to-differ';
  outcomeNote: string | null;
  closedBy: string | null;
  closedAt: string | null;
  tagId: string | null;
  positions: { holderId: string; text: string; writtenBy: string }[] | null;
}
export interface AnswerRow {
  claimId: string;
  id: string;
  text: string;
  settled: boolean;
  judgement: { text: string | null; authorId: string; createdAt: string } | null;
}
export interface ExportRows {
  claims: ClaimRow[];
  verdicts: VerdictRow[];
  tags: CitationRow[];
  objections: StoredObjection[];
  judgments: JudgmentRow[];
  threads: ThreadRow[];
  answers: AnswerRow[];
}

type Id = { id: string };
type Reference = { id: string; type: string; name: string };
type Named = Reference & { survivor: Reference | null };
type Root = { id: string; survivorId: string | null };
/** What the statement answers, table by table. */
interface Found {
  claims: ClaimRow[];
  wordings: Wording[];
  verdicts: (VerdictRow & { claimId: string; number: number })[];
  tags: (CitationRow & { speakerId: string | null; viaId: string | null })[];
  roots: Root[];
  highlights: (CitationRow['highlight'] & { articleVersionId: string })[];
  versions: (CitationRow['highlight']['articleVersion'] & Id)[];
  articles: (CitationRow['highlight']['article'] & { publisherId: string | null })[];
  publishers: { id: string; name: string }[];
  entities: Named[];
  reviews: (CitationRow['reviews'][number] & { tagId: string })[];
  judgments: JudgmentRow[];
  threads: ThreadRow[];
  objections: (StoredObjection & { claimId: string; tagId: string | null })[];
  answers: AnswerRow[];
}

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const WORDING = Object.keys(Prisma.ClaimVersionScalarFieldEnum).join(' ');
const VERDICT = 'id reviewerId verdict reason reply ledTo basis createdAt withdrawnAt claimId number';
const TAG =
  'id highlightId authorId claimId stance confidence note speakerId viaId viaOn denies implied impliedHow version contentVersion createdAt deletedAt';
const HIGHLIGHT =
  'id articleId articleVersionId start end quote prefix suffix translation translatedBy authorId version createdAt orphanedReason deletedAt';
const ARTICLE =
  'id title kind publisherId publishedFrom publishedTo publishedPrecision publishedEstimated url language retractedAt deletedAt';
const REVIEW = 'tagId id reviewerId verdict tagVersion contentVersion reply ledTo createdAt withdrawnAt';
const JUDGMENT = 'id claimId analystId band likelihood analyticConfidence rationale wording updatedAt';
const COMMENT = 'id threadId authorId text liftedAt liftedBy liftReason createdAt claimId tagId';

/**
 * Rows as one JSON text: the names of their fields, then the values of each field in the order of the rows; null where there is none. A name told
 * once and not with each of a thousand rows is half of what the database would write and hand over.
 */
function table(fields: string, rows: Prisma.Sql): Prisma.Sql {
  const names = fields.split(' ');
  const values = Prisma.raw(names.map((name) => `json_agg(x."${name}")`).join(`, ',', `));
  return Prisma.sql`(SELECT CASE WHEN count(*) > 0 THEN concat('[', ${JSON.stringify(names)}::text, ',', ${values}, ']') END FROM (${rows}) x)`;
}

/** The same of the columns of a table, or of what goes by a short name here, that are called as their fields are. */
function columns(fields: string, short: string, rest: Prisma.Sql): Prisma.Sql {
  const listed = fields.split(' ').map((field) => `${short}."${columnOf(field)}" AS "${field}"`);
  return table(fields, Prisma.sql`SELECT ${Prisma.raw(listed.join(', '))} ${rest}`);
}

/** A table as it comes from the database, row by row. */
function rowsOf<R>(text: string | null | undefined): R[] {
  if (!text) return [];
  const [names, ...values] = JSON.parse(text) as [string[], ...unknown[][]];
  return values[0]!.map((_, at) => {
    const row: Record<string, unknown> = {};
    for (const [nth, name] of names.entries()) row[name] = values[nth]![at];
    return row as R;
  });
}

type Seen = (name: string) => Prisma.Sql;
const seenBy =
  (ctx: ReadContext): Seen =>
  (name) =>
    Prisma.sql`${Prisma.raw(name)}.project_id = ANY (${visible(ctx).projectId.in}::uuid[])`;

const RESTED_ON = Prisma.sql`UNION SELECT (one->>'tagId')::uuid FROM v, jsonb_array_elements(v.basis->'citations') AS one
  WHERE v.verdict = 'accept' AND v.withdrawn_at IS NULL`;

/**
 * The rows by short names: claims `c`, with what was merged into them `f`, their wordings `w`, the verdicts on them `v`, citations `t` with those that
 * verdicts rest on, their highlights `h` and articles `a`; of the claims' own citations alone where they are (`own`), and the threads `th`.
 */
const named = (seen: Seen, ids: readonly string[], whole: boolean): Prisma.Sql =>
  Prisma.sql`
    WITH c AS MATERIALIZED (SELECT * FROM claim c WHERE c.id = ANY (${ids}::uuid[]) AND c.deleted_at IS NULL AND ${seen('c')}),
    f AS MATERIALIZED (SELECT id, coalesce(survivor_id, id) AS root FROM claim f
      WHERE (f.id = ANY (${ids}::uuid[]) OR f.survivor_id = ANY (${ids}::uuid[])) AND ${seen('f')}),
    v AS MATERIALIZED (SELECT r.*, w.claim_id, w.number FROM claim_version w JOIN review r ON r.claim_version_id = w.id
      WHERE w.claim_id = ANY (ARRAY(SELECT id FROM c)) AND ${seen('r')}),
    t AS MATERIALIZED (SELECT * FROM tag t WHERE t.id = ANY (ARRAY(
        SELECT id FROM tag WHERE claim_id = ANY (ARRAY(SELECT id FROM f)) ${whole ? RESTED_ON : Prisma.empty})) AND t.claim_id IS NOT NULL AND ${seen('t')}),
    h AS MATERIALIZED (SELECT * FROM highlight h WHERE h.id = ANY (ARRAY(SELECT highlight_id FROM t))),
    a AS MATERIALIZED (SELECT * FROM article a WHERE a.id = ANY (ARRAY(SELECT article_id FROM h))),
    w AS MATERIALIZED (SELECT w.* FROM claim_version w JOIN c ON c.id = w.claim_id AND c.wording = w.number
      WHERE w.claim_id = ANY (ARRAY(SELECT id FROM c))),
    own AS MATERIALIZED (SELECT t.id, t.deleted_at, f.root, h.deleted_at IS NULL AND a.deleted_at IS NULL AS there
      FROM t JOIN f ON f.id = t.claim_id LEFT JOIN h ON h.id = t.highlight_id LEFT JOIN a ON a.id = h.article_id),
    th AS MATERIALIZED (SELECT th.*, f.root, true AS there FROM f JOIN thread th ON th.claim_id = f.id WHERE ${seen('th')}
      UNION ALL SELECT th.*, own.root, own.there FROM own JOIN thread th ON th.tag_id = own.id WHERE own.deleted_at IS NULL AND ${seen('th')})`;

/** What is cited for claims. */
const citedOf = (seen: Seen, whole: boolean): Prisma.Sql => Prisma.sql`
    ${columns('id projectId wording createdBy', 'c', Prisma.sql`FROM c ORDER BY id`)} AS claims,
    ${columns(whole ? WORDING : 'claimId statement', 'w', Prisma.sql`FROM w`)} AS wordings,
    ${columns(TAG, 't', Prisma.sql`FROM t ORDER BY t.id`)} AS tags,
    ${columns('id survivorId', 'r', Prisma.sql`FROM claim r WHERE r.id = ANY (ARRAY(SELECT claim_id FROM t))`)} AS roots,
    ${columns(HIGHLIGHT, 'h', Prisma.sql`FROM h`)} AS highlights,
    ${columns('id number sha256 retrievedAt pages', 'v', Prisma.sql`FROM article_version v WHERE v.id = ANY (ARRAY(SELECT article_version_id FROM h))`)} AS versions,
    ${columns(ARTICLE, 'a', Prisma.sql`FROM a`)} AS articles,
    ${columns('id name', 'p', Prisma.sql`FROM publisher p WHERE p.id = ANY (ARRAY(SELECT publisher_id FROM a UNION SELECT via_id FROM t))`)} AS publishers,
    ${table(
      'id type name survivor',
      Prisma.sql`SELECT e.id, e.type, e.name, CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'type', s.type, 'name', s.name) END AS survivor
        FROM entity e LEFT JOIN entity s ON s.id = e.survivor_id WHERE e.id = ANY (ARRAY(
          SELECT speaker_id FROM t UNION SELECT subject_id FROM w UNION SELECT object_id FROM w UNION SELECT place_id FROM w))`,
    )} AS entities,
    ${columns(
      REVIEW,
      'r',
      Prisma.sql`FROM review r
        WHERE r.tag_id = ANY (ARRAY(SELECT id FROM t)) AND r.withdrawn_at IS NULL AND ${seen('r')} ORDER BY r.created_at, r.id`,
    )} AS reviews`;

/** What is said of claims beside that. */
const toldOf = (seen: Seen): Prisma.Sql => Prisma.sql`,
    ${columns(VERDICT, 'v', Prisma.sql`FROM v ORDER BY v.created_at, v.id`)} AS verdicts,
    ${columns(
      JUDGMENT,
      'j',
      Prisma.sql`FROM assessment j WHERE j.claim_id = ANY (ARRAY(SELECT id FROM c)) AND ${seen('j')} ORDER BY j.updated_at, j.id`,
    )} AS judgments,
    ${table(
      'id claimId outcome outcomeNote closedBy closedAt tagId positions',
      Prisma.sql`SELECT th.id, th.root AS "claimId", th.outcome, th.outcome_note AS "outcomeNote", th.closed_by AS "closedBy", th.closed_at AS "closedAt",
          th.tag_id AS "tagId",
          (SELECT json_agg(json_build_object('holderId', p.holder_id, 'text', p.text, 'writtenBy', p.written_by))
            FROM thread_position p WHERE p.thread_id = th.id) AS positions
        FROM th WHERE th.outcome IN ('settled', 'agreed-to-differ')`,
    )} AS threads,
    ${columns(
      COMMENT,
      'm',
      Prisma.sql`FROM (SELECT m.*, th.root AS claim_id, th.tag_id, th.there FROM th JOIN comment m ON m.thread_id = th.id) m
        WHERE m.there AND m.blocks_approval AND m.deleted_at IS NULL AND ${seen('m')} ORDER BY m.created_at, m.id`,
    )} AS objections,
    ${table(
      'claimId id text settled judgement',
      Prisma.sql`SELECT DISTINCT ON (f.root, q.id) f.root AS "claimId", q.id, q.text, q.settled_at IS NOT NULL AS settled,
          (SELECT json_build_object('text', g.text, 'authorId', g.author_id, 'createdAt', g.created_at) FROM judgement g
            WHERE g.question_id = q.id ORDER BY g.number DESC LIMIT 1) AS judgement
        FROM f JOIN answer n ON n.claim_id = f.id AND n.deleted_at IS NULL JOIN question q ON q.id = n.question_id AND q.deleted_at IS NULL`,
    )} AS answers`;

function statement(ctx: ReadContext, ids: readonly string[], whole: boolean): Prisma.Sql {
  const seen = seenBy(ctx);
  return Prisma.sql`${named(seen, ids, whole)} SELECT ${citedOf(seen, whole)} ${whole ? toldOf(seen) : Prisma.empty}`;
}

const byId = <R extends Id>(rows: readonly R[]) => {
  const found = new Map(rows.map((row) => [row.id, row]));
  return (id: string | null) => (id === null ? null : (found.get(id) ?? null));
};

/** Days and moments, which JSON has as text, are dates again. */
function date<R>(row: R, ...fields: (keyof R)[]): R {
  const values = row as Record<keyof R, unknown>;
  for (const field of fields) if (values[field]) values[field] = new Date(values[field] as string);
  return row;
}
const DAYS = [
  ...([
    'valueFrom',
    'valueTo',
    'periodFrom',
    'periodFromLatest',
    'periodToEarliest',
    'periodTo',
    'periodSaidOn',
  ] as const),
  'createdAt' as const,
];

/** The database's names of values that have a dash in them, as the code spells them. */
const SPELT: Record<string, string> = { 'needs-work': 'needsWork', 'interview-note': 'interview' };
const spelt = <T extends string>(value: T): T => (SPELT[value] ?? value) as T;

function highlightsOf(found: Found) {
  const publisher = byId(found.publishers);
  const version = byId(found.versions.map((row) => date(row, 'retrievedAt')));
  const articles = found.articles.map((row) => {
    date(row, 'publishedFrom', 'publishedTo', 'retractedAt', 'deletedAt');
    const own = publisher(row.publisherId);
    return Object.assign(row, { kind: spelt(row.kind), publisher: own && { ...own, grades: [] } });
  });
  const article = byId(articles);
  for (const row of found.highlights) {
    date(row, 'createdAt', 'deletedAt');
    row.article = article(row.articleId)!;
    row.articleVersion = version(row.articleVersionId)!;
    row.threads = [];
  }
  return byId(found.highlights);
}

const NONE: CitationRow['reviews'] = [];
function reviewsOf(found: Found) {
  const groups = new Map<string, CitationRow['reviews']>();
  for (const row of found.reviews) {
    date(row, 'createdAt', 'withdrawnAt').verdict = spelt(row.verdict);
    const group = groups.get(row.tagId);
    if (group) group.push(row);
    else groups.set(row.tagId, [row]);
  }
  return (id: string) => groups.get(id) ?? NONE;
}

/** Citations whose words are to be had, filled in where they stand. */
function tagsOf(found: Found): CitationRow[] {
  const highlight = highlightsOf(found);
  const reviews = reviewsOf(found);
  const [entity, publisher, root] = [byId(found.entities), byId(found.publishers), byId(found.roots)];
  return found.tags.flatMap((tag) => {
    const own = highlight(tag.highlightId);
    const claim = root(tag.claimId);
    if (!own || !claim) return [];
    const said = { status: 'approved' as const, current: { statement: '' } };
    return Object.assign(date(tag, 'createdAt', 'deletedAt', 'viaOn'), {
      highlight: own,
      entity: null,
      speaker: entity(tag.speakerId),
      via: publisher(tag.viaId),
      claim: { ...claim, ...said, survivor: claim.survivorId ? { id: claim.survivorId, ...said } : null },
      reviews: reviews(tag.id),
      threads: [],
    });
  });
}

/** Tables by their names, as the database wrote them. */
export type Told = Readonly<Record<keyof Found, string | null | undefined>>;

/** The rows of all that an export tells of these claims; unless `whole` of their citations alone. As text: many of them are read ahead. */
export async function askRows(ctx: ReadContext, ids: readonly string[], whole: boolean): Promise<Told> {
  const [told] = await ctx.db.$queryRaw<Told[]>(statement(ctx, ids, whole));
  return told!;
}

/** Of the claims that were asked for those that are there, with these rows, and whom an id of an entity means. */
export function rowsIn(told: Told) {
  const found: Found = {
    claims: rowsOf(told.claims),
    wordings: rowsOf(told.wordings),
    verdicts: rowsOf(told.verdicts),
    tags: rowsOf(told.tags),
    roots: rowsOf(told.roots),
    highlights: rowsOf(told.highlights),
    versions: rowsOf(told.versions),
    articles: rowsOf(told.articles),
    publishers: rowsOf(told.publishers),
    entities: rowsOf(told.entities),
    reviews: rowsOf(told.reviews),
    judgments: rowsOf(told.judgments),
    threads: rowsOf(told.threads),
    objections: rowsOf(told.objections),
    answers: rowsOf(told.answers),
  };
  const wordings = new Map(found.wordings.map((row) => [row.claimId, date(row, ...DAYS)]));
  const rows: ExportRows = {
    claims: found.claims.map((row) => ({ ...row, current: wordings.get(row.id)! })),
    verdicts: found.verdicts.map((row) => {
      const { claimId, number } = row;
      return Object.assign(date(row, 'createdAt', 'withdrawnAt'), {
        verdict: spelt(row.verdict),
        claimVersion: { claimId, number },
      });
    }),
    tags: tagsOf(found),
    objections: found.objections.map((row) => {
      const thread = { claim: { id: row.claimId, survivorId: null }, tagId: row.tagId, tag: null };
      return Object.assign(date(row, 'createdAt', 'liftedAt'), { thread });
    }),
    judgments: found.judgments.map((row) => date(row, 'updatedAt')),
    threads: found.threads,
    answers: found.answers,
  };
  const entity = byId(found.entities);
  return { rows, entity };
}
