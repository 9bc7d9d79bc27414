'use client';
import { useSyncExternalStore } from 'react';
import { hintOf } from './keymap';
import { NO_KEYS, readKeys, subscribeKeys } from './keys';

const settingsNow = () => readKeys().settings;
const none = () => NO_KEYS.settings;

/** The key that a hint shows: the one that runs the command now, for keys can be changed and switched off. */
export function useShownKey(key: string, command: string | undefined): string | null {
  return hintOf(key, command, useSyncExternalStore(subscribeKeys, settingsNow, none));
}
