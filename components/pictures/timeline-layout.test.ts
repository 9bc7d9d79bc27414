import { describe, expect, it } from 'vitest';
import { periodOf } from '@/lib/claims/period';
import { ticksOf } from './ticks';
import { LANE, layoutTimeline, REASON, scaleOf, type TimelineClaim } from './timeline-layout';
import { drawnOf } from './timeline-marks';

type Said = { from?: string; to?: string; starts?: boolean; ends?: boolean };
const period = ({ from, to, ...flags }: Said) => periodOf({ from: from ?? null, to: to ?? null, ...flags });
const guild = { id: 'guild', name: 'The guild', type: 'organisation' };

const claim = (id: string, said: Said | null, subject: typeof guild | null = null): TimelineClaim => ({
  id,
  statement: `Statement ${id}`,
  status: 'draft',
  structure: {
    subject,
    predicate: subject && 'was founded',
    object: null,
    value: null,
    reading: null,
    period: said && period(said),
    place: null,
  },
});
const day = (text: string) => Date.parse(text) / 86_400_000;

describe('marks', () => {
  it.each([
    ['a beginning goes on', { from: '2006', starts: true }, ['began'], [false, true]],
    ['“by 2010” was so before', { to: '2010' }, ['held'], [true, false]],
    ['“2010 or later”', { from: '2010' }, ['held'], [false, true]],
    [
      'it happened on a day',
      { from: '2012-05-03', to: '2012-05-03', starts: true, ends: true },
      ['happened'],
      [false, false],
    ],
    ['between two moments is one moment', { from: '2010', to: '2013' }, ['held'], [false, false]],
    ['began and ended', { from: '2006', to: '2010', starts: true, ends: true }, ['began', 'ended'], [false, false]],
    ['began and was still so', { from: '2006', to: '2010', starts: true }, ['began', 'held'], [false, false]],
  ])('%s', (_, said, kinds, [before, after]) => {
    const drawn = drawnOf(period(said))!;
    expect(drawn.marks.map(({ kind }) => kind)).toEqual(kinds);
    expect(drawn.open).toEqual({ before, after });
  });

  it('is as wide as what is known, and “about” reaches as far again on either side', () => {
    const [month] = drawnOf(period({ from: '2012-05', to: '2012-05' }))!.marks;
    expect(month).toMatchObject({ first: day('2012-05-01'), last: day('2012-06-01'), exact: false });
    const [about] = drawnOf(period({ from: '2011~', starts: true }))!.marks;
    expect(about).toMatchObject({ first: day('2011-01-01'), last: day('2012-01-01') });
    expect(about!.reach).toEqual([day('2010-01-01'), day('2012-12-31')]);
    expect(drawnOf(period({ from: '2012-05-03', to: '2012-05-03' }))!.marks[0]!.exact).toBe(true);
  });

  it('has nothing to draw of words alone', () => {
    expect(drawnOf(periodOf({ from: null, to: null, note: 'long ago' }))).toBeNull();
    expect(drawnOf(null)).toBeNull();
  });
});

describe('lanes', () => {
  const many = Array.from({ length: 500 }, (_, nth) =>
    claim(
      `c${String(nth).padStart(3, '0')}`,
      nth % 9 === 0 ? null : { from: String(1900 + ((nth * 37) % 120)), starts: true },
      nth % 25 === 1 ? guild : null,
    ),
  );

  it('never overlap, nor do they stand on the words between them', () => {
    const { lanes, clusters, height } = layoutTimeline(many);
    lanes.slice(1).forEach((lane, nth) => expect(lane.top).toBeGreaterThanOrEqual(lanes[nth]!.top + LANE));
    for (const { bottom, reasons } of clusters)
      for (const { top } of lanes) expect(top >= bottom + reasons.length * REASON || top + LANE <= bottom).toBe(true);
    expect(height).toBeGreaterThan(lanes.at(-1)!.top + LANE);
  });

  it('stand in the same places in whatever order the claims come', () => {
    const tops = (claims: TimelineClaim[]) => layoutTimeline(claims).lanes.map(({ claim: { id }, top }) => [id, top]);
    expect(tops(many.toReversed())).toEqual(tops(many));
  });

  it('count the claims that have no moment', () => {
    const { lanes, timeless } = layoutTimeline(many);
    expect([lanes.length, timeless]).toEqual([444, 56]);
  });

  it('go by time, and those that disagree stand next to each other and say why', () => {
    const { lanes, clusters, disagreements } = layoutTimeline([
      claim('late', { from: '2015', starts: true }, guild),
      claim('between', { from: '2010' }),
      claim('early', { from: '2006', starts: true }, guild),
      claim('first', { from: '1990' }),
    ]);
    expect(lanes.map(({ claim: { id } }) => id)).toEqual(['first', 'early', 'late', 'between']);
    expect(disagreements).toHaveLength(1);
    expect(clusters).toMatchObject([{ reasons: ['“began in 2006” and “began in 2015”: it began once.'] }]);
    expect(lanes.map(({ disagreements: own }) => own.length)).toEqual([0, 1, 1, 0]);
  });

  it('disagree where an open question holds its answers apart, whatever their structure says', () => {
    const claims = ['p', 'q', 'r'].map((id, nth) => claim(id, { from: String(1985 + nth), to: String(1985 + nth) }));
    const answers = ['p', 'q', 'r'].map((id) => ({ id: `answer-${id}`, claimId: id, statement: id, notKnown: false }));
    const asked = {
      text: 'When?',
      state: 'open',
      exclusive: true,
      answers,
      pairs: [['answer-r', 'answer-p']],
    } as never;
    const { disagreements } = layoutTimeline(claims, [asked]);
    expect(disagreements.map(({ a, b }) => [a, b])).toEqual([
      ['p', 'q'],
      ['q', 'r'],
    ]);
    expect(disagreements[0]!.reason).toBe('Answers that exclude each other: “When?”');
    expect(layoutTimeline(claims, [{ ...(asked as object), exclusive: false } as never]).disagreements).toEqual([]);
  });

  it('are drawn within the line of time, earlier ones further left', () => {
    const timeline = layoutTimeline(many);
    const { x } = scaleOf(timeline, 300, 1000);
    const at = timeline.lanes.map(({ drawn }) => x(drawn.marks[0]!.first));
    expect(Math.min(...at)).toBeGreaterThan(300);
    expect(Math.max(...at)).toBeLessThan(1000);
    expect(x(day('1950-01-01'))).toBeLessThan(x(day('1950-01-02')));
  });
});

describe('the axis', () => {
  const words = (first: string, last: string, most: number) =>
    ticksOf(day(first), day(last), most).map((tick) => tick.words);

  it('is marked in whole months, years, decades, as there is room', () => {
    expect(words('2012-03-10', '2012-07-20', 6)).toEqual(['Apr 2012', 'May 2012', 'Jun 2012', 'Jul 2012']);
    expect(words('2005-06-01', '2010-06-01', 6)).toEqual(['2006', '2007', '2008', '2009', '2010']);
    expect(words('1899-01-01', '1955-01-01', 6)).toEqual(['1900', '1910', '1920', '1930', '1940', '1950']);
  });

  it('never has more marks than fit', () => {
    for (const last of ['2000-03-01', '2001-01-01', '2007-01-01', '2100-01-01', '3000-01-01'])
      expect(words('2000-01-01', last, 8).length).toBeLessThanOrEqual(9);
  });
});
