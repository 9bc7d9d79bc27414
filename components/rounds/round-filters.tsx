'use client';
import { PersonChip } from '@/components/members/person-chip';
import { useHere } from '@/components/members/use-here';
import { Chip } from '@/components/ui/chip';
import { useSearchFilters } from '@/components/ui/use-search-filters';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whose hand-in the rounds wait for, as the address asks for it. */
export function useRoundFilters() {
  const { values, set } = useSearchFilters(['waits']);
  return { waitsFor: ID.test(values.waits) ? values.waits : undefined, set: (waits: string | null) => set({ waits }) };
}

/** Which rounds are listed; it stands in the address. */
export function RoundFilters({ projectId }: { projectId: string }) {
  const { me } = useHere(projectId);
  const { waitsFor, set } = useRoundFilters();
  const mine = waitsFor === me.id;
  return (
    <>
      <Chip pressed={mine} onClick={() => set(mine ? null : me.id)}>
        I have not handed in
      </Chip>
      {waitsFor && !mine && (
        <PersonChip
          projectId={projectId}
          userId={waitsFor}
          words="waiting for"
          without="All rounds"
          onRemove={() => set(null)}
        />
      )}
    </>
  );
}
