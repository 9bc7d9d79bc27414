'use client';
import clsx from 'clsx';
import { Check, Circle, RotateCcw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PlaceView } from '@/lib/adjudications/adjudication';
import { differWords, placeLabel, tookWords } from './place-words';
import { reveal } from './reveal';

const signs = {
  open: { Icon: Circle, look: 'text-faint', word: 'to decide' },
  agreed: { Icon: Circle, look: 'text-faint', word: 'to accept' },
  again: { Icon: RotateCcw, look: 'text-warn', word: 'asked again' },
  decided: { Icon: Check, look: 'text-good', word: 'decided' },
} as const;

interface PlaceListProps {
  label: string;
  places: readonly PlaceView[];
  /** Of the article; null where nobody said it. */
  lang: string | null;
  current: string | null;
  onPick: (key: string) => void;
}

/** All places in reading order, with what became of each. */
export function PlaceList({ label, places, lang, current, onPick }: PlaceListProps) {
  const box = useRef<HTMLOListElement>(null);
  useEffect(() => reveal(box.current, box.current?.querySelector('[aria-current]')), [current]);
  return (
    <ol ref={box} aria-label={label} className="min-h-0 overflow-y-auto overscroll-contain lg:flex-1">
      {places.map((place) => (
        <li key={place.key} className="border-b border-line last:border-b-0">
          <PlaceLine place={place} lang={lang} current={place.key === current} onPick={() => onPick(place.key)} />
        </li>
      ))}
    </ol>
  );
}

type PlaceLineProps = { place: PlaceView; lang: string | null; current: boolean; onPick: () => void };

function PlaceLine({ place, lang, current, onPick }: PlaceLineProps) {
  const { Icon, look, word } = signs[place.state];
  const { quote, target } = placeLabel(place);
  return (
    <button
      type="button"
      aria-current={current ? 'true' : undefined}
      onClick={onPick}
      className={clsx(
        'flex w-full min-w-0 touch items-start gap-2 px-2 py-1.5 text-left hover:bg-hover',
        current && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <Icon size={14} role="img" aria-label={word} className={clsx('mt-0.5 shrink-0', look)} />
      <span className="min-w-0 flex-1">
        <span lang={lang ?? ''} className="quoted line-clamp-1 text-[1.0625em] wrap-anywhere">
          {quote}
        </span>
        <span className="line-clamp-1 text-sm text-muted">
          {place.state === 'decided' && place.decision
            ? `${place.decision.by.name} ${tookWords(place)}`
            : [...differWords(place), target].join(' · ')}
        </span>
      </span>
    </button>
  );
}
