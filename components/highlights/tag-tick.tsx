'use client';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import type { Layer } from './layer';
import { selectable, selectTo, toggle } from './selection';
import { useDesk, useDeskState } from './use-desk';

// Seen only while several tags are changed together; X ticks without it.
const checkbox = late(() => import('@/components/ui/checkbox').then((file) => file.Checkbox));

const NoTick = () => <span className="w-4 shrink-0" />;

/** While several tags are being selected: whether this one is. */
export function TagTick({ layer }: { layer: Layer }) {
  const desk = useDesk();
  const selecting = useDeskState((state) => state.selecting);
  const ticked = useDeskState((state) => state.selected.has(layer.id));
  if (!selecting) return null;
  if (!selectable(layer)) return <NoTick />;
  const box = { label: `Select: ${layer.label}`, checked: ticked, onCheckedChange: () => toggle(desk, layer) };
  return (
    // With Shift a click ticks all up to here, and selects no words of the margin.
    <span
      className="contents"
      onMouseDownCapture={(event) => event.shiftKey && event.preventDefault()}
      onClickCapture={(event) => {
        if (!event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        selectTo(desk, desk.lying.get().shown, layer);
      }}
    >
      <LatePart of={checkbox} with={box} loading={<NoTick />} />
    </span>
  );
}
