'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { Desk } from '@/components/highlights/desk';
import { isFiltered, passes } from '@/components/highlights/filter';
import { DeskContext, DeskViewContext } from '@/components/highlights/use-desk';
import { useFilter } from '@/components/highlights/use-filter';
import { useHighlights } from '@/components/highlights/use-highlights';
import type { Article } from '@/lib/articles/article';
import type { Person } from '@/lib/core/words';
import type { Highlight } from '@/lib/highlights/highlight';
import type { Project } from '@/lib/members/member';
import { ReaderPage } from './reader-page';

interface ReaderProps {
  project: Project;
  article: Article;
  me: Person;
}

const none: readonly Highlight[] = [];

/** One version of an article, to be read, tagged and reviewed: sets the desk, and lays out what is on it. */
export function Reader({ project, article, me }: ReaderProps) {
  const queries = useQueryClient();
  const version = article.version.number;
  const [desk] = useState(() => {
    const who = { id: me.id, name: me.name, role: project.role };
    return new Desk({ projectId: project.id, articleId: article.id, articleVersion: version, me: who }, queries);
  });
  const read = useHighlights(article.id);
  const underWay = useSyncExternalStore(
    desk.store.subscribe,
    () => desk.store.get().underWay,
    () => none,
  );
  const filter = useFilter();
  const items = read.data?.items ?? none;
  const { placed, lost } = useMemo(() => desk.layers(items, { underWay }), [desk, items, underWay]);
  const shown = useMemo(
    () => (isFiltered(filter) ? placed.filter((layer) => passes(layer, filter)) : placed),
    [placed, filter],
  );
  const { refetch } = read;
  const retry = useCallback(() => void refetch(), [refetch]);
  const isRead = read.data !== undefined;
  const view = useMemo(() => ({ desk, all: placed, shown, lost, isRead }), [desk, placed, shown, lost, isRead]);

  return (
    <DeskContext value={desk}>
      <DeskViewContext value={view}>
        <ReaderPage project={project} article={article} problem={read.error} onRetry={retry} />
      </DeskViewContext>
    </DeskContext>
  );
}
