'use client';
import { useState } from 'react';
import { useSend } from '@/components/live/use-send';
import type { Adjudication, PlaceView } from '@/lib/adjudications/adjudication';
import type { Span } from '@/lib/anchoring/span';
import { namesOf, peopleOf, toggled } from './place-words';
import type { Act, AdjudicationWrites } from './use-adjudication-writes';
import type { Places } from './use-places';

/** A decision that wants words first, on a place as it was seen then. */
type Asked = { place: PlaceView; take: string[]; refused?: boolean } & (
  { what: 'reason' } | { what: 'third'; selected: Span | null }
);

const tagIds = (place: PlaceView, index?: number) =>
  place.variants.flatMap(({ tags }, at) => (index === undefined || at === index ? tags.map(({ id }) => id) : []));

function wordsFor({ variants }: PlaceView, { take, third }: Act): string {
  if (third) return 'A third is written';
  if (take.length === 0) return 'Rejected: nothing here is right';
  const taken = variants.filter(({ tags }) => take.includes(tags[0]!.id));
  if (taken.length < variants.length) return `Taken: ${namesOf(taken.flatMap(peopleOf))}’s`;
  return variants.length === 1 ? 'Taken' : variants.length === 2 ? 'Both taken' : 'All taken';
}

interface Use {
  /** Null where the one who looks cannot decide, or not now. */
  adjudication: Adjudication | null;
  writes: AdjudicationWrites;
  places: Places;
}

/** Deciding on the place that is looked at: by one key, or with a reason, or with words of one's own. */
export function useDeciding({ adjudication, writes, places }: Use) {
  const { busy, problem, send, dismiss } = useSend();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [discussing, setDiscussing] = useState<string | null>(null);
  const takes = adjudication !== null;

  async function decide(place: PlaceView, act: Act): Promise<boolean> {
    if (!adjudication || busy) return false;
    const done = await send(async () => {
      try {
        return await writes.decide(adjudication.id, place, act, wordsFor(place, act));
      } catch (error) {
        // What was typed stays; given once more it is about the place as it is shown now.
        setAsked((now) => now && { ...now, refused: true });
        throw error;
      }
    });
    if (!done) return false;
    setAsked(null);
    places.goOn();
    return true;
  }
  function ask(next: Asked) {
    if (!takes || next.place.state === 'decided') return;
    dismiss();
    setAsked(next);
  }
  /** Takes what some of them said; the others need a reason. */
  function take(place: PlaceView, index: number) {
    if (!place.variants[index]) return;
    const ids = tagIds(place, index);
    if (place.variants.length > 1) ask({ place, take: ids, what: 'reason' });
    else if (place.state !== 'decided') void decide(place, { take: ids });
  }
  /** Takes what others said as well, or leaves it again: before the reason is given. */
  const also = (index: number) =>
    asked && setAsked({ ...asked, take: toggled(asked.take, tagIds(asked.place, index)) });
  function takeAll(place: PlaceView) {
    if (place.state !== 'decided') void decide(place, { take: tagIds(place) });
  }
  return {
    ...{ busy, problem, takes, asked, discussing, take, also, takeAll },
    takeNone: (place: PlaceView) => ask({ place, take: [], what: 'reason' }),
    writeThird: (place: PlaceView, selected: Span | null) => ask({ place, take: [], what: 'third', selected }),
    discuss: ({ key }: PlaceView) => setDiscussing(discussing === key ? null : key),
    give: async (act: Act) => asked !== null && (await decide((asked.refused && places.current) || asked.place, act)),
    leave: () => {
      dismiss();
      setAsked(null);
    },
    send,
    dismiss,
  };
}
export type Deciding = ReturnType<typeof useDeciding>;
