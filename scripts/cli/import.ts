import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { textOf, uploadsOf } from '@/lib/api/files';
import { addArticle } from '@/lib/articles/commands';
import { addUpload, convertUpload, discardUploads } from '@/lib/articles/commands/uploads';
import { isExactText } from '@/lib/articles/exact-text';
import { findUser } from '@/lib/auth/accounts';
import { actorById } from '@/lib/auth/sessions';
import type { Actor } from '@/lib/core/context';
import { unscoped } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { refused, type Speech } from './speech';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TOO_LARGE = 64 * 1024 * 1024; // bytes: not even opened

type Where = {
  project: string;
  as?: string;
  /** Of texts that are not UTF-8; else it is guessed, and said. */ encoding?: string;
};
type Place = { actor: Actor; id: string; encoding: string | undefined };

/** The files of what was named, folders with all that lies in them, in the order of their names. Hidden ones are left out. */
export function filesOf(named: string): string[] {
  if (!statSync(named).isDirectory()) return [named];
  return readdirSync(named, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory()))
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => filesOf(path.join(named, name)));
}

const NAMED = 10; // projects in one line

/** Which projects there are, for whoever misspelt one. */
async function projectsThere(): Promise<string> {
  const all = await unscoped().project.findMany({ select: { name: true }, orderBy: { name: 'asc' }, take: NAMED + 1 });
  if (all.length === 0) return 'There is none yet: it is made on the page.';
  const names = all.slice(0, NAMED).map(({ name }) => `“${name}”`);
  return `There ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}${all.length > NAMED ? ' and more' : ''}.`;
}

export async function projectOf(named: string): Promise<string> {
  const found = await unscoped().project.findMany({
    where: { ...(UUID.test(named) ? { id: named } : { name: named }), takenBackAt: null },
    select: { id: true },
  });
  if (found.length === 0) throw refused(`There is no project “${named}”. ${await projectsThere()}`);
  if (found.length > 1)
    throw refused(
      `Several projects are called “${named}”; name one by its id: ${found.map(({ id }) => id).join(', ')}.`,
    );
  return found[0]!.id;
}

/** Who brings the articles in: the account named, or whoever has led the project longest. */
export async function actorOf(projectId: string, email: string | undefined): Promise<Actor> {
  const user = email
    ? await findUser(email)
    : await unscoped().user.findFirst({
        where: { disabledAt: null, members: { some: { projectId, role: 'lead', deletedAt: null } } },
        orderBy: { createdAt: 'asc' },
        select: { id: true },
      });
  const actor = user && (await actorById(user.id));
  if (!actor) throw refused(email ? `There is no account ${email}.` : 'This project has no lead: say --as whom.');
  if (!actor.projects.some(({ id }) => id === projectId)) throw refused(`${email} is not a member of this project.`);
  return actor;
}

type Outcome = 'in' | 'known' | 'refused';

/** Makes an article, or says why not: what came of one text. */
async function enter(shown: string, make: () => Promise<string>, { say, warn }: Speech): Promise<Outcome> {
  try {
    say(`brought in  ${await make()}  ${shown}`);
    return 'in';
  } catch (error) {
    const reason = reasonOf(error);
    if (error instanceof Refusal && error.code === 'duplicate-article') {
      say(`known       ${String(error.extra.articleId)}  ${shown}`);
      return 'known';
    }
    if (error instanceof Refusal && error.code === 'forbidden') throw error;
    warn(`refused     ${shown}: ${reason}`);
    return 'refused';
  }
}

/** Reads a file that is not its own text, and makes an article of what was read. What turns out to be known is not kept twice. */
async function convert(input: unknown, { actor, id, encoding }: Place, warn: (line: string) => void): Promise<string> {
  let { body: upload } = await addUpload({ actor, id, input });
  const again = { uploadId: upload.id, encoding };
  if (encoding && upload.encoding) upload = (await convertUpload({ actor, id, input: again })).body;
  if (!upload.encodingSure)
    warn(`guessed     ${upload.name}: its encoding looks like ${upload.encoding}; --encoding says otherwise`);
  for (const warning of upload.warnings) warn(`note        ${upload.name}: ${warning}`);
  try {
    return (await addArticle({ actor, id, input: { uploadId: upload.id } })).body.id;
  } catch (error) {
    await discardUploads({ actor, id, input: { uploadIds: [upload.id] } });
    throw error;
  }
}

/** What came of a file, or of each file in a ZIP file. */
async function bring(file: string, place: Place, speech: Speech): Promise<Outcome[]> {
  const { actor, id } = place;
  let bytes: Uint8Array;
  try {
    if (statSync(file).size > TOO_LARGE) throw new Refusal('too-large', 'This file is over 25 MB.');
    bytes = readFileSync(file);
  } catch (error) {
    speech.warn(`refused     ${file}: ${reasonOf(error)}`);
    return ['refused'];
  }
  if (bytes.length === 0 || isExactText(path.basename(file), bytes)) {
    const make = async () => (await addArticle({ actor, id, input: { text: textOf(bytes) } })).body.id;
    return [await enter(file, make, speech)];
  }
  const outcomes: Outcome[] = [];
  for (const { name, input } of await uploadsOf({ name: path.basename(file), bytes }))
    outcomes.push(
      await enter(
        path.join(path.dirname(file), name),
        () =>
          Promise.resolve()
            .then(input)
            .then((made) => convert(made, place, speech.warn)),
        speech,
      ),
    );
  return outcomes;
}

function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const reasons: Record<string, string> = { ENOENT: 'there is no such file', EACCES: 'it may not be read' };
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
  if (!reason) throw error;
  return `${reason}.`;
}

/**
 * Brings files and folders of texts in as articles, each for itself: what is refused keeps nothing else out. Answers how many
 * were refused. Throws a `Refusal` for an unknown project or an account that may not.
 */
export async function importFiles(named: string[], where: Where, speech: Speech): Promise<number> {
  const projectId = await projectOf(where.project);
  const actor = await actorOf(projectId, where.as);
  const counts: Record<Outcome, number> = { in: 0, known: 0, refused: 0 };
  for (const one of named) {
    let files: string[];
    try {
      files = filesOf(one);
    } catch (error) {
      speech.warn(`refused     ${one}: ${reasonOf(error)}`);
      counts.refused++;
      continue;
    }
    for (const [index, file] of files.entries()) {
      speech.passing(`${index + 1} of ${files.length}: ${file}`);
      for (const outcome of await bring(file, { actor, id: projectId, encoding: where.encoding }, speech))
        counts[outcome]++;
    }
  }
  speech.say(`${counts.in} brought in, ${counts.known} known already, ${counts.refused} refused.`);
  return counts.refused;
}
