'use client';
import { useMemo } from 'react';
import { Gone } from '@/components/activity/gone';
import { Linchpin } from '@/components/echoes/linchpin';
import { Where } from '@/components/frame/where';
import { SpeakerGrade } from '@/components/grades/speaker-grade';
import { Unread } from '@/components/live/unread';
import { usePages } from '@/components/live/use-pages';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import { Discussion } from '@/components/threads/discussion';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { EntityClaims } from './entity-claims';
import { EntityHead } from './entity-head';
import { EntityHistory } from './entity-history';
import { CompareEntity } from './compare-entity';
import { Mentions } from './mentions';
import { RefusedNames } from './refused-names';
import { SpellingList } from './spelling-list';
import { ALL_MENTIONS, spellingsOf } from './spellings';

/** An entity: its names and where each was seen, the claims about it, every mention, the discussion. */
export function EntityPage({ projectId, entityId }: { projectId: string; entityId: string }) {
  const entity = useRead('findEntity', { id: entityId });
  const mentions = usePages('listMentions', { id: entityId }, { limit: ALL_MENTIONS });
  const { grades } = useHere(projectId);
  const spellings = useMemo(
    () => (entity.data ? spellingsOf(entity.data, mentions.rows) : []),
    [entity.data, mentions.rows],
  );
  const back = { href: `/projects/${projectId}/entities`, label: 'All entities' };
  if (entity.error?.code === 'not-found')
    return <Gone projectId={projectId} id={entityId} what="This entity" away={back} />;
  if (entity.error)
    return <Unread what="This entity" error={entity.error} onRetry={() => void entity.refetch()} back={back} />;
  if (!entity.data) return <EntitySkeleton />;
  return (
    <div className="mx-auto grid w-full max-w-6xl grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 px-4 py-6 md:px-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
      <Where crumbs={[{ label: entity.data.name }]} />
      <div className="min-w-0 lg:col-span-2">
        <EntityHead entity={entity.data} />
      </div>
      <div className="flex min-w-0 flex-col gap-10 lg:col-start-1 lg:row-start-2">
        {mentions.error ? (
          <Unread what="The mentions" error={mentions.error} onRetry={() => void mentions.refetch()} />
        ) : mentions.loading ? (
          <Loading label="Loading the mentions">
            <Skeleton lines={6} />
          </Loading>
        ) : (
          <Mentions
            projectId={projectId}
            mentions={mentions.rows}
            total={entity.data.mentionCount}
            grades={grades}
            more={mentions.more}
          />
        )}
        <Discussion projectId={projectId} subject={{ type: 'entity', id: entityId }} />
        <EntityHistory entity={entity.data} />
      </div>
      <div className="flex min-w-0 flex-col gap-10 lg:col-start-2 lg:row-start-2">
        {!mentions.loading && !mentions.error && (
          <SpellingList projectId={projectId} spellings={spellings} partial={mentions.more !== null} />
        )}
        <SpeakerGrade entity={entity.data} />
        <EntityClaims projectId={projectId} entityId={entityId} />
        <RefusedNames projectId={projectId} entityId={entityId} />
        <Linchpin projectId={projectId} of="entity" id={entityId} />
        <CompareEntity entity={entity.data} mentions={mentions.rows} />
      </div>
    </div>
  );
}

const EntitySkeleton = () => (
  <Loading label="Loading the entity" className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6 md:px-6">
    <Skeleton className="h-8 w-1/2" />
    <Skeleton className="h-4 w-1/4" />
    <Skeleton lines={6} />
  </Loading>
);
