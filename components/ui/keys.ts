'use client';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { pickBinding, type FocusPlace, type KeyBinding, type KeyScope, type KeySettings } from './keymap';

const STORED = 'claimbench.keys';
const DEFAULTS: KeySettings = { singleKeys: true, remapped: {} };

interface State {
  scopes: readonly KeyScope[];
  settings: KeySettings;
  dialogOpen: boolean;
}

const EMPTY: State = { scopes: [], settings: DEFAULTS, dialogOpen: false };
let state: State = EMPTY;
let loaded = false;
const listeners = new Set<() => void>();

function update(change: Partial<State>) {
  state = { ...state, ...change };
  listeners.forEach((listener) => listener());
}

function load() {
  if (loaded) return;
  loaded = true;
  try {
    const kept = JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<KeySettings>;
    state = { ...state, settings: { singleKeys: kept.singleKeys !== false, remapped: { ...kept.remapped } } };
  } catch {
    // Unreadable settings count as none.
  }
}

export function isMac(): boolean {
  return document.documentElement.dataset.platform === 'mac';
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented) return;
  const target = event.composedPath()[0];
  const place = target instanceof HTMLElement ? (target as FocusPlace) : null;
  const binding = pickBinding(state.scopes, event, place, state.settings, isMac());
  if (!binding) return;
  event.preventDefault();
  binding.run(event);
}

function mount(scope: KeyScope) {
  load();
  if (state.scopes.length === 0) window.addEventListener('keydown', onKeyDown);
  update({ scopes: [...state.scopes, scope] });
  return () => {
    update({ scopes: state.scopes.filter((other) => other !== scope) });
    if (state.scopes.length === 0) window.removeEventListener('keydown', onKeyDown);
  };
}

function subscribe(listener: () => void) {
  load();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Answers to keys while the calling component is mounted. `scope` is the heading under which `?` lists them.
 * Never fires in text fields or editors, unless the key goes with "mod" or the binding says `whileTyping`.
 * `exclusive` silences the scopes mounted before, as a dialog does.
 */
export function useKeys(scope: string, bindings: readonly KeyBinding[], { exclusive = false, enabled = true } = {}) {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    if (!enabled) return;
    return mount({
      name: scope,
      exclusive,
      get bindings() {
        return latest.current;
      },
    });
  }, [scope, exclusive, enabled]);
}

/** The registry as the list of keys shows it. */
export function useKeyRegistry(): State {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => EMPTY,
  );
}

export function setKeysDialogOpen(dialogOpen: boolean) {
  update({ dialogOpen });
}

/** Changes and keeps the settings of this browser. */
export function setKeySettings(change: Partial<KeySettings>) {
  const settings = { ...state.settings, ...change };
  update({ settings });
  try {
    localStorage.setItem(STORED, JSON.stringify(settings));
  } catch {
    // Storage may be switched off: the change then lasts for this page only.
  }
}
