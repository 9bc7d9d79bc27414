'use client';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { Verdict } from './pair-dialog';

interface VerdictButtonsProps {
  /** What the buttons are about, for those who cannot see what they stand beside. */
  about: string;
  merges: boolean;
  says: boolean;
  onVerdict: (verdict: Verdict) => void;
  keys?: boolean;
}

/** What can be said of two that may be one. */
export function VerdictButtons({ about, merges, says, onVerdict, keys = false }: VerdictButtonsProps) {
  const button = (verdict: Verdict, label: string, key: string) => (
    <Button size="small" aria-label={`${label}: ${about}`} onClick={() => onVerdict(verdict)}>
      {label}
      {keys && <Kbd keys={key} command={`same.${verdict}`} />}
    </Button>
  );
  return (
    <span className="flex flex-wrap gap-1.5">
      {merges && button('merge', 'Merge', 'm')}
      {says && button('different', 'Not the same', 'n')}
      {says && button('maybe', 'May be the same', 'y')}
    </span>
  );
}
