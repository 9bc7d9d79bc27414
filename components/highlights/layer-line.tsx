import { ConfidenceMeter } from '@/components/ui/confidence-meter';
import { EntityMark } from '@/components/ui/entity-mark';
import { LetterMark } from '@/components/ui/letter-mark';
import { ReviewBadge } from '@/components/ui/review-badge';
import { StanceMark } from '@/components/ui/stance-mark';
import { stanceWord, titleOf, type Layer } from './layer';

function Sign({ tag }: Pick<Layer, 'tag'>) {
  if (tag?.entity) return <EntityMark type={tag.entity.type} />;
  if (tag?.stance) return <StanceMark stance={tag.stance} denies={tag.denies} compact />;
  return <LetterMark letter="H" tone="unnamed" label="Highlight without a tag" />;
}

/** One tag on one line: what it is about, whose it is, how sure, what became of it. */
export function LayerLine({ layer }: { layer: Layer }) {
  const { tag, highlight, own, line } = layer;
  const rejected = line === 'rejected';
  return (
    <>
      <Sign tag={tag} />
      <span className={`min-w-0 flex-1 truncate ${rejected ? 'text-muted line-through' : ''}`}>
        {tag ? titleOf(tag) : highlight.quote}
      </span>
      {line === 'saving' ? <span className="shrink-0 text-sm text-faint">saving</span> : null}
      {own ? null : (
        <span className="max-w-20 shrink-0 truncate text-sm text-faint">{(tag ?? highlight).author.name}</span>
      )}
      <ConfidenceMeter value={tag?.confidence ?? null} />
      {tag && tag.reviewState !== 'unreviewed' ? <ReviewBadge state={tag.reviewState} compact /> : null}
      {tag?.stance ? <span className="sr-only">{stanceWord(tag)}</span> : null}
    </>
  );
}
