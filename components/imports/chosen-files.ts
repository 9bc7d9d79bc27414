import { unzipSync } from 'fflate';
import type { ImportInput } from '@/lib/imports/import';

type Files = ImportInput['files'];

const MOST = 40_000_000; // bytes of all files, unpacked
const TOO_LARGE = 'These files are over 40 MB. Bring them in several times.';

/** Files that could not be read, in words for people. Nothing was sent. */
export class Unreadable extends Error {}

function textOf(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unreadable(`“${name}” is not text in UTF-8. Save it as UTF-8 and choose it again.`);
  }
}

function unzipped(name: string, bytes: Uint8Array): Files {
  let sum = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: (part) => {
        sum += part.originalSize;
        return sum <= MOST && !part.name.endsWith('/') && !/(^|\/)(\.|__MACOSX)/.test(part.name);
      },
    });
    if (sum > MOST) throw new Unreadable(TOO_LARGE);
    return Object.entries(parts).map(([part, content]) => ({ name: part, text: textOf(part, content) }));
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(`“${name}” is not a ZIP file that can be read.`);
  }
}

/** The texts of files, those in ZIP files among them. Throws `Unreadable`. */
export async function chosenFiles(files: readonly File[]): Promise<Files> {
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST) throw new Unreadable(TOO_LARGE);
  const read = await Promise.all(
    files.map(async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return /\.zip$/i.test(file.name)
        ? unzipped(file.name, bytes)
        : [{ name: file.name, text: textOf(file.name, bytes) }];
    }),
  );
  return read.flat();
}
