import { unzipSync } from 'fflate';
import type { ImportInput } from '@/lib/imports/import';
import { BadTar, isTar, untar } from '@/lib/readers/tar';

type Files = ImportInput['files'];

const MOST = 40_000_000; // bytes of all files, unpacked
const TOO_LARGE = 'These files are over 40 MB. Bring them in several times.';

/** Files that could not be read, in words for people. Nothing was sent. */
export class Unreadable extends Error {}

/** Null where it is no text in UTF-8. */
function textIn(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
function textOf(name: string, bytes: Uint8Array): string {
  const text = textIn(bytes);
  if (text === null) throw new Unreadable(`“${name}” is not text in UTF-8. Save it as UTF-8 and choose it again.`);
  return text;
}

/** What was read, and the names of what in a packed file is no text: a tool packs more than annotations. */
export interface Chosen {
  readonly files: Files;
  readonly passedOver: readonly string[];
}

function unzipped(name: string, bytes: Uint8Array): Chosen {
  let sum = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: (part) => {
        sum += part.originalSize;
        return sum <= MOST && !part.name.endsWith('/') && !HIDDEN.test(part.name);
      },
    });
    if (sum > MOST) throw new Unreadable(TOO_LARGE);
    const texts = Object.entries(parts).map(([part, content]) => ({ name: part, text: textIn(content) }));
    return {
      files: texts.flatMap(({ name: part, text }) => (text === null ? [] : [{ name: part, text }])),
      passedOver: texts.flatMap(({ name: part, text }) => (text === null ? [part] : [])),
    };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(`“${name}” is not a ZIP file that can be read.`);
  }
}

/** What a tool or a system keeps for itself. */
const HIDDEN = /(^|\/)(\.|__MACOSX)/;

function untarred(name: string, bytes: Uint8Array): Chosen {
  try {
    const parts = untar(bytes, MOST)
      .filter((part) => !HIDDEN.test(part.name))
      .map((part) => ({ name: part.name, text: part.isFile ? textIn(part.bytes) : null }));
    return {
      files: parts.flatMap(({ name: part, text }) => (text === null ? [] : [{ name: part, text }])),
      passedOver: parts.flatMap(({ name: part, text }) => (text === null ? [part] : [])),
    };
  } catch (error) {
    if (error instanceof BadTar) throw new Unreadable(`“${name}” ${error.message}. Nothing was brought in.`);
    throw error;
  }
}

function unpacked(name: string, bytes: Uint8Array): Chosen {
  if (/\.zip$/i.test(name)) return unzipped(name, bytes);
  if (isTar(name)) return untarred(name, bytes);
  return { files: [{ name, text: textOf(name, bytes) }], passedOver: [] };
}

/** The texts of files, those in ZIP and tar files among them. Throws `Unreadable`. */
export async function chosenFiles(chosen: readonly File[]): Promise<Chosen> {
  if (chosen.reduce((sum, { size }) => sum + size, 0) > MOST) throw new Unreadable(TOO_LARGE);
  const read = await Promise.all(
    chosen.map(async (file) => unpacked(file.name, new Uint8Array(await file.arrayBuffer()))),
  );
  const [all, passedOver] = [read.flatMap(({ files }) => files), read.flatMap(({ passedOver }) => passedOver)];
  if (all.length === 0)
    throw new Unreadable('There is no text in it that could hold annotations. Nothing was brought in.');
  return { files: all, passedOver };
}
