import { FileText, MessageSquare } from 'lucide-react';
import { EntityMark } from '@/components/ui/entity-mark';
import { LetterMark } from '@/components/ui/letter-mark';
import type { SearchHit } from '@/lib/search/search';

const icon = 'mt-0.5 shrink-0 text-faint';

function Mark({ hit }: { hit: SearchHit }) {
  if (hit.kind === 'entity') return <EntityMark type={hit.detail ?? 'other'} decorative />;
  if (hit.kind === 'claim') return <LetterMark letter="C" tone="other" />;
  return hit.kind === 'article' ? (
    <FileText size={15} aria-hidden className={icon} />
  ) : (
    <MessageSquare size={15} aria-hidden className={icon} />
  );
}

/** One thing that was found: its name, and the words that fit. */
export function PaletteHit({ hit }: { hit: SearchHit }) {
  return (
    <>
      <Mark hit={hit} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{hit.label}</span>
        {hit.excerpt && (
          <span className="quoted line-clamp-2 text-sm text-muted">
            {hit.excerpt.before}
            <mark className="bg-accent-soft font-medium text-ink">{hit.excerpt.words}</mark>
            {hit.excerpt.after}
          </span>
        )}
      </span>
      <span className="shrink-0 text-sm text-faint">{hit.detail ?? hit.kind}</span>
    </>
  );
}
