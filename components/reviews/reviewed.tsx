'use client';
import { SourceLine } from '@/components/articles/source-line';
import { Translation } from '@/components/highlights/translation';
import { useHere } from '@/components/members/use-here';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { Passage } from './passage';
import { TagFacts } from './tag-facts';

interface ReviewedProps {
  projectId: string;
  tag: QuotedTag;
  whole: boolean;
  onWhole: () => void;
  own?: boolean;
}

/** One tag as large as the screen allows: the words in their place, then what was made of them. */
export function Reviewed({ projectId, tag, whole, onWhole, own = false }: ReviewedProps) {
  const { highlight, article } = tag;
  const { grades } = useHere(projectId);
  return (
    <article aria-label={`Tag on “${highlight.quote.slice(0, 80)}”`} className="flex flex-col gap-3">
      <SourceLine projectId={projectId} article={article} highlightId={highlight.id} grades={grades} />
      {highlight.orphaned !== null && <Badge tone="warn">words gone: {highlight.orphaned}</Badge>}
      <Passage highlight={highlight} article={article} whole={whole} />
      {highlight.translation && <Translation inset translation={highlight.translation} />}
      <div>
        <Button
          size="small"
          variant="quiet"
          shortcut="p"
          command="passage.whole"
          aria-pressed={whole}
          onClick={onWhole}
        >
          {whole ? 'Less of the paragraph' : 'Whole paragraph'}
        </Button>
      </div>
      <TagFacts projectId={projectId} tag={tag} own={own} />
    </article>
  );
}
