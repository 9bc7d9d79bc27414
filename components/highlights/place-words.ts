import { notify, notifyProblem } from '@/components/ui/notify';
import { api, getText } from '@/lib/api/client';
import type { Highlight } from '@/lib/highlights/highlight';
import { undoOf } from './change-tags';
import { problemOf, type Desk } from './desk';
import type { Draft } from './draft';
import { unplace } from './inverse-place';
import { remakeHighlight } from './inverse-steps';

/** Leads to the paragraph where lost words most likely stood; the next words that are selected may be made theirs. */
export async function findPlace(desk: Desk, lost: Highlight): Promise<void> {
  const { articleId, pane } = { ...desk.place, pane: desk.pane };
  if (!pane) return;
  desk.store.set({ placing: lost, draft: null, chosen: null });
  pane.words.host.focus({ preventScroll: true });
  try {
    const oldText = await getText('readText', { id: articleId }, { version: lost.articleVersion });
    const { start, end } = lost;
    // Comparing texts weighs as much as the rest of the reader's words: few ever lose a place.
    const { compareVersions } = await import('@/components/articles/versions-work');
    const { places } = await compareVersions({ oldText, newText: pane.words.text, lost: [{ start, end }] });
    const [likely] = places;
    if (likely) pane.reveal(likely);
  } catch (error) {
    notifyProblem(`Where they stood could not be found. ${problemOf(error).message}`);
  }
}

/** "These are the words": the same highlight, with its tags and threads, stands where somebody has shown. */
export async function placeWords(desk: Desk, lost: Highlight, { start, end, quote }: Draft): Promise<void> {
  desk.store.set({ draft: null, placing: null, saved: 'saving' });
  try {
    const body = { start, end, quote };
    const placed = await api('moveHighlight', { params: { id: lost.id }, body, ifMatch: lost.version });
    desk.put(placed);
    desk.undo.push(unplace(desk, placed));
    desk.store.set({ saved: 'saved', chosen: placed.tags[0]?.id ?? placed.id, unfolded: true, focusChosen: false });
    notify('The words have their place again', { action: undoOf(desk), key: 'undo' });
    desk.backToText(end);
  } catch (error) {
    desk.store.set({ saved: 'idle', placing: lost });
    notifyProblem(`Not placed. ${problemOf(error).message}`);
  }
}

/** Lets lost words go: the highlight is deleted with its tags, and comes back with undo. */
export async function letGo(desk: Desk, lost: Highlight): Promise<void> {
  try {
    const gone = await api('deleteHighlight', { params: { id: lost.id }, body: {}, ifMatch: lost.version });
    desk.drop([lost.id]);
    desk.undo.push(remakeHighlight(desk, gone));
    if (desk.store.get().placing?.id === lost.id) desk.store.set({ placing: null });
    notify('Let go', { action: undoOf(desk), key: 'undo' });
  } catch (error) {
    notifyProblem(`Not let go. ${problemOf(error).message}`);
  }
}
