'use client';
import dynamic from 'next/dynamic';
import type { Layer } from './layer';
import { selectable, toggle } from './selection';
import { useDesk, useDeskState } from './use-desk';

// Seen only while several tags are changed together; X ticks without it.
const Checkbox = dynamic(() => import('@/components/ui/checkbox').then((file) => file.Checkbox), {
  ssr: false,
  loading: () => <NoTick />,
});

const NoTick = () => <span className="w-4 shrink-0" />;

/** While several tags are being selected: whether this one is. */
export function TagTick({ layer }: { layer: Layer }) {
  const desk = useDesk();
  const selecting = useDeskState((state) => state.selecting);
  const ticked = useDeskState((state) => state.selected.has(layer.id));
  if (!selecting) return null;
  if (!selectable(layer)) return <NoTick />;
  return <Checkbox label={`Select: ${layer.label}`} checked={ticked} onCheckedChange={() => toggle(desk, layer)} />;
}
