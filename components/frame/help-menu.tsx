'use client';
import { Braces, CircleQuestionMark, Keyboard, Signpost } from 'lucide-react';
import { setKeysDialogOpen } from '@/components/ui/keys';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { MenuLink } from '@/components/ui/menu-link';

/** The keys of this screen, the API’s pages, and the tour where there is a demo to be shown round. */
export function HelpMenu({ onTour }: { onTour?: (() => void) | undefined }) {
  const trigger = (
    <button
      type="button"
      aria-label="Help"
      title="Help"
      className="flex size-7 items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-ink data-popup-open:bg-press pointer-coarse:size-11"
    >
      <CircleQuestionMark size={16} strokeWidth={1.75} aria-hidden />
    </button>
  );
  return (
    <Menu trigger={trigger} align="end" className="min-w-48">
      <MenuItem
        icon={<Keyboard size={15} aria-hidden />}
        shortcut="?"
        command="keys.show"
        onClick={() => setKeysDialogOpen(true)}
      >
        Keys
      </MenuItem>
      <MenuLink href="/api-docs" icon={<Braces size={15} aria-hidden />}>
        API for programs
      </MenuLink>
      {onTour && (
        <MenuItem icon={<Signpost size={15} aria-hidden />} onClick={onTour}>
          Tour of the demo
        </MenuItem>
      )}
    </Menu>
  );
}
