'use client';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { DataTable } from '@/components/ui/data-table';
import type { Column, Sorting } from '@/components/ui/data-table-look';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Time } from '@/components/ui/time';
import { TlpBadge } from '@/components/ui/tlp-badge';
import { NewChanges } from '@/components/live/new-changes';
import { useStillPages } from '@/components/live/use-still-pages';
import type { Article } from '@/lib/articles/article';
import { useArticleState } from './article-filters';
import { publishedWords } from './published-date';

const blank = <span className="text-faint">–</span>;

const columns: Column<Article>[] = [
  {
    id: 'title',
    header: 'Title',
    primary: true,
    sortable: true,
    cell: (article) => (
      <>
        {article.title}
        {article.marking.tlp && (
          <>
            {' '}
            <TlpBadge tlp={article.marking.tlp} />
          </>
        )}
        {article.retracted && (
          <>
            {' '}
            <Badge tone="bad">retracted</Badge>
          </>
        )}
        {article.counts.lost > 0 && (
          <>
            {' '}
            <Badge tone="warn" title="Highlights whose words the corrected text does not hold">
              {article.counts.lost} lost
            </Badge>
          </>
        )}
      </>
    ),
  },
  {
    id: 'publisher',
    header: 'Publisher',
    width: '13rem',
    from: 'md',
    cell: (article) => article.publisher?.name ?? blank,
  },
  {
    id: 'published',
    header: 'Published',
    width: '10rem',
    sortable: true,
    cell: (article) =>
      article.published ? publishedWords(article.published) : <span className="text-faint">no date</span>,
  },
  { id: 'kind', header: 'Kind', width: '7rem', from: 'xl', cell: (article) => article.kind },
  {
    id: 'tags',
    header: 'Tags',
    width: '5rem',
    align: 'end',
    from: 'md',
    cell: (article) => article.counts.tags || blank,
  },
  {
    id: 'unreviewed',
    header: 'Not reviewed',
    width: '6rem',
    align: 'end',
    from: 'lg',
    cell: (article) => article.counts.unreviewed || blank,
  },
  {
    id: 'added',
    header: 'Brought in',
    width: '10rem',
    from: 'xl',
    sortable: true,
    cell: (article) => <Time at={article.createdAt} detail="date" />,
  },
];

type Sort = 'added' | 'published' | 'title';
const direction = { added: 'descending', published: 'descending', title: 'ascending' } as const;

/** Every article of the project. */
export function ArticleTable({ projectId }: { projectId: string }) {
  const [sort, setSort] = useState<Sort>('added');
  const { state, set } = useArticleState();
  const pages = useStillPages('listArticles', { projectId }, { sort, state });
  if (pages.error)
    return (
      <ErrorState title="The articles could not be read" onRetry={() => void pages.refetch()}>
        {pages.error.message}
      </ErrorState>
    );
  const sorting: Sorting = { id: sort, direction: direction[sort] };
  return (
    <>
      <NewChanges waiting={pages.waiting} onShow={pages.show} />
      <DataTable
        label="Articles"
        columns={columns}
        rows={pages.rows}
        rowKey={(article) => article.id}
        rowHref={(article) => `/projects/${projectId}/articles/${article.id}`}
        sort={sorting}
        onSortChange={(next) => setSort(next.id as Sort)}
        loading={pages.loading}
        empty={
          state ? (
            <EmptyState
              title="No article is like that"
              action={<Button onClick={() => set(null)}>All articles</Button>}
            >
              What you see of the work on them decides: in a blind round that is your own.
            </EmptyState>
          ) : (
            <EmptyState
              title="No articles yet"
              action={
                <ButtonLink href={`/projects/${projectId}/articles/import`} variant="primary">
                  Bring in articles
                </ButtonLink>
              }
            >
              What the project reads: drop files (text, web pages, PDF, DOCX) or paste a text. Its words are kept to the
              letter.
            </EmptyState>
          )
        }
      />
      {pages.more && (
        <div className="p-4">
          <Button onClick={pages.more}>Show more</Button>
        </div>
      )}
    </>
  );
}
