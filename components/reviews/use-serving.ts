'use client';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import { queueOrders } from '@/lib/reviews/review';

type Order = (typeof queueOrders)[number];

/** In which order citations are served, and which sample of them; left out where everything comes in reading order. */
export interface Served {
  readonly order?: Order;
  readonly every?: number;
  readonly seed?: number;
}

const whole = (text: string, least: number, most: number): number | undefined => {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= most ? number : undefined;
};

/** How the address wants citations served. */
export function useServing() {
  const { values, set } = useSearchFilters(['order', 'every', 'seed']);
  const order = queueOrders.find((one) => one === values.order && one !== 'reading');
  const every = whole(values.every, 2, 1000);
  const serving: Served = {
    ...(order ? { order } : {}),
    ...(every ? { every, seed: whole(values.seed, 0, 999_999) ?? 0 } : {}),
  };
  return { serving, set };
}

/** A seed for a new sample. */
export const drawn = (): string => String(Math.floor(Math.random() * 1_000_000));
