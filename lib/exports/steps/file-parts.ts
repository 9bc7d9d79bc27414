import { createHash } from 'node:crypto';
import type { Measured } from '@/lib/formats/manifest';
import type { ExportSource, StreamedFile } from '@/lib/formats/source';
import type { ExportFormat } from '../export-formats';
import { writers, zipName, zipped } from '../writers';
import { fileSpool } from './spool';
import { zipFiles } from './zip-files';

// Bytes of a part, the last one aside: Prisma remembers what its last hundred statements were called with. Several are read together.
const PART = 128 * 1024;

type Files = Iterable<StreamedFile> | AsyncIterable<StreamedFile>;
/** Takes the parts of a file in turn, the first being number 0. */
export type Keep = (number: number, content: Uint8Array<ArrayBuffer>) => Promise<void>;

/** The files as they are, each measured while it goes by. */
async function* measured(files: Files, into: Measured[]): AsyncGenerator<StreamedFile> {
  for await (const file of files)
    yield {
      ...file,
      async *chunks() {
        const hash = createHash('sha256');
        let bytes = 0;
        for await (const chunk of file.chunks()) {
          const piece = Buffer.from(chunk as string);
          hash.update(piece);
          bytes += piece.length;
          yield piece;
        }
        into.push({ name: file.name, bytes, sha256: hash.digest('hex') });
      },
    };
}

/** Hands bytes on in parts of equal size; answers how many they are and what all of them hash to. No more than a part is in memory. */
async function inParts(chunks: AsyncIterable<string | Uint8Array>, keep: Keep) {
  const hash = createHash('sha256');
  const part = Buffer.alloc(PART);
  let [bytes, filled, number] = [0, 0, 0];
  const put = async () => {
    hash.update(part.subarray(0, filled));
    bytes += filled;
    await keep(number++, Uint8Array.from(part.subarray(0, filled)));
    filled = 0;
  };
  for await (const chunk of chunks) {
    const piece = Buffer.from(chunk as string);
    for (let at = 0; at < piece.length;) {
      const taken = piece.copy(part, filled, at);
      at += taken;
      filled += taken;
      if (filled === PART) await put();
    }
  }
  if (filled > 0 || number === 0) await put();
  return { bytes, sha256: hash.digest('hex') };
}

/** Keeps the one file of an export, or its several in a zip, in parts; answers what is to be known of it. */
export async function fileInParts(format: ExportFormat, source: ExportSource, keep: Keep) {
  const spool = fileSpool();
  const inside: Measured[] = [];
  try {
    const files = measured(writers[format](source, spool), inside);
    if (zipped.has(format)) {
      const whole = await inParts(zipFiles(files), keep);
      return { fileName: zipName(format), contentType: 'application/zip', ...whole, files: inside };
    }
    for await (const file of files) {
      const whole = await inParts(file.chunks(), keep);
      return { fileName: file.name, contentType: file.contentType, ...whole, files: inside };
    }
    throw new Error(`Nothing writes ${format}.`);
  } finally {
    await spool.close();
  }
}
