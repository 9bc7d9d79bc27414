/** Lets at most `most` of its callers' work run at once; the others wait, first come first served. */
export function turns(most: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < most) running++;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      // The turn is handed over, never free in between: somebody who comes just then would take it a second time.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
