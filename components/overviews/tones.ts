import type { Tone } from './figures';

/** How a figure is filled, by what it asks for; in forced colours the outlines and the numbers tell them apart. */
export const fills: Record<Tone, string> = {
  rest: 'fill-edge/45',
  todo: 'fill-accent',
  done: 'fill-good',
  warn: 'fill-warn',
  bad: 'fill-bad',
  none: 'fill-press',
};
export const outline = 'forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]';
