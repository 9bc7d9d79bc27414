'use client';
import { createElement, type ComponentType } from 'react';
import { KeyBarrier } from './key-barrier';
import type { Late } from './late';
import { useLate } from './use-late';
import { useTypedAhead } from './use-typed-ahead';

interface LateFieldProps<Props> {
  of: Late<ComponentType<Props>>;
  with: Props;
  /** It cannot be fetched, and the person was told; or they pressed Escape meanwhile: takes back what asked for it. */
  onMissing: () => void;
}

/** A part with a field that has the focus at once, and that comes after the page: what is typed before it is there goes into the field. */
export function LateField<Props extends object>({ of: piece, with: given, onMissing }: LateFieldProps<Props>) {
  const Part = useLate(piece, true, onMissing);
  useTypedAhead(!Part, true, onMissing);
  if (!Part) return <KeyBarrier />;
  return (
    <div className="contents" data-typed-ahead>
      {createElement(Part, given)}
    </div>
  );
}
