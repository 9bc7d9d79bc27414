import { writeFileSync } from 'node:fs';
import { read } from '@/lib/core/db';
import { makeExport } from '@/lib/exports/commands';
import { exportFormats } from '@/lib/exports/export-formats';
import { readExport } from '@/lib/exports/queries/exports';
import { actorOf, projectOf } from './import';
import { Misuse, refused, type Speech } from './speech';

export const formatsListed = exportFormats.join(', ');

/** Makes an export as the door does, kept and logged, and writes its bytes to a file that was not there. */
export async function exportProject(
  where: { project: string; format: string; out: string; as?: string },
  { say, passing }: Speech,
) {
  if (!(exportFormats as readonly string[]).includes(where.format))
    throw new Misuse(`There is no format “${where.format}”. Say --format with one of: ${formatsListed}.`);
  const id = await projectOf(where.project);
  const actor = await actorOf(id, where.as);
  passing('exporting …');
  const { body } = await makeExport({ actor, id, input: { format: where.format } });
  const { content } = await read(actor, (ctx) => readExport(ctx, body.id));
  try {
    writeFileSync(where.out, content, { flag: 'wx' });
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'it exists already' : (error as Error).message;
    throw refused(`Cannot write ${where.out}: ${why}. The export is kept in the project; name another file.`);
  }
  say(`Exported ${body.manifest.counts.claims ?? 0} claims as ${where.format}: ${where.out}`);
  say(`SHA-256 ${body.sha256}`);
}
