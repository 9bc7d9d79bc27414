'use client';
import { useState } from 'react';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { SavedView } from '@/lib/claims/saved-view';
import { RenameView } from './rename-view';
import { useViews } from './use-views';

interface ManageViewsProps {
  projectId: string;
  views: readonly SavedView[];
  onClose: () => void;
}

/** Every view that one sees, with what may be done with it. */
export function ManageViews({ projectId, views, onClose }: ManageViewsProps) {
  const [renamed, setRenamed] = useState<string | null>(null);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Views">
      {views.length === 0 && <p className="text-muted">No view is left.</p>}
      <ul aria-label="Views">
        {views.map((view) => (
          <li key={view.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
            {renamed === view.id ? (
              <RenameView view={view} onClose={() => setRenamed(null)} />
            ) : (
              <Line projectId={projectId} view={view} onRename={() => setRenamed(view.id)} />
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

type LineProps = { projectId: string; view: SavedView; onRename: () => void };

function Line({ projectId, view, onRename }: LineProps) {
  const { may } = useHere(projectId);
  const { remove, share } = useViews();
  const saves = may('view.save', view) === true;
  return (
    <>
      <span className="min-w-0 flex-1 basis-48 wrap-anywhere">{view.name}</span>
      <span className="text-sm text-muted">{view.shared ? `shared by ${view.creator.name}` : 'yours alone'}</span>
      {may('view.share') === true && (
        <Button
          size="small"
          onClick={() => void share(view, !view.shared)}
          aria-label={`${view.shared ? 'Stop sharing' : 'Share'} ${view.name}`}
        >
          {view.shared ? 'Stop sharing' : 'Share'}
        </Button>
      )}
      {saves && (
        <Button size="small" onClick={onRename} aria-label={`Rename ${view.name}`}>
          Rename
        </Button>
      )}
      {saves && (
        <Button size="small" onClick={() => void remove(view)} aria-label={`Delete ${view.name}`}>
          Delete
        </Button>
      )}
    </>
  );
}
