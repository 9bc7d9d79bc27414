'use client';
import { KeyButton } from './key-button';
import type { Layer } from './layer';
import { tagActions } from './layer-actions';
import { useDesk } from './use-desk';

/** The keys that act on the chosen tag, to be pressed with the pointer too. */
export function TagActions({ layer }: { layer: Layer }) {
  const desk = useDesk();
  return (
    <div className="flex flex-wrap gap-1">
      {tagActions(desk, layer).map(({ id, key, word, run }) => (
        <KeyButton key={key} shortcut={key} command={id} onPress={run}>
          {word}
        </KeyButton>
      ))}
    </div>
  );
}
