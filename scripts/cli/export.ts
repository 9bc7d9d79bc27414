import { writeFileSync } from 'node:fs';
import { read } from '@/lib/core/db';
import { makeExport } from '@/lib/exports/commands';
import { exportFormats } from '@/lib/exports/export-formats';
import { readExport, readManifest } from '@/lib/exports/queries/exports';
import { manifestName } from '@/lib/formats/manifest-file';
import { actorOf, projectOf } from './import';
import { Misuse, refused, type Speech } from './speech';

export const formatsListed = exportFormats.join(', ');

function write(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content, { flag: 'wx' });
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'it exists already' : (error as Error).message;
    throw refused(`Cannot write ${file}: ${why}. The export is kept in the project; name another file.`);
  }
}

/** Makes an export as the door does, kept and logged, and writes its bytes and, beside them, its manifest to files that were not there. */
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
  const { body: manifest } = await read(actor, (ctx) => readManifest(ctx, body.id));
  write(where.out, content);
  write(manifestName(where.out), manifest);
  say(`Exported ${body.manifest.counts.claims ?? 0} claims as ${where.format}: ${where.out}`);
  say(`SHA-256 ${body.sha256}, and all else that vouches for it: ${manifestName(where.out)}`);
}
