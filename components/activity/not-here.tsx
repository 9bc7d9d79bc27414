'use client';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';

const gone = late(() => import('./gone-at').then((file) => file.GoneAt), { atRest: false });

/** The page of something that is not there. It comes along with every page of its kind, so what it shows is fetched when it is seen. */
export function NotHere(given: { what: string; list: string }) {
  return <LatePart of={gone} with={given} />;
}
