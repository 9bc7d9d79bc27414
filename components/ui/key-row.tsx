'use client';
import { RotateCcw } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { IconButton } from './icon-button';
import { Kbd } from './kbd';
import { clashOf, comboFromPress, keyOf, type KeyBinding, type KeyScope, type KeySettings } from './keymap';
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
  const [clash, setClash] = useState<string | null>(null);
  const changed = binding.id in settings.remapped;

  function take(event: KeyboardEvent) {
    if (!waiting || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const combo = comboFromPress(event.nativeEvent, isMac());
    if (!combo) return;
    setWaiting(false);
    if (combo === 'escape') return setClash(null);
    const other = clashOf(scopes, binding, combo, settings);
    if (other) return setClash(other.label);
    setClash(null);
    setKeySettings({ remapped: { ...settings.remapped, [binding.id]: combo } });
  }

  function reset() {
    const { [binding.id]: _gone, ...remapped } = settings.remapped;
    setKeySettings({ remapped });
  }

  return (
    <li className="flex min-h-7 items-center gap-1">
      <span className="min-w-0 flex-1">
        {binding.label}
        {clash ? <span className="block text-sm text-bad">Taken by “{clash}”.</span> : null}
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
        aria-label={waiting ? 'Press a key, Escape to leave it' : `Change the key for ${binding.label}`}
        aria-live="polite"
        onClick={() => setWaiting(true)}
        onBlur={() => setWaiting(false)}
        onKeyDown={take}
        className="flex min-h-6 min-w-6 items-center justify-center rounded-sm px-1 hover:bg-hover touch"
      >
        {waiting ? (
          <span className="text-sm text-accent">press a key</span>
        ) : (
          <Kbd keys={keyOf(binding, settings)} always />
        )}
      </button>
    </li>
  );
}
