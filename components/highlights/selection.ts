import { announce } from '@/components/ui/announce';
import { sayKeys } from '@/components/ui/keys';
import type { Desk } from './desk';
import type { Layer } from './layer';
import { neighbour } from './reading-order';

/** Whether a layer can be changed together with others: it is one's own, and the server has it. */
export const selectable = ({ own, tag, highlight }: Layer): boolean =>
  own && highlight.version > 0 && tag?.version !== 0;

const tags = (count: number): string => (count === 1 ? '1 tag' : `${count} tags`);

/** What is ticked and still there, in reading order. */
export const selectedAmong = (layers: readonly Layer[], selected: ReadonlySet<string>): Layer[] =>
  layers.filter((layer) => selected.has(layer.id) && selectable(layer));

/** What is left out of a selection because it is a colleague's, in words; empty when nothing is. */
export function leftOut(layers: readonly Layer[]): string {
  const others = layers.filter(({ own }) => !own).length;
  return others === 0 ? '' : ` ${tags(others)} of colleagues left out.`;
}

function set(desk: Desk, selected: ReadonlySet<string>, more = ''): void {
  desk.store.set({ selecting: true, selected });
  announce(`${tags(selected.size)} selected.${more}`);
}

export function startSelecting(desk: Desk): void {
  desk.store.set({ selecting: true });
}

export function stopSelecting(desk: Desk): void {
  desk.store.set({ selecting: false, selected: new Set() });
}

/** What is said where a key acts on a tag and none is chosen. */
export const chooseFirst = (): string =>
  `Choose a tag first.${sayKeys([
    ['tag.next', 'j', 'next tag'],
    ['tag.previous', 'k', 'previous tag'],
  ])}`;

/** Ticks a layer, or takes the tick away. */
export function toggle(desk: Desk, layer: Layer | undefined): void {
  if (!layer) return announce(chooseFirst());
  if (!selectable(layer)) return announce('Only your own tags are changed together.', true);
  const selected = new Set(desk.store.get().selected);
  if (!selected.delete(layer.id)) selected.add(layer.id);
  set(desk, selected);
}

/** Ticks everything of one's own from the layer that was ticked last to this one; without such a one, this one. */
export function selectTo(desk: Desk, shown: readonly Layer[], layer: Layer): void {
  const { selected } = desk.store.get();
  const own = shown.filter(selectable);
  const to = own.indexOf(layer);
  const last = [...selected].at(-1);
  const from = own.findIndex(({ id }) => id === last);
  if (from < 0 || to < 0) return toggle(desk, layer);
  const ids = own.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id);
  set(desk, new Set([...selected, ...ids, layer.id]));
}

/** Ticks the chosen layer and the next of one's own in that direction, which is chosen then. */
export function extend(desk: Desk, shown: readonly Layer[], by: 1 | -1): void {
  const own = shown.filter(selectable);
  const { chosen, selected } = desk.store.get();
  const from = shown.find(({ id }) => id === chosen)?.start ?? desk.pane?.words.caret() ?? 0;
  const next = neighbour(own, chosen, by, from);
  const ticked = new Set(selected);
  for (const layer of own) if (layer.id === chosen || layer.id === next?.id) ticked.add(layer.id);
  set(desk, ticked);
  if (next) desk.choose(next, { focus: true });
}

/** Ticks all of one's own that the filters let through; a second time, none. */
export function selectShown(desk: Desk, shown: readonly Layer[]): void {
  const own = shown.filter(selectable);
  const all = own.every(({ id }) => desk.store.get().selected.has(id));
  set(desk, new Set(all ? [] : own.map(({ id }) => id)), all ? '' : leftOut(shown));
}
