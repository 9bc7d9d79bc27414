import { KeyBurst } from './key-burst';
import {
  hintOf,
  pickBinding,
  sayKey,
  takesText,
  writes,
  type FocusPlace,
  type KeyScope,
  type KeySettings,
} from './keymap';

const STORED = 'claimbench.keys';
const DEFAULTS: KeySettings = { singleKeys: true, remapped: {} };

export interface KeyRegistry {
  scopes: readonly KeyScope[];
  settings: KeySettings;
  dialogOpen: boolean;
}

export const NO_KEYS: KeyRegistry = { scopes: [], settings: DEFAULTS, dialogOpen: false };
let registry: KeyRegistry = NO_KEYS;
let loaded = false;
let owner = '';
const listeners = new Set<() => void>();

function update(change: Partial<KeyRegistry>) {
  registry = { ...registry, ...change };
  listeners.forEach((listener) => listener());
}

const nameFor = (person: string): string => (person ? `${STORED}.${person}` : STORED);

/** The settings of this person in this browser; until they change some, those from before people had their own. */
function settingsOf(person: string): KeySettings {
  try {
    const text = localStorage.getItem(nameFor(person)) ?? localStorage.getItem(STORED);
    const kept = JSON.parse(text ?? '{}') as Partial<KeySettings>;
    return { singleKeys: kept.singleKeys !== false, remapped: { ...kept.remapped } };
  } catch {
    // Unreadable settings count as none.
    return DEFAULTS;
  }
}

function load() {
  if (loaded) return;
  loaded = true;
  registry = { ...registry, settings: settingsOf(owner) };
}

/** Says who is at the keyboard: several people may use one browser, each with keys of their own. */
export function setKeysOwner(person: string) {
  load();
  if (person === owner) return;
  owner = person;
  update({ settings: settingsOf(person) });
}

/** Whether keys are those of a Mac; on the server, which knows no keyboard, they are not. */
export function isMac(): boolean {
  return typeof document !== 'undefined' && document.documentElement.dataset.platform === 'mac';
}

const burst = new KeyBurst();
/** When each scope came, in ms, as of events. */
const mounted = new WeakMap<KeyScope, number>();

function listen() {
  window.addEventListener('keydown', onKeyDown);
  // Counted by the browser from the beginning of the page, long before anything here listens.
  const before = performance.eventCounts?.get('keydown') ?? 0;
  burst.begin(performance.now(), before > 0);
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented) return;
  const target = event.composedPath()[0];
  const place = target instanceof HTMLElement ? (target as FocusPlace) : null;
  burst.press(event.timeStamp);
  const writing = writes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
  const binding = pickBinding(registry.scopes, event, place, registry.settings, isMac());
  if (!binding) {
    // A blank presses what has the focus, and scrolls: nobody begins a word with it.
    if (writing && event.key !== ' ' && !takesText(place)) burst.miss(event.timeStamp);
    return;
  }
  event.preventDefault();
  const scope = registry.scopes.find(({ bindings }) => bindings.includes(binding));
  if (writing && burst.isIn((scope && mounted.get(scope)) ?? 0)) return;
  binding.run(event);
}

/** Adds a scope on top of the others; the function it gives takes it away. */
export function mountKeys(scope: KeyScope) {
  load();
  if (registry.scopes.length === 0) listen();
  mounted.set(scope, performance.now());
  update({ scopes: [...registry.scopes, scope] });
  return () => {
    update({ scopes: registry.scopes.filter((other) => other !== scope) });
    if (registry.scopes.length === 0) window.removeEventListener('keydown', onKeyDown);
  };
}

export function readKeys(): KeyRegistry {
  return registry;
}

/** What is read out of commands and their keys, as these are now: “E entity, C claim.” Nothing where they are switched off. */
export function sayKeys(commands: readonly (readonly [command: string, key: string, does: string])[]): string {
  const said = commands.flatMap(([command, key, does]) => {
    const now = hintOf(key, command, registry.settings);
    return now === null ? [] : [`${sayKey(now)} ${does}`];
  });
  return said.length > 0 ? ` ${said.join(', ')}.` : '';
}

export function subscribeKeys(listener: () => void) {
  load();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function setKeysDialogOpen(dialogOpen: boolean) {
  update({ dialogOpen });
}

/** Changes and keeps the settings of this person in this browser. */
export function setKeySettings(change: Partial<KeySettings>) {
  const settings = { ...registry.settings, ...change };
  update({ settings });
  try {
    localStorage.setItem(nameFor(owner), JSON.stringify(settings));
  } catch {
    // Storage may be switched off: the change then lasts for this page only.
  }
}
