'use client';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { SearchField } from '@/components/ui/search-field';
import { useQuestionFilters } from './use-question-filters';

/** Which questions are listed; all of it stands in the address. */
export function QuestionFilters() {
  const { values, query, set, any } = useQuestionFilters();
  const chip = (name: 'state' | 'mine', value: string, label: string) => (
    <Chip pressed={query[name] === value} onClick={() => set({ [name]: query[name] === value ? null : value })}>
      {label}
    </Chip>
  );
  return (
    <>
      <SearchField label="Find questions" value={values.q} onValueChange={(q) => set({ q })} />
      {chip('state', 'open', 'Open')}
      {chip('state', 'settled', 'Settled')}
      {chip('mine', 'assigned', 'Looked after by me')}
      {chip('mine', 'created', 'Asked by me')}
      {any && (
        <Button variant="quiet" size="small" onClick={() => set({ q: null, state: null, mine: null })}>
          All questions
        </Button>
      )}
    </>
  );
}
