'use client';
import { ListFilter } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { entityLook } from '@/components/ui/entity-look';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { Select } from '@/components/ui/select';
import { choicesOf, filterParts, isFiltered, type FilterPart } from './filter';
import type { Layer } from './layer';
import { useDeskView } from './use-desk';
import { setFilter, useFilter } from './use-filter';

interface Choice {
  value: string;
  label: string;
  hint?: string;
}

const labels: Record<FilterPart, string> = {
  author: 'Author',
  entity: 'Entity',
  claim: 'Claim',
  type: 'Type',
  review: 'Review',
};

const reviewChoices: Choice[] = [
  { value: 'unreviewed', label: 'Not reviewed' },
  { value: 'accepted', label: 'Accepted' },
  { value: 'needs-work', label: 'Needs work' },
  { value: 'rejected', label: 'Rejected' },
  { value: 'contested', label: 'Contested' },
];

function typeChoices(layers: readonly Layer[]): Choice[] {
  const types = [...new Set(layers.flatMap(({ tag }) => tag?.entity?.type ?? []))];
  return [
    { value: 'mentions', label: 'Mentions of entities' },
    ...types.map((type) => ({ value: type, label: entityLook(type).word })),
    { value: 'citations', label: 'Citations of claims' },
    { value: 'supports', label: 'Supports' },
    { value: 'contradicts', label: 'Contradicts' },
    { value: 'context', label: 'Context' },
    { value: 'bare', label: 'Highlights without a tag' },
  ];
}

function choicesFor(layers: readonly Layer[], part: FilterPart): Choice[] {
  if (part === 'review') return reviewChoices;
  if (part === 'type') return typeChoices(layers);
  return choicesOf(layers, part).map(({ value, label, count }) => ({ value, label, hint: String(count) }));
}

const ANY = 'any';

/** Which tags are shown, in the text and in the margin. */
export function FilterMenu() {
  const { all, shown } = useDeskView();
  const filter = useFilter();
  const active = filterParts.filter((part) => filter[part] !== null);
  return (
    <>
      {active.map((part) => {
        const said = choicesFor(all, part).find(({ value }) => value === filter[part])?.label ?? labels[part];
        return (
          <Chip key={part} onRemove={() => setFilter(part)} removeLabel={`Remove the filter ${labels[part]}: ${said}`}>
            <span className="inline-block max-w-40 truncate align-bottom">{said}</span>
          </Chip>
        );
      })}
      <Popover
        label="Filter the tags"
        align="end"
        trigger={
          <IconButton
            label="Filter the tags"
            icon={<ListFilter size={16} aria-hidden />}
            aria-pressed={active.length > 0}
          />
        }
      >
        <div className="flex flex-col gap-2">
          {filterParts.map((part) => (
            <label key={part} className="grid grid-cols-[4rem_minmax(0,1fr)] items-center gap-2">
              <span>{labels[part]}</span>
              <Select
                label={labels[part]}
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
      </Popover>
    </>
  );
}
