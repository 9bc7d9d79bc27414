'use client';
import { useText } from '@/components/articles/use-text';
import type { BarAction } from '@/components/reviews/verdict-actions';
import { useKeys } from '@/components/ui/use-keys';
import type { Desk, PlaceView } from '@/lib/adjudications/adjudication';
import { AgreedPlaces } from './agreed-places';
import { ArticleOverlay } from './article-overlay';
import { inAgreed } from './place-words';
import { PlaceCard } from './place-card';
import { PlaceList } from './place-list';
import { selectedSpan } from './selected-span';
import type { AdjudicationWrites } from './use-adjudication-writes';
import { useDeciding, type Deciding } from './use-deciding';
import { usePlaces } from './use-places';
import { useStanding } from './use-standing';

interface Doing {
  place: PlaceView;
  deciding: Deciding;
  third: () => void;
  undo: (() => void) | null;
  back: (() => void) | null;
}

/** What can be done with a place, by the keys of a review: what is taken, rejected, discussed, undone. */
function actionsFor({ place, deciding, third, undo, back }: Doing): BarAction[] {
  const discuss = () => deciding.discuss(place);
  const always: BarAction[] = [
    { id: 'tag.discuss', key: 'd', word: 'Discuss', label: 'Discuss', run: discuss },
    ...(undo ? [{ id: 'tag.undo', key: 'u', word: 'Undo', label: 'Take back what you decided last', run: undo }] : []),
  ];
  if (!deciding.takes) return always;
  if (place.state === 'decided')
    return [
      ...(back
        ? [{ id: 'adjudicate.back', key: 'b', word: 'Take back', label: 'Take this decision back', run: back }]
        : []),
      ...always,
    ];
  const { length } = place.variants;
  const all = length === 1 ? 'Take it' : length === 2 ? 'Take both' : 'Take all';
  const none = () => deciding.takeNone(place);
  return [
    { id: 'tag.accept', key: 'a', word: all, label: 'Take all that is here', run: () => deciding.takeAll(place) },
    { id: 'tag.reject', key: 'r', word: 'Nothing is right', label: 'Nothing here is right', run: none },
    { id: 'tag.propose', key: 'f', word: 'Write a third', label: 'Write a third', run: third },
    ...always,
  ];
}

/** The article with everybody's spans, and beside it what is decided, place by place, by keyboard. */
export function AdjudicationDesk({ desk, writes }: { desk: Desk; writes: AdjudicationWrites }) {
  const text = useText(desk.article.id, desk.article.textVersion).data ?? '';
  const places = usePlaces(desk.places);
  const { deciding: adjudication, withdraws, latest } = useStanding(desk);
  const deciding = useDeciding({ adjudication, writes, places });
  const { current, single } = places;
  const agreed = desk.places.filter(inAgreed);
  const last = latest();

  const withdraw = (id: string) => () => void deciding.send(() => writes.withdraw(id));
  const accept = () => {
    const waiting = agreed.filter(({ state }) => state === 'agreed');
    if (adjudication && waiting.length > 0 && !deciding.busy)
      void deciding.send(() => writes.acceptAgreed(adjudication.id, waiting));
  };
  const decision = current?.decision;
  const actions = current
    ? actionsFor({
        place: current,
        deciding,
        third: () => deciding.writeThird(current, selectedSpan(text)),
        undo: adjudication && last ? withdraw(last.id) : null,
        back: decision && withdraws(decision) ? withdraw(decision.id) : null,
      })
    : [];
  const digits = (current?.variants ?? []).slice(0, 9).map((_, index) => ({
    ...{ id: `adjudicate.take-${index + 1}`, key: String(index + 1), label: `Take number ${index + 1}` },
    run: () => current && deciding.take(current, index),
  }));
  useKeys('Deciding', [
    ...actions,
    ...digits,
    { id: 'adjudicate.agreed', key: 'm', label: 'Accept all on which all agree', run: accept },
    { id: 'tag.next', key: 'j', label: 'Next place', repeat: true, run: () => places.step(1) },
    { id: 'tag.previous', key: 'k', label: 'Previous place', repeat: true, run: () => places.step(-1) },
  ]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_minmax(22rem,28rem)]">
      <ArticleOverlay desk={desk} current={current?.key ?? null} onPick={places.go} />
      <div className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-[calc(var(--bar-height)+1rem)] lg:h-[calc(100dvh-var(--bar-height)-2rem)]">
        <div
          role="region"
          aria-label="What is decided"
          tabIndex={0}
          className="flex min-h-0 shrink flex-col gap-3 overscroll-contain lg:overflow-y-auto lg:pe-1"
        >
          <AgreedPlaces
            agreed={agreed}
            lang={desk.article.language}
            takes={deciding.takes}
            busy={deciding.busy}
            onAccept={accept}
            onWithdraw={(one) => (withdraws(one) ? withdraw(one.id) : null)}
          />
          {current && (
            <PlaceCard
              key={current.key}
              desk={desk}
              place={current}
              position={`${places.index + 1} of ${single.length}`}
              deciding={deciding}
              actions={deciding.asked ? [] : actions}
              text={text}
            />
          )}
        </div>
        {single.length > 0 && (
          <div className="flex min-h-32 flex-col border-t border-line lg:flex-1">
            <PlaceList
              label="Places"
              places={single}
              lang={desk.article.language}
              current={current?.key ?? null}
              onPick={places.go}
            />
          </div>
        )}
      </div>
    </div>
  );
}
