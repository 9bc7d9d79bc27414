'use client';
import { Waypoints } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { useDeskState } from '@/components/highlights/use-desk';
import { useRead } from '@/components/live/use-read';
import { flash } from '@/components/articles/flashes';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import type { Echo } from '@/lib/echoes/echo';
import { placesOf, type Place } from './echo-places';

// Two texts beside each other, and a decision on them: it brings schemas along, and comes when it is asked for.
const bringTags = late(() => import('./bring-tags').then((file) => file.BringTags));
const echoDialog = late(() => import('./echo-dialog').then((file) => file.EchoDialog), { atRest: false });

interface EchoGutterProps {
  projectId: string;
  articleId: string;
  version: number;
}

type Bar = Place & { top: number; height: number };

/** Beside the text, outside of it: a bar along every passage that another article shares. It opens the comparison. */
export const EchoGutter = memo(function EchoGutter({ projectId, articleId, version }: EchoGutterProps) {
  const { data } = useRead('listEchoes', { projectId }, { articleId, limit: 200 });
  const { data: elsewhere } = useRead('listEchoedTags', { id: articleId });
  const offers = new Map((elsewhere?.items ?? []).map((offer) => [offer.echoId, offer]));
  const offered = (bar: Bar) => bar.ids.reduce((sum, id) => sum + (offers.get(id)?.tags.length ?? 0), 0);
  const ground = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<readonly string[] | null>(null);
  const bars = useBars(data?.items ?? none, articleId, version, ground);
  const pane = useDeskState((state) => state.pane);
  const byId = new Map((data?.items ?? []).map((echo) => [echo.id, echo]));
  const light = (bar: Bar | null) => pane && flash(pane.words, 'found', bar ? [bar] : []);
  return (
    <div
      ref={ground}
      role="group"
      aria-label="Echoes beside the text"
      className="absolute top-0 -left-4 w-4 md:-left-6 md:w-6"
    >
      {bars.map((bar) => (
        <button
          key={bar.start}
          type="button"
          aria-label={labelOf(bar, offered(bar))}
          title={labelOf(bar, offered(bar))}
          style={{ top: bar.top, height: Math.max(24, bar.height) }}
          className="group/bar absolute inset-x-0 rounded-sm"
          onClick={() => setOpen(bar.ids)}
          onPointerEnter={() => light(bar)}
          onPointerLeave={() => light(null)}
          onFocus={() => light(bar)}
          onBlur={() => light(null)}
        >
          <span
            aria-hidden
            className={`absolute inset-y-0 right-2 border-s-2 group-hover/bar:border-accent ${bar.undecided > 0 ? 'border-dashed border-warn' : 'border-double border-edge'}`}
          />
          {/* The sign of echoes in the rail: what the line is. */}
          <Waypoints
            size={12}
            aria-hidden
            className="absolute start-0 top-0 hidden rounded-sm bg-page text-muted group-hover/bar:text-accent md:block"
          />
          {offered(bar) > 0 ? (
            <span
              aria-hidden
              className="absolute top-3.5 right-3 hidden rounded-sm bg-page px-0.5 text-xs font-medium text-accent tabular-nums md:block"
            >
              +{offered(bar)}
            </span>
          ) : null}
        </button>
      ))}
      {open ? (
        <LatePart
          of={echoDialog}
          onMissing={() => setOpen(null)}
          with={{
            echoes: open.flatMap((id) => byId.get(id) ?? []),
            onClose: () => setOpen([]),
            beside: ({ id }: Echo) => {
              const offer = offers.get(id);
              return offer ? <LatePart of={bringTags} with={{ offer }} /> : null;
            },
          }}
        />
      ) : null}
    </div>
  );
});

const none: Echo[] = [];

function labelOf({ words, articles, undecided }: Place, offered: number): string {
  const others = articles === 1 ? '1 other article' : `${articles} other articles`;
  const tags = offered > 0 ? `, ${offered === 1 ? '1 tag' : `${offered} tags`} made there` : '';
  return `${words} words shared with ${others}${undecided ? ', undecided' : ''}${tags}`;
}

/** Where the bars stand, followed as the text is laid out; only those near the screen. */
function useBars(
  echoes: Echo[],
  articleId: string,
  version: number,
  ground: React.RefObject<HTMLDivElement | null>,
): Bar[] {
  const pane = useDeskState((state) => state.pane);
  const [bars, setBars] = useState<Bar[]>([]);
  useEffect(() => {
    const places = placesOf(echoes, articleId, version);
    if (!pane) return;
    const measure = () => {
      const { start, end } = pane.nearby();
      const near = places.filter(
        (place) => place.start < end && start < place.end && place.end <= pane.words.text.length,
      );
      if (near.length === 0) return setBars((before) => (before.length === 0 ? before : []));
      const origin = ground.current?.getBoundingClientRect().top ?? 0;
      const placed = near.map((place) => {
        const box = pane.words.rangeOf(place).getBoundingClientRect();
        return { ...place, top: Math.round(box.top - origin), height: Math.round(box.height) };
      });
      setBars((before) => (JSON.stringify(before) === JSON.stringify(placed) ? before : placed));
    };
    const frame = requestAnimationFrame(measure);
    const unfollow = pane.onLayout(measure);
    return () => {
      cancelAnimationFrame(frame);
      unfollow();
    };
  }, [pane, echoes, articleId, version, ground]);
  return bars;
}
