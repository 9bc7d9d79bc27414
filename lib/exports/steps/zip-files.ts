import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { StreamedFile } from '@/lib/formats/source';

/**
 * Files as one zip, in the order given, each read when its turn has come and no further than is taken off. The bytes depend on
 * nothing but names and contents: no clock, no time zone, no owner.
 */
export async function* zipFiles(
  files: Iterable<StreamedFile> | AsyncIterable<StreamedFile>,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const mtime = new Date(2000, 0, 1); // local, as the times of a zip are: the same bytes in every time zone
  const feed = async () => {
    for await (const { name, chunks } of files) {
      const content = Readable.from(chunks());
      const held = new Set([content]); // the zip remembers each of its files to the end, and must not keep what was read with them
      zip.addReadStreamLazy(name, { mtime, forceDosTimestamp: true, mode: 0o100644 }, (take) => {
        const [own] = held;
        held.clear();
        take(null, own!);
      });
      await finished(content); // one at a time: writers ask one database, one question after the other
    }
    zip.end();
  };
  const feeding = feed().catch((error: unknown) => void out.destroy(error as Error));
  zip.on('error', (error) => out.destroy(error as Error));
  for await (const chunk of out) yield chunk as Uint8Array;
  await feeding;
}
