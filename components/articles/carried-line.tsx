import { ChangedWords } from '@/components/ui/changed-words';
import type { Highlight } from '@/lib/highlights/highlight';
import { carriedWords } from './carried-words';

/** How the words came to stand in a corrected text, and what they were before where they changed. */
export function CarriedLine({ highlight: { carried, quote } }: { highlight: Pick<Highlight, 'carried' | 'quote'> }) {
  if (!carried) return null;
  return (
    <p className="text-sm text-muted wrap-anywhere">
      {carriedWords(carried)}
      {carried.quote === null ? null : (
        <>
          : was “
          <ChangedWords before={carried.quote} after={quote} show="before" className="quoted" />”
        </>
      )}
    </p>
  );
}
