'use client';
import { X } from 'lucide-react';
import type { CSSProperties } from 'react';
import './confidence-slider.css';
import { IconButton } from './icon-button';
import { Kbd } from './kbd';
import { useShownKey } from './use-shown-key';

interface ConfidenceSliderProps {
  label?: string;
  /** 0–100; null is "not stated". */
  value: number | null;
  onValueChange: (value: number | null) => void;
  step?: number;
  /** Digits say it as well, wherever the focus is. */
  digits?: boolean;
}

/** Where the thumb stands while nothing is stated. */
const UNSTATED = 50;

/** How sure am I? Starts unstated and can be taken back to that. */
export function ConfidenceSlider({
  label = 'Confidence',
  value,
  onValueChange,
  step = 5,
  digits = false,
}: ConfidenceSliderProps) {
  const stated = value !== null;
  const heard = useShownKey('7', 'compose.confidence.7') !== null && digits;
  return (
    <div className="flex items-center gap-2">
      <span aria-hidden className="text-sm whitespace-nowrap text-muted">
        <span className="inline-flex items-center gap-1.5">
          {heard && <Kbd keys="0–9" />}
          {label}
        </span>
        {heard && <span className="block text-xs pointer-coarse:hidden">73: seven, three</span>}
      </span>
      <input
        type="range"
        min={0}
        max={100}
        step={step}
        value={value ?? UNSTATED}
        aria-label={label}
        aria-valuetext={stated ? String(value) : 'not stated'}
        data-unstated={stated ? undefined : ''}
        style={{ '--share': (value ?? UNSTATED) / 100 } as CSSProperties}
        className="confidence-slider h-6 min-w-28 flex-1 pointer-coarse:h-11"
        onChange={({ target }) => onValueChange(target.valueAsNumber)}
      />
      <span className={`w-16 text-right text-sm ${stated ? 'font-medium' : 'text-faint'}`}>
        {value ?? 'not stated'}
      </span>
      <IconButton
        size="small"
        label="Do not state a confidence"
        icon={<X size={14} aria-hidden />}
        disabled={!stated}
        onClick={() => onValueChange(null)}
      />
    </div>
  );
}
