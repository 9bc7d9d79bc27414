import { toast } from 'sonner';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { STAYS } from './message-ids';
import { say } from './messages';

const undo = { label: 'Undo', run: () => undefined };
const offered = () => toast.getToasts().filter((one) => 'action' in one && one.action);

// Frames are the browser's: the messages, not their pictures, are looked at here.
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', () => 0);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('offers one way back for a key, also while the message before is on its way out', () => {
  const seen: unknown[] = [];
  say('Asked', { key: 'question', action: undo });
  const [asked] = offered();
  vi.advanceTimersByTime(STAYS - 500);
  const dismiss = vi.spyOn(toast, 'dismiss').mockImplementation((id) => {
    // What is dismissed is drawn until the next frame.
    seen.push(...toast.getToasts().filter((one) => one.id === id && 'action' in one && one.action));
    return id ?? 0;
  });
  say('Saved', { key: 'question', action: undo });
  expect(dismiss).toHaveBeenCalledWith(asked!.id);
  expect(seen).toEqual([]);
  expect(offered().map((one) => 'title' in one && one.title)).toEqual(['Saved']);
});

it('that says what became of another offers nothing that the other did', () => {
  say('Deleted', { key: 'undo', action: undo, description: 'With its tags.' });
  say('Undone', { key: 'undo' });
  const undone = toast.getToasts().find((one) => 'title' in one && one.title === 'Undone');
  expect(undone).toMatchObject({ action: undefined, description: undefined });
});
