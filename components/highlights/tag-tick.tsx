'use client';
import { Checkbox } from '@/components/ui/checkbox';
import type { Layer } from './layer';
import { selectable, toggle } from './selection';
import { useDesk, useDeskState } from './use-desk';

/** While several tags are being selected: whether this one is. */
export function TagTick({ layer }: { layer: Layer }) {
  const desk = useDesk();
  const selecting = useDeskState((state) => state.selecting);
  const ticked = useDeskState((state) => state.selected.has(layer.id));
  if (!selecting) return null;
  if (!selectable(layer)) return <span className="w-4 shrink-0" />;
  return <Checkbox label={`Select: ${layer.label}`} checked={ticked} onCheckedChange={() => toggle(desk, layer)} />;
}
