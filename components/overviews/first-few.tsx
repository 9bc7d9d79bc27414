import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';
import { FEW } from './figures';

/** The first of a list, and the way to the rest of it. */
export function FirstFew({
  none,
  total,
  href,
  children,
}: {
  none: string;
  total: number;
  href: string;
  children: ReactNode;
}) {
  if (total === 0) return <p className="text-muted">{none}</p>;
  return (
    <>
      <ul>{children}</ul>
      {total > FEW && (
        <TextLink href={href} className="self-start">
          All {total.toLocaleString('en')}
        </TextLink>
      )}
    </>
  );
}
