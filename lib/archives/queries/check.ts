import { createHash } from 'node:crypto';
import type { Db } from '@/lib/core/context';
import type { Source } from '@/lib/core/kept-file';
import { planOf, type ArchiveCheck, type Header, type Seal } from '../archive';
import { rowFrom, readArchive, unfitAt, within, type Columns } from './file';
import { Unfit } from '../naming';
import { accountsOf } from './people';

const NOBODY = '00000000-0000-0000-0000-000000000000';

export type Checked = { check: ArchiveCheck; header: Header; seal: Seal; accounts: (string | null)[] };

/** What is wrong with the project itself is on the first line. */
function requireProject({ project }: Header, known: Columns, idOf: (name: string) => string): string {
  try {
    const row = rowFrom(project, 'project', known.get('project')!, idOf);
    if (typeof row.name !== 'string') throw new Unfit('the project has no name');
    return row.name;
  } catch (error) {
    if (error instanceof Unfit) throw unfitAt(1, error.message);
    throw error;
  }
}

/** Reads an archive to its end and says what would come of it; nothing is written. Throws `invalid` with the line. */
export async function checkArchive(db: Db, source: Source, known: Columns): Promise<Checked> {
  let header: Header | null = null;
  let seal: Seal | null = null;
  const idsOf = (one: Header) => {
    const look = within(one);
    return (name: string) => (look(name), NOBODY);
  };
  for await (const part of readArchive(source, known, idsOf)) {
    if ('header' in part) header = part.header;
    if ('seal' in part) seal = part.seal;
  }
  const { counts, people } = header!;
  const project = requireProject(header!, known, idsOf(header!));
  const accounts = await accountsOf(db, people);
  const isKnown = accounts.map((id) => id !== null);
  const plan = createHash('sha256').update(planOf(seal!.sha256, isKnown)).digest('hex');
  const check: ArchiveCheck = {
    ...{ plan, sha256: seal!.sha256, project },
    rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts: Object.entries(counts).map(([table, rows]) => ({ table, rows })),
    people: people.map((person, index) => ({ ...person, known: isKnown[index]! })),
    written: { at: seal!.written.at, by: seal!.written.by },
  };
  return { check, header: header!, seal: seal!, accounts };
}
