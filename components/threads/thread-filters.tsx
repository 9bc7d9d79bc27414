'use client';
import { useRead } from '@/components/live/use-read';
import { PersonChip } from '@/components/members/person-chip';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Combobox } from '@/components/ui/combobox';
import { FoldedFilters } from '@/components/ui/folded-filters';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import { subjectTypes } from '@/lib/threads/thread';
import { filterOf, kindWords, threadFilterNames, type Which } from './thread-filter';

const states: { value: Which; label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Closed' },
  { value: 'all', label: 'All' },
];

const ANY = 'any';
const kinds = [
  { value: ANY, label: 'On anything' },
  ...subjectTypes.map((type) => ({ value: type, label: `On ${kindWords[type].toLowerCase().replace(/y$/, 'ie')}s` })),
];

/** Which threads are listed; kept in the address. */
export function ThreadFilters({ projectId }: { projectId: string }) {
  const { values, set, any } = useSearchFilters(threadFilterNames);
  const { which, filter } = filterOf(values);
  const narrowing = threadFilterNames.filter((name) => name !== 'state' && values[name] !== '').length;
  const chip = (name: 'mine' | 'objections' | 'mentions', value: string, label: string) => {
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
      <FoldedFilters active={narrowing}>
        {chip('mine', 'started', 'I started')}
        {chip('mine', 'took-part', 'I took part')}
        {chip('mentions', 'me', 'Mention me')}
        {chip('objections', 'open', 'Open objections')}
        {filter.waitsFor && (
          <PersonChip
            projectId={projectId}
            userId={filter.waitsFor}
            words="waiting for a word of"
            without="Whoever they wait for"
            onRemove={() => set({ waits: null })}
          />
        )}
        <div className="w-36">
          <Select
            label="On what kind of thing"
            value={filter.subjectId ? ANY : (filter.subjectType ?? ANY)}
            options={kinds}
            onValueChange={(kind) => set({ on: kind === ANY ? null : kind, article: null, claim: null })}
          />
        </div>
        <OnArticle
          projectId={projectId}
          value={values.article}
          onChange={(article) => set({ article, claim: null, on: null })}
        />
        <OnClaim
          projectId={projectId}
          value={values.claim}
          onChange={(claim) => set({ claim, article: null, on: null })}
        />
      </FoldedFilters>
      {any && (
        <Button
          variant="quiet"
          size="small"
          onClick={() => set(Object.fromEntries(threadFilterNames.map((name) => [name, null])))}
        >
          Open threads
        </Button>
      )}
    </>
  );
}

interface OnProps {
  projectId: string;
  value: string;
  onChange: (id: string | null) => void;
}

function OnArticle({ projectId, value, onChange }: OnProps) {
  const articles = useRead('listArticles', { projectId }, { limit: 500 }).data?.items ?? [];
  return (
    <div className="w-44">
      <Combobox
        label="On an article and its words"
        items={articles}
        value={articles.find(({ id }) => id === value) ?? null}
        onValueChange={(one) => onChange(one?.id ?? null)}
        itemKey={({ id }) => id}
        itemLabel={({ title }) => title}
        placeholder="Any article"
        emptyText="No such article."
      />
    </div>
  );
}

function OnClaim({ projectId, value, onChange }: OnProps) {
  const claims = useRead('listClaimStatements', { projectId }).data?.items ?? [];
  return (
    <div className="w-44">
      <Combobox
        label="On a claim and its citations"
        items={claims}
        value={claims.find(({ id }) => id === value) ?? null}
        onValueChange={(one) => onChange(one?.id ?? null)}
        itemKey={({ id }) => id}
        itemLabel={({ statement }) => statement}
        placeholder="Any claim"
        emptyText="No such claim."
      />
    </div>
  );
}
