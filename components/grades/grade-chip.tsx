'use client';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { KeyBarrier } from '@/components/ui/key-barrier';
import { Popover } from '@/components/ui/popover';
import { Tooltip } from '@/components/ui/tooltip';

interface GradeChipProps {
  /** What is graded: the name of the button, with what it says. */
  label: string;
  /** “B2”; null while nothing may be seen. */
  shown: string | null;
  /** The same in words, on hover and focus. */
  says: string;
  wide?: boolean;
  children: ReactNode;
}

/** A grade as the scales print it, in words when pointed at; opens the panel where it is given. */
export function GradeChip({ label, shown, says, wide = false, children }: GradeChipProps) {
  return (
    <Popover
      label={label}
      trigger={<ChipButton label={label} shown={shown} says={says} />}
      className={clsx('flex flex-col gap-5', wide ? 'w-[36rem] sm:grid sm:grid-cols-2 sm:items-start' : 'w-80')}
    >
      <KeyBarrier />
      {children}
    </Popover>
  );
}

type ButtonProps = Pick<GradeChipProps, 'label' | 'shown' | 'says'>;

function ChipButton({ label, shown, says, ...rest }: ButtonProps) {
  return (
    <Tooltip label={says}>
      <button
        type="button"
        aria-label={`${label}: ${says}`}
        {...rest}
        className={clsx(
          'inline-flex h-5 touch shrink-0 items-center rounded-sm border px-1.5 align-middle text-sm whitespace-nowrap transition-colors',
          'hover:bg-hover hover:text-ink data-popup-open:bg-press',
          shown ? 'border-line bg-desk font-semibold text-ink tabular-nums' : 'border-dashed border-edge/60 text-muted',
        )}
      >
        {shown ?? 'Grade'}
      </button>
    </Tooltip>
  );
}
