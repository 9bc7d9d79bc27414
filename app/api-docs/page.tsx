import type { Metadata } from 'next';
import { ApiFrame } from '@/components/api-docs/api-frame';
import { ApiOpening } from '@/components/api-docs/api-opening';
import { OperationList } from '@/components/api-docs/operation-list';
import { Page } from '@/components/frame/page';
import { apiDocument } from '@/lib/api/routes';
import { env } from '@/lib/core/env';

export const metadata: Metadata = { title: 'API' };

export default function ApiPage() {
  const { tags, paths } = apiDocument();
  const lines = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId: name, summary, tags: of }]) => ({
      name,
      method,
      path,
      summary,
      chapter: of[0],
    })),
  );
  const chapters = tags.map((tag) => ({
    ...tag,
    lines: lines.filter(({ chapter }) => chapter === tag.name).map(({ chapter: _, ...line }) => line),
  }));
  return (
    <ApiFrame>
      <Page title="API">
        <ApiOpening origin={env().NEXTAUTH_URL} rate={env().CLAIMBENCH_RATE} />
        <OperationList chapters={chapters.filter((chapter) => chapter.lines.length > 0)} />
      </Page>
    </ApiFrame>
  );
}
