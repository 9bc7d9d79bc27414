import { fold } from '@/lib/entities/folding';
import type { Claim } from './claim';
import { apart, comparePeriods } from './period';
import { compareValues } from './value';

// Pure: what two claims say against each other, read off their structure. To be offered, never imposed.

type Structure = Claim['structure'];
export type Contradiction = { readonly on: 'value' | 'object' | 'period'; readonly reason: string };

/** What claims must share to speak of one thing: subject as known after merges, and predicate. Null when either is missing. */
export const topicOf = ({ subject, predicate }: Pick<Structure, 'subject' | 'predicate'>): string | null =>
  subject && predicate ? `${subject.id} ${fold(predicate)}` : null;

function onObjects(a: Structure, b: Structure): Contradiction | null {
  if (a.object && b.object)
    return a.object.id === b.object.id
      ? null
      : { on: 'object', reason: `One names ${a.object.name}, the other ${b.object.name}.` };
  if (a.value === null || b.value === null) return null;
  const { verdict, reason } = compareValues(
    { value: a.value, reading: a.reading },
    { value: b.value, reading: b.reading },
  );
  return verdict === 'incompatible' ? { on: 'value', reason } : null;
}

/** Where it was; a place that is itself the answer ("was born in") is no circumstance of it. */
const whereOf = ({ place, object }: Structure) => (place && place.id !== object?.id ? place.id : null);

/** Both say the same of their subject, or neither says what: then their periods are those of one thing. */
function sameObject(a: Structure, b: Structure): boolean {
  if (a.object || b.object) return a.object?.id === b.object?.id;
  if (a.value === null || b.value === null) return a.value === b.value;
  const { verdict } = compareValues({ value: a.value, reading: a.reading }, { value: b.value, reading: b.reading });
  return verdict === 'same' || verdict === 'compatible';
}

/** Its value is the time itself ("was founded in": 1990, in 1990), so that another time is another answer, not a later state. */
const saysWhen = ({ value, reading, period }: Structure): boolean =>
  reading?.kind === 'date' ||
  (value !== null &&
    period !== null &&
    [period.from, period.to].some((bound) => bound !== null && bound === value.trim()));

/**
 * Why two claims cannot both be true: same subject and predicate, and values, objects or periods that exclude each other. Null when
 * they can, and when it is not certain that they speak of one thing: different places, or times that do not touch.
 * Symmetric but for the order of the words.
 */
export function contradicts(a: Structure, b: Structure): Contradiction | null {
  const topic = topicOf(a);
  if (topic === null || topic !== topicOf(b)) return null;
  const [here, there] = [whereOf(a), whereOf(b)];
  if (here && there && here !== there) return null;
  const periods = a.period && b.period && comparePeriods(a.period, b.period);
  const clash = periods?.verdict === 'incompatible' ? periods : null;
  const other = onObjects(a, b);
  const began = clash && saysWhen(a) && saysWhen(b);
  if (other && (began || !apart(a.period, b.period))) return other;
  if (began) return { on: 'period', reason: clash.reason };
  return clash && sameObject(a, b) ? { on: 'period', reason: clash.reason } : null;
}
