'use client';
import { Slider } from '@base-ui/react/slider';
import { X } from 'lucide-react';
import { IconButton } from './icon-button';

interface ConfidenceSliderProps {
  label?: string;
  /** 0–100; null is "not stated". */
  value: number | null;
  onValueChange: (value: number | null) => void;
  step?: number;
}

/** How sure am I? Starts unstated and can be taken back to that. */
export function ConfidenceSlider({ label = 'Confidence', value, onValueChange, step = 5 }: ConfidenceSliderProps) {
  const stated = value !== null;
  return (
    <div className="flex items-center gap-2">
      <Slider.Root
        value={value ?? 50}
        step={step}
        onValueChange={(next) => onValueChange(Array.isArray(next) ? (next[0] ?? null) : next)}
        className="min-w-28 flex-1"
      >
        <Slider.Control className="flex h-6 items-center pointer-coarse:h-11">
          <Slider.Track className="h-1 w-full rounded-full bg-press forced-colors:border">
            <Slider.Indicator className={stated ? 'h-full rounded-full bg-accent' : 'h-full bg-transparent'} />
            <Slider.Thumb
              aria-label={label}
              getAriaValueText={(_, now) => (stated ? String(now) : 'not stated')}
              className={`size-3.5 rounded-full border-2 bg-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${stated ? 'border-accent' : 'border-dashed border-edge'}`}
            />
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
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
