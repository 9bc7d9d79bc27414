import clsx from 'clsx';
import { avatarTone, initials } from './avatar-look';

// Tol's pale and dark pairs, 5:1 and better, plus a rim: two people who share a tone still differ by letters.
const tones = [
  'bg-[#bbccee] text-[#222255]',
  'bg-[#cceeff] text-[#225555]',
  'bg-[#ccddaa] text-[#225522]',
  'bg-[#eeeebb] text-[#595926]',
  'bg-[#ffcccc] text-[#663333]',
  'bg-[#dddddd] text-[#444444]',
  'bg-[#225555] text-[#cceeff]',
  'bg-[#663333] text-[#ffdddd]',
];

interface AvatarProps {
  name: string;
  /** Keeps the colour when the name changes; the name itself otherwise. */
  id?: string;
  size?: 'small' | 'medium' | 'large';
  /** True where the name stands beside it. */
  decorative?: boolean;
}

const sizes = { small: 'size-5 text-[0.5625rem]', medium: 'size-6 text-[0.625rem]', large: 'size-8 text-sm' };

/** A person as initials. */
export function Avatar({ name, id, size = 'medium', decorative = false }: AvatarProps) {
  return (
    <span
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}
      className={clsx(
        'inline-flex shrink-0 items-center justify-center rounded-full border border-transparent font-semibold select-none',
        sizes[size],
        tones[avatarTone(id ?? name)],
      )}
    >
      {initials(name)}
    </span>
  );
}
