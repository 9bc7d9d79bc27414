import clsx from 'clsx';
import { readers, sayTlp, type Tlp } from '@/lib/formats/marking';

// The protocol's own colours, which stand on black by day and by night.
const inks: Record<Tlp, string> = {
  clear: 'text-[#ffffff]',
  green: 'text-[#33ff00]',
  amber: 'text-[#ffc000]',
  'amber+strict': 'text-[#ffc000]',
  red: 'text-[#ff2b2b]',
};

/** Who may read it, in the protocol's word and colour. */
export const TlpBadge = ({ tlp }: { tlp: Tlp }) => (
  <span
    title={`For ${readers[tlp]}`}
    className={clsx(
      'inline-flex h-5 shrink-0 items-center rounded-sm border border-line bg-[#000000] px-1.5 font-mono text-xs font-semibold whitespace-nowrap',
      inks[tlp],
    )}
  >
    {sayTlp(tlp)}
  </span>
);
