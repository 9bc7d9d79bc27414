/** Saves a drawing of the page as a file that stands by itself: white ground, plain ink, no style sheet. */
export function saveSvg(drawing: SVGSVGElement, name: string): void {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute(
    'style',
    'color: #1c1c1a; background: #ffffff; font-family: sans-serif; font-size: 13px; --warn: #8a5a00',
  );
  for (const node of copy.querySelectorAll('[class], [tabindex], [role]'))
    for (const attribute of ['class', 'tabindex', 'role']) node.removeAttribute(attribute);
  const url = URL.createObjectURL(new Blob([copy.outerHTML], { type: 'image/svg+xml' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
