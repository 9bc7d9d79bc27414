import { ChangedWords } from '@/components/ui/changed-words';
import type { AnswerOf } from '@/lib/api/client';
import { differences, draftOf } from './claim-draft';

type Version = AnswerOf<'listClaimVersions'>['items'][number];

const draftIn = (version: Version) => draftOf({ statement: version.statement, structure: version });

/** What differs between two wordings, word by word: the statement, then the structure part by part. */
export function WordingChanges({ before, after }: { before: Version; after: Version }) {
  const changes = differences(draftIn(before), draftIn(after));
  if (changes.length === 0) return <p className="text-muted">They say the same.</p>;
  return changes.map((change) => (
    <p key={change.part} className="wrap-anywhere">
      {change.part !== 'Statement' && <span className="text-muted">{change.part}: </span>}
      <ChangedWords before={change.before} after={change.after} />
    </p>
  ));
}
