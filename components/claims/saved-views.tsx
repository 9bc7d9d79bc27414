'use client';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { MenuSeparator } from '@/components/ui/menu-separator';
import { KeepView } from './keep-view';
import { ManageViews } from './manage-views';
import { addressOf, filtersOf, useClaimFilters } from './use-claim-filters';

const key = (filters: object) => JSON.stringify(Object.entries(filters).sort());

/** Sets of filters that were given a name: one's own, and those shared with the project. */
export function SavedViews({ projectId }: { projectId: string }) {
  const { query, set, any } = useClaimFilters();
  const [open, setOpen] = useState<'keep' | 'manage' | null>(null);
  const views = useRead('listViews', { projectId }).data?.items ?? [];
  const { may } = useHere(projectId);
  const filters = filtersOf(query);
  const current = views.find((view) => key(view.filters) === key(filters));
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button size="small" icon={<Bookmark size={14} aria-hidden />}>
            <span className="max-w-40 truncate">{current ? current.name : 'Views'}</span>
          </Button>
        }
      >
        {views.map((view) => (
          <MenuItem key={view.id} onClick={() => set(addressOf(view.filters))}>
            <span className="block max-w-72 truncate">{view.name}</span>
            {view.shared && <span className="block text-sm text-muted">shared by {view.creator.name}</span>}
          </MenuItem>
        ))}
        {views.length === 0 && (
          <p className="max-w-64 px-2 py-1.5 text-muted">No view yet. Filter the claims and keep the filters here.</p>
        )}
        <MenuSeparator />
        <MenuItem disabled={!any || Boolean(current) || may('view.add') !== true} onClick={() => setOpen('keep')}>
          Keep these filters …
        </MenuItem>
        {views.length > 0 && <MenuItem onClick={() => setOpen('manage')}>Manage views …</MenuItem>}
      </Menu>
      {open === 'keep' && <KeepView projectId={projectId} filters={filters} onClose={() => setOpen(null)} />}
      {open === 'manage' && <ManageViews projectId={projectId} views={views} onClose={() => setOpen(null)} />}
    </>
  );
}
