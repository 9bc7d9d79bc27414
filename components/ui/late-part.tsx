'use client';
import { createElement, type ComponentType, type ReactNode } from 'react';
import type { Late } from './late';
import { useLate } from './use-late';

interface LatePartProps<Props> {
  of: Late<ComponentType<Props>>;
  with: Props;
  /** false: it is shown when it has come, but nobody waits for it. */
  wanted?: boolean;
  /** It cannot be fetched, and the person was told: takes back what asked for it. */
  onMissing?: () => void;
  /** What stands there until it comes. */
  loading?: ReactNode;
}

/** A component that comes after the page. */
export function LatePart<Props extends object>(props: LatePartProps<Props>) {
  const { of: piece, with: given, wanted, onMissing, loading = null } = props;
  const Part = useLate(piece, wanted, onMissing);
  return Part ? createElement(Part, given) : loading;
}
