import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it, vi } from 'vitest';
import { fillParagraph } from './pane-paragraph';
import type { PaneMark } from './mark-look';

const TEXT = 'Orban Vell signed for the grain on Monday, she says.';
const paragraph = { start: 100, end: 100 + TEXT.length, text: TEXT };

const marks = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 95, max: 155 }), fc.integer({ min: 1, max: 20 }), fc.nat(9)), {
    selector: ([, , id]) => id,
    maxLength: 6,
  })
  .map((some) =>
    some
      .map(([start, length, id]): PaneMark => ({
        ...{ id: `m${id}`, start, end: start + length, tone: 'person', line: id % 2 ? 'own' : 'others' },
        ...{ letter: 'P', label: `Person ${id}` },
      }))
      .filter(({ start, end }) => end > paragraph.start && start < paragraph.end),
  );

function line(): HTMLElement {
  const { document } = parseHTML('<html><body></body></html>');
  vi.stubGlobal('document', document);
  return document.createElement('p');
}

const mark = (id: string, words: string): PaneMark => {
  const start = paragraph.start + TEXT.indexOf(words);
  return { id, start, end: start + words.length, tone: 'person', line: 'own', letter: 'P', label: id };
};

describe('a line that is drawn again', () => {
  it('is as if it had been drawn for the first time, whatever stood in it before', () => {
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 5 }), (times) => {
        const [again, fresh] = [line(), line()];
        for (const over of times) fillParagraph(again, paragraph, over);
        fillParagraph(fresh, paragraph, times.at(-1)!);
        expect(again.innerHTML).toBe(fresh.innerHTML);
        expect(again.textContent).toBe(TEXT);
      }),
    );
  });

  it('keeps the nodes of everything that is drawn as before', () => {
    const element = line();
    const [first, last] = [mark('a', 'Orban'), mark('c', 'says')];
    fillParagraph(element, paragraph, [first, last]);
    const before = [...element.childNodes];
    fillParagraph(element, paragraph, [first, mark('b', 'grain'), last]);
    const after = [...element.childNodes];
    expect(after.map((node) => node.textContent)).toEqual([
      ...['Orban', ' Vell signed for the ', 'grain', ' on Monday, she ', 'says', '.'],
    ]);
    for (const [now, then] of [
      [0, 0],
      [4, 2],
      [5, 3],
    ] as const)
      expect(after[now]).toBe(before[then]);
  });

  it('draws a mark anew whose look or words changed', () => {
    const element = line();
    fillParagraph(element, paragraph, [mark('a', 'Orban')]);
    const [before] = element.childNodes;
    fillParagraph(element, paragraph, [{ ...mark('a', 'Orban'), label: 'Person, reviewed' }]);
    expect(element.firstChild).not.toBe(before);
    expect((element.firstChild as HTMLElement).getAttribute('aria-description')).toBe('Person, reviewed');
  });
});
