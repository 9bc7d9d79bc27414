import canonicalize from 'canonicalize';
import type { EarlierExport, ExportPerson, LeftOut, WithdrawnClaim } from './export';
import type { Manifest } from './manifest';

// The manifest as a file of its own that travels beside the content: all that makes the content checkable, and no word of a
// claim that was not approved.

export const MANIFEST_SCHEMA = 'claimbench-manifest/1';

/** An Ed25519 key as a JSON Web Key (RFC 8037); `kid` is its thumbprint (RFC 7638). */
export interface PublicKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
}
export interface Signature {
  readonly algorithm: 'Ed25519';
  readonly key: PublicKey;
  /** Over `signedText` of the manifest, base64url. */
  readonly value: string;
}

/** What is kept with an export beside what it counts and leaves out. */
export interface Proof {
  readonly project: { readonly id: string; readonly name: string };
  readonly by: ExportPerson;
  /** Of the one file that is handed out; its hash and name stand in columns of their own. */
  readonly bytes: number;
  /** How many claims are in the file, and the digest of all of theirs. */
  readonly claims: { readonly count: number; readonly sha256: string };
  readonly since: (EarlierExport & { readonly export: string }) | null;
  readonly withdrawn: readonly WithdrawnClaim[];
  readonly signature?: Signature | undefined;
}
/** Exports from before there was a proof have none. */
export type KeptManifest = Manifest & Partial<Proof>;

/** An export as it is kept. */
export interface KeptExport {
  readonly id: string;
  readonly format: string;
  readonly filter: object;
  readonly fileName: string;
  readonly contentType: string;
  readonly sha256: string;
  readonly seq: number;
  /** Of the event at `seq`, in hexadecimal. */
  readonly hash: string;
  readonly at: string;
  readonly manifest: KeptManifest;
}

export interface ManifestFile {
  readonly schema: typeof MANIFEST_SCHEMA;
  readonly export: string;
  readonly project: Proof['project'] | null;
  readonly format: string;
  readonly content: string;
  readonly filter: object;
  readonly since: Proof['since'];
  readonly made: { readonly by: ExportPerson | null; readonly at: string };
  readonly log: { readonly seq: number; readonly hash: string };
  readonly counts: Manifest['counts'];
  readonly file: { name: string; contentType: string; bytes: number | null; sha256: string };
  readonly files: Manifest['files'];
  readonly claims: Proof['claims'] | null;
  readonly leftOut: readonly Omit<LeftOut, 'statement'>[];
  readonly withdrawn: readonly WithdrawnClaim[];
  readonly signature?: Signature;
}

/** The manifest of a kept export as it travels. */
export const manifestFileOf = ({ manifest, ...kept }: KeptExport): ManifestFile => ({
  schema: MANIFEST_SCHEMA,
  export: kept.id,
  project: manifest.project ?? null,
  format: kept.format,
  content: manifest.schema,
  filter: kept.filter,
  since: manifest.since ?? null,
  made: { by: manifest.by ?? null, at: kept.at },
  log: { seq: kept.seq, hash: kept.hash },
  counts: manifest.counts,
  file: {
    name: kept.fileName,
    contentType: kept.contentType,
    bytes: manifest.bytes ?? null,
    sha256: kept.sha256,
  },
  files: manifest.files,
  claims: manifest.claims ?? null,
  leftOut: manifest.leftOut.map(({ claimId, status, why }) => ({ claimId, status, why })),
  withdrawn: manifest.withdrawn ?? [],
  ...(manifest.signature ? { signature: manifest.signature } : {}),
});

/** What a signature is over: the manifest without it as RFC 8785 writes JSON, so that its layout does not matter. */
export function signedText({ signature: _, ...rest }: ManifestFile): string {
  return canonicalize(rest) ?? '';
}

/** The manifest as a file to read. */
export const writeManifest = (manifest: ManifestFile): string => `${JSON.stringify(manifest, null, 2)}\n`;
/** Its name beside the content's. */
export const manifestName = (fileName: string): string => `${fileName}.manifest.json`;
