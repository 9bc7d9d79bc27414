'use client';
import { useQueryClient } from '@tanstack/react-query';
import { startTransition, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { Desk } from '@/components/highlights/desk';
import { followDesk, followSettled } from '@/components/highlights/follow-desk';
import { DeskContext, DeskViewContext, LanguageContext } from '@/components/highlights/use-desk';
import { useFilter } from '@/components/highlights/use-filter';
import { useHighlights } from '@/components/highlights/use-highlights';
import type { Article } from '@/lib/articles/article';
import type { Person } from '@/lib/core/words';
import type { Project } from '@/lib/members/member';
import { ReaderPage } from './reader-page';

interface ReaderProps {
  project: Project;
  article: Article;
  me: Person;
}

/** One version of an article, to be read, tagged and reviewed: sets the desk, and lays out what is on it. */
export function Reader({ project, article, me }: ReaderProps) {
  const queries = useQueryClient();
  const version = article.version.number;
  const filter = useFilter();
  const [desk] = useState(() => {
    const who = { id: me.id, name: me.name, role: project.role };
    const place = { projectId: project.id, articleId: article.id, articleVersion: version, me: who };
    const made = new Desk(place, queries);
    made.lay(filter);
    return made;
  });
  // Of the answer itself nothing is taken here: the desk follows it, and what it changes is drawn before anything renders.
  const { error, refetch } = useHighlights(article.id);
  const [settled, setSettled] = useState(desk.lying.get);
  useLayoutEffect(() => followDesk(desk), [desk]);
  useLayoutEffect(() => desk.lay(filter), [desk, filter]);
  useEffect(() => followSettled(desk, (now) => startTransition(() => setSettled(now))), [desk]);
  const retry = useCallback(() => void refetch(), [refetch]);
  const view = useMemo(() => ({ desk, ...settled }), [desk, settled]);

  return (
    <DeskContext value={desk}>
      <DeskViewContext value={view}>
        <LanguageContext value={article.language}>
          <ReaderPage project={project} article={article} problem={error} onRetry={retry} />
        </LanguageContext>
      </DeskViewContext>
    </DeskContext>
  );
}
