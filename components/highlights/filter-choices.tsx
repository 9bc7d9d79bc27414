'use client';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { choicesFor, filterLabels } from './filter-words';
import { filterParts, isFiltered } from './filter';
import { useDeskView } from './use-desk';
import { setFilter, useFilter } from './use-filter';

const ANY = 'any';

/** What the tags can be filtered by, with how many there are of each. */
export function FilterChoices() {
  const { all, shown } = useDeskView();
  const filter = useFilter();
  return (
    <div className="flex flex-col gap-2">
      {filterParts.map((part) => (
        <label key={part} className="grid grid-cols-[4rem_minmax(0,1fr)] items-center gap-2">
          <span>{filterLabels[part]}</span>
          <Select
            label={filterLabels[part]}
            value={filter[part] ?? ANY}
            onValueChange={(value) => setFilter(part, value === ANY ? null : value)}
            options={[{ value: ANY, label: 'Any' }, ...choicesFor(all, part)]}
            className="min-w-0"
          />
        </label>
      ))}
      <div className="flex items-center justify-between pt-1">
        <span className="text-sm text-muted" role="status">
          {shown.length} of {all.length} shown
        </span>
        <Button size="small" variant="quiet" disabled={!isFiltered(filter)} onClick={() => setFilter()}>
          Show all
        </Button>
      </div>
    </div>
  );
}
