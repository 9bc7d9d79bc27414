'use client';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useDesk, useDeskState } from '@/components/highlights/use-desk';
import { useColleagues, type Colleague } from '@/components/live/use-colleagues';
import { Avatar } from '@/components/ui/avatar';

type Mark = { at: number; top: number; people: Colleague[] };

/** Beside the paragraphs that others read: their initials. Outside of the text, so that nothing of it moves. */
export function ReadingMarks() {
  const ground = useRef<HTMLDivElement>(null);
  const marks = useMarks(ground);
  return (
    <div ref={ground} className="pointer-events-none absolute top-0 -left-4 w-4 md:-left-8 md:w-5">
      {marks.map(({ at, top, people }) => {
        const names = people.map(({ name }) => name).join(', ');
        return (
          <span
            key={at}
            role="img"
            aria-label={`${names} ${people.length === 1 ? 'reads' : 'read'} here`}
            title={names}
            style={{ top }}
            className="pointer-events-auto absolute left-0 flex flex-col max-md:scale-75"
          >
            {people.slice(0, 2).map(({ id, name }) => (
              <Avatar key={id} id={id} name={name} size="small" decorative />
            ))}
            {people.length > 2 ? <span className="text-center text-xs text-muted">+{people.length - 2}</span> : null}
          </span>
        );
      })}
    </div>
  );
}

/** Where the marks stand, followed as the text is laid out; only those near the screen. */
function useMarks(ground: RefObject<HTMLDivElement | null>): Mark[] {
  const { projectId, articleId, articleVersion } = useDesk().place;
  const pane = useDeskState((state) => state.pane);
  const colleagues = useColleagues(projectId, articleId);
  const [marks, setMarks] = useState<Mark[]>([]);
  useEffect(() => {
    if (!pane) return;
    const byPlace = Map.groupBy(
      colleagues.filter(({ place }) => place?.textVersion === articleVersion && place.at < pane.words.text.length),
      ({ place }) => place!.at,
    );
    const measure = () => {
      const { start, end } = pane.nearby();
      const near = [...byPlace].filter(([at]) => start <= at && at < end);
      // Nobody is near: nothing is laid out for it.
      if (near.length === 0) return setMarks((before) => (before.length === 0 ? before : []));
      const origin = ground.current?.getBoundingClientRect().top ?? 0;
      const placed = near.map(([at, people]) => {
        const box = pane.words.rangeOf({ start: at, end: at + 1 }).getBoundingClientRect();
        return { at, people, top: Math.round(box.top - origin + (box.height - 20) / 2) };
      });
      setMarks((before) => (JSON.stringify(before) === JSON.stringify(placed) ? before : placed));
    };
    const frame = requestAnimationFrame(measure);
    const unfollow = pane.onLayout(measure);
    return () => {
      cancelAnimationFrame(frame);
      unfollow();
    };
  }, [pane, colleagues, articleVersion, ground]);
  return marks;
}
