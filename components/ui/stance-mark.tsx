import clsx from 'clsx';

export type Stance = 'supports' | 'contradicts' | 'context';

const looks = {
  supports: { sign: '+', word: 'supports', box: 'bg-supports border-supports-line' },
  contradicts: {
    sign: '−',
    word: 'contradicts',
    box: 'bg-contradicts border-contradicts-line',
  },
  context: { sign: '•', word: 'context', box: 'bg-context border-context-line' },
};

interface StanceMarkProps {
  stance: Stance;
  /** The speaker denies the claim. */
  denies?: boolean;
  /** The sign alone, with the word for screen readers. */
  compact?: boolean;
}

/** What a citation does to its claim. */
export function StanceMark({ stance, denies = false, compact = false }: StanceMarkProps) {
  const look = looks[stance];
  const word = denies ? 'denies' : look.word;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span
        {...(compact ? { role: 'img', 'aria-label': word, title: word } : { 'aria-hidden': true })}
        className={clsx(
          'inline-flex size-4 shrink-0 items-center justify-center rounded-sm border-b-2 text-sm leading-none font-bold text-ink select-none forced-colors:border',
          look.box,
        )}
      >
        {denies ? '¬' : look.sign}
      </span>
      {compact ? null : <span>{word}</span>}
    </span>
  );
}
