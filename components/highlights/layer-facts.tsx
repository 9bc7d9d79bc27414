import { carriedWords } from '@/components/articles/carried-words';
import { Avatar } from '@/components/ui/avatar';
import { ConfidenceMeter } from '@/components/ui/confidence-meter';
import { ReviewBadge } from '@/components/ui/review-badge';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import type { Layer } from './layer';
import { useDeskState } from './use-desk';

const moreOnIt = late(() => import('./more-on-it').then((file) => file.MoreOnIt));

/** What else there is on it, whose it is where it is not one's own, how sure, what became of it. */
export function LayerFacts({ layer: { tag, highlight, own, line } }: { layer: Layer }) {
  const subject = tag ?? highlight;
  const { id, name } = subject.author;
  const said = useDeskState((state) => state.said.get(subject.id));
  return (
    <span className="flex shrink-0 items-center gap-1.5">
      {line === 'saving' ? <span className="text-sm text-faint">saving</span> : null}
      {highlight.carried && highlight.carried.quote !== null ? (
        <span className="text-sm text-warn" title={carriedWords(highlight.carried)}>
          moved
        </span>
      ) : null}
      {said || tag?.note || highlight.translation ? (
        <LatePart of={moreOnIt} with={{ tag, highlight, said }} wanted={false} />
      ) : null}
      {own ? null : <Avatar id={id} name={name} size="small" />}
      <ConfidenceMeter value={tag?.confidence ?? null} />
      {tag && tag.reviewState !== 'unreviewed' ? <ReviewBadge state={tag.reviewState} compact /> : null}
    </span>
  );
}
