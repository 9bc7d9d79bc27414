/** What a style sheet says of a drawing's parts; without it they would be black. */
const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'stop-color',
  'font-size',
  'font-weight',
  'font-style',
  'paint-order',
];

/** Writes the colours and letters that a part has on the page into the part itself. */
function paint(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const property of PAINT) to.setAttribute(property, style.getPropertyValue(property));
}

/** A drawing of the page as the text of a file that stands by itself: the colours of the theme in use, no style sheet, no links. */
export function svgText(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [parts, copies] = [drawing, copy].map((root) => [...root.querySelectorAll('*')]);
  parts!.forEach((part, nth) => paint(part, copies![nth]!));
  for (const node of [copy, ...copies!])
    for (const name of ['class', 'style', 'tabindex', 'role', 'href']) node.removeAttribute(name);
  for (const node of copy.querySelectorAll('[data-screen-only]')) node.remove();
  const { color } = getComputedStyle(drawing);
  const ground = getComputedStyle(document.documentElement).getPropertyValue('background-color');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('style', `color: ${color}; background: ${ground}; font-family: sans-serif; font-size: 13px`);
  return copy.outerHTML;
}

/** Saves a drawing of the page as a file. */
export function saveSvg(drawing: SVGSVGElement, name: string): void {
  const url = URL.createObjectURL(new Blob([svgText(drawing)], { type: 'image/svg+xml' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
