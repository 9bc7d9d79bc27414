'use client';
import { Chip } from '@/components/ui/chip';
import { Segmented } from '@/components/ui/segmented';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import { filterOf, threadFilterNames, type Which } from './thread-filter';

const states: { value: Which; label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Closed' },
  { value: 'all', label: 'All' },
];

/** Which threads are listed; kept in the address. */
export function ThreadFilters() {
  const { values, set } = useSearchFilters(threadFilterNames);
  const { which, filter } = filterOf(values);
  const chip = (name: 'mine' | 'objections', value: string, label: string) => {
    const pressed = filter[name] === value;
    return (
      <Chip pressed={pressed} onClick={() => set({ [name]: pressed ? null : value })}>
        {label}
      </Chip>
    );
  };
  return (
    <>
      <Segmented
        label="State"
        value={which}
        options={states}
        onValueChange={(value) => set({ state: value === 'open' ? null : value })}
      />
      {chip('mine', 'took-part', 'I took part')}
      {chip('mine', 'started', 'I started')}
      {chip('objections', 'open', 'Open objections')}
    </>
  );
}
