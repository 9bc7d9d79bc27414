'use client';
import { useState } from 'react';
import type { PlaceView } from '@/lib/adjudications/adjudication';
import { inAgreed, isLeft } from './place-words';

const holds = ({ variants }: PlaceView, tagId: string) =>
  variants.some(({ tags }) => tags.some(({ id }) => id === tagId));

/**
 * The places that are decided one by one, and where one is among them. A place is known by its least tag: where tags came or went
 * meanwhile, one stays at the words one looked at.
 */
export function usePlaces(places: readonly PlaceView[]) {
  const [at, setAt] = useState<string | null>(null);
  const single = places.filter((place) => !inAgreed(place));
  const current =
    single.find(({ key }) => key === at) ??
    single.find((place) => at !== null && holds(place, at)) ??
    single.find(isLeft) ??
    single[0] ??
    null;
  const index = current ? single.indexOf(current) : -1;

  function step(by: 1 | -1) {
    const next = single[index + by];
    if (next) setAt(next.key);
  }
  /** On to the next one that is left, going round once; stays where nothing is. */
  function goOn() {
    const round = [...single.slice(index + 1), ...single.slice(0, Math.max(index, 0))];
    const next = round.find(isLeft);
    setAt(next?.key ?? current?.key ?? null);
  }
  const go = (key: string) => {
    if (single.some((place) => place.key === key)) setAt(key);
  };
  return { single, current, index, step, goOn, go };
}
export type Places = ReturnType<typeof usePlaces>;
