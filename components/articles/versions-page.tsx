'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { NotHere } from '@/components/activity/not-here';
import { Where } from '@/components/frame/where';
import { Page } from '@/components/frame/page';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Disclosure } from '@/components/ui/disclosure';
import { ErrorState } from '@/components/ui/error-state';
import { keyOf } from '@/lib/api/client';
import type { Article } from '@/lib/articles/article';
import type { Project } from '@/lib/members/member';
import { may, type Verb } from '@/lib/permissions';
import { BringCorrection } from './bring-correction';
import { KnownList } from './known-list';
import { useTypedText } from './use-typed-text';
import { VersionsCompared } from './versions-compared';

interface VersionsPageProps {
  project: Project;
  articleId: string;
  me: string;
}

/** The versions of an article: what differs, which highlights that touched, and where the next one comes in. */
export function VersionsPage({ project, articleId, me }: VersionsPageProps) {
  const { data: article, error, refetch } = useRead('findArticle', { id: articleId });
  const typed = useTypedText({ what: 'correction', userId: me, id: articleId });
  const reason = useTypedText({ what: 'reason', userId: me, id: articleId });
  const base = useTypedText({ what: 'base', userId: me, id: articleId });
  // Until somebody opens or closes it, the form is there where something was begun in it before, or where there was nothing else to show: a
  // colleague's version that comes meanwhile takes it away from nobody.
  const [asked, setAsked] = useState<boolean | null>(null);
  const [wasFirst, setWasFirst] = useState<boolean | null>(null);
  if (wasFirst === null && article) setWasFirst(article.version.number === 1);
  const bringing = asked ?? (typed.found || reason.found || wasFirst === true);
  const here = `/projects/${project.id}/articles/${articleId}`;
  if (error?.code === 'not-found') return <NotHere what="This article" list="articles" />;
  if (error)
    return (
      <ErrorState title="The article could not be loaded" onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  if (!article) return null;
  const mayDo = (verb: Verb) => may({ userId: me, role: project.role }, verb, article) === true;
  const mayRevise = mayDo('article.revise');
  const first = article.version.number === 1;
  return (
    <>
      <Where crumbs={[{ label: article.title, href: here }, { label: 'Versions' }]} />
      <Page
        title="Versions"
        aside={
          <span dir="auto" lang={article.language ?? ''} className="min-w-0 text-muted wrap-anywhere">
            {article.title}
          </span>
        }
        actions={
          <>
            <ButtonLink href={here}>Read the article</ButtonLink>
            {mayRevise && !bringing && !first ? (
              <Button variant="primary" onClick={() => setAsked(true)}>
                Bring in a corrected version
              </Button>
            ) : null}
          </>
        }
      >
        <div className="flex flex-col gap-6 pb-12">
          {mayDo('article.save') ? <Known key={article.version.number} article={article} /> : null}
          {mayRevise && (bringing || first) ? (
            <BringCorrection
              article={article}
              typed={typed}
              reason={reason}
              base={base}
              onDone={() => setAsked(false)}
              mayClose={!first}
            />
          ) : (
            <Compared article={article} />
          )}
        </div>
      </Page>
    </>
  );
}

/** What the page of the article shows at its head, to be corrected or added to. */
function Known({ article }: { article: Article }) {
  const queries = useQueryClient();
  const { id, projectId } = article;
  return (
    <Disclosure summary="What is known of the article">
      <KnownList
        projectId={projectId}
        entries={[{ key: id, article }]}
        onSaved={(_, saved) => queries.setQueryData(keyOf('findArticle', { id }), saved)}
      />
    </Disclosure>
  );
}

function Compared({ article }: { article: Article }) {
  if (article.version.number === 1)
    return <p className="text-muted">There is one version of this article. A correction would stand here beside it.</p>;
  return <VersionsCompared key={article.version.number} article={article} />;
}
