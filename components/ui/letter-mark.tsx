import clsx from 'clsx';

export type MarkTone =
  'person' | 'organisation' | 'place' | 'event' | 'unnamed' | 'other' | 'supports' | 'contradicts' | 'context';

const tones: Record<MarkTone, string> = {
  person: 'bg-person border-person-line',
  organisation: 'bg-organisation border-organisation-line',
  place: 'bg-place border-place-line',
  event: 'bg-event border-event-line',
  unnamed: 'bg-unnamed border-unnamed-line border-dashed',
  other: 'bg-other border-other-line',
  supports: 'bg-supports border-supports-line',
  contradicts: 'bg-contradicts border-contradicts-line',
  context: 'bg-context border-context-line',
};

interface LetterMarkProps {
  letter: string;
  tone: MarkTone;
  label?: string;
  /** Hatching of types that share a colour, as a CSS image. */
  pattern?: string | null;
}

/** A letter on its colour, with an edge that holds 3:1 and stays in forced colours. */
export function LetterMark({ letter, tone, label, pattern = null }: LetterMarkProps) {
  const style = pattern === null ? undefined : { backgroundImage: pattern };
  return (
    <span
      style={style}
      {...(label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true })}
      className={clsx(
        'inline-flex size-4 shrink-0 items-center justify-center rounded-sm border-b-2 text-[0.625rem] leading-none font-bold tracking-tighter text-ink select-none forced-colors:border',
        tones[tone],
      )}
    >
      {letter}
    </span>
  );
}
