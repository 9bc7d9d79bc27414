'use client';
import { RotateCcw } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { announce } from './announce';
import { IconButton } from './icon-button';
import { Kbd } from './kbd';
import {
  clashOf,
  comboFromPress,
  keyOf,
  sayKey,
  unfitFor,
  type KeyBinding,
  type KeyScope,
  type KeySettings,
} from './keymap';
import { isMac, setKeySettings } from './keys';

interface KeyRowProps {
  /** Everything on the screen, among which a new key must be free. */
  scopes: readonly KeyScope[];
  binding: KeyBinding;
  settings: KeySettings;
}

/** One command with its key; pressing the key's button waits for another. */
export function KeyRow({ scopes, binding, settings }: KeyRowProps) {
  const [waiting, setWaiting] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const changed = binding.id in settings.remapped;
  const now = keyOf(binding, settings);
  // A key that was free where it was chosen may run something else here.
  const standing = clashOf(scopes, binding, now, settings);
  const why = refused ?? (standing && changed ? `Also “${standing.label}” here.` : null);

  function say(more: string | null) {
    setRefused(more);
    if (more) announce(more);
  }

  function take(event: KeyboardEvent) {
    if (!waiting || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const combo = comboFromPress(event.nativeEvent, isMac());
    if (!combo) return;
    if (combo === 'escape') {
      setWaiting(false);
      say(null);
      return announce(`${binding.label}: still ${sayKey(now)}.`);
    }
    const other = clashOf(scopes, binding, combo, settings);
    const unfit = unfitFor(binding, combo);
    // What is refused ends nothing: the next key is waited for.
    if (unfit) return say(`${sayKey(combo)}: ${unfit}`);
    if (other) return say(`${sayKey(combo)} is taken by “${other.label}”.`);
    setWaiting(false);
    say(null);
    announce(`${binding.label}: ${sayKey(combo)}.`);
    setKeySettings({ remapped: { ...settings.remapped, [binding.id]: combo } });
  }

  function reset() {
    const { [binding.id]: _gone, ...remapped } = settings.remapped;
    setKeySettings({ remapped });
    announce(`${binding.label}: ${sayKey(binding.key)} again.`);
  }

  return (
    <li className="flex min-h-7 items-center gap-1">
      <span className="min-w-0 flex-1">
        {binding.label}
        {why ? <span className="block text-sm text-bad">{why}</span> : null}
      </span>
      {changed ? (
        <IconButton
          size="small"
          label={`Reset the key for ${binding.label}`}
          icon={<RotateCcw size={13} aria-hidden />}
          onClick={reset}
        />
      ) : null}
      <button
        type="button"
        aria-label={
          waiting ? `Press a key for ${binding.label}, Escape to leave it` : `Change the key for ${binding.label}`
        }
        onClick={() => {
          setWaiting(true);
          announce(`Press a key for ${binding.label}, Escape to leave it.`);
        }}
        onBlur={() => setWaiting(false)}
        onKeyDown={take}
        className="flex min-h-6 min-w-6 items-center justify-center rounded-sm px-1 hover:bg-hover touch"
      >
        {waiting ? <span className="text-sm text-accent">press a key</span> : <Kbd keys={now} always />}
      </button>
    </li>
  );
}
