// Files that are being sent from this tab and those that were refused, by name: loading the page anew stops what is on its way, and
// nobody should have to remember what that was. One list a project and a person; a tab that is closed lets it go.

export interface ArrivalPlace {
  readonly userId: string;
  readonly projectId: string;
}
/**
 * `words`: why it is not in; null while it is on its way. `again`: the same file may come in when it is sent again. `cut`: the page went
 * away before it was in.
 */
export interface Arrival {
  readonly key: string;
  readonly name: string;
  readonly size: number | null;
  readonly words: string | null;
  readonly again: boolean;
  readonly cut: boolean;
}

type Refused = { key: string; name: string; words: string; again: boolean };

/** As many as a list can show; the storage is small. */
const MOST = 500;
const NONE: readonly Arrival[] = [];
const held = new Map<string, readonly Arrival[]>();
const listeners = new Set<() => void>();
const nameOf = ({ userId, projectId }: ArrivalPlace) => `claimbench.arrivals ${userId} ${projectId}`;

const isAddress = (name: string) => /^https?:\/\//.test(name);
const cutWords = (name: string) =>
  `This page was left or loaded anew before it was in. ${isAddress(name) ? 'Fetch' : 'Choose'} it again.`;
/** What was on its way when the page went, or might have been sent again: a page that goes breaks off what it waits for. */
const asFound = (one: Arrival): Arrival =>
  one.words === null || one.again ? { ...one, words: cutWords(one.name), again: false, cut: true } : one;

/** What is on its way from a project's page, and what was not taken. The same list until it changes. */
export function arrivalsAt(place: ArrivalPlace): readonly Arrival[] {
  const name = nameOf(place);
  const known = held.get(name);
  if (known) return known;
  let found = NONE;
  try {
    found = (JSON.parse(sessionStorage.getItem(name) ?? '[]') as Arrival[]).map(asFound);
  } catch {
    // A storage that is switched off knows of nothing.
  }
  held.set(name, found);
  return found;
}

const isSending = () => [...held.values()].some((all) => all.some(({ words }) => words === null));
/** The browser asks whoever leaves in its own words. */
const warn = (event: BeforeUnloadEvent) => event.preventDefault();

function keep(place: ArrivalPlace, next: readonly Arrival[]): void {
  const name = nameOf(place);
  held.set(name, next.slice(-MOST));
  try {
    if (next.length > 0) sessionStorage.setItem(name, JSON.stringify(held.get(name)));
    else sessionStorage.removeItem(name);
  } catch {
    // It is known as long as the page's script lives.
  }
  // Only while it is needed: a page that listens for this is not kept for going back.
  if (isSending()) window.addEventListener('beforeunload', warn);
  else window.removeEventListener('beforeunload', warn);
  listeners.forEach((listener) => listener());
}

/** These are on their way. What the page lost of the same name before comes again. */
export function setOut(
  place: ArrivalPlace,
  files: readonly { key: string; name: string; size: number | null }[],
): void {
  const comes = (one: Arrival) => files.some(({ key, name }) => one.key === key || (one.cut && one.name === name));
  const coming = files.map(({ key, name, size }) => ({ key, name, size, words: null, again: false, cut: false }));
  keep(place, [...arrivalsAt(place).filter((one) => !comes(one)), ...coming]);
}

/** This is in, or somebody has read why it is not. */
export function settle(place: ArrivalPlace, key: string): void {
  const all = arrivalsAt(place);
  if (all.some((one) => one.key === key))
    keep(
      place,
      all.filter((one) => one.key !== key),
    );
}

/** This was refused; `again`: it may come in when it is sent again. */
export function refuse(place: ArrivalPlace, { key, name, words, again }: Refused): void {
  const all = arrivalsAt(place);
  const size = all.find((one) => one.key === key)?.size ?? null;
  keep(place, [...all.filter((one) => one.key !== key), { key, name, size, words, again, cut: false }]);
}

/** These wait on the server: whatever became of the page, they are in. */
export function found(place: ArrivalPlace, files: readonly { name: string; size: number }[]): void {
  const isIn = (one: Arrival) => one.cut && files.some(({ name, size }) => name === one.name && size === one.size);
  const all = arrivalsAt(place);
  if (all.some(isIn))
    keep(
      place,
      all.filter((one) => !isIn(one)),
    );
}

export function onArrivals(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
