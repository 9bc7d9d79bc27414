import clsx from 'clsx';
import { PersonName } from '@/components/ui/person-name';
import type { Highlight } from '@/lib/highlights/highlight';

interface TranslationProps {
  translation: NonNullable<Highlight['translation']>;
  /** Below a quote with a rule at its side. */
  inset?: boolean;
}

/** What the quote above says in another language, and who says so. */
export function Translation({ translation, inset = false }: TranslationProps) {
  return (
    <p className={clsx('text-muted wrap-anywhere', inset && 'ps-3.5')}>
      <span className="text-faint">
        Translation by <PersonName person={translation.by} />:
      </span>{' '}
      <span dir="auto" className="whitespace-pre-wrap">
        {translation.text}
      </span>
    </p>
  );
}
