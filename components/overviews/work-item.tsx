import Link from 'next/link';
import type { ReactNode } from 'react';

interface WorkItemProps {
  href: string;
  children: ReactNode;
  /** Below it: by when, by whom, why. */
  under?: ReactNode;
}

/** One thing of a list, leading to its place. */
export const WorkItem = ({ href, children, under }: WorkItemProps) => (
  <li className="border-b border-line py-2 last:border-b-0">
    <Link href={href} className="line-clamp-2 rounded-sm font-medium wrap-anywhere hover:underline">
      {children}
    </Link>
    {under && <p className="line-clamp-2 text-muted wrap-anywhere">{under}</p>}
  </li>
);
