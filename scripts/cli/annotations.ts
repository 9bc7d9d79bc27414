import { readFileSync } from 'node:fs';
import path from 'node:path';
import { textOf } from '@/lib/api/files';
import { refused, type Speech } from './speech';
import { countWords, unitWords } from '@/lib/imports/import-words';
import { bringIn } from '@/lib/imports/commands';
import { formatNames } from '@/lib/readers/brought';
import { actorOf, filesOf, projectOf } from './import';

type Where = { project: string; as?: string; dryRun?: boolean };

function read(file: string): { name: string; text: string } {
  try {
    return { name: path.basename(file), text: textOf(readFileSync(file)) };
  } catch (error) {
    throw refused(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/**
 * Brings another tool's annotations in as one act, after saying what comes and what does not; with `dryRun` it says so and writes nothing.
 * Throws a `Refusal` when the files are of no known format.
 */
export async function importAnnotations(
  named: string[],
  { project, as, dryRun = false }: Where,
  speech: Speech,
): Promise<void> {
  const id = await projectOf(project);
  const actor = await actorOf(id, as);
  const files = named.flatMap(filesOf).map(read);
  const { check } = (await bringIn({ actor, id, input: { files } })).body;
  speech.say(`format      ${formatNames[check.format]}`);
  speech.say(`places      ${unitWords(check)}`);
  for (const { label, count, type } of check.labels)
    speech.say(`label       ${label} (${count}): ${type ?? 'passage without a tag'}`);
  for (const { at, what, why } of check.left) speech.warn(`left out    ${at}: ${what.replace(/\s+/g, ' ')}: ${why}`);
  if (check.leftCount > check.left.length)
    speech.warn(`left out    ${check.leftCount - check.left.length} further ones`);
  speech.say(`${dryRun ? 'would come ' : 'comes      '} ${countWords(check.counts).join(', ') || 'nothing'}`);
  if (dryRun) return;
  const made = (await bringIn({ actor, id, input: { files, plan: check.plan } })).body.import!;
  speech.say(`brought in  ${made.id}`);
}
