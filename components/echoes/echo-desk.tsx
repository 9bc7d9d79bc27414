'use client';
import clsx from 'clsx';
import { useState } from 'react';
import { Unread } from '@/components/live/unread';
import { usePages } from '@/components/live/use-pages';
import { useRead } from '@/components/live/use-read';
import { useWide } from '@/components/pictures/use-wide';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/segmented';
import { TextLink } from '@/components/ui/text-link';
import type { EchoMap as EchoMapView } from '@/lib/echoes/echo';
import { EchoDialog } from './echo-dialog';
import { EchoMap } from './echo-map';
import { EchoTable } from './echo-table';
import type { Pair } from './echo-words';
import { apartFrom } from './map-layout';
import { PairTable } from './pair-table';
import { Unsearched } from './unsearched';

/** All echoes of a project: which articles have words from which, drawn and as a table, and each passage to be decided. */
export function EchoDesk({ projectId }: { projectId: string }) {
  const [decided, setDecided] = useState<'all' | 'yes' | 'no'>('all');
  const [pair, setPair] = useState<Pair | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const map = useRead('findEchoMap', { projectId });
  const query = { limit: 200, ...(decided === 'all' ? {} : { decided }), ...(pair ? { articleId: pair.a } : {}) };
  const pages = usePages('listEchoes', { projectId }, query);
  if (map.error) return <Unread what="The map" error={map.error} onRetry={() => void map.refetch()} />;
  if (pages.error) return <Unread what="The echoes" error={pages.error} onRetry={() => void pages.refetch()} />;
  const rows = pages.rows.filter((echo) => !pair || echo.spans.some(({ articleId }) => articleId === pair.b));
  const none = map.data?.pairs.length === 0;
  return (
    <div className="flex flex-col gap-6 pb-10">
      <Unsearched projectId={projectId} />
      {none ? (
        <EmptyState title="No article echoes another">
          Every article that is brought in is compared with all others. Passages of eight words and more that two of
          them share, word for word or nearly, will be listed here.
        </EmptyState>
      ) : (
        <>
          {map.data ? <Drawn projectId={projectId} map={map.data} onOpen={setPair} /> : null}
          {map.data ? <Apart projectId={projectId} map={map.data} /> : null}
          <section aria-label="Passages" className="flex flex-col gap-2">
            <div className="flex flex-wrap items-center gap-2 px-4 md:px-6">
              <h2 className="text-md font-semibold">Passages</h2>
              <Segmented
                label="Which passages"
                value={decided}
                onValueChange={setDecided}
                options={[
                  { value: 'all', label: 'All' },
                  { value: 'no', label: 'Undecided' },
                  { value: 'yes', label: 'Decided' },
                ]}
              />
              {pair ? (
                <Chip onRemove={() => setPair(null)} removeLabel="Show all pairs">
                  one pair of articles
                </Chip>
              ) : null}
            </div>
            <EchoTable echoes={rows} loading={pages.loading} onOpen={(echo) => setOpen(echo.id)} />
            {pages.more ? (
              <div className="px-4 md:px-6">
                <Button onClick={pages.more}>Show more</Button>
              </div>
            ) : null}
          </section>
        </>
      )}
      <EchoDialog echoes={pages.rows.filter(({ id }) => id === open)} onClose={() => setOpen(null)} />
    </div>
  );
}

const NAMED = 5;

/** Articles that share nothing are not drawn: they are named. */
function Apart({ projectId, map }: { projectId: string; map: EchoMapView }) {
  const apart = apartFrom(map);
  if (apart.length === 0) return null;
  const more = apart.length - NAMED;
  return (
    <section aria-label="Articles that share nothing" className="px-4 text-sm text-muted md:px-6">
      {apart.length === 1 ? '1 article shares' : `${apart.length} articles share`} no passage with another:{' '}
      {apart.slice(0, NAMED).map(({ id, title }, nth) => (
        <span key={id}>
          {nth > 0 ? ' · ' : null}
          <TextLink href={`/projects/${projectId}/articles/${id}`}>{title}</TextLink>
        </span>
      ))}
      {more > 0 ? ` and ${more} more` : null}
    </section>
  );
}

type DrawnProps = { projectId: string; map: EchoMapView; onOpen: (pair: Pair) => void };

/** The map and its equal as a table: beside it where there is room, else when somebody wants it. */
function Drawn({ projectId, map, onOpen }: DrawnProps) {
  const wide = useWide();
  const table = <PairTable map={map} onOpen={onOpen} inPane={wide} />;
  return (
    <div className={clsx('px-4 md:px-6', wide ? 'grid grid-cols-2 items-start gap-6' : 'flex flex-col gap-3')}>
      <EchoMap projectId={projectId} map={map} onOpen={onOpen} />
      {wide ? (
        <div className="max-h-[36rem] overflow-y-auto">{table}</div>
      ) : (
        <Disclosure summary="The map as a table">{table}</Disclosure>
      )}
    </div>
  );
}
