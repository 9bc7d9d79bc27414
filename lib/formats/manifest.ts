import type { ExportFile, LeftOut } from './export';
import { orderedLeftOut } from './order';

export interface Manifest {
  readonly schema: string;
  readonly counts: {
    readonly claims: number;
    readonly citations: number;
    readonly articles: number;
    readonly entities: number;
    readonly leftOut: number;
  };
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly leftOut: readonly LeftOut[];
}

/** A file's bytes as they are stored and hashed. */
export const bytesOf = ({ body }: ExportFile): Uint8Array =>
  typeof body === 'string' ? new TextEncoder().encode(body) : body;

/**
 * What an export holds and what it leaves out and why, with the size and hash of each file in the order given.
 * `sha256` answers the hexadecimal digest of bytes; it is passed in because this file runs anywhere.
 */
export function manifestOf(
  { schema, counts, leftOut }: Pick<Manifest, 'schema' | 'counts' | 'leftOut'>,
  files: readonly ExportFile[],
  sha256: (bytes: Uint8Array) => string,
): Manifest {
  return {
    schema,
    counts,
    files: files.map((file) => {
      const bytes = bytesOf(file);
      return { name: file.name, bytes: bytes.length, sha256: sha256(bytes) };
    }),
    leftOut: orderedLeftOut(leftOut),
  };
}
