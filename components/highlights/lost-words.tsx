'use client';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import type { Highlight } from '@/lib/highlights/highlight';
import { useLying } from './use-desk';

const list = late(() => import('./lost-list').then((file) => file.LostList));

/** Whether highlights have lost their words; few articles have any. */
export function LostWords() {
  const lost = useLying((lying) => lying.lost);
  const highlights = [...new Map(lost.map(({ highlight }): [string, Highlight] => [highlight.id, highlight])).values()];
  return highlights.length === 0 ? null : <LatePart of={list} with={{ highlights }} />;
}
