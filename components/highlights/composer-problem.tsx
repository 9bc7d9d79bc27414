import { Notice } from '@/components/ui/notice';
import type { TagChange } from '@/lib/highlights/highlight';
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

/** Why the server refused, and, where the tag has moved on meanwhile, both states of what differs. */
export function ComposerProblem({ draft }: { draft: Draft }) {
  if (!draft.problem) return null;
  const { purpose } = draft;
  const mine = purpose.kind === 'edit' ? tagChangeOf(draft, purpose.tag) : {};
  const theirs = purpose.kind === 'edit' ? changeBack(purpose.tag) : {};
  const fields = (Object.keys(mine) as (keyof TagChange)[]).filter((field) => !field.endsWith('Id'));
  return (
    <Notice tone="bad" title="Not saved" live>
      {draft.problem}
      {fields.length > 0 ? (
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
      ) : null}
    </Notice>
  );
}
