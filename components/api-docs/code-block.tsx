import { CopyButton } from '@/components/ui/copy-button';

/** Code to be read and copied; it can be scrolled by keyboard. */
export const CodeBlock = ({ label, code }: { label: string; code: string }) => (
  <figure className="min-w-0 rounded-lg border border-line bg-paper">
    <figcaption className="flex h-8 items-center justify-between border-b border-line pr-1 pl-3 text-sm text-muted">
      {label}
      <CopyButton text={code}>Copy</CopyButton>
    </figcaption>
    <pre tabIndex={0} aria-label={label} role="region" className="max-h-96 overflow-auto p-3 font-mono text-sm">
      {code}
    </pre>
  </figure>
);
