'use client';
import { useForget } from '@/components/live/use-forget';
import { notify, notifyProblem } from '@/components/ui/notify';
import { api, Problem } from '@/lib/api/client';
import type { SavedView } from '@/lib/claims/saved-view';

/** What is done with a saved view beside keeping it; a refusal is said, and the view stays as it was. */
export function useViews() {
  const forget = useForget();
  async function done<T>(write: () => Promise<T>, failed: string): Promise<T | null> {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notifyProblem(`${failed} ${error.message}`, { key: 'view' });
      return null;
    } finally {
      forget('listViews', 'listHistory');
    }
  }

  async function bringBack(view: SavedView, version: number) {
    const params = { id: view.id };
    const back = await done(() => api('restoreView', { params, body: {}, ifMatch: version }), 'Not brought back.');
    if (back) notify(`“${view.name}” is back`, { key: 'view' });
  }
  async function remove(view: SavedView) {
    const params = { id: view.id };
    const gone = await done(() => api('deleteView', { params, body: {}, ifMatch: view.version }), 'Not deleted.');
    if (!gone) return;
    const undo = { label: 'Undo', run: () => void bringBack(view, gone.version) };
    notify(`“${view.name}” deleted`, { key: 'view', action: undo });
  }
  async function share(view: SavedView, shared: boolean) {
    const write = () => api('saveView', { params: { id: view.id }, body: { shared }, ifMatch: view.version });
    if (await done(write, 'Not changed.'))
      notify(shared ? 'Shared with the project' : 'Yours alone again', { key: 'view' });
  }
  async function rename(view: SavedView, name: string): Promise<boolean> {
    const write = () => api('saveView', { params: { id: view.id }, body: { name }, ifMatch: view.version });
    const saved = await done(write, 'Not renamed.');
    if (saved) notify(`Renamed to “${saved.name}”`, { key: 'view' });
    return saved !== null;
  }
  return { remove, share, rename };
}
