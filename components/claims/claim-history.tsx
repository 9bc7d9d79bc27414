'use client';
import { SubjectHistory } from '@/components/activity/subject-history';
import { useRead } from '@/components/live/use-read';
import { Time } from '@/components/ui/time';
import { PersonName } from '@/components/ui/person-name';
import type { AnswerOf } from '@/lib/api/client';
import type { Claim } from '@/lib/claims/claim';
import { CompareWordings } from './compare-wordings';
import { WordingChanges } from './wording-changes';

type Version = AnswerOf<'listClaimVersions'>['items'][number];

/** Every wording compared with the one before it, and what happened to the claim. */
export function ClaimHistory({ claim }: { claim: Claim }) {
  const versions = useRead('listClaimVersions', { id: claim.id });
  const wordings = versions.data?.items ?? [];
  return (
    <SubjectHistory projectId={claim.projectId} subjectId={claim.id} versions={versions}>
      {wordings.length > 2 && <CompareWordings versions={wordings} />}
      {wordings.length > 1 && (
        <ol aria-label="Wordings" className="flex flex-col">
          {wordings.map((version, at) => (
            <Wording key={version.id} version={version} before={wordings[at + 1] ?? null} />
          ))}
        </ol>
      )}
    </SubjectHistory>
  );
}

function Wording({ version, before }: { version: Version; before: Version | null }) {
  return (
    <li className="flex flex-col gap-1 border-b border-line py-2">
      <p className="text-muted">
        Wording {version.number} by <PersonName person={version.author} />
        {version.proposedBy && `, as proposed by ${version.proposedBy.name}`}, <Time at={version.createdAt} />
      </p>
      {before ? (
        <WordingChanges before={before} after={version} />
      ) : (
        <p className="wrap-anywhere">{version.statement}</p>
      )}
    </li>
  );
}
