import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ArchiveCheck, Seal } from '@/lib/archives/archive';
import { bringArchive, takeForOperator } from '@/lib/archives/commands';
import { keptInside, requireNoBlindRound } from '@/lib/archives/queries/leaving';
import { linesOf } from '@/lib/archives/queries/writing';
import { findUser } from '@/lib/auth/accounts';
import { actorById } from '@/lib/auth/sessions';
import type { Actor, ReadContext } from '@/lib/core/context';
import { snapshot } from '@/lib/core/db';
import { KeptFile } from '@/lib/core/kept-file';
import { actorOf, projectOf } from './import';
import { refused, type Speech } from './speech';

const MEGABYTE = 1024 * 1024;

async function* told(
  ctx: ReadContext,
  id: string,
  speech: Speech,
  written: { last: string; bytes: number; lines: number },
) {
  for await (const line of linesOf(ctx, id)) {
    written.last = line;
    written.lines += 1;
    written.bytes += Buffer.byteLength(line);
    if (written.lines % 1000 === 0)
      speech.passing(`${written.lines} lines, ${Math.round(written.bytes / MEGABYTE)} MB …`);
    yield line;
  }
}

/** Writes a whole project to a file that was not there, from one state of it, while people work. Takes away again what was cut off. */
export async function archiveProject(
  where: { project: string; out: string; as?: string },
  speech: Speech,
): Promise<void> {
  const id = await projectOf(where.project);
  const actor = await actorOf(id, where.as);
  await takeForOperator({ actor, id, input: {} });
  const written = { last: '', bytes: 0, lines: 0 };
  let begun = false;
  try {
    const kept = await snapshot(actor, async (ctx) => {
      await requireNoBlindRound(ctx, id);
      const file = createWriteStream(where.out, { flags: 'wx', mode: 0o600 });
      file.once('open', () => (begun = true));
      await pipeline(Readable.from(told(ctx, id, speech, written)), file);
      return keptInside(ctx, id);
    });
    if (kept.length > 0)
      speech.warn(`careful     it holds ${kept.join(' and ')} as they are: the file goes to nobody who may not know.`);
  } catch (error) {
    if (begun) await rm(where.out, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code || !/^E[A-Z]+$/.test(code)) throw error;
    throw refused(
      `Cannot write ${where.out}: ${code === 'EEXIST' ? 'it exists already' : message}. Name another file.`,
    );
  }
  const { sha256 } = JSON.parse(written.last) as Seal;
  speech.say(`Archived ${written.lines} lines, ${written.bytes} bytes: ${where.out}`);
  speech.say(`SHA-256 ${sha256} of its content: a project brought in from it has the same.`);
}

async function somebody(email: string): Promise<Actor> {
  const user = await findUser(email);
  const actor = user && (await actorById(user.id));
  if (!actor) throw refused(`There is no account ${email}, or it is disabled.`);
  return actor;
}

function tell({ project, sha256, written, counts, people }: ArchiveCheck, dryRun: boolean, { say }: Speech) {
  say(`project     ${project}, archived ${written.at} by ${written.by}`);
  say(`SHA-256     ${sha256}`);
  for (const { name, email, known } of people)
    say(`person      ${name} <${email}>: ${known ? 'has an account here' : 'comes as a name, without an account'}`);
  say(`${dryRun ? 'would come ' : 'comes      '} ${counts.map(({ table, rows }) => `${rows} ${table}`).join(', ')}`);
}

/** Brings a project in from its archive, of any size, as a new one that the named account leads; with `dryRun` says what would come. */
export async function unarchive(
  file: string,
  { as, dryRun = false }: { as: string; dryRun?: boolean },
  speech: Speech,
): Promise<void> {
  const actor = await somebody(as);
  const archive = new KeptFile(path.resolve(file), () => createReadStream(file, { highWaterMark: MEGABYTE }));
  const bring = async (plan?: string) => {
    try {
      return (await bringArchive({ actor, id: '', input: { file: archive, ...(plan ? { plan } : {}) } })).body;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      throw code && /^E[A-Z]+$/.test(code) ? refused(`${file} cannot be read: ${message}`) : error;
    }
  };
  speech.passing('reading …');
  const { check } = await bring();
  tell(check, dryRun, speech);
  if (dryRun) return;
  speech.passing('writing …');
  const { projectId } = await bring(check.plan);
  speech.say(`brought in  ${projectId}, led by ${actor.name}; all others are to be invited anew`);
}
