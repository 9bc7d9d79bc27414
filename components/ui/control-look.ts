/** The frame that text fields, selects and comboboxes share. */
export const controlLook =
  'w-full rounded-sm border border-edge/70 bg-paper px-2 text-base text-ink transition-colors hover:border-edge ' +
  'focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 focus-visible:outline-accent ' +
  'data-invalid:border-bad aria-invalid:border-bad disabled:bg-desk disabled:text-faint pointer-coarse:min-h-11 pointer-coarse:text-lg';
