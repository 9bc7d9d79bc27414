import { replaceEqualDeep } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { keepUnchanged, oneOfEach, withArrived } from './arriving';
import { aHighlight, aTag } from './layers.fixtures';

const [first, second, third] = [aHighlight(0, 5, [aTag()]), aHighlight(7, 9, []), aHighlight(20, 30, [aTag()])];
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('a page that comes later', () => {
  it('is added to what is there', () => {
    expect(withArrived([first], [second, third])).toEqual([first, second, third]);
  });

  it('does not take back what was changed here meanwhile, nor show it twice', () => {
    const moved = { ...second, end: 11, version: 2 };
    expect(withArrived([first, moved], [second, third])).toEqual([first, moved, third]);
  });
});

describe('what stands alike in many highlights', () => {
  it('is one object, page after page, and everything says what it said', () => {
    const renamed = aTag({ entity: { id: 'e-mahdi', type: 'person', name: 'Another spelling' } });
    const read = [[first, aHighlight(50, 55, [aTag(), renamed])], [third]];
    const pages = copyOf(read);
    const share = oneOfEach();
    for (const page of pages) share(page);
    expect(pages).toEqual(read);
    const [[one, two], [three]] = pages as [[typeof first, typeof first], [typeof first]];
    expect(two.author).toBe(one.author);
    expect(three.tags[0]!.author).toBe(one.author);
    expect(two.tags[0]!.entity).toBe(one.tags[0]!.entity);
    expect(two.tags[1]!.entity!.name).toBe('Another spelling');
  });
});

describe('an answer that is asked for again', () => {
  it('keeps the objects of what did not change, although everything stands elsewhere', () => {
    const before = { items: [first, second, third], nextCursor: null };
    const changed = { ...copyOf(second), version: 2 };
    const next = keepUnchanged(
      before,
      { items: [copyOf(third), changed, copyOf(first)], nextCursor: null },
      replaceEqualDeep,
    );
    expect(next.items[0]).toBe(third);
    expect(next.items[1]).toEqual(changed);
    expect(next.items[1]).not.toBe(second);
    expect(next.items[2]).toBe(first);
  });

  it('is taken as it is the first time', () => {
    const next = { items: [first], nextCursor: null };
    expect(keepUnchanged(undefined, next, replaceEqualDeep)).toBe(next);
  });
});
