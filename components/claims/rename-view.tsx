'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import type { SavedView } from '@/lib/claims/saved-view';
import { useViews } from './use-views';

/** A view's name as a field, in the place of the name: Enter saves it, Escape leaves it as it was. */
export function RenameView({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const [name, setName] = useState(view.name);
  const { rename } = useViews();
  async function save() {
    if (name.trim() === view.name || (await rename(view, name))) onClose();
  }
  return (
    <form
      className="flex min-w-0 flex-1 basis-full items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The dialog stays: only the field is left.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <Input
        autoFocus
        aria-label={`New name of ${view.name}`}
        value={name}
        onValueChange={setName}
        onFocus={(event) => event.target.select()}
        maxLength={80}
        className="min-w-0 flex-1"
      />
      <Button size="small" type="submit" variant="primary" disabled={!name.trim()}>
        Save
      </Button>
      <Button size="small" variant="quiet" onClick={onClose}>
        Cancel
      </Button>
    </form>
  );
}
