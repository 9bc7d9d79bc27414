import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contradicts, topicOf } from './contradiction';
import { anyPeriod, anyReading, period, structured } from './structure.fixtures';

const ref = (id: string) => ({ id, type: 'organisation', name: id });
const about = { subject: ref('the group'), predicate: 'was founded in' };
const year = (written: string) =>
  structured({
    ...about,
    value: written,
    reading: { kind: 'date', date: written },
    period: period({ from: written, starts: true }),
  });
const men = (figure: number, when: string | null) =>
  structured({
    subject: ref('the group'),
    predicate: 'has members',
    value: `${figure} men`,
    reading: { kind: 'number', low: figure, high: figure, about: false, unit: 'men' },
    period: when ? period({ from: when, to: when }) : null,
  });

describe('two claims of one subject and predicate', () => {
  it('contradict each other by what they say of it', () => {
    expect(contradicts(year('2006'), year('2010'))).toEqual({
      on: 'value',
      reason: '“2006” and “2010” cannot both be true.',
    });
    expect(contradicts(men(200, '2021'), men(400, '2021-07'))).toMatchObject({ on: 'value' });
    expect(contradicts(men(200, null), men(400, '2021-07'))).toMatchObject({ on: 'value' });
    const born = (place: string) => structured({ subject: ref('him'), predicate: 'was born in', object: ref(place) });
    expect(contradicts(born('Darwaz'), born('Nourobod'))).toEqual({
      on: 'object',
      reason: 'One names Darwaz, the other Nourobod.',
    });
    expect(contradicts(born('Darwaz'), born('Darwaz'))).toBeNull();
    const there = (place: string) => ({ ...born(place), place: ref(place) });
    expect(contradicts(there('Darwaz'), there('Nourobod'))).toMatchObject({ on: 'object' });
  });

  it('contradict each other by when it was', () => {
    const existed = (of: Parameters<typeof period>[0]) =>
      structured({ subject: ref('the group'), predicate: 'existed', period: period(of) });
    expect(contradicts(existed({ from: '2006', starts: true }), existed({ from: '2010', starts: true }))).toMatchObject(
      { on: 'period' },
    );
    expect(contradicts(existed({ from: '2006', starts: true }), existed({ to: '2010' }))).toBeNull();
  });

  it('contradict each other by when it began, though each gives the date as its value too', () => {
    const founded = (written: string, kind: 'date' | 'number' = 'date') =>
      structured({
        ...about,
        value: written,
        reading:
          kind === 'date'
            ? { kind, date: written }
            : { kind, low: Number(written), high: Number(written), about: false, unit: null },
        period: period({ from: written, to: written, starts: true }),
      });
    expect(contradicts(founded('1990'), founded('1985'))).toMatchObject({ on: 'value' });
    expect(contradicts(founded('1990', 'number'), founded('1985', 'number'))).not.toBeNull();
    const grew = (figure: number, when: string) => ({
      ...men(figure, when),
      period: period({ from: when, to: when, starts: true }),
    });
    expect(contradicts(grew(200, '2021'), grew(400, '2024'))).toBeNull();
  });

  it('do not where times or places are different ones: it may have changed, or been otherwise elsewhere', () => {
    expect(contradicts(men(200, '2021'), men(400, '2024'))).toBeNull();
    const here = { ...men(200, '2021'), place: ref('Darwaz') };
    expect(contradicts(here, { ...men(400, '2021'), place: ref('Khost') })).toBeNull();
    expect(contradicts(here, men(400, '2021'))).toMatchObject({ on: 'value' });
  });

  it('are told by subject and predicate, case, dashes and accents aside', () => {
    expect(contradicts({ ...year('2006'), predicate: 'Was  founded in' }, year('2010'))).not.toBeNull();
    expect(contradicts({ ...year('2006'), predicate: 'was banned in' }, year('2010'))).toBeNull();
    expect(contradicts({ ...year('2006'), subject: ref('another') }, year('2010'))).toBeNull();
    expect(topicOf(structured({ predicate: 'existed' }))).toBeNull();
    expect(contradicts(structured(), structured())).toBeNull();
  });

  it('contradict each other alike from either side, and never themselves', () => {
    const anyStructure = fc
      .tuple(fc.option(anyReading, { nil: null }), fc.option(anyPeriod, { nil: null }))
      .map(([reading, when]) => structured({ ...about, value: reading && 'some', reading, period: when }));
    fc.assert(
      fc.property(anyStructure, anyStructure, (a, b) => {
        expect(contradicts(a, a)).toBeNull();
        expect(contradicts(a, b)?.on).toBe(contradicts(b, a)?.on);
      }),
      { numRuns: 1000 },
    );
  });
});
