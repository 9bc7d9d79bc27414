'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { ThingGrade } from '@/components/grades/thing-grade';
import { useGrading } from '@/components/grades/use-grading';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { EmptyState } from '@/components/ui/empty-state';
import type { Publisher } from '@/lib/articles/article';
import { PublisherDialog } from './publisher-dialog';
import { useHere } from './use-here';

const none = <span className="text-faint">–</span>;

/** The outlets and institutions behind the articles; each is graded by analysts, and a lead settles it. */
export function PublisherTable({ projectId }: { projectId: string }) {
  const { may } = useHere(projectId);
  const grading = useGrading(projectId);
  const list = useRead('listPublishers', { projectId });
  const [open, setOpen] = useState<Publisher | 'new' | null>(null);
  const manages = may('publisher.save') === true;
  const adds = may('publisher.add') === true;

  const columns: Column<Publisher>[] = [
    { id: 'name', header: 'Publisher', primary: true, cell: (publisher) => publisher.name },
    { id: 'kind', header: 'What it is', from: 'md', cell: (publisher) => publisher.kind || none },
  ];
  if (grading)
    columns.push({
      id: 'reliability',
      header: 'Reliability',
      width: '7rem',
      cell: ({ id, name }) => (
        <ThingGrade
          projectId={projectId}
          type="publisher"
          id={id}
          title={`Reliability of ${name}`}
          grades={grading.of('publisher', id)}
        />
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
