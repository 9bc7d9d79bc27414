import type { LeftOut } from './export';
import { orderedLeftOut } from './order';

/** A file's size and hash. */
export interface Measured {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}
export interface Manifest {
  readonly schema: string;
  readonly counts: {
    readonly claims: number;
    readonly citations: number;
    readonly articles: number;
    readonly entities: number;
    readonly leftOut: number;
  };
  readonly files: readonly Measured[];
  readonly leftOut: readonly LeftOut[];
}

/** What an export holds and what it leaves out and why, with its files in the order given. */
export const manifestOf = (
  { schema, counts, leftOut }: Pick<Manifest, 'schema' | 'counts' | 'leftOut'>,
  files: readonly Measured[],
): Manifest => ({ schema, counts, files, leftOut: orderedLeftOut(leftOut) });
