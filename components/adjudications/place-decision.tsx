import { Badge } from '@/components/ui/badge';
import { Quote } from '@/components/ui/quote';
import { ReviewBadge } from '@/components/ui/review-badge';
import { Time } from '@/components/ui/time';
import { PersonName } from '@/components/ui/person-name';
import type { DecisionView, PlaceView } from '@/lib/adjudications/adjudication';
import { tookWords } from './place-words';
import { Target } from './target';

interface PlaceDecisionProps {
  place: PlaceView;
  decision: DecisionView;
  /** Of the article; null where nobody said it. */
  lang: string | null;
}

/** What was decided of a place, by whom, and why; and that it was somebody's own work, where it was. */
export function PlaceDecision({ place, decision, lang }: PlaceDecisionProps) {
  const { by, at, own, reason, third } = decision;
  return (
    <div className="flex flex-col gap-1.5 border-s-2 border-line ps-3">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span>
          <PersonName person={by} className="font-medium" /> {tookWords(place)}
        </span>
        <span className="text-sm text-muted">
          <Time at={at} />
        </span>
        {own && <Badge tone="warn">took part in the round</Badge>}
      </p>
      {reason && <p className="wrap-anywhere text-muted">{reason}</p>}
      {third && (
        <div className="flex flex-col gap-1">
          <Quote lang={lang} className="wrap-anywhere">
            {third.quote}
          </Quote>
          <Target tag={third.tag} />
          <span>
            <ReviewBadge state={third.tag.reviewState} />
          </span>
        </div>
      )}
    </div>
  );
}
