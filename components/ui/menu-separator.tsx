'use client';
import { useMenuParts } from './use-menu-parts';

export function MenuSeparator() {
  const Base = useMenuParts();
  return <Base.Separator className="my-1 h-px bg-line" />;
}
