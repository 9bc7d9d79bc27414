'use client';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { FoldedFilters } from '@/components/ui/folded-filters';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { historyKinds, type HistoryKind } from '@/lib/activity/activity';
import { AboutField } from './about-field';
import { useHistoryFilters } from './use-history-filters';

const kinds = Object.keys(historyKinds) as HistoryKind[];
const words: Record<HistoryKind, string> = {
  articles: 'Articles',
  tags: 'Tags',
  claims: 'Claims',
  questions: 'Questions',
  entities: 'Entities',
  threads: 'Threads',
  rounds: 'Rounds',
  exports: 'Exports',
  project: 'Project',
};

interface HistoryFiltersProps {
  projectId: string;
  /** What the thing that is asked for is called, once a line of it was read. */
  aboutLabel: string | null;
}

/** Who, what kind, which thing and when; all of it stands in the address. */
export function HistoryFilters({ projectId, aboutLabel }: HistoryFiltersProps) {
  const { query, set, clear, active } = useHistoryFilters();
  const members = useRead('listMembers', { projectId });
  const people = (members.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name }));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <FoldedFilters active={active}>
        {kinds.map((one) => (
          <Chip key={one} pressed={one === query.kind} onClick={() => set({ kind: one === query.kind ? null : one })}>
            {words[one]}
          </Chip>
        ))}
        <div className="flex flex-wrap items-center gap-2 md:w-full">
          <div className="w-40">
            <Select
              label="Who"
              value={query.actorId ?? 'all'}
              onValueChange={(next) => set({ by: next === 'all' ? null : next })}
              options={[{ value: 'all', label: 'Everybody' }, ...people]}
            />
          </div>
          <div className="w-52">
            <AboutField
              projectId={projectId}
              value={query.subjectId ? { id: query.subjectId, label: aboutLabel ?? 'One thing' } : null}
              onChange={(about) => set({ about })}
            />
          </div>
          <Days />
          {active > 0 && (
            <Button variant="quiet" size="small" onClick={clear}>
              Everything
            </Button>
          )}
        </div>
      </FoldedFilters>
    </div>
  );
}

/** From one day to another, both counted, as the lines write them: in UTC. */
function Days() {
  const { values, set } = useHistoryFilters();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label className="flex items-center gap-1.5 text-muted">
        from
        <Input
          type="date"
          aria-label="From this day on, in UTC"
          value={values.from}
          max={values.to || undefined}
          onChange={(event) => set({ from: event.target.value })}
          className="w-36"
        />
      </label>
      <label className="flex items-center gap-1.5 text-muted">
        to
        <Input
          type="date"
          aria-label="Up to this day, in UTC"
          value={values.to}
          min={values.from || undefined}
          onChange={(event) => set({ to: event.target.value })}
          className="w-36"
        />
      </label>
    </div>
  );
}
