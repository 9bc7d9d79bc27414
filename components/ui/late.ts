/** A part of the page that comes after it: while the page rests, or when it is asked for before that. */
export interface Late<Piece> {
  /** null until it has come. */
  read: () => Piece | null;
  /** Rejects where it cannot be fetched now; the next call tries again. */
  fetch: () => Promise<Piece>;
  subscribe: (listener: () => void) => () => void;
}

const pieces: Late<unknown>[] = [];
let rested = false;

const quietly = (piece: Late<unknown>) => piece.fetch().catch(() => {});

/** Names a piece that comes later. `atRest`: also where nobody has asked for it, so that it is there when the network is gone. */
export function late<Piece>(load: () => Promise<Piece>, { atRest = true } = {}): Late<Piece> {
  let piece: Piece | null = null;
  let underWay: Promise<Piece> | null = null;
  const listeners = new Set<() => void>();
  const come = (found: Piece) => {
    piece = found;
    listeners.forEach((listener) => listener());
    return found;
  };
  const gone = (error: unknown) => {
    underWay = null;
    throw error;
  };
  const made: Late<Piece> = {
    read: () => piece,
    fetch: () => (underWay ??= load().then(come, gone)),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  if (atRest) pieces.push(made);
  if (atRest && rested) void quietly(made);
  return made;
}

/** Fetches what has not come yet. What cannot come now is fetched when it is asked for. */
export async function fetchTheRest(): Promise<void> {
  if (!rested) performance.mark('at rest');
  rested = true;
  for (const piece of pieces) await quietly(piece);
  performance.mark('rested');
}
