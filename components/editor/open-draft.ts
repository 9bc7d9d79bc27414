import { Draft, type Ports } from './draft';
import { keptAt, noteOwnSlot, ownSlot, type Place } from './kept-drafts';

// Which slot of a place this tab writes in. Whoever writes holds a lock of the slot's name, which ends with its tab, however that ends:
// so a tab finds the words of one that was closed or crashed, and leaves alone those of one that is open.

export type Opened = { draft: Draft; slot: string };
const opened = new Map<string, Opened & { used: boolean }>();
const lockName = (slot: string) => `claimbench.draft ${slot}`;

/** Takes a slot for as long as this tab lives; false where another tab has it. */
function hold(slot: string): Promise<boolean> {
  // Locks need a secure context. Without them a tab starts anew, and is offered what others left.
  if (!navigator.locks) return Promise.resolve(false);
  return new Promise((answer) => {
    void navigator.locks
      .request(lockName(slot), { ifAvailable: true }, (lock) => {
        answer(lock !== null);
        return lock && new Promise(() => {});
      })
      .catch(() => answer(false));
  });
}

/** The slots in which some tab writes just now. */
export async function slotsInUse(): Promise<Set<string>> {
  const { held = [] } = navigator.locks ? await navigator.locks.query() : {};
  const beginning = lockName('');
  return new Set(held.flatMap(({ name }) => (name?.startsWith(beginning) ? [name.slice(beginning.length)] : [])));
}

async function slotFor(place: Place): Promise<string> {
  const own = ownSlot(place);
  const kept = keptAt(place).sort((a, b) => Number(b.slot === own) - Number(a.slot === own));
  for (const { slot } of kept) if (opened.get(slot)?.used === false || (await hold(slot))) return slot;
  const fresh = crypto.randomUUID();
  await hold(fresh);
  return fresh;
}

/** Opens the draft of a place in this tab: the words that wait there, if no other tab has them, or `initial`. */
export async function openDraft(
  place: Place,
  initial: unknown,
  portsFor: (slot: string) => Ports,
  base: number | null,
): Promise<Opened> {
  const slot = await slotFor(place);
  noteOwnSlot(place, slot);
  const known = opened.get(slot);
  if (known) {
    known.used = true;
    return known;
  }
  const kept = keptAt(place).find((one) => one.slot === slot)?.kept ?? null;
  const made = { draft: new Draft(portsFor(slot), initial, kept, base), slot, used: true };
  opened.set(slot, made);
  return made;
}

/** Nobody looks at it any more; what waits in it still goes out. A blank one is forgotten, so that the next begins with what is there then. */
export function leaveDraft({ draft, slot }: Opened): void {
  void draft.flush();
  const { blank, sending } = draft.get();
  const known = opened.get(slot);
  if (known && !blank) known.used = false;
  else if (sending === 'no') opened.delete(slot);
}
