import { lineOf } from './overlay';

/** The line under somebody's spans, beside their name. */
export const ReaderLine = ({ index }: { index: number }) => (
  <span aria-hidden className="inline-block h-[3px] w-7 shrink-0 align-middle" style={{ background: lineOf(index) }} />
);
