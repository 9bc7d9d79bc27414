'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Unread } from '@/components/live/unread';
import { useForget } from '@/components/live/use-forget';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { EmptyState } from '@/components/ui/empty-state';
import { notify, notifyProblem } from '@/components/ui/notify';
import { Select } from '@/components/ui/select';
import { api, Problem } from '@/lib/api/client';
import type { Publisher } from '@/lib/articles/article';
import { PublisherDialog } from './publisher-dialog';
import { reliabilities } from './reliability';
import { useHere } from './use-here';

const none = <span className="text-faint">–</span>;

/** The outlets and institutions behind the articles; a lead grades them. */
export function PublisherTable({ projectId }: { projectId: string }) {
  const { may, grades } = useHere(projectId);
  const forget = useForget();
  const list = useRead('listPublishers', { projectId });
  const [open, setOpen] = useState<Publisher | 'new' | null>(null);
  const manages = may('publisher.save') === true;
  const adds = may('publisher.add') === true;

  async function grade(publisher: Publisher, reliability: Publisher['reliability']) {
    try {
      await api('savePublisher', { params: { id: publisher.id }, body: { reliability }, ifMatch: publisher.version });
      notify(`${publisher.name}: ${reliability ?? 'not graded'}`, { key: 'publisher' });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notifyProblem(`Not graded. ${error.message}`, { key: 'publisher' });
    }
    forget('listPublishers', 'listArticles', 'findArticle', 'listCitations', 'listHistory');
  }
  const columns: Column<Publisher>[] = [
    { id: 'name', header: 'Publisher', primary: true, cell: (publisher) => publisher.name },
    { id: 'kind', header: 'What it is', from: 'md', cell: (publisher) => publisher.kind || none },
  ];
  if (grades)
    columns.push({
      id: 'reliability',
      header: 'Reliability',
      width: '9.5rem',
      cell: (publisher) =>
        manages ? (
          <Select
            label={`Reliability of ${publisher.name}`}
            value={publisher.reliability ?? 'none'}
            onValueChange={(next) => void grade(publisher, next === 'none' ? null : next)}
            options={reliabilities}
          />
        ) : (
          (publisher.reliability ?? none)
        ),
    });
  if (list.error) return <Unread what="The publishers" error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <section aria-labelledby="publishers" className="mt-10">
      <div className="flex flex-wrap items-center gap-2 px-4 pb-2 md:px-6">
        <h2 id="publishers" className="text-lg font-semibold">
          Publishers
        </h2>
        {adds && (
          <Button size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setOpen('new')}>
            New publisher
          </Button>
        )}
      </div>
      <DataTable
        label="Publishers"
        columns={columns}
        rows={list.data?.items ?? []}
        rowKey={(publisher) => publisher.id}
        {...(manages ? { onOpen: (publisher: Publisher) => setOpen(publisher) } : {})}
        loading={list.isPending}
        empty={
          <EmptyState title="No publishers yet" level={3}>
            They come with the articles: whoever brings one in says who published it.
          </EmptyState>
        }
      />
      {open && (
        <PublisherDialog projectId={projectId} publisher={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}
