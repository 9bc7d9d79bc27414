'use client';
import { Unread } from '@/components/live/unread';
import { NewChanges } from '@/components/live/new-changes';
import { useStillPages } from '@/components/live/use-still-pages';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { EmptyState } from '@/components/ui/empty-state';
import { absoluteTime } from '@/components/ui/moment';
import { Time } from '@/components/ui/time';
import type { Question } from '@/lib/questions/question';
import { NewQuestion } from './new-question';
import { QuestionState } from './question-state';
import { useQuestionFilters } from './use-question-filters';

const none = <span className="text-faint">–</span>;
const columns: Column<Question>[] = [
  { id: 'text', header: 'Question', primary: true, cell: ({ text }) => text },
  { id: 'state', header: 'Status', width: '8rem', cell: (question) => <QuestionState question={question} /> },
  { id: 'answers', header: 'Answers', width: '5rem', align: 'end', cell: ({ answers }) => answers.length || none },
  {
    id: 'assignee',
    header: 'Looked after by',
    width: '10rem',
    from: 'md',
    cell: ({ assignee }) => (assignee ? <span className="block truncate">{assignee.name}</span> : none),
  },
  {
    id: 'due',
    header: 'Due',
    width: '7rem',
    from: 'md',
    cell: ({ dueOn }) => (dueOn ? absoluteTime(dueOn, 'date') : none),
  },
  {
    id: 'updated',
    header: 'Updated',
    width: '7.5rem',
    from: 'lg',
    cell: ({ updatedAt }) => <Time at={updatedAt} detail="date" />,
  },
];

/** The questions of the project, as the filters in the address narrow them. */
export function QuestionTable({ projectId }: { projectId: string }) {
  const { query, clear, any } = useQuestionFilters();
  const pages = useStillPages('listQuestions', { projectId }, query);
  if (pages.error) return <Unread what="The questions" error={pages.error} onRetry={() => void pages.refetch()} />;
  return (
    <>
      <NewChanges waiting={pages.waiting} onShow={pages.show} />
      <DataTable
        label="Questions"
        columns={columns}
        rows={pages.rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/projects/${projectId}/questions/${id}`}
        loading={pages.loading}
        empty={
          any ? (
            <EmptyState title="No question fits" action={<Button onClick={clear}>Show all questions</Button>}>
              Take a filter away, or find other words.
            </EmptyState>
          ) : (
            <EmptyState title="No questions yet" action={<NewQuestion projectId={projectId} />}>
              A question gathers the claims that answer one thing differently and sets them side by side. Ask it before
              anybody has an answer, or press “Another answer” on a claim.
            </EmptyState>
          )
        }
      />
      {pages.more && (
        <div className="p-4 md:px-6">
          <Button onClick={pages.more}>Show more</Button>
        </div>
      )}
    </>
  );
}
