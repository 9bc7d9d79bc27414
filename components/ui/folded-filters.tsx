'use client';
import clsx from 'clsx';
import { SlidersHorizontal } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { Button } from './button';

interface FoldedFiltersProps {
  /** How many of them narrow the list now. */
  active: number;
  children: ReactNode;
}

/** Filters of a list: in view where there is room, behind one button on a narrow screen, so that the list begins on it. */
export function FoldedFilters({ active, children }: FoldedFiltersProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button
        size="small"
        className="md:hidden"
        icon={<SlidersHorizontal size={14} aria-hidden />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {active > 0 ? `Filters (${active})` : 'Filters'}
      </Button>
      <div
        id={id}
        className={clsx(
          'flex-wrap items-center gap-2 max-md:order-last md:contents',
          open ? 'flex w-full' : 'max-md:hidden',
        )}
      >
        {children}
      </div>
    </>
  );
}
