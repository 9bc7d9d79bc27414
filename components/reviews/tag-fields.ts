import type { Tag, TagChange } from '@/lib/highlights/highlight';

// Pure: the fields of a tag in words, for what changed meanwhile and for what a colleague proposes.

type Field = keyof TagChange;
export interface FieldChange {
  readonly field: Field;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const labels: Record<Field, string> = {
  entityId: 'Entity',
  claimId: 'Claim',
  stance: 'Stance',
  speakerId: 'Said by',
  viaId: 'Via',
  viaOn: 'Report of',
  denies: 'Denial',
  implied: 'Implied',
  impliedHow: 'How implied',
  confidence: 'Confidence',
  note: 'Note',
};

const blank = 'blank';
const outlet = 'the outlet itself';

function fieldWords(tag: Tag): Record<Field, string> {
  return {
    entityId: tag.entity?.name ?? blank,
    claimId: tag.claim?.statement ?? blank,
    stance: tag.stance ?? blank,
    speakerId: tag.speaker?.name ?? outlet,
    viaId: tag.via?.name ?? 'nobody',
    viaOn: tag.via?.on ?? 'no date',
    denies: tag.denies ? 'yes' : 'no',
    implied: tag.implied ? 'yes' : 'no',
    impliedHow: tag.impliedHow ?? blank,
    confidence: tag.confidence === null ? 'not stated' : String(tag.confidence),
    note: tag.note ?? blank,
  };
}

/** A value as a change would set it, in words; `nameOf` knows entities, claims and publishers by id. */
function valueWords(field: Field, value: unknown, nameOf: (id: string) => string | undefined): string {
  if (field === 'denies' || field === 'implied') return value ? 'yes' : 'no';
  if (value === null || value === undefined || value === '')
    return { speakerId: outlet, viaId: 'nobody', viaOn: 'no date', confidence: 'not stated' }[field as string] ?? blank;
  return field.endsWith('Id') ? (nameOf(String(value)) ?? 'something that is not here any more') : String(value);
}

const fields = Object.keys(labels) as Field[];

/** What is different between two states of a tag. */
export function changesBetween(before: Tag, now: Tag): FieldChange[] {
  const [was, is] = [fieldWords(before), fieldWords(now)];
  return fields
    .filter((field) => was[field] !== is[field])
    .map((field) => ({ field, label: labels[field], before: was[field], after: is[field] }));
}

/** What a proposal would change; fields that it names without a difference are left out. */
export function changesProposed(
  tag: Tag,
  proposal: TagChange,
  nameOf: (id: string) => string | undefined,
): FieldChange[] {
  const was = fieldWords(tag);
  return fields
    .filter((field) => field in proposal)
    .map((field) => ({
      field,
      label: labels[field],
      before: was[field],
      after: valueWords(field, proposal[field], nameOf),
    }))
    .filter(({ before, after }) => before !== after);
}

/** Verdicts that came, or are other ones, since a tag was seen. */
export const verdictsSince = (before: Tag, now: Tag): Tag['reviews'] =>
  now.reviews.filter((review) => !before.reviews.some(({ id }) => id === review.id));
