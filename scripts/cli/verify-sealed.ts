import { createHash } from 'node:crypto';
import { strFromU8 } from 'fflate';
import { digestOf, digestOfAll } from '@/lib/formats/digest';
import type { ExportSnapshot } from '@/lib/formats/export';
import { writeJson } from '@/lib/formats/json';
import type { ManifestFile } from '@/lib/formats/manifest-file';
import { orderedClaim } from '@/lib/formats/order';
import { finished, sourceOf } from '@/lib/formats/source';
import { unzipped, type Given } from './verify-given';

/** What was found true, what is to be known, and what is wrong. */
export type Told = { says: string[]; notes: string[]; faults: string[] };

export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
const several = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

function contentTold({ file }: ManifestFile, content: Uint8Array): Told {
  const hash = sha256(content);
  if (hash === file.sha256)
    return {
      says: [`${file.name}: ${several(content.length, 'byte')}, to the letter what was exported.`],
      notes: [],
      faults: [],
    };
  const cut = file.bytes !== null && content.length < file.bytes;
  const why = cut ? `only ${content.length} of its ${file.bytes} bytes are there` : 'its bytes are others';
  return {
    says: [],
    notes: [],
    faults: [`${file.name} is not what was exported: ${why}. SHA-256 ${hash}, the manifest says ${file.sha256}.`],
  };
}

const UNPACKED = 'Unpack the export again, all of it beside its manifest.';

/** Files by name against the manifest's list of them; `advice` is what to do about one that is missing or another. */
function filesTold({ files }: ManifestFile, found: ReadonlyMap<string, Uint8Array>, advice = ''): Told {
  const faults = files.flatMap(({ name, sha256: hash }) => {
    const bytes = found.get(name);
    if (!bytes) return [`${name} is missing. ${advice}`.trim()];
    return sha256(bytes) === hash ? [] : [`${name} is not what was exported: its SHA-256 is another. ${advice}`.trim()];
  });
  const says = faults.length ? [] : [`${several(files.length, 'file')}, each with the SHA-256 of the manifest.`];
  return { says, notes: [], faults };
}

/** Whether the file is a zip of the files that the manifest lists. */
const isPacked = ({ file, files }: ManifestFile) => !(files.length === 1 && files[0]!.name === file.name);

function insideTold(manifest: ManifestFile, content: Uint8Array): Told {
  const name = manifest.file.name;
  if (!isPacked(manifest)) return filesTold(manifest, new Map([[name, content]]));
  const files = unzipped(content);
  if (!files) return { says: [], notes: [], faults: [`${name} cannot be opened: the zip is cut short or damaged.`] };
  const listed = new Set(manifest.files.map((file) => file.name));
  const extra = [...files.keys()].filter((one) => !listed.has(one));
  const told = filesTold(manifest, files);
  return { ...told, faults: [...told.faults, ...extra.map((one) => `${name} holds ${one}, which was not exported.`)] };
}

/** An export as JSON read back: whether it is written as the product writes it, and holds what the manifest counts. */
async function jsonTold(manifest: ManifestFile, content: Uint8Array): Promise<Told> {
  const text = strFromU8(content);
  try {
    const { meta, changes, claims, entities } = JSON.parse(text) as ExportSnapshot & {
      changes?: ExportSnapshot['meta']['changes'];
    };
    const read: ExportSnapshot = { meta: { ...meta, ...(changes ? { changes } : {}) }, claims, entities, leftOut: [] };
    const [again] = [...(writeJson(sourceOf(read, () => '')) as Iterable<Parameters<typeof finished>[0]>)];
    const faults = [
      ...((await finished(again!)).body === text ? [] : ['The JSON is not written as Claimbench writes it.']),
      ...countFaults(manifest, read),
    ];
    return {
      says: faults.length ? [] : [`${several(claims.length, 'claim')}, counted and read back.`],
      notes: [],
      faults,
    };
  } catch {
    return { says: [], notes: [], faults: ['The JSON cannot be read.'] };
  }
}

function countFaults({ counts, claims: listed }: ManifestFile, { claims, entities }: ExportSnapshot): string[] {
  const cited = claims.flatMap(({ citations }) => citations);
  const found: Record<string, number> = {
    claims: claims.length,
    citations: cited.length,
    entities: entities.length,
    articles: new Set(cited.map(({ articleId }) => articleId)).size,
  };
  const wrong = Object.entries(found).filter(([name, count]) => counts[name as 'claims'] !== count);
  const digest = digestOfAll(
    claims.map((claim) => digestOf(orderedClaim(claim), sha256)),
    sha256,
  );
  return [
    ...wrong.map(([name, count]) => `It holds ${count} ${name}, the manifest says ${counts[name as 'claims']}.`),
    ...(listed && (listed.count !== claims.length || listed.sha256 !== digest)
      ? ['Its claims are not those that the manifest has the digest of.']
      : []),
  ];
}

const joined = (told: Told[]): Told => ({
  says: told.flatMap(({ says }) => says),
  notes: told.flatMap(({ notes }) => notes),
  faults: told.flatMap(({ faults }) => faults),
});

/** The export against its own manifest, without anything else. */
export async function checkSealed(manifest: ManifestFile, { content, loose }: Given): Promise<Told> {
  const { counts, leftOut, file } = manifest;
  const listed = counts.leftOut === leftOut.length ? [] : ['The manifest does not list as many left out as it counts.'];
  const own: Told = { says: [], notes: [], faults: listed };
  if (content) {
    const whole = contentTold(manifest, content);
    const inside = whole.faults.length && !isPacked(manifest) ? [] : [insideTold(manifest, content)];
    const read = whole.faults.length === 0 && manifest.format === 'json' ? [await jsonTold(manifest, content)] : [];
    return joined([whole, ...inside, ...read, own]);
  }
  if (loose.size === 0)
    return joined([
      own,
      {
        says: [],
        notes: [],
        faults: [
          `${file.name} is missing: it does not lie beside the manifest. Put it there, or what was unpacked from it.`,
        ],
      },
    ]);
  return joined([filesTold(manifest, loose, UNPACKED), own]);
}
