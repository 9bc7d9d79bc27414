'use client';
import { ListFilter } from 'lucide-react';
import { Chip } from '@/components/ui/chip';
import { IconButton } from '@/components/ui/icon-button';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import { Popover } from '@/components/ui/popover';
import { Skeleton } from '@/components/ui/skeleton';
import { filterParts, type FilterPart } from './filter';
import { choicesFor, filterLabels } from './filter-words';
import { useDeskView } from './use-desk';
import { setFilter, useFilter } from './use-filter';

// Counts only while the menu is open: a count is a look at every tag.
const choices = late(() => import('./filter-choices').then((file) => file.FilterChoices));

function FilterChip({ part, value }: { part: FilterPart; value: string | null }) {
  const { all } = useDeskView();
  const said = choicesFor(all, part).find((choice) => choice.value === value)?.label ?? filterLabels[part];
  return (
    <Chip onRemove={() => setFilter(part)} removeLabel={`Remove the filter ${filterLabels[part]}: ${said}`}>
      <span className="inline-block max-w-40 truncate align-bottom">{said}</span>
    </Chip>
  );
}

/** Which tags are shown, in the text and in the margin. */
export function FilterMenu() {
  const filter = useFilter();
  const active = filterParts.filter((part) => filter[part] !== null);
  return (
    <>
      {active.map((part) => (
        <FilterChip key={part} part={part} value={filter[part]} />
      ))}
      <Popover
        label="Filter the tags"
        align="end"
        trigger={
          <IconButton
            label="Filter the tags"
            word="Filter"
            icon={<ListFilter size={16} aria-hidden />}
            aria-pressed={active.length > 0}
          />
        }
      >
        <LatePart of={choices} with={{}} loading={<Skeleton lines={5} />} />
      </Popover>
    </>
  );
}
