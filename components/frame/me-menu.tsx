'use client';
import { LogOut, MonitorX, UserRound } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Menu } from '@/components/ui/menu';
import { MenuChoice } from '@/components/ui/menu-choice';
import { MenuItem } from '@/components/ui/menu-item';
import { MenuLink } from '@/components/ui/menu-link';
import { MenuSeparator } from '@/components/ui/menu-separator';
import { setTheme } from '@/components/ui/theme';
import { useTheme } from '@/components/ui/use-theme';
import type { FrameProps } from './frame-props';

const themes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'system', label: 'As the system' },
] as const;

/** Who I am here, theme, account, leaving. */
export function MeMenu({ me, onSignOut }: Pick<FrameProps, 'me' | 'onSignOut'>) {
  const theme = useTheme();
  const trigger = (
    <button
      type="button"
      aria-label={`${me.name}, ${me.role}`}
      className="flex size-7 items-center justify-center rounded-full hover:bg-hover data-popup-open:bg-press pointer-coarse:size-11"
    >
      <Avatar name={me.name} id={me.id ?? me.email} decorative />
    </button>
  );
  return (
    <Menu trigger={trigger} align="end" className="min-w-56">
      <div className="px-2 pt-1 pb-1.5">
        <div className="truncate font-semibold">{me.name}</div>
        <div className="truncate text-sm text-muted">
          {me.email} · {me.role}
        </div>
      </div>
      <MenuSeparator />
      <MenuChoice label="Theme" value={theme} onValueChange={setTheme} options={themes} />
      <MenuSeparator />
      <MenuLink href="/account" icon={<UserRound size={15} aria-hidden />}>
        Account
      </MenuLink>
      <MenuSeparator />
      <MenuItem icon={<LogOut size={15} aria-hidden />} onClick={() => onSignOut('here')}>
        Sign out
      </MenuItem>
      <MenuItem icon={<MonitorX size={15} aria-hidden />} onClick={() => onSignOut('everywhere')}>
        Sign out everywhere
      </MenuItem>
    </Menu>
  );
}
