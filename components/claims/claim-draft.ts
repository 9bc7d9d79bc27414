import type { z } from 'zod';
import type { Claim, claimChange, claimInput } from '@/lib/claims/claim';
import { sayPeriod } from '@/lib/claims/period';
import { sayValue, type Reading } from '@/lib/claims/value';
import type { EntityRef } from '@/lib/entities/entity';

/** A claim as its form holds it: blank is an empty string. */
export interface ClaimDraft {
  readonly statement: string;
  readonly subject: EntityRef | null;
  readonly predicate: string;
  readonly object: EntityRef | null;
  readonly value: string;
  readonly reading: Reading | null;
  readonly from: string;
  readonly to: string;
  readonly starts: boolean;
  readonly ends: boolean;
  readonly when: string;
  readonly saidOn: string;
  readonly place: EntityRef | null;
}

export const blankClaim: ClaimDraft = {
  statement: '',
  subject: null,
  predicate: '',
  object: null,
  value: '',
  reading: null,
  from: '',
  to: '',
  starts: false,
  ends: false,
  when: '',
  saidOn: '',
  place: null,
};

export const draftOf = ({ statement, structure }: Pick<Claim, 'statement' | 'structure'>): ClaimDraft => ({
  statement,
  subject: structure.subject,
  predicate: structure.predicate ?? '',
  object: structure.object,
  value: structure.value ?? '',
  reading: structure.reading,
  from: structure.period?.from ?? '',
  to: structure.period?.to ?? '',
  starts: structure.period?.starts ?? false,
  ends: structure.period?.ends ?? false,
  when: structure.period?.note ?? '',
  saidOn: structure.period?.saidOn ?? '',
  place: structure.place,
});

type Input = z.input<typeof claimInput>;
type Change = z.input<typeof claimChange>;

/** What the server is sent for a new claim. An object that is an entity leaves no value. */
export function inputOf(draft: ClaimDraft): Input {
  const { from, to, starts, ends, when, saidOn } = draft;
  return {
    statement: draft.statement.trim(),
    subjectId: draft.subject?.id ?? null,
    predicate: draft.predicate.trim() || null,
    objectId: draft.object?.id ?? null,
    value: draft.object ? null : draft.value.trim() || null,
    reading: draft.object || !draft.value.trim() ? null : draft.reading,
    period:
      from || to || when.trim()
        ? {
            from: from || null,
            to: to || null,
            starts: starts && Boolean(from),
            ends: ends && Boolean(to),
            note: when.trim() || null,
            saidOn: when.trim() ? saidOn || null : null,
          }
        : null,
    placeId: draft.place?.id ?? null,
  };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const fields = (input: Input) => Object.keys(input) as (keyof Input)[];

/** The fields that the form gives another value than the claim had. */
export function changeOf(before: ClaimDraft, after: ClaimDraft): Change {
  const [old, young] = [inputOf(before), inputOf(after)];
  return Object.fromEntries(
    fields(young)
      .filter((field) => !same(old[field], young[field]))
      .map((field) => [field, young[field]]),
  );
}

/** Whether what the form changes is, in the claim as it is now, still as it was when the form was opened. */
export function mayResend(change: Change, before: ClaimDraft, now: ClaimDraft): boolean {
  const [old, current] = [inputOf(before), inputOf(now)];
  return (Object.keys(change) as (keyof Input)[]).every((field) => same(old[field], current[field]));
}

/** Their version with my changes on top: what "save mine" would leave. */
export function merged(before: ClaimDraft, mine: ClaimDraft, theirs: ClaimDraft): ClaimDraft {
  const changed = (Object.keys(mine) as (keyof ClaimDraft)[]).filter((field) => !same(before[field], mine[field]));
  return { ...theirs, ...Object.fromEntries(changed.map((field) => [field, mine[field]])) };
}

const period = ({ from, to, starts, ends, when, saidOn }: ClaimDraft) =>
  sayPeriod({ from: from || null, to: to || null, starts, ends, note: when || null, saidOn: saidOn || null });

/** The parts that two drafts say differently, in words; blank is the empty string. */
export function differences(before: ClaimDraft, after: ClaimDraft): { part: string; before: string; after: string }[] {
  const parts: [string, (draft: ClaimDraft) => string][] = [
    ['Statement', ({ statement }) => statement],
    ['Subject', ({ subject }) => subject?.name ?? ''],
    ['Predicate', ({ predicate }) => predicate],
    ['Object', ({ object, value, reading }) => object?.name ?? sayValue(value, reading)],
    ['Period', period],
    ['Place', ({ place }) => place?.name ?? ''],
  ];
  return parts
    .map(([part, reads]) => ({ part, before: reads(before), after: reads(after) }))
    .filter((one) => one.before !== one.after);
}
