/** Whether an element says of itself that it is not shown. */
export const isHidden = (element) =>
  element.hasAttribute?.('hidden') || /display\s*:\s*none/i.test(element.getAttribute?.('style') ?? '');
