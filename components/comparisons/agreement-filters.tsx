'use client';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { entityLook } from '@/components/ui/entity-look';
import { Select } from '@/components/ui/select';
import type { Agreement } from '@/lib/comparisons/comparison';
import type { AgreementFilterSet } from './use-agreement-filters';

const ALL = 'all';
export const typeWords = (type: string) => (type === 'citation' ? 'Citation' : entityLook(type).word);

interface AgreementFiltersProps {
  agreement: Agreement;
  filters: AgreementFilterSet;
}

/** Which articles, analysts and types are compared. */
export function AgreementFilters({ agreement, filters }: AgreementFiltersProps) {
  const { values, set, narrowed, clear } = filters;
  const { analysts, articles, types } = agreement;
  const nameOf = (id: string) => analysts.find((one) => one.id === id)?.name ?? 'somebody';
  const pair = [values.a, values.b].filter(Boolean).map(nameOf);
  return (
    <div className="flex flex-wrap items-center gap-2 empty:hidden">
      {(articles.length > 0 || values.article) && (
        <div className="w-64 max-w-full">
          <Select
            label="Article"
            className="w-full"
            value={values.article || ALL}
            onValueChange={(article) => set({ article: article === ALL ? null : article })}
            options={[
              { value: ALL, label: 'All articles' },
              ...articles.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        </div>
      )}
      {(types.length > 0 || values.type) && (
        <div className="w-44">
          <Select
            label="Type"
            className="w-full"
            value={values.type || ALL}
            onValueChange={(type) => set({ type: type === ALL ? null : type })}
            options={[
              { value: ALL, label: 'All types' },
              ...types.map((type) => ({ value: type, label: typeWords(type) })),
            ]}
          />
        </div>
      )}
      {pair.length > 0 && (
        <Chip onRemove={() => set({ a: null, b: null })} removeLabel="Compare all analysts">
          <span className="max-w-64 truncate">{pair.join(' and ')}</span>
        </Chip>
      )}
      {narrowed && (
        <Button variant="quiet" size="small" onClick={clear}>
          Everything
        </Button>
      )}
    </div>
  );
}
