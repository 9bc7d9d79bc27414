'use client';
import { Button } from '@/components/ui/button';
import type { BarAction } from './verdict-actions';

interface VerdictBarProps {
  label: string;
  actions: readonly BarAction[];
  busy: boolean;
}

/** What can be done with the one that is looked at; stays in view. */
export function VerdictBar({ label, actions, busy }: VerdictBarProps) {
  return (
    <div
      role="group"
      aria-label={label}
      className="sticky bottom-(--dock-height) z-10 flex flex-wrap gap-2 border-t border-line bg-page py-2.5"
    >
      {actions.map(({ id, key, word, run, strong }) => (
        <Button key={id} variant={strong ? 'primary' : 'plain'} shortcut={key} command={id} busy={busy} onClick={run}>
          {word}
        </Button>
      ))}
    </div>
  );
}
