'use client';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { Late } from './late';
import { notifyProblem } from './notify';

const none = () => null;

/**
 * A piece of the page that comes later, null until it is there. `wanted`: somebody waits for it. Where it cannot be fetched they are told,
 * and `onMissing` takes back what they asked for, so that they may ask again.
 */
export function useLate<Piece>(piece: Late<Piece>, wanted = true, onMissing: () => void = () => {}): Piece | null {
  const come = useSyncExternalStore(piece.subscribe, piece.read, none);
  const miss = useEffectEvent(() => {
    onMissing();
    notifyProblem('This part of the page could not be fetched', {
      key: 'late',
      description: 'Nothing is lost. Press again when the network is back.',
    });
  });
  useEffect(() => {
    if (!wanted || come) return;
    let waits = true;
    piece.fetch().catch(() => waits && miss());
    return () => void (waits = false);
  }, [piece, wanted, come]);
  return come;
}
