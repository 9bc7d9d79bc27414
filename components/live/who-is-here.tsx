'use client';
import { Avatar } from '@/components/ui/avatar';
import { AvatarStack } from '@/components/ui/avatar-stack';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { useColleagues, type Colleague } from './use-colleagues';

interface WhoIsHereProps {
  projectId: string;
  subjectId: string;
  /** How far down they are, in words, and how to go there; null where it is not known. */
  place?: (colleague: Colleague) => { words: string; go: () => void } | null;
}

/** The others who are at this article or claim: initials, and a list behind them. Nothing when one is alone. */
export function WhoIsHere({ projectId, subjectId, place = () => null }: WhoIsHereProps) {
  const colleagues = useColleagues(projectId, subjectId);
  if (colleagues.length === 0) return null;
  const names = colleagues.map(({ name }) => name).join(', ');
  return (
    <Popover
      label="Who is here"
      className="w-64"
      trigger={
        <button
          type="button"
          aria-label={`Here now: ${names}`}
          className="flex h-7 items-center gap-1.5 rounded-sm px-1.5 text-sm text-muted hover:bg-hover hover:text-ink pointer-coarse:min-h-11"
        >
          <span aria-hidden className="size-1.5 rounded-full bg-good" />
          <span aria-hidden>
            <AvatarStack label="Here now" people={colleagues} max={3} />
          </span>
        </button>
      }
    >
      <ul className="flex flex-col gap-1">
        {colleagues.map((colleague) => (
          <Line key={colleague.id} colleague={colleague} place={place(colleague)} />
        ))}
      </ul>
    </Popover>
  );
}

function Line({
  colleague: { id, name },
  place,
}: {
  colleague: Colleague;
  place: ReturnType<NonNullable<WhoIsHereProps['place']>>;
}) {
  return (
    <li className="flex min-h-7 items-center gap-2">
      <Avatar id={id} name={name} decorative />
      <span className="min-w-0 flex-1 truncate" title={name}>
        {name}
      </span>
      {place ? (
        <>
          <span className="text-sm text-muted tabular-nums">{place.words}</span>
          <Button size="small" variant="quiet" aria-label={`Go to where ${name} reads`} onClick={place.go}>
            Go there
          </Button>
        </>
      ) : null}
    </li>
  );
}
