import { FileText, MessageSquare } from 'lucide-react';
import { EntityMark } from '@/components/ui/entity-mark';
import { LetterMark } from '@/components/ui/letter-mark';
import type { SearchHit } from '@/lib/search/search';

function HitMark({ kind, detail }: Pick<SearchHit, 'kind' | 'detail'>) {
  if (kind === 'entity') return <EntityMark type={detail ?? ''} />;
  if (kind === 'question') return <LetterMark letter="Q" tone="other" label="Question" />;
  if (kind === 'claim') return <LetterMark letter="C" tone="other" label="Claim" />;
  const Icon = kind === 'article' ? FileText : MessageSquare;
  return (
    <Icon
      size={15}
      role="img"
      aria-label={kind === 'article' ? 'Article' : 'Comment'}
      className="shrink-0 text-faint"
    />
  );
}

/** One thing found: what it is, how it is called, and the words that were found. */
export function PaletteHit({ hit }: { hit: SearchHit }) {
  const { kind, label, language, detail, excerpt } = hit;
  const lang = kind === 'article' ? (language ?? '') : undefined;
  return (
    <>
      <span className="mt-0.5 flex">
        <HitMark kind={kind} detail={detail} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span lang={lang} className="line-clamp-2 font-medium wrap-anywhere">
            {label}
          </span>
          {detail && <span className="text-sm text-muted">{detail.replaceAll('-', ' ')}</span>}
        </span>
        {excerpt && (
          <span
            dir="auto"
            lang={lang}
            className={kind === 'article' ? 'quoted line-clamp-2 text-md text-muted' : 'line-clamp-2 text-muted'}
          >
            {excerpt.before}
            <mark className="rounded-sm bg-accent-soft font-medium text-ink">{excerpt.words}</mark>
            {excerpt.after}
          </span>
        )}
      </span>
    </>
  );
}
