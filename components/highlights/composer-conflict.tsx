import type { Tag, TagChange } from '@/lib/highlights/highlight';
import { changeBack, tagChangeOf } from './draft-input';
import type { Draft } from './draft';

const names: Partial<Record<keyof TagChange, string>> = {
  entityId: 'entity',
  claimId: 'claim',
  stance: 'stance',
  confidence: 'confidence',
  note: 'note',
  speakerId: 'who says it',
  viaId: 'via',
  viaOn: 'date of the relayed report',
  denies: 'denies',
  implied: 'implied',
  impliedHow: 'how it is implied',
};

const say = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'nothing';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
};

/** Where a tag has moved on while it was being changed: both states of what differs. */
export function ComposerConflict({ draft, tag }: { draft: Draft; tag: Tag }) {
  const mine = tagChangeOf(draft, tag);
  const theirs = changeBack(tag);
  const fields = (Object.keys(mine) as (keyof TagChange)[]).filter((field) => !field.endsWith('Id'));
  if (fields.length === 0) return null;
  return (
    <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-2">
      {fields.map((field) => (
        <div key={field} className="contents">
          <dt className="text-muted">{names[field]}</dt>
          <dd className="wrap-anywhere">
            yours: <strong>{say(mine[field])}</strong>, saved meanwhile: {say(theirs[field])}
          </dd>
        </div>
      ))}
    </dl>
  );
}
