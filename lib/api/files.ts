import { Refusal } from '@/lib/core/errors';

/** Bytes of the largest file of a drop. Texts hold at most 5,000,000 UTF-16 units, which the article's schema checks. */
const MAX_BYTES = 5 * 1024 * 1024;

/** The exact text of a file: UTF-8 to the letter, a BOM kept. Throws `invalid` and `too-large`. */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new Refusal('invalid', 'This file is empty.');
  if (bytes.length > MAX_BYTES) throw new Refusal('too-large', 'This file is over 5 MB.');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal('invalid', 'This file is not UTF-8 text. Save it as UTF-8 and drop it again.');
  }
}

/** The files of a multipart body, each as an article's input that is only made when its turn comes. */
export async function inputsFrom(request: Request): Promise<{ name: string; input: () => unknown }[]> {
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
  return files.map(({ name, bytes }) => ({ name, input: () => ({ text: textOf(bytes) }) }));
}
