'use client';
import { HistoryLines } from '@/components/activity/history-lines';
import { Unread } from '@/components/live/unread';
import { usePages } from '@/components/live/use-pages';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
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
  const lines = usePages('listHistory', { projectId: claim.projectId }, { subjectId: claim.id, limit: 20 });
  const error = versions.error ?? lines.error;
  const wordings = versions.data?.items ?? [];
  return (
    <section aria-labelledby="history" className="flex flex-col gap-3">
      <h2 id="history" className="text-lg font-semibold">
        History
      </h2>
      {error ? (
        <Unread
          what="The history"
          error={error}
          onRetry={() => {
            void versions.refetch();
            void lines.refetch();
          }}
        />
      ) : lines.loading || versions.isPending ? (
        <Loading label="Loading the history">
          <Skeleton lines={4} />
        </Loading>
      ) : (
        <>
          {wordings.length > 2 && <CompareWordings versions={wordings} />}
          {wordings.length > 1 && (
            <ol aria-label="Wordings" className="flex flex-col">
              {wordings.map((version, at) => (
                <Wording key={version.id} version={version} before={wordings[at + 1] ?? null} />
              ))}
            </ol>
          )}
          <HistoryLines lines={lines.rows} withoutLabel />
          {lines.more && (
            <Button className="self-start" onClick={lines.more}>
              Show more
            </Button>
          )}
        </>
      )}
    </section>
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
