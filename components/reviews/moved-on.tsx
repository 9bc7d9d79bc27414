import { Notice } from '@/components/ui/notice';
import { PersonName } from '@/components/ui/person-name';
import type { Tag } from '@/lib/highlights/highlight';
import { FieldChanges } from './field-changes';
import { changesBetween, verdictsSince } from './tag-fields';

const said = { accept: 'accepted it', reject: 'rejected it', 'needs-work': 'asked for work on it' };

/** The tag is not what was looked at any more: what is different, before anybody decides on it. */
export function MovedOn({ before, now, refused }: { before: Tag; now: Tag; refused: boolean }) {
  const changes = changesBetween(before, now);
  const verdicts = verdictsSince(before, now);
  return (
    <Notice
      tone="warn"
      live
      title={`This changed since you looked at it${refused ? '; your verdict was not saved' : ''}`}
    >
      {changes.length > 0 && (
        <div className="mt-1">
          <FieldChanges changes={changes} />
        </div>
      )}
      {verdicts.map(({ id, reviewer, verdict, reason }) => (
        <p key={id} className="mt-1 wrap-anywhere">
          <PersonName person={reviewer} /> {said[verdict]}
          {reason && `: ${reason}`}
        </p>
      ))}
      <p className="mt-1 text-muted">Look at it as it is now, then decide.</p>
    </Notice>
  );
}
