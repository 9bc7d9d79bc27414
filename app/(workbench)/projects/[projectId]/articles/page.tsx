import type { Metadata } from 'next';
import { ArticleFilters } from '@/components/articles/article-filters';
import { ArticleTable } from '@/components/articles/article-table';
import { Page } from '@/components/frame/page';
import { ButtonLink } from '@/components/ui/button-link';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Articles' };

export default async function ArticlesPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page
      title="Articles"
      width="flush"
      toolbar={<ArticleFilters />}
      actions={
        <ButtonLink href={`/projects/${projectId}/articles/import`} variant="primary">
          Bring in articles
        </ButtonLink>
      }
    >
      <ArticleTable projectId={projectId} />
    </Page>
  );
}
