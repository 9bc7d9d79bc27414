import { ZipFile } from 'yazl';
import type { ExportFile } from '@/lib/formats/export';
import { bytesOf } from '@/lib/formats/manifest';

/**
 * Files as one zip under the given name, in the order given. The bytes depend on nothing but names and bodies: no clock,
 * no time zone, no owner.
 */
export async function zipFiles(name: string, files: readonly ExportFile[]): Promise<ExportFile> {
  const zip = new ZipFile();
  const mtime = new Date(2000, 0, 1); // local, as the times of a zip are: the same bytes in every time zone
  for (const file of files)
    zip.addBuffer(Buffer.from(bytesOf(file)), file.name, { mtime, forceDosTimestamp: true, mode: 0o100644 });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return { name, contentType: 'application/zip', body: Buffer.concat(chunks) };
}
