import type { z } from 'zod';
import { formDraft } from '@/components/live/form-draft';
import type { Claim, claimChange, claimInput } from '@/lib/claims/claim';
import { sayPeriod, type Period } from '@/lib/claims/period';
import { readingsOf, tellsOfBeginning, typedPeriod, type TypedPeriod } from '@/lib/claims/typed-period';
import { typedValue } from '@/lib/claims/typed-value';
import { sayValue, type Reading } from '@/lib/claims/value';
import type { EntityRef } from '@/lib/entities/entity';

/** A claim as its form holds it: blank is an empty string. `value` and `when` are what was typed, the next of each what it means. */
export interface ClaimDraft {
  readonly statement: string;
  readonly subject: EntityRef | null;
  readonly predicate: string;
  readonly object: EntityRef | null;
  readonly value: string;
  readonly reading: Reading | null;
  readonly when: string;
  readonly period: Period | null;
  readonly place: EntityRef | null;
}

export const blankClaim: ClaimDraft = {
  statement: '',
  subject: null,
  predicate: '',
  object: null,
  value: '',
  reading: null,
  when: '',
  period: null,
  place: null,
};

export const draftOf = ({ statement, structure }: Pick<Claim, 'statement' | 'structure'>): ClaimDraft => ({
  statement,
  subject: structure.subject,
  predicate: structure.predicate ?? '',
  object: structure.object,
  value: structure.value ?? '',
  reading: structure.reading,
  when: structure.period?.note ?? sayPeriod(structure.period),
  period: structure.period,
  place: structure.place,
});

/** The draft with a value typed, taken for what its words most likely mean. */
export const withValue = (value: string) => ({ value, reading: typedValue(value)[0] ?? null });

/** What the typed period means, with the day that it is counted from. */
export const understood = ({ when, statement, predicate }: ClaimDraft, saidOn: string | null): TypedPeriod =>
  typedPeriod(when, { saidOn, begins: tellsOfBeginning(statement, predicate) });

/** The draft with a period typed, or the day that its words are counted from. */
export function withWhen(draft: ClaimDraft, when: string, saidOn = draft.period?.saidOn ?? null) {
  const { period, needs } = understood({ ...draft, when }, saidOn);
  return { when, period: period && needs === 'reference' ? { ...period, saidOn } : period };
}

/** What the typed period can be taken to say; the last is its words alone. None where no date was found in them. */
export function periodChoices(draft: ClaimDraft): Period[] {
  const { period, when } = draft;
  const dated = period?.from || period?.to ? period : understood(draft, period?.saidOn ?? null).period;
  if (!dated?.from && !dated?.to) return [];
  const inWords = { from: null, to: null, starts: false, ends: false, note: when.trim(), saidOn: dated.saidOn };
  return [...readingsOf(dated), inWords];
}

type Input = z.input<typeof claimInput>;
type Change = z.input<typeof claimChange>;

/** What the server is sent for a new claim. An object that is an entity leaves no value. */
export function inputOf(draft: ClaimDraft): Input {
  const value = draft.object ? null : draft.value.trim() || null;
  return {
    statement: draft.statement.trim(),
    subjectId: draft.subject?.id ?? null,
    predicate: draft.predicate.trim() || null,
    objectId: draft.object?.id ?? null,
    value,
    reading: value === null ? null : draft.reading,
    period: draft.period,
    placeId: draft.place?.id ?? null,
  };
}

/** The claim as a proposed change would leave it; `entityOf` knows entities by id. */
export function draftAfter(
  before: ClaimDraft,
  { subjectId, objectId, placeId, statement, predicate, value, reading, period }: Change,
  entityOf: (id: string) => EntityRef | undefined,
): ClaimDraft {
  const named = (id: string | null | undefined, was: EntityRef | null) =>
    id === undefined
      ? was
      : id === null
        ? null
        : (entityOf(id) ?? { id, type: '', name: 'something not here any more' });
  return draftOf({
    statement: statement ?? before.statement,
    structure: {
      subject: named(subjectId, before.subject),
      predicate: predicate === undefined ? before.predicate : predicate,
      object: named(objectId, before.object),
      value: value === undefined ? before.value || null : value,
      reading: (value === undefined ? before.reading : (reading ?? null)) as Reading | null,
      period: (period === undefined ? before.period : period) as Period | null,
      place: named(placeId, before.place),
    },
  });
}

/** A claim's form when others may change the claim too. A value goes with what it means. */
export const claimForm = formDraft({
  draftOf,
  inputOf,
  parts: [
    { part: 'Statement', reads: ({ statement }) => statement, fields: ['statement'] },
    { part: 'Subject', reads: ({ subject }) => subject?.name ?? '', fields: ['subject'] },
    { part: 'Predicate', reads: ({ predicate }) => predicate, fields: ['predicate'] },
    {
      part: 'Object',
      reads: ({ object, value, reading }) => object?.name ?? sayValue(value, reading),
      fields: ['object', 'value', 'reading'],
    },
    { part: 'Period', reads: ({ period }) => sayPeriod(period), fields: ['when', 'period'] },
    { part: 'Place', reads: ({ place }) => place?.name ?? '', fields: ['place'] },
  ],
  together: ['value', 'reading'],
});
export const { changeOf, differences } = claimForm;
