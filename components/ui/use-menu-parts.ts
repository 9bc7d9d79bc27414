'use client';
import type { Menu } from '@base-ui/react/menu';
import { createContext, useContext } from 'react';

type Names =
  'Item' | 'LinkItem' | 'Separator' | 'Group' | 'GroupLabel' | 'RadioGroup' | 'RadioItem' | 'RadioItemIndicator';
export type MenuParts = Pick<typeof Menu, Names>;

/** What the library draws in a menu; it comes with the menu. */
export const MenuParts = createContext<MenuParts | null>(null);

export function useMenuParts(): MenuParts {
  const parts = useContext(MenuParts);
  if (!parts) throw new Error('The rows of a menu stand in a Menu.');
  return parts;
}
