'use client';
import { isMac } from '@/components/ui/keys';
import type { KeyBinding } from '@/components/ui/keymap';
import { useKeys } from '@/components/ui/use-keys';
import { runsLeft } from '@/lib/anchoring/edges';
import type { Desk } from './desk';
import { heldEdge, leaveEdges, takeHold } from './edge-focus';
import { spanNow, stayPut, step } from './move-edges';

function move(desk: Desk, side: 'left' | 'right', unit: 'character' | 'word'): void {
  const edge = heldEdge();
  const layer = desk.chosen;
  const text = desk.pane?.words.text;
  if (!edge || !layer || text === undefined) return;
  const leftwards = runsLeft(text, spanNow(desk, layer.highlight), edge);
  step(desk, layer.highlight, edge, (side === 'right') === leftwards ? 'backward' : 'forward', unit);
}

/** The keys that move the edges of the chosen words. All but the first answer only while a handle has the focus. */
export function useEdgeKeys(desk: Desk, mayWrite: boolean): void {
  const word = isMac() ? 'alt' : 'mod';
  const held = (binding: KeyBinding): KeyBinding => ({
    ...binding,
    get enabled() {
      return heldEdge() !== null;
    },
  });
  const by = (side: 'left' | 'right', unit: 'character' | 'word'): KeyBinding =>
    held({
      id: `edge.${unit}.${side}`,
      key: unit === 'word' ? `${word}+arrow${side}` : `arrow${side}`,
      label: `Edge: one ${unit} to the ${side}`,
      repeat: true,
      run: () => move(desk, side, unit),
    });
  const bindings: KeyBinding[] = [
    { id: 'edge.take', key: 'm', label: 'Move the end; again: the beginning', run: () => takeHold(desk, desk.chosen) },
    by('right', 'character'),
    by('left', 'character'),
    by('right', 'word'),
    by('left', 'word'),
    held({ id: 'edge.keep', key: 'enter', label: 'Save the edges', run: () => leaveEdges(desk) }),
    held({
      id: 'edge.leave',
      key: 'escape',
      label: 'Leave the edges as they were',
      run: () => {
        stayPut(desk);
        leaveEdges(desk);
      },
    }),
  ];
  useKeys('Edges of your highlight', bindings, { enabled: mayWrite });
}
