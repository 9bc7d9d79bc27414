import type { Metadata } from 'next';
import { OuterFrame } from '@/components/accounts/outer-frame';
import { ArchiveDesk } from '@/components/archives/archive-desk';
import { Page } from '@/components/frame/page';
import { QueryProvider } from '@/components/live/query-provider';
import { findMe } from '@/lib/accounts/queries';
import { readPage } from '@/lib/auth/page';
import { env } from '@/lib/core/env';

export const metadata: Metadata = { title: 'Bring in a project' };

export default async function BringPage() {
  const me = await readPage((ctx) => findMe(ctx));
  return (
    <QueryProvider>
      <OuterFrame me={me} here="/projects">
        <Page title="Bring in a project">
          <ArchiveDesk most={env().CLAIMBENCH_ARCHIVE_MB} />
        </Page>
      </OuterFrame>
    </QueryProvider>
  );
}
