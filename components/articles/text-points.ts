/** What these functions look at in a node of the page; every DOM node fits. */
export interface TreeNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly parentNode: TreeNode | null;
  readonly previousSibling: TreeNode | null;
  readonly firstChild: TreeNode | null;
  readonly nextSibling: TreeNode | null;
}

const TEXT = 3;
const unitsOf = (node: TreeNode): number => node.textContent?.length ?? 0;

function unitsOfFirst(parent: TreeNode, count: number): number {
  let units = 0;
  let child = parent.firstChild;
  for (let index = 0; child && index < count; index += 1, child = child.nextSibling) units += unitsOf(child);
  return units;
}

/**
 * How many UTF-16 units of `root` stand before the boundary point (`node`, `offset`), which lies in it: units for a text
 * node, children for an element, as in a DOM range. Walks siblings only, so its cost is that of one paragraph.
 */
export function unitsBefore(root: TreeNode, node: TreeNode, offset: number): number {
  let units = node.nodeType === TEXT ? offset : unitsOfFirst(node, offset);
  for (let child: TreeNode | null = node; child && child !== root; child = child.parentNode)
    for (let before = child.previousSibling; before; before = before.previousSibling) units += unitsOf(before);
  return units;
}

/**
 * The text node of `root` and the offset in it where `units` units stand before. At a border between two nodes the
 * earlier one answers for `side` "end" and the later one for "start", so that a range never takes in a neighbour.
 */
export function pointAt<N extends TreeNode>(
  root: N,
  units: number,
  side: 'start' | 'end',
): { node: N; offset: number } | null {
  let left = units;
  let last: { node: N; offset: number } | null = null;
  for (const node of textNodes(root)) {
    const length = unitsOf(node);
    if (left < length || (left === length && side === 'end')) return { node, offset: left };
    left -= length;
    last = { node, offset: length };
  }
  return last;
}

function* textNodes<N extends TreeNode>(root: N): Generator<N> {
  for (let child = root.firstChild; child; child = child.nextSibling)
    if (child.nodeType === TEXT) yield child as N;
    else yield* textNodes(child as N);
}
