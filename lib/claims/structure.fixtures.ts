import fc from 'fast-check';
import type { Claim } from './claim';
import type { Period } from './period';
import type { Reading } from './value';
import { dayOf, monthOf, writeWhen, yearsOf, type When } from './when';

/** Any moment between 1990 and 2030, at any precision; near enough to one another to meet often. */
const year = fc.integer({ min: 1990, max: 2030 });
const stretch = fc
  .tuple(year, fc.integer({ min: 0, max: 12 }))
  .map(([first, more]): When => yearsOf(first, first + more));
export const anyWhen: fc.Arbitrary<When> = fc
  .tuple(
    fc.oneof(
      fc
        .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
        .map((date) => dayOf(date.toISOString().slice(0, 10))),
      fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([of, month]) => monthOf(of, month)),
      stretch,
    ),
    fc.boolean(),
  )
  .map(([when, about]) => ({ ...when, about }));

const written = fc.option(anyWhen.map(writeWhen), { nil: null });
export const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(anyWhen, anyWhen, written, written, fc.boolean(), fc.boolean())
  .map(([a, b, one, other, starts, ends]) => {
    const [first, last] = a.earliest <= b.latest ? [a, b] : [b, a];
    const [from, to] = [one && writeWhen(first), other && writeWhen(last)];
    return { from, to, starts: starts && from !== null, ends: ends && to !== null, note: null, saidOn: null };
  });

const figure = fc.integer({ min: 0, max: 500 });
const unit = fc.constantFrom(null, 'men', 'man', 'people', 'km', 'm', 'days', '%');
const amount = fc
  .tuple(figure, figure, fc.constantFrom('both', 'low', 'high', 'one'), fc.boolean(), unit)
  .map(([a, b, given, about, of]): Reading => {
    const [low, high] = given === 'one' ? [a, a] : [Math.min(a, b), Math.max(a, b)];
    return {
      kind: 'number',
      low: given === 'high' ? null : low,
      high: given === 'low' ? null : high,
      about,
      unit: of,
    };
  });
export const anyReading: fc.Arbitrary<Reading> = fc.oneof(
  amount,
  anyWhen.map((when): Reading => ({ kind: 'date', date: writeWhen(when) })),
);

/** A claim's structure with these parts said. */
export const structured = (parts: Partial<Claim['structure']> = {}): Claim['structure'] => ({
  subject: null,
  predicate: null,
  object: null,
  value: null,
  reading: null,
  period: null,
  place: null,
  ...parts,
});

/** A period said in parts; what is not said is not. */
export const period = (parts: Partial<Period>): Period => ({
  from: null,
  to: null,
  starts: false,
  ends: false,
  note: null,
  saidOn: null,
  ...parts,
});
