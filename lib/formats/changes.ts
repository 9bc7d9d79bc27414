import { sayDay } from './chicago';
import { sayParts } from './digest';
import type { ChangedClaim, EarlierExport, ExportChanges, WithdrawnClaim } from './export';

// What became of the claims of an earlier export, for whoever has that one.

const times = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** "2 new, 1 changed, 1 withdrawn, 12 as they were." */
export function tallyChanges({ added, changed, withdrawn, outside, same }: ExportChanges): string {
  const said = [
    `${added.length} new`,
    `${changed.length} changed`,
    `${withdrawn.length} withdrawn`,
    ...(outside.length ? [`${outside.length} no longer among these`] : []),
    times(same, 'as it was', 'as they were'),
  ];
  return `${said.join(', ')}.`;
}

/** Who ended the approval and when: "by Ines on 3 May 2026"; blank where nobody is known. */
export const sayEnded = ({ by, at }: Pick<WithdrawnClaim, 'by' | 'at'>): string =>
  [by && `by ${by.name}`, at && `on ${sayDay(at)}`].filter(Boolean).join(' ');

export interface ChangeItem {
  /** The claim's words. */
  readonly statement: string;
  /** What became of it, a sentence each. */
  readonly says: readonly string[];
  /** How it read before, where it reads otherwise now. */
  readonly before: string | null;
}

const withdrawnItem = (one: WithdrawnClaim): ChangeItem => {
  const ended = sayEnded(one);
  return {
    statement: one.statement,
    says: [one.why, ...(ended ? [`Withdrawn ${ended}.`] : [])],
    before: null,
  };
};

const changedItem = ({ before, now, parts }: ChangedClaim): ChangeItem => ({
  statement: now.statement,
  says: [sayParts(parts), `SHA-256 before ${before.sha256.slice(0, 16)}…, now ${now.sha256.slice(0, 16)}….`],
  before: before.statement === now.statement ? null : before.statement,
});

/** What changed as headings and lines, withdrawn ones first: they must not be used any more. `statements` are those of the file, by id. */
export function changeGroups(changes: ExportChanges, statements: ReadonlyMap<string, string>) {
  const added = changes.added.map(({ id }): ChangeItem => ({
    ...{ statement: statements.get(id) ?? id, says: [], before: null },
  }));
  const outside = changes.outside.map(({ statement, why }): ChangeItem => ({ statement, says: [why], before: null }));
  return [
    { heading: 'Withdrawn: do not use these any more', items: changes.withdrawn.map(withdrawnItem) },
    { heading: 'Changed', items: changes.changed.map(changedItem) },
    { heading: 'New', items: added },
    { heading: 'Approved still, but no longer among these', items: outside },
  ].filter(({ items }) => items.length > 0);
}

/** "Since the export of 3 May 2026 by Ines (SHA-256 0f3a…)". */
export const saySince = ({ at, by, sha256 }: EarlierExport): string =>
  `Since the export that ${by.name} made on ${sayDay(at)} (SHA-256 ${sha256})`;
