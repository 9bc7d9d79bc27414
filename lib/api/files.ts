import { createHash } from 'node:crypto';
import { FileBytes, MAX_FILE } from '@/lib/articles/upload';
import { unpackFile, type Unpacked } from '@/lib/core/converter';
import { Refusal } from '@/lib/core/errors';

const OVER = 'This file is over 25 MB. Split it, and drop the parts.';

/** The exact text of a file: UTF-8 to the letter, a BOM kept. How long it may be, its schema knows. Throws `invalid` and `too-large`. */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new Refusal('invalid', 'This file is empty.');
  if (bytes.length > MAX_FILE) throw new Refusal('too-large', OVER);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal('invalid', 'This file is not UTF-8 text. Save it as UTF-8 and drop it again.');
  }
}

type Part = { name: string; bytes: Uint8Array };
/** A file's turn in a command: its input is only made when it comes. */
export type FileInput = { name: string; input: () => unknown };

async function partsOf(request: Request): Promise<Part[]> {
  const form = await request.formData().catch(() => {
    throw new Refusal('invalid', 'This is not a multipart body.');
  });
  const files = await Promise.all(
    form
      .getAll('file')
      .filter((part) => part instanceof File)
      .map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  if (files.length === 0) throw new Refusal('invalid', 'There is no part named `file`.');
  return files;
}

/** The files of a multipart body as articles' inputs. */
export async function inputsFrom(request: Request): Promise<FileInput[]> {
  return (await partsOf(request)).map(({ name, bytes }) => ({ name, input: () => ({ text: textOf(bytes) }) }));
}

/** A name that can be stored and shown on one line: no control characters, at most 300 units. */
const plainName = (name: string) =>
  name
    .replace(/[\0-\x1f\x7f\u2028\u2029]/g, '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\ufffd')
    .slice(-300)
    .trim() || 'A file without a name';

const refuse = (refusal: Refusal) => () => {
  throw refusal;
};
const turnOf = ({ name, bytes }: Part): FileInput => ({
  name,
  input: () => ({ name, sha256: createHash('sha256').update(bytes).digest('hex'), file: new FileBytes(bytes) }),
});

/**
 * One dropped file as uploads' inputs: itself, or the files of a ZIP file, each by itself. What may not come in refuses when its turn
 * comes, so that it keeps nothing else out.
 */
export async function uploadsOf(part: Part, owner = ''): Promise<FileInput[]> {
  const name = plainName(part.name);
  const { bytes } = part;
  if (bytes.length === 0) return [{ name, input: refuse(new Refusal('invalid', 'This file is empty.')) }];
  if (bytes.length > MAX_FILE) return [{ name, input: refuse(new Refusal('too-large', OVER)) }];
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) return [turnOf({ name, bytes })];
  let items: Unpacked[] | null;
  try {
    items = await unpackFile(name, bytes, { owner });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [{ name, input: refuse(error) }];
  }
  if (!items) return [turnOf({ name, bytes })];
  return items.map((item) => {
    const inner = plainName(`${name}/${item.name}`);
    if ('problem' in item) return { name: inner, input: refuse(new Refusal('invalid', item.problem)) };
    if (item.bytes.length === 0) return { name: inner, input: refuse(new Refusal('invalid', 'This file is empty.')) };
    return turnOf({ name: inner, bytes: item.bytes });
  });
}

/** The files of a multipart body as uploads' inputs; `owner` has sent it. */
export async function uploadsFrom(request: Request, owner: string): Promise<FileInput[]> {
  const inputs: FileInput[] = [];
  for (const part of await partsOf(request)) inputs.push(...(await uploadsOf(part, owner)));
  return inputs;
}
