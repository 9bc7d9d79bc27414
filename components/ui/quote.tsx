import clsx from 'clsx';
import type { ReactNode } from 'react';

interface QuoteProps {
  /** The words as they stand in the source, never trimmed. */
  children: ReactNode;
  /** What stands before and after, shown paler. */
  before?: string;
  after?: string;
  /** The language of the source as a BCP 47 tag; null where nobody said it. */
  lang: string | null;
  /** A passage of its own, with a rule at its side; otherwise a run of words in a line. */
  block?: boolean;
  className?: string;
}

// What stands around a quote is only there to place it: its line ends are not the quote's.
const inLine = (context: string) => context.replace(/\s*[\r\n]\s*/g, ' ');

/** Words of a source: always in the reading serif, direction taken from the words, and read out in the page's language only where that is theirs. */
export function Quote({ children, before, after, lang, block = false, className }: QuoteProps) {
  const inner = (
    <>
      {before ? <span className="text-faint">{inLine(before)}</span> : null}
      {children}
      {after ? <span className="text-faint">{inLine(after)}</span> : null}
    </>
  );
  if (!block) {
    return (
      <q lang={lang ?? ''} dir="auto" className={clsx('quoted text-[1.0625em]', className)}>
        {inner}
      </q>
    );
  }
  return (
    <blockquote
      lang={lang ?? ''}
      dir="auto"
      className={clsx('quoted border-s-2 border-line ps-3 text-lg whitespace-pre-wrap', className)}
    >
      {inner}
    </blockquote>
  );
}
