'use client';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Quote } from '@/components/ui/quote';
import { Time } from '@/components/ui/time';
import type { DecisionView, PlaceView } from '@/lib/adjudications/adjudication';
import { placeLabel } from './place-words';

const places = (count: number) => (count === 1 ? '1 place' : `${count} places`);

interface AgreedPlacesProps {
  agreed: readonly PlaceView[];
  /** Of the article; null where nobody said it. */
  lang: string | null;
  /** Whether the one who looks may accept them now. */
  takes: boolean;
  busy: boolean;
  onAccept: () => void;
  /** Null where a decision cannot be taken back by the one who looks. */
  onWithdraw: (decision: DecisionView) => (() => void) | null;
}

/** Where all agree: listed, accepted by one act with its count, and taken back by one. */
export function AgreedPlaces({ agreed, lang, takes, busy, onAccept, onWithdraw }: AgreedPlacesProps) {
  if (agreed.length === 0) return null;
  const waiting = agreed.filter(({ state }) => state === 'agreed');
  const acts = new Map<string, PlaceView[]>();
  for (const place of agreed)
    if (place.decision && place.state === 'decided')
      acts.set(place.decision.id, [...(acts.get(place.decision.id) ?? []), place]);
  return (
    <section aria-label="Where all agree" className="flex flex-col gap-2 border-b border-line pb-3">
      {waiting.length > 0 && (
        <>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h2 className="font-semibold">{places(waiting.length)} on which all agree</h2>
            {takes && (
              <Button shortcut="m" command="adjudicate.agreed" busy={busy} onClick={onAccept}>
                Accept {waiting.length === 1 ? 'it' : `all ${waiting.length}`}
              </Button>
            )}
          </div>
          <Listed places={waiting} lang={lang} open={waiting.length <= 8} />
        </>
      )}
      {[...acts].map(([id, own]) => {
        const { decision } = own[0]!;
        const back = onWithdraw(decision!);
        return (
          <div key={id} className="flex flex-col gap-1">
            <p className="flex items-start justify-between gap-x-3 text-muted">
              <span>
                {decision!.by.name} accepted {places(own.length)} on which all agreed
                {decision!.own && ', and took part in the round'}, <Time at={decision!.at} />
              </span>
              {back && (
                <Button size="small" variant="quiet" busy={busy} onClick={back}>
                  Take back
                </Button>
              )}
            </p>
            <Listed places={own} lang={lang} open={false} />
          </div>
        );
      })}
    </section>
  );
}

type ListedProps = { places: readonly PlaceView[]; lang: string | null; open: boolean };

function Listed({ places: own, lang, open }: ListedProps) {
  return (
    <Disclosure summary={own.length === 1 ? 'The place' : `The ${own.length} places`} open={open}>
      <ul
        className="flex max-h-56 flex-col gap-0.5 overflow-y-auto"
        tabIndex={0}
        aria-label="Places on which all agree"
      >
        {own.map((place) => {
          const { quote, target } = placeLabel(place);
          return (
            <li key={place.key} className="flex min-w-0 items-baseline gap-2">
              <Quote lang={lang} className="line-clamp-1 max-w-[60%] shrink-0 wrap-anywhere">
                {quote}
              </Quote>
              <span className="min-w-0 flex-1 truncate text-sm text-muted">{target}</span>
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
