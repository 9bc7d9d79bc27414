import pg from 'pg';
import canonicalize from 'canonicalize';
import { read, unscoped } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { manifestIn } from '@/lib/exports/queries/exports';
import { openAsked } from '@/lib/exports/queries/since';
import { sayEnded, tallyChanges } from '@/lib/formats/changes';
import type { ExportChanges } from '@/lib/formats/export';
import { sayDay } from '@/lib/formats/chicago';
import { signedText, type ManifestFile } from '@/lib/formats/manifest-file';
import { chainTo } from './verify-chain';
import type { Told } from './verify-sealed';

const none: Told = { says: [], notes: [], faults: [] };
type Row = NonNullable<Awaited<ReturnType<typeof find>>>;

const find = (where: { id: string } | { sha256: string }) =>
  unscoped().export.findFirst({ where, orderBy: { createdAt: 'desc' } });

/** What the log says of where the export stands in it. */
async function chainTold(url: string, { projectId, headSeq, headHash }: Row): Promise<Told> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    const faults = await chainTo(db, projectId, headSeq, Buffer.from(headHash));
    const hash = Buffer.from(headHash).toString('hex').slice(0, 16);
    const said = `The log leads without a gap to event ${headSeq}, where it still has the hash ${hash}….`;
    return faults.length ? { ...none, faults } : { ...none, says: [said] };
  } finally {
    await db.end();
  }
}

const SHOWN = 50; // claims that are named

function changesTold(changes: ExportChanges): Told {
  const named = [
    ...changes.withdrawn.map((one) => `withdrawn: ${one.id} “${one.statement}” ${one.why} ${sayEnded(one)}`.trimEnd()),
    ...changes.changed.map(({ id, now }) => `changed: ${id} “${now.statement}”`),
  ];
  const more = named.length > SHOWN ? [`and ${named.length - SHOWN} more`] : [];
  return { ...none, notes: [`Since then: ${tallyChanges(changes)}`, ...named.slice(0, SHOWN), ...more] };
}

/** What became of its claims, as whoever made it would be told. */
async function sinceTold({ id, projectId, createdBy }: Row): Promise<Told> {
  const actor = { userId: createdBy, name: '', email: '', projects: [{ id: projectId, role: 'lead' as const }] };
  try {
    const { changes } = await read(actor, (ctx) => openAsked(ctx, projectId, { since: id }));
    return changesTold(changes!);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error;
    return { ...none, notes: ['What became of its claims cannot be told: it is older than the record of them.'] };
  }
}

function sameTold(manifest: ManifestFile, kept: ManifestFile): Told {
  if (signedText(manifest) === signedText(kept)) return none;
  const names = Object.keys(kept) as (keyof ManifestFile)[];
  const other = names.filter((name) => canonicalize(manifest[name]) !== canonicalize(kept[name]));
  return { ...none, faults: [`The manifest is not the one that the database keeps: ${other.join(', ')} differ.`] };
}

/** What a database that does not have the export says of it. */
async function unknownTold(manifest: ManifestFile | null): Promise<Told> {
  if (!manifest) return { ...none, faults: ['The database knows no export with these bytes.'] };
  const id = manifest.project?.id;
  const here = id ? await unscoped().project.count({ where: { id } }) : 0;
  return here
    ? { ...none, faults: [`The project is in this database, and never made the export ${manifest.export}.`] }
    : { ...none, notes: ['This database does not have its project: the export was checked against itself alone.'] };
}

/** The export against the database: whether it was made here, whether the log is still the one it was made from, what became of it. */
export async function checkKnown(url: string, manifest: ManifestFile | null, hash: string | null) {
  const row = manifest ? await find({ id: manifest.export }) : hash ? await find({ sha256: hash }) : null;
  if (!row) return { kept: null, told: [await unknownTold(manifest)] };
  const kept = manifestIn(row);
  const who = kept.made.by ? ` by ${kept.made.by.name}` : '';
  const made = { ...none, says: [`Made here on ${sayDay(kept.made.at)}${who}: export ${row.id}.`] };
  const same = manifest ? sameTold(manifest, kept) : none;
  return { kept, told: [same.faults.length ? same : made, await chainTold(url, row), await sinceTold(row)] };
}
