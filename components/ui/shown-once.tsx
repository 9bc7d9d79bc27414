import type { ReactNode } from 'react';
import { CopyButton } from './copy-button';

interface ShownOnceProps {
  /** The secret or address; not there where it was shown before. */
  text: string | undefined;
  copyLabel: string;
  /** What it is for, and that it is not shown again. */
  children: ReactNode;
}

/** A secret or an address in the answer that made it, to be copied now. */
export const ShownOnce = ({ text, copyLabel, children }: ShownOnceProps) => (
  <div className="flex flex-col gap-3">
    <p>{children}</p>
    {text && (
      <>
        <code className="rounded-sm bg-desk p-2 font-mono text-sm break-all select-all">{text}</code>
        <span>
          <CopyButton text={text} variant="plain" size="medium">
            {copyLabel}
          </CopyButton>
        </span>
      </>
    )}
  </div>
);
