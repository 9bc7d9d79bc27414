// Where nothing is selected and no caret stands, as in a page that was just opened, the first question to the selection has everything laid
// out that has changed: as much as a first paint may take. So whether there is one is remembered from when it last changed.

let isSome = false;
const look = () => {
  const { type } = getSelection() ?? { type: 'None' };
  isSome = type !== 'None';
};
if (typeof document !== 'undefined') {
  look();
  document.addEventListener('selectionchange', look);
  // Its event may come after that of a focus, and whoever is focused looks for a caret.
  document.addEventListener('focus', look, true);
  // Or after a click that was quick: the first one in a page puts the first caret.
  document.addEventListener('click', look, true);
}

/** The selection, where there is one or a caret. */
export const selectionIf = (): Selection | null => (isSome ? getSelection() : null);

/** The selection, to be set: whoever asks next is told of it, though its event has not come yet. */
export function selectionAtHand(): Selection | null {
  isSome = true;
  return getSelection();
}
