import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { env } from '@/lib/core/env';
import { Refusal } from '@/lib/core/errors';
import { KeptFile } from '@/lib/core/kept-file';

const MEGABYTE = 1024 * 1024;
/** Files that are kept aside at once: each may take a writer's connection for long. */
const AT_ONCE = 2;
const IDLE = 60_000; // ms without a byte after which a sender is given up
const KEY = Symbol.for('claimbench.kept-files');
const held = globalThis as unknown as { [KEY]?: number };

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** The next part of a body; null at its end. Throws `invalid` where none comes for a minute. */
async function partOf(reader: Reader): Promise<Uint8Array | null> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const words = 'Nothing more of the file came for a minute. Nothing was kept; try again.';
    timer = setTimeout(() => reject(new Refusal('invalid', words)), IDLE);
  });
  try {
    const { done, value } = await Promise.race([reader.read(), silence]);
    return done ? null : value;
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(): Refusal {
  return new Refusal(
    'too-large',
    `This file is over ${env().CLAIMBENCH_ARCHIVE_MB} MB, the most that this server takes by the door. Nothing was kept. Whoever runs the server can bring in any on its command line, or set CLAIMBENCH_ARCHIVE_MB.`,
  );
}

/** Writes a body to a new file as it comes, and answers its hash. Throws `too-large` and `invalid`. */
async function writeDown({ headers, body }: Request, file: string): Promise<string> {
  const most = env().CLAIMBENCH_ARCHIVE_MB * MEGABYTE;
  const hash = createHash('sha256');
  const reader = body?.getReader();
  const target = await open(file, 'wx', 0o600);
  try {
    if (Number(headers.get('content-length')) > most) throw tooLarge();
    let bytes = 0;
    for (let part = reader && (await partOf(reader)); part; part = await partOf(reader!)) {
      bytes += part.length;
      if (bytes > most) throw tooLarge();
      hash.update(part);
      await target.write(part);
    }
  } catch (error) {
    void reader?.cancel().catch(() => {}); // nobody wants the rest
    throw error;
  } finally {
    await target.close();
  }
  return hash.digest('hex');
}

/** Keeps the body of a request aside, in a file of its own, while `work` is done with it: memory does not grow with it. */
export async function keptAside<T>(request: Request, work: (file: KeptFile) => Promise<T>): Promise<T> {
  if ((held[KEY] ?? 0) >= AT_ONCE)
    throw new Refusal('busy', 'Other archives are coming in just now. Try again in a moment.');
  held[KEY] = (held[KEY] ?? 0) + 1;
  let folder: string | null = null;
  try {
    folder = await mkdtemp(path.join(os.tmpdir(), 'claimbench-kept-'));
    const file = path.join(folder, 'body');
    const sha256 = await writeDown(request, file);
    return await work(new KeptFile(sha256, () => createReadStream(file, { highWaterMark: MEGABYTE })));
  } finally {
    held[KEY] -= 1;
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}
