import { Avatar } from './avatar';

interface AvatarStackProps {
  /** What the group is: "Reading this now". */
  label: string;
  people: readonly { id: string; name: string }[];
  max?: number;
}

/** Several people in little room; those that do not fit are counted, and all are named for screen readers. */
export function AvatarStack({ label, people, max = 4 }: AvatarStackProps) {
  const shown = people.slice(0, people.length > max ? max - 1 : max);
  const rest = people.length - shown.length;
  const names = people.map((person) => person.name).join(', ');
  return (
    <span role="img" aria-label={`${label}: ${names}`} title={names} className="inline-flex items-center">
      {shown.map((person) => (
        <span key={person.id} className="-ml-0.5 rounded-full ring-2 ring-page first:ml-0">
          <Avatar name={person.name} id={person.id} decorative />
        </span>
      ))}
      {rest > 0 ? <span className="ml-1 text-sm text-muted">+{rest}</span> : null}
    </span>
  );
}
