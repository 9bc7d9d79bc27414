import Link from 'next/link';

/** In a cell: leads to what stands there. */
export const CellLink = ({ href, words }: { href: string; words: string }) => (
  <Link href={href} prefetch={false} className="font-medium text-ink hover:underline">
    {words}
  </Link>
);
