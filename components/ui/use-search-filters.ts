'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/**
 * Filters that stand in the address, so that a filtered list can be sent to a colleague and survives a reload. Blank is
 * unset. A change replaces the address without asking the server for the page again.
 */
export function useSearchFilters<Name extends string>(names: readonly Name[]) {
  const search = useSearchParams();
  const pathname = usePathname();
  const values = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Record<Name, string>;
  const set = useCallback(
    (changes: Partial<Record<Name, string | null>>) => {
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries<string | null | undefined>(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      window.history.replaceState(null, '', next.size ? `${pathname}?${next}` : pathname);
    },
    [pathname],
  );
  return { values, set, any: names.some((name) => values[name] !== '') };
}
