import { Checkbox } from '@/components/ui/checkbox';
import type { PlaceView } from '@/lib/adjudications/adjudication';
import { alsoTaken, namesOf, peopleOf } from './place-words';

interface AlsoTakeProps {
  place: PlaceView;
  /** Tags that are to be taken. The first is the one that was asked for. */
  take: readonly string[];
  onToggle: (index: number) => void;
}

/** Where three and more say different things: which of the others are right as well. One at least is left out; all have a key of their own. */
export function AlsoTake({ place, take, onToggle }: AlsoTakeProps) {
  const others = alsoTaken(place, take);
  if (others.length < 2) return null;
  const left = others.filter(({ taken }) => !taken).length;
  return (
    <div role="group" aria-label="Take as well" className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="text-muted">Take as well:</span>
      {others.map(({ index, taken, variant }) => (
        <Checkbox key={index} checked={taken} disabled={!taken && left === 1} onCheckedChange={() => onToggle(index)}>
          {namesOf(peopleOf(variant))}’s
        </Checkbox>
      ))}
    </div>
  );
}
