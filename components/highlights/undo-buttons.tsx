'use client';
import { Redo2, Undo2 } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { undo } from './change-tags';
import { useDesk } from './use-desk';

const WAYS = [
  { way: 'undo', word: 'Undo', shortcut: 'u', command: 'tag.undo', Icon: Undo2 },
  { way: 'redo', word: 'Redo', shortcut: 'mod+shift+z', command: 'edit.redo', Icon: Redo2 },
] as const;

/** Takes back the last change, or makes it again, for whoever has no keys at hand; neither is there before it can do anything. */
export function UndoButtons() {
  const desk = useDesk();
  return WAYS.map((one) => <Way key={one.way} {...one} desk={desk} />);
}

function Way({
  way,
  word,
  shortcut,
  command,
  Icon,
  desk,
}: (typeof WAYS)[number] & { desk: ReturnType<typeof useDesk> }) {
  const stack = desk.undo;
  const label = useSyncExternalStore(
    (listener) => {
      stack.heard.add(listener);
      return () => void stack.heard.delete(listener);
    },
    () => stack.next(way),
  );
  if (label === undefined) return null;
  return (
    <IconButton
      label={`${word}: ${label}`}
      shortcut={shortcut}
      command={command}
      icon={<Icon size={16} aria-hidden />}
      onClick={() => void undo(desk, way)}
    />
  );
}
