import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointAt, unitsBefore, type TreeNode } from './text-points';

/** The little of the DOM that positions need: a paragraph of words, some of them inside marks. */
class Knot implements TreeNode {
  parentNode: Knot | null = null;
  readonly children: Knot[] = [];
  constructor(
    readonly nodeType: number,
    private readonly data = '',
  ) {}
  static paragraph(parts: readonly { words: string; marked: boolean }[]): Knot {
    const root = new Knot(1);
    for (const { words, marked } of parts) {
      const text = new Knot(3, words);
      if (marked) root.append(new Knot(1).append(text));
      else root.append(text);
    }
    return root;
  }
  append(child: Knot): this {
    child.parentNode = this;
    this.children.push(child);
    return this;
  }
  get textContent(): string {
    return this.nodeType === 3 ? this.data : this.children.map((child) => child.textContent).join('');
  }
  get firstChild(): Knot | null {
    return this.children[0] ?? null;
  }
  private beside(step: number): Knot | null {
    const row = this.parentNode?.children ?? [];
    return row[row.indexOf(this) + step] ?? null;
  }
  get previousSibling(): Knot | null {
    return this.beside(-1);
  }
  get nextSibling(): Knot | null {
    return this.beside(1);
  }
}

const parts = fc.array(fc.record({ words: fc.string({ minLength: 1, maxLength: 6 }), marked: fc.boolean() }), {
  minLength: 1,
  maxLength: 6,
});

describe('places in a paragraph', () => {
  const root = Knot.paragraph([
    { words: 'He ', marked: false },
    { words: 'founded', marked: true },
    { words: ' it\r\n', marked: false },
  ]);

  it('count units before a text position and before a child', () => {
    const [first, mark, last] = root.children;
    expect(unitsBefore(root, first!, 2)).toBe(2);
    expect(unitsBefore(root, mark!.firstChild!, 3)).toBe(6);
    expect(unitsBefore(root, mark!, 0)).toBe(3);
    expect(unitsBefore(root, mark!, 1)).toBe(10);
    expect(unitsBefore(root, root, 2)).toBe(10);
    expect(unitsBefore(root, last!, 5)).toBe(15);
    expect(unitsBefore(root, root, 3)).toBe(15);
  });

  it('never take in a neighbour at a border', () => {
    expect(pointAt(root, 3, 'start')?.node.textContent).toBe('founded');
    expect(pointAt(root, 3, 'end')).toEqual({ node: root.firstChild, offset: 3 });
    expect(pointAt(root, 10, 'end')?.node.textContent).toBe('founded');
    expect(pointAt(root, 15, 'start')?.offset).toBe(5);
    expect(pointAt(new Knot(1), 0, 'start')).toBeNull();
  });

  it('lead there and back for every offset', () => {
    fc.assert(
      fc.property(parts, fc.nat(40), fc.constantFrom('start' as const, 'end' as const), (any, raw, side) => {
        const paragraph = Knot.paragraph(any);
        const units = raw % (paragraph.textContent.length + 1);
        const point = pointAt(paragraph, units, side);
        expect(point && unitsBefore(paragraph, point.node, point.offset)).toBe(units);
      }),
    );
  });
});
