import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTight, LEAST, placeBeside, TOUCH_GAP } from './placement';

const room = { top: 44, bottom: 800, left: 8, right: 992 };
const size = { width: 380, height: 320 };
const words = (top: number, height = 28, left = 300) => ({ top, bottom: top + height, left, right: left + 120 });

describe('where the composer stands', () => {
  it('is below the words while there is room, else above, and never past the edge', () => {
    expect(placeBeside(words(200), room, size)).toMatchObject({ side: 'below', edge: 234, left: 300 });
    expect(placeBeside(words(700), room, size)).toMatchObject({ side: 'above', edge: 694 });
    expect(placeBeside(words(200, 28, 900), room, size).left).toBe(612);
    expect(placeBeside(words(200, 28, -40), room, size).left).toBe(8);
  });

  it('leaves a wider gap for the handles of a selection made by touch', () => {
    expect(placeBeside(words(200), room, size, TOUCH_GAP)).toMatchObject({ side: 'below', edge: 258 });
    expect(placeBeside(words(700), room, size, TOUCH_GAP)).toMatchObject({ side: 'above', edge: 670 });
  });

  it('shrinks to the roomier side, and hangs below where neither has any', () => {
    expect(placeBeside(words(300, 230), room, size)).toMatchObject({ side: 'below', maxHeight: 264 });
    expect(placeBeside(words(50, 740), room, size)).toMatchObject({ side: 'below', edge: 796 });
  });

  it('is tight on a phone held sideways, wherever the words stand, until they stand at its top', () => {
    const low = { ...room, top: 105, bottom: 370 };
    expect(isTight(words(200), low)).toBe(true);
    expect(isTight(words(320), low)).toBe(false);
    expect(isTight(words(105), low)).toBe(false);
    expect(isTight(words(200), room)).toBe(false);
    expect(placeBeside(words(105), low, size)).toMatchObject({ side: 'below', maxHeight: 231 });
    expect(placeBeside(words(105), low, size, TOUCH_GAP).maxHeight).toBeGreaterThanOrEqual(LEAST);
  });

  it('never covers the words', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200, max: 900 }),
        fc.integer({ min: 10, max: 1500 }),
        fc.integer({ min: 100, max: 600 }),
        (top, height, wanted) => {
          const box = words(top, height);
          const placed = placeBeside(box, room, { width: 380, height: wanted });
          if (placed.side === 'below') expect(placed.edge).toBeGreaterThanOrEqual(box.bottom);
          else expect(placed.edge).toBeLessThanOrEqual(box.top);
          if (placed.side === 'above') expect(placed.edge - placed.maxHeight).toBeGreaterThanOrEqual(room.top);
        },
      ),
    );
  });
});
