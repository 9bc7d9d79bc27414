import { unzipSync } from 'fflate';
import type { ImportInput } from '@/lib/imports/import';

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

/** What was read, and the names of what in a ZIP is no text: a tool packs more than annotations. */
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
        return sum <= MOST && !part.name.endsWith('/') && !/(^|\/)(\.|__MACOSX)/.test(part.name);
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

/** The texts of files, those in ZIP files among them. Throws `Unreadable`. */
export async function chosenFiles(chosen: readonly File[]): Promise<Chosen> {
  if (chosen.reduce((sum, { size }) => sum + size, 0) > MOST) throw new Unreadable(TOO_LARGE);
  const read = await Promise.all(
    chosen.map(async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return /\.zip$/i.test(file.name)
        ? unzipped(file.name, bytes)
        : { files: [{ name: file.name, text: textOf(file.name, bytes) }], passedOver: [] };
    }),
  );
  const [all, passedOver] = [read.flatMap(({ files }) => files), read.flatMap(({ passedOver }) => passedOver)];
  if (all.length === 0)
    throw new Unreadable('There is no text in it that could hold annotations. Nothing was brought in.');
  return { files: all, passedOver };
}
