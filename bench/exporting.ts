import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import postgres from 'postgres';
import type { Actor } from '@/lib/core/context';
import { read, snapshot, unscoped } from '@/lib/core/db';
import { makeExport } from '@/lib/exports/commands';
import { exportFormats, type ExportFormat } from '@/lib/exports/export-formats';
import { makeWaiting } from '@/lib/exports/jobs';
import { findExportJob } from '@/lib/exports/queries/export-jobs';
import { openParts } from '@/lib/exports/queries/parts';
import { openExport } from '@/lib/exports/queries/snapshot';
import '@/lib/reactions';
import { fileInParts } from '@/lib/exports/steps/file-parts';
import { fileSpool } from '@/lib/exports/steps/spool';
import { writers } from '@/lib/exports/writers';

// "Export of many approved claims": read batch by batch in the app's role, written, and counted instead of kept, against COPY of the same
// rows in the same run; then as a job, from the request to the download. Memory is what is reachable after a collection, sampled while the bytes go by.

const ARTICLES = 100;
const FORMATS: ExportFormat[] = ['doccano', 'prodigy', 'csv', 'json']; // the target names JSON Lines and CSV; JSON tells the most of each claim
const STEP = 5_000_000; // bytes between two looks at the memory
const PAUSE = 2000; // ms after which it is looked at in any case
const MB = 1_000_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const reachable = () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MB;
};

type Project = { id: string; actor: Actor };

/** A person who writes and one who accepts. */
async function projectOf(sql: postgres.Sql, size: number): Promise<Project> {
  const db = unscoped();
  const person = async (name: string) =>
    (await db.user.create({ data: { name, email: `${randomUUID()}@example.org` }, select: { id: true } })).id;
  const [author, reviewer] = [await person('Ada'), await person('Rea')];
  const { id } = await db.project.create({ data: { name: 'Bench', createdBy: author }, select: { id: true } });
  for (const userId of [author, reviewer]) await db.member.create({ data: { projectId: id, userId, role: 'lead' } });
  await fill(sql, { project: id, author, reviewer }, size);
  const actor = { userId: author, name: 'Ada', email: '', projects: [{ id, role: 'lead' as const }] };
  return { id, actor };
}

/** Approved claims, each with one accepted citation of a line of its own and one assessment. */
async function fill(sql: postgres.Sql, { project, author, reviewer }: Record<string, string>, size: number) {
  const lines = Math.ceil(size / ARTICLES);
  const line = (n: string) => `rpad('Passage ' || ${n} || ' says that it was so 😀.', 58) || E'\\n'`;
  const statements = [
    `CREATE TEMP TABLE made AS SELECT n, (n - 1) / ${lines} AS a, (n - 1) % ${lines} AS l, gen_random_uuid() AS claim,
    gen_random_uuid() AS wording, gen_random_uuid() AS highlight, gen_random_uuid() AS tag FROM generate_series(1, ${size}) AS n`,
    `CREATE TEMP TABLE texts AS SELECT a, gen_random_uuid() AS article, gen_random_uuid() AS version,
    string_agg(${line('n')}, '' ORDER BY n) AS text FROM made GROUP BY a`,
    `INSERT INTO article (id, project_id, title, sha256, created_by, created_at)
      SELECT article, '${project}', 'Article ' || a, encode(sha256(convert_to(text, 'UTF8')), 'hex'), '${author}', now() FROM texts`,
    `INSERT INTO article_version (id, project_id, article_id, number, text, sha256, length, created_by, retrieved_at)
      SELECT version, '${project}', article, 1, text, encode(sha256(convert_to(text, 'UTF8')), 'hex'), length(text) + regexp_count(text, '😀'), '${author}', now() FROM texts`,
    `WITH claims AS (INSERT INTO claim (id, project_id, status, created_by, created_at, updated_at)
        SELECT claim, '${project}', 'approved', '${author}', now(), now() FROM made)
      INSERT INTO claim_version (id, project_id, claim_id, number, statement, author_id, creator_id, created_at)
      SELECT wording, '${project}', claim, 1, 'It was so, as passage ' || n || ' says.', '${author}', '${author}', now() FROM made`,
    `INSERT INTO highlight (id, project_id, article_id, article_version_id, start, "end", quote, prefix, suffix, author_id, created_at)
      SELECT highlight, '${project}', article, version, l * 60, l * 60 + 12, left(${line('n')}, 12), '', '', '${author}', now() FROM made JOIN texts USING (a)`,
    `INSERT INTO tag (id, project_id, highlight_id, author_id, claim_id, stance, confidence, created_at, updated_at)
      SELECT tag, '${project}', highlight, '${author}', claim, 'supports', 70, now(), now() FROM made`,
    `INSERT INTO review (id, project_id, tag_id, tag_version, content_version, author_id, reviewer_id, verdict, created_at)
      SELECT gen_random_uuid(), '${project}', tag, 1, 1, '${author}', '${reviewer}', 'accept', now() FROM made`,
    `INSERT INTO review (id, project_id, claim_version_id, author_id, creator_id, reviewer_id, verdict, created_at)
      SELECT gen_random_uuid(), '${project}', wording, '${author}', '${author}', '${reviewer}', 'accept', now() FROM made`,
    `INSERT INTO assessment (id, project_id, claim_id, analyst_id, likelihood, rationale, wording, created_at, updated_at)
      SELECT gen_random_uuid(), '${project}', claim, '${reviewer}', 70, 'One passage.', 1, now(), now() FROM made`,
    'DROP TABLE made, texts',
    'ANALYZE',
  ];
  for (const statement of statements) await sql.unsafe(statement);
}

/** The same rows as PostgreSQL itself hands them out. */
async function copied(database: string, project: string): Promise<number> {
  const sql = postgres(database, { max: 1 }); // a connection that has copied out is not given back
  const began = performance.now();
  const out =
    await sql`COPY (SELECT c.*, v.*, t.*, h.*, r.*, w.*, s.* FROM claim c JOIN claim_version v ON v.claim_id = c.id AND v.number = c.wording
    JOIN tag t ON t.claim_id = c.id JOIN highlight h ON h.id = t.highlight_id JOIN review r ON r.tag_id = t.id
    JOIN review w ON w.claim_version_id = v.id JOIN assessment s ON s.claim_id = c.id
    WHERE c.project_id = ${sql.unsafe(`'${project}'`)} ORDER BY c.id) TO STDOUT`.readable();
  let bytes = 0;
  for await (const chunk of out) bytes += (chunk as Buffer).length;
  const ms = performance.now() - began;
  await sql.end({ timeout: 1 });
  if (bytes === 0) throw new Error('COPY gave nothing.');
  return ms;
}

type Took = { ms: number; bytes: number; growth: number };

/** Calls a function now and then while bytes go by, and leaves the time of that out of account. */
function sampling() {
  const before = reachable();
  const began = performance.now();
  let [bytes, most, spent, next, looked] = [0, before, 0, STEP, began];
  const pass = (length: number) => {
    bytes += length;
    const paused = performance.now();
    if (bytes < next && paused < looked + PAUSE) return;
    most = Math.max(most, reachable());
    looked = performance.now();
    spent += looked - paused;
    next = bytes + STEP;
  };
  return { pass, took: (): Took => ({ ms: performance.now() - began - spent, bytes, growth: most - before }) };
}

/** Reads and writes the export, and counts its bytes instead of keeping them: what `COPY` to nowhere is held against. */
async function written({ id, actor }: Project, format: ExportFormat): Promise<Took> {
  const { pass, took } = sampling();
  await snapshot(actor, async (ctx) => {
    const { source } = await openExport(ctx, id, {});
    const spool = fileSpool();
    for await (const file of writers[format](source, spool))
      for await (const chunk of file.chunks()) pass(Buffer.byteLength(chunk));
    await spool.close();
  });
  return took();
}

/** The file as it is handed out, zipped where it is, hashed and in parts, which are counted: for what a format keeps in memory. */
async function packed({ id, actor }: Project, format: ExportFormat): Promise<Took> {
  const { pass, took } = sampling();
  await snapshot(actor, async (ctx) => {
    const { source } = await openExport(ctx, id, {});
    await fileInParts(format, source, (_, part) => Promise.resolve(pass(part.length)));
  });
  return took();
}

/**
 * The same from the request to the row in the list, the parts kept in the database, and fetched again. The server beside it looks for jobs too: where
 * it was quicker, the memory that it takes is not known here.
 */
async function made({ id, actor }: Project, format: ExportFormat) {
  const began = performance.now();
  const { body } = await makeExport({ actor, id, input: { format } });
  const answered = performance.now() - began;
  const { pass, took } = sampling();
  const watch = setInterval(() => pass(STEP), 500);
  const here = (await makeWaiting()) > 0;
  while (['waiting', 'running'].includes((await read(actor, (ctx) => findExportJob(ctx, body.id))).state))
    await new Promise((done) => setTimeout(done, 100));
  clearInterval(watch);
  const { ms, growth } = took();
  const fetching = sampling();
  const { parts } = await read(actor, (ctx) => openParts(ctx, body.id));
  for await (const part of parts()) fetching.pass(part.length);
  return { answered, ms, growth: here ? growth : null, fetched: fetching.took() };
}

const met = (ok: boolean) => (ok ? 'met' : 'MISSED');
const seconds = (ms: number) => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;

/** What every format takes of memory: `npm run bench -- exporting --all`. */
async function memoryOf(project: Project) {
  console.log('  each format as it is handed out:');
  for (const format of exportFormats) {
    const { ms, bytes, growth } = await packed(project, format);
    console.log(
      `  ${format.padEnd(13)} ${(bytes / MB).toFixed(0).padStart(4)} MB in ${seconds(ms)}, memory ${growth.toFixed(0)} MB: ${met(growth <= 64)}`,
    );
  }
}

/** Measures and prints the row. `database` is the database's address; lib/core is on it already. `all` looks at the memory of every format. */
export async function exportingRow(database: string, size = 100_000, all = false): Promise<void> {
  console.log(`\nExport of ${size} approved claims, each with a citation, its review, an approval and a judgment`);
  console.log('  target: at most 5 times COPY of the same rows, memory growth at most 64 MB');
  const sql = postgres(database, { max: 1, onnotice: () => undefined });
  try {
    const project = await projectOf(sql, size);
    await copied(database, project.id);
    for (const format of FORMATS) {
      const floor = await copied(database, project.id);
      const { ms, bytes, growth } = await written(project, format);
      console.log(
        `  ${format.padEnd(8)} ${(bytes / MB).toFixed(0).padStart(4)} MB in ${seconds(ms)}, COPY ${seconds(floor)}, ${(ms / floor).toFixed(1)} times: ${met(ms <= 5 * floor)}; memory ${growth.toFixed(0)} MB: ${met(growth <= 64)}`,
      );
    }
    if (all) await memoryOf(project);
    const { answered, ms, growth, fetched } = await made(project, 'json');
    console.log(
      `  as a job: begun in ${seconds(answered)}, made and kept in ${seconds(ms)}, ${growth === null ? 'by the server beside it, memory not measured' : `memory ${growth.toFixed(0)} MB: ${met(growth <= 64)}`}`,
    );
    console.log(
      `  fetched: ${(fetched.bytes / MB).toFixed(0)} MB in ${seconds(fetched.ms)}, memory ${fetched.growth.toFixed(0)} MB: ${met(fetched.growth <= 64)}`,
    );
  } finally {
    await sql.end();
  }
}
