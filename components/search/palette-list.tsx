'use client';
import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { placeHref, places } from '@/components/frame/places';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { controlLook } from '@/components/ui/control-look';
import { useKeys } from '@/components/ui/use-keys';
import type { SearchHit } from '@/lib/search/search';
import { groupHits, placesMatching } from './hit-groups';
import { PaletteHit } from './palette-hit';
import { useSettled } from './use-settled';

const option = 'option items-start data-[selected=true]:bg-press forced-colors:data-[selected=true]:outline-2';
const groups =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted';
/** Pages that the rail does not lead to. */
const beyond = [
  { path: 'inbox', label: 'Inbox' },
  { path: 'articles/import', label: 'Bring in articles' },
  { path: 'articles/import/annotations', label: 'Annotations of another tool' },
  { path: 'claims/timeline', label: 'Timeline of the claims' },
  { path: 'claims/graph', label: 'Graph of the claims' },
  { path: 'entities/same', label: 'Same or not' },
];

/** What was found for the settled words; while the next words are looked up, what was found before them. */
function useFound(projectId: string | null, q: string) {
  const settled = useSettled(q);
  const asked = projectId !== null && settled.length > 1;
  const found = useRead('search', { projectId: projectId ?? '' }, { q: settled }, { enabled: asked });
  const [last, setLast] = useState<SearchHit[]>([]);
  const now = asked ? found.data?.items : [];
  if (now && now !== last && (now.length > 0 || last.length > 0)) setLast(now);
  return { hits: q.length > 1 ? (now ?? last) : [], busy: q !== settled || found.isFetching, found };
}

/** What was typed, the pages it may mean, what the project holds of it, and the other projects of that name. */
export function PaletteList({ projectId, onDone }: { projectId: string | null; onDone: () => void }) {
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const router = useRouter();
  const { hits, busy, found } = useFound(projectId, q);
  const projects = useRead('listProjects', {});
  const others = (projects.data?.items ?? [])
    .filter(({ id }) => id !== projectId)
    .map(({ id, name }) => ({ id, label: name }));
  const pages = projectId ? placesMatching([...places, ...beyond], q) : [];
  const named = placesMatching(others, q);
  // Open already; without this the browser would take the key for a search of its own.
  useKeys('', [{ id: 'search.open', key: 'mod+k', label: 'Search everything', run: () => undefined }]);
  const nothing = q.length > 1 && !busy && !found.error && hits.length + named.length === 0;

  function go(href: string) {
    onDone();
    router.push(href);
  }
  const line = (key: string, href: string, children: ReactNode) => (
    <Command.Item key={key} value={key} onSelect={() => go(href)} className={option}>
      {children}
    </Command.Item>
  );

  return (
    <Command
      shouldFilter={false}
      label={projectId ? 'Search everything' : 'Go to a project'}
      loop
      className="flex flex-col gap-1"
    >
      <Command.Input
        autoFocus
        value={typed}
        onValueChange={setTyped}
        placeholder={
          projectId ? 'Words in articles, names, questions, claims, comments, pages' : 'The name of a project'
        }
        className={`${controlLook} h-9 text-md`}
      />
      <Command.List label="Found" className={groups} aria-busy={busy || undefined}>
        {projectId && pages.length > 0 && (
          <Command.Group heading="Pages">
            {pages.map(({ path, label }) => line(`page ${path}`, placeHref(projectId, path), label))}
          </Command.Group>
        )}
        {groupHits(hits).map(({ heading, hits: some }) => (
          <Command.Group key={heading} heading={heading}>
            {some.map((hit) => line(`${hit.kind} ${hit.id} ${hit.href}`, hit.href, <PaletteHit hit={hit} />))}
          </Command.Group>
        ))}
        {named.length > 0 && (
          <Command.Group heading={projectId ? 'Other projects' : 'Projects'}>
            {named.map(({ id, label }) => line(`project ${id}`, placeHref(id, ''), label))}
          </Command.Group>
        )}
      </Command.List>
      {found.error && (
        <div role="alert" className="flex flex-wrap items-center gap-2 px-2 py-3">
          <span className="text-bad">Nothing could be looked up. {found.error.message}</span>
          <Button size="small" onClick={() => void found.refetch()}>
            Try again
          </Button>
        </div>
      )}
      <p role="status" className={nothing ? 'px-2 py-3 text-muted' : 'sr-only'}>
        {nothing &&
          (projectId
            ? `Nothing here holds “${q}”. Search finds words of articles, names and aliases, questions, claims and comments.`
            : `No project of yours has the name “${q}”.`)}
        {!nothing && q.length > 1 && !busy && `${hits.length + named.length} found`}
      </p>
    </Command>
  );
}
