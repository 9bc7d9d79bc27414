import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { exactText, whole } from '@/lib/core/words';
import { MANIFEST_SCHEMA, manifestName, type ManifestFile } from '@/lib/formats/manifest-file';
import { refused } from './speech';

// What is handed over to be checked: an export, its manifest, both in a zip, or the manifest and the files unpacked beside it.

export interface Given {
  readonly manifest: ManifestFile | null;
  /** The file that was handed out, whatever it is called now. */
  readonly content: Uint8Array | null;
  /** The files that were unpacked from it, by name. */
  readonly loose: ReadonlyMap<string, Uint8Array>;
}

function read(file: string): Buffer {
  if (!existsSync(file)) throw refused(`There is no file ${file}.`);
  if (!statSync(file).isFile()) throw refused(`${file} is not a file. Name the export, or its manifest.`);
  return readFileSync(file);
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The files in a zip by name, or null where it is cut short or damaged. */
export function unzipped(bytes: Uint8Array): Map<string, Uint8Array> | null {
  try {
    return new Map(Object.entries(unzipSync(bytes)));
  } catch {
    return null;
  }
}

const said = exactText(5000);
const hash = exactText(64).regex(/^[0-9a-f]{64}$/);
const file = z.looseObject({ name: said, sha256: hash });
const shape = z.looseObject({
  schema: z.literal(MANIFEST_SCHEMA),
  export: z.uuid(),
  format: said,
  project: z.looseObject({ id: z.uuid(), name: said }).nullable(),
  made: z.looseObject({ at: said, by: z.looseObject({ name: said }).nullable() }),
  log: z.looseObject({ seq: whole(0, 2 ** 31 - 1), hash: said }),
  counts: z.record(said, z.number()),
  file: file.extend({ bytes: z.number().nullable() }),
  files: z.array(file.extend({ bytes: z.number() })),
  claims: z.looseObject({ count: z.number(), sha256: hash }).nullable(),
  leftOut: z.array(z.looseObject({ claimId: said })),
  withdrawn: z.array(z.looseObject({ id: said })),
  signature: z
    .looseObject({
      algorithm: z.literal('Ed25519'),
      key: z.looseObject({ x: said, kid: said }),
      value: said,
    })
    .optional(),
});

/** The manifest that these bytes are, or null where they are something else. Throws for one that is not whole. */
function asManifest(bytes: Uint8Array, name: string): ManifestFile | null {
  let found: unknown;
  try {
    found = JSON.parse(strFromU8(bytes));
  } catch {
    if (name.endsWith('.manifest.json')) throw refused(`${name} is cut short or damaged: it is no JSON.`);
    return null;
  }
  if ((found as { schema?: unknown } | null)?.schema !== MANIFEST_SCHEMA) {
    if (name.endsWith('.manifest.json')) throw refused(`${name} is not the manifest of an export of Claimbench.`);
    return null;
  }
  const [issue] = shape.safeParse(found).error?.issues ?? [];
  if (issue) throw refused(`${name} is not a whole manifest: ${issue.path.join('.')} is missing or wrong.`);
  return found as ManifestFile;
}

/** What lies beside a manifest: the content under its name or the manifest's own, and what was unpacked from it. */
function beside(manifest: ManifestFile, manifestFile: string): Given {
  const folder = path.dirname(manifestFile);
  const at = (name: string) => path.join(folder, path.basename(name)); // a manifest leads to no other folder
  const named = [manifestFile.replace(/\.manifest\.json$/, ''), at(manifest.file.name)];
  const content = named.find((one) => one !== manifestFile && existsSync(one));
  const unpacked = manifest.files.filter(({ name }) => name === path.basename(name) && existsSync(at(name)));
  const loose = content ? [] : unpacked.map(({ name }): [string, Uint8Array] => [name, read(at(name))]);
  return { manifest, content: content ? read(content) : null, loose: new Map(loose) };
}

/** Manifest and content, or manifest and files, in one zip; null for any other zip. */
function packed(bytes: Uint8Array): Given | null {
  const files = unzipped(bytes) ?? new Map<string, Uint8Array>();
  for (const [name, one] of files) {
    const manifest = name.endsWith('.manifest.json') ? asManifest(one, name) : null;
    if (!manifest) continue;
    const loose = new Map([...files].filter(([other]) => other !== name));
    return { manifest, content: loose.get(manifest.file.name) ?? null, loose };
  }
  return null;
}

/** Everything that belongs to the file that was named. Throws where there is none, or a manifest that is not whole. */
export function givenBy(named: string): Given {
  const bytes = read(named);
  const manifest = asManifest(bytes, named);
  if (manifest) return beside(manifest, named);
  const inside = isZip(bytes) ? packed(bytes) : null;
  if (inside) return inside;
  const next = path.join(path.dirname(named), manifestName(path.basename(named)));
  return { manifest: existsSync(next) ? asManifest(read(next), next) : null, content: bytes, loose: new Map() };
}
