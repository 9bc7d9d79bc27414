'use client';
import { Badge } from '@/components/ui/badge';
import { ChangedWords } from '@/components/ui/changed-words';
import { Quote } from '@/components/ui/quote';

export interface Affected {
  readonly id: string;
  readonly quote: string;
  /** The words in the other version; null where they are lost. */
  readonly now: string | null;
  readonly how: string;
}

interface AffectedListProps {
  label: string;
  list: readonly Affected[];
  /** Of the article; null where nobody said it. */
  lang: string | null;
  onChoose: (id: string) => void;
}

const LISTED = 200;

/** Highlights whose words changed or were lost; each leads to its place on both sides. */
export function AffectedList({ label, list, lang, onChoose }: AffectedListProps) {
  if (list.length === 0) return null;
  return (
    <section aria-label={label} className="flex flex-col gap-1">
      <h2 className="text-lg font-semibold">{label}</h2>
      <ul className="max-h-80 overflow-y-auto rounded-lg border border-line">
        {list.slice(0, LISTED).map(({ id, quote, now, how }) => (
          <li key={id} className="border-t border-line first:border-t-0">
            <button
              type="button"
              onClick={() => onChoose(id)}
              className="flex w-full flex-wrap items-baseline gap-x-2 gap-y-1 px-3 py-2 text-left hover:bg-hover focus-visible:outline-offset-[-2px]"
            >
              <Badge tone={now === null ? 'warn' : 'neutral'}>{now === null ? 'lost' : 'moved'}</Badge>
              <span lang={lang ?? ''} className="min-w-0 flex-1 wrap-anywhere">
                {now === null ? (
                  <Quote lang={lang}>{quote}</Quote>
                ) : (
                  <ChangedWords before={quote} after={now} className="quoted" />
                )}
              </span>
              <span className="text-sm text-muted max-md:basis-full">{how}</span>
            </button>
          </li>
        ))}
      </ul>
      {list.length > LISTED ? (
        <p className="text-sm text-muted">{list.length - LISTED} more are not listed here.</p>
      ) : null}
    </section>
  );
}
