'use client';
import { PersonChip } from '@/components/members/person-chip';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { SearchField } from '@/components/ui/search-field';
import { useQuestionFilters } from './use-question-filters';

/** Which questions are listed; all of it stands in the address. */
export function QuestionFilters({ projectId }: { projectId: string }) {
  const { values, query, set, clear, any } = useQuestionFilters();
  const chip = (name: 'state' | 'mine' | 'due', value: string, label: string) => (
    <Chip pressed={query[name] === value} onClick={() => set({ [name]: query[name] === value ? null : value })}>
      {label}
    </Chip>
  );
  return (
    <>
      <SearchField label="Find questions" value={values.q} onValueChange={(q) => set({ q })} />
      {chip('state', 'open', 'Open')}
      {chip('state', 'settled', 'Settled')}
      {chip('due', 'overdue', 'Overdue')}
      {chip('mine', 'assigned', 'Looked after by me')}
      {chip('mine', 'created', 'Asked by me')}
      <Chip
        pressed={query.assigneeId === 'nobody'}
        onClick={() => set({ assignee: query.assigneeId === 'nobody' ? null : 'nobody' })}
      >
        Looked after by nobody
      </Chip>
      {query.assigneeId && query.assigneeId !== 'nobody' && (
        <PersonChip
          projectId={projectId}
          userId={query.assigneeId}
          words="looked after by"
          without="Whoever looks after them"
          onRemove={() => set({ assignee: null })}
        />
      )}
      {any && (
        <Button variant="quiet" size="small" onClick={clear}>
          All questions
        </Button>
      )}
    </>
  );
}
