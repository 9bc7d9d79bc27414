'use client';
import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useState } from 'react';
import { placeHref, places } from '@/components/frame/places';
import { useRead } from '@/components/live/use-read';
import { PaletteHit } from './palette-hit';

const option = 'option flex cursor-default items-start gap-2 rounded-sm px-2 py-1.5 data-[selected=true]:bg-hover';
const heading =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted';

/** What was typed, the pages it may mean, and what the project holds of it. */
export function PaletteList({ projectId, onDone }: { projectId: string; onDone: () => void }) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const router = useRouter();
  const found = useRead('search', { projectId }, { q }, { enabled: q.length > 1 });
  const pages = places.filter((place) => place.label.toLowerCase().includes(q.toLowerCase()));
  const hits = q.length > 1 ? (found.data?.items ?? []) : [];

  function go(href: string) {
    onDone();
    router.push(href);
  }

  return (
    <Command shouldFilter={false} label="Search everything" loop className="flex flex-col gap-2">
      <Command.Input
        autoFocus
        value={typed}
        onValueChange={setTyped}
        placeholder="Words in articles, names, claims, comments, pages"
        className="h-9 w-full rounded-sm border border-edge bg-paper px-3 text-md outline-none focus-visible:outline-2 focus-visible:outline-accent"
      />
      <Command.List className={heading} aria-busy={found.isFetching || undefined}>
        {hits.length > 0 && (
          <Command.Group heading="In this project">
            {hits.map((hit) => (
              <Command.Item
                key={`${hit.kind} ${hit.id} ${hit.href}`}
                value={`${hit.kind} ${hit.id} ${hit.href}`}
                onSelect={() => go(hit.href)}
                className={option}
              >
                <PaletteHit hit={hit} />
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {pages.length > 0 && (
          <Command.Group heading="Pages">
            {pages.map(({ path, label, Icon }) => (
              <Command.Item
                key={path}
                value={`page ${path}`}
                onSelect={() => go(placeHref(projectId, path))}
                className={option}
              >
                <Icon size={15} aria-hidden className="mt-0.5 shrink-0 text-faint" />
                {label}
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {found.error && <p className="px-2 py-3 text-bad">{found.error.message}</p>}
        {q.length > 1 && !found.isFetching && !found.error && hits.length === 0 && (
          <p className="px-2 py-3 text-muted">
            Nothing here holds “{q}”. Search finds words of articles, names and aliases, claims and comments.
          </p>
        )}
      </Command.List>
    </Command>
  );
}
