'use client';
import { useLayoutEffect } from 'react';
import { setCrumbs, type Crumb } from './crumbs';

/** Put on a page: what follows the name of the section in the top bar. `<Where crumbs={[{ label: article.title }]} />` */
export function Where({ crumbs }: { crumbs: readonly Crumb[] }) {
  const key = JSON.stringify(crumbs);
  useLayoutEffect(() => {
    setCrumbs(JSON.parse(key) as Crumb[]);
    return () => setCrumbs([]);
  }, [key]);
  return null;
}
