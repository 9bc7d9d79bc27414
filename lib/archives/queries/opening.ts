import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadContext } from '@/lib/core/context';
import { snapshot } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { fileNameOf } from '../archive';
import { nameOf, requireMayLeave } from './leaving';
import { linesOf } from './writing';

const KEY = Symbol.for('claimbench.archives');
const held = globalThis as unknown as { [KEY]?: boolean };

/**
 * The archive of a project by the door: written aside first, from one state of everything, so that nobody's slow line keeps a transaction
 * open and whoever receives fewer bytes knows that it was cut off. One at a time.
 */
export async function openArchive({ actor }: ReadContext, projectId: string) {
  if (held[KEY])
    throw new Refusal(
      'not-allowed-now',
      'Another archive is being written just now. Fetch this one again in a minute.',
    );
  held[KEY] = true;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'claimbench-archive-'));
  const file = path.join(folder, 'archive.jsonl');
  const forget = () => rm(folder, { recursive: true, force: true });
  try {
    const name = await snapshot(actor, async (ctx) => {
      await requireMayLeave(ctx, projectId);
      await pipeline(Readable.from(linesOf(ctx, projectId)), createWriteStream(file, { mode: 0o600 }));
      return nameOf(ctx, projectId);
    });
    const { size } = await stat(file);
    const content = createReadStream(file);
    content.once('close', () => void forget());
    return { stream: Readable.toWeb(content) as ReadableStream<Uint8Array>, fileName: fileNameOf(name), bytes: size };
  } catch (error) {
    await forget();
    throw error;
  } finally {
    held[KEY] = false;
  }
}
