import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corroborate, headline, independence } from './corroboration';
import type { Cited, Shared } from './joining';

// The counting rule by example. Articles are named by letters; a citation stands at 0–10 of its article unless it says otherwise.

const officer = {
  id: 'officer',
  name: 'a border officer',
  unnamed: true,
  institution: { id: 'service', name: 'the border service' },
};
const soldier = { ...officer, id: 'soldier', name: 'a border soldier' };
const minister = { id: 'minister', name: 'the minister', unnamed: false, institution: null };
const radio = { id: 'radio', name: 'the radio', on: '2021-07-12' };

const cite = (articleId: string, more: Partial<Cited> = {}): Cited => ({
  tagId: `${articleId} ${more.start ?? 0} ${more.speaker?.id ?? ''}${more.via?.id ?? ''}`,
  authorId: 'ana',
  accepted: true,
  articleId,
  start: 0,
  end: 10,
  title: articleId,
  publisherId: `publisher of ${articleId}`,
  published: { from: '2021-07-13', to: '2021-07-13' },
  speaker: null,
  via: null,
  ...more,
});
const echo = (p: string, q: string, decision: Shared['decision'], from: string | null = null): Shared => ({
  id: `${p}${q}`,
  words: 89,
  decision,
  from,
  sides: [
    { articleId: p, start: 0, end: 500 },
    { articleId: q, start: 0, end: 500 },
  ],
});
const figures = (...args: Parameters<typeof corroborate>) => {
  const { articles, origins, unsourced } = corroborate(...args);
  return [articles, origins, unsourced, headline({ articles, origins, unsourced })];
};
const steps = (...args: Parameters<typeof corroborate>) =>
  corroborate(...args).groups.flatMap((group) => group.steps.map(({ words }) => words));

describe('articles · credited origins · unsourced groups', () => {
  const own = [cite('A'), cite('B'), cite('C')];
  it.each<[string, Cited[], Shared[], (number | string)[]]>([
    ['nothing', [], [], [0, 0, 0, 'no support']],
    ['one article in its own voice', [cite('A')], [], [1, 0, 1, '1 origin, unsourced']],
    ['three articles with no known link', own, [], [3, 0, 3, 'at most 3, 1 established']],
    [
      'three of which two copied the first',
      own,
      [echo('A', 'B', 'derived', 'A'), echo('A', 'C', 'derived', 'A')],
      [3, 0, 1, '1 origin, unsourced'],
    ],
    ['two of common origin and a third', own, [echo('A', 'B', 'common-origin')], [3, 0, 2, 'at most 2, 1 established']],
    [
      'an echo that means nothing',
      [cite('A'), cite('B')],
      [echo('A', 'B', 'independent')],
      [2, 0, 2, 'at most 2, 1 established'],
    ],
    [
      'an echo that nobody decided',
      [cite('A'), cite('B')],
      [echo('A', 'B', null)],
      [2, 0, 2, 'at most 2, 1 established'],
    ],
    [
      'an echo of other words of the same articles',
      [cite('A'), cite('B', { start: 600, end: 610 })],
      [echo('A', 'B', 'derived', 'A')],
      [2, 0, 2, 'at most 2, 1 established'],
    ],
    [
      'one minister in two articles',
      [cite('A', { speaker: minister }), cite('B', { speaker: minister })],
      [],
      [2, 1, 0, '1 origin'],
    ],
    [
      'a minister and an officer in one article',
      [cite('A', { speaker: minister }), cite('A', { speaker: officer, start: 20, end: 30 })],
      [],
      [1, 2, 0, '2 origins'],
    ],
    [
      'a minister in one, own voice in another',
      [cite('A', { speaker: minister }), cite('B')],
      [],
      [2, 1, 1, '1 origin'],
    ],
    [
      'own voice beside a minister',
      [cite('A', { speaker: minister }), cite('A', { start: 20, end: 30 })],
      [],
      [1, 1, 0, '1 origin'],
    ],
    [
      'two unnamed sources of one institution',
      [cite('A', { speaker: officer }), cite('B', { speaker: soldier })],
      [],
      [2, 1, 0, '1 origin'],
    ],
    [
      'one report relayed twice, without shared words',
      [cite('A', { via: radio }), cite('B', { via: radio })],
      [],
      [2, 1, 0, '1 origin'],
    ],
    [
      'two reports of one publisher',
      [cite('A', { via: radio }), cite('B', { via: { ...radio, on: '2022-01-01' } })],
      [],
      [2, 2, 0, '2 origins'],
    ],
    [
      'a report of that publisher without a date',
      [cite('A', { via: radio }), cite('B', { via: { ...radio, on: null } })],
      [],
      [2, 1, 0, '1 origin'],
    ],
    [
      'a report relayed, and the report itself',
      [
        cite('A', { via: radio }),
        cite('B', { publisherId: 'radio', published: { from: '2021-07-12', to: '2021-07-12' } }),
      ],
      [],
      [2, 1, 0, '1 origin'],
    ],
    [
      'a report relayed, and another of that publisher',
      [cite('A', { via: radio }), cite('B', { publisherId: 'radio' })],
      [],
      [2, 1, 1, '1 origin'],
    ],
    [
      'two speakers of one relayed report',
      [cite('A', { via: radio, speaker: minister }), cite('B', { via: radio, speaker: officer })],
      [],
      [2, 1, 0, '1 origin'],
    ],
    [
      'two tags by two analysts on one passage, who disagree about the speaker',
      [cite('A', { speaker: minister }), cite('A', { speaker: officer, authorId: 'otto', start: 5, end: 9 })],
      [],
      [1, 1, 0, '1 origin'],
    ],
    [
      'a copy of what a named source said',
      [cite('A', { speaker: minister }), cite('B')],
      [echo('A', 'B', 'derived', 'A')],
      [2, 1, 0, '1 origin'],
    ],
  ])('%s', (_, citations, echoes, expected) => expect(figures(citations, echoes)).toEqual(expected));

  it('counts unnamed sources of one institution apart once somebody says why they differ', () => {
    const citations = [cite('A', { speaker: officer }), cite('B', { speaker: soldier })];
    const different = [{ ids: ['soldier', 'officer'] as [string, string], reason: 'Another rank, another post.' }];
    expect(figures(citations, [], different)).toEqual([2, 2, 0, '2 origins']);
  });

  it('explains each step', () => {
    expect(steps([cite('A'), cite('B')], [echo('A', 'B', 'derived', 'A')])).toEqual([
      '“A” and “B” share 89 words; decided: derived from “A”.',
      'Nobody is named as its source. Lineage unknown: counts as none.',
    ]);
    expect(steps([cite('A', { speaker: officer }), cite('B', { speaker: officer })], [])).toEqual([
      'Both articles cite a border officer.',
    ]);
    expect(steps([cite('A', { speaker: officer }), cite('B', { speaker: soldier })], [])).toEqual([
      'Unnamed sources of the border service: counted once until somebody says why they differ.',
    ]);
    expect(steps([cite('A', { via: radio }), cite('B', { via: radio })], [])).toEqual([
      'Both articles relay the radio, 12 Jul 2021.',
    ]);
    expect(steps([cite('A', { via: radio }), cite('A', { via: radio })], [])).toEqual([
      'Both passages relay the radio, 12 Jul 2021.',
    ]);
  });

  it('tells what an undecided echo would collapse, and the figures there would be', () => {
    const { wouldCollapse, wouldBe } = corroborate([cite('A'), cite('B')], [echo('A', 'B', null)]);
    expect(wouldCollapse).toEqual([{ echoId: 'AB', words: '“A” and “B” share 89 words: undecided.' }]);
    expect(wouldBe).toEqual({ articles: 2, origins: 0, unsourced: 1 });
  });

  it('keeps independence that is not established apart', () => {
    expect(independence({ articles: 2, origins: 0, unsourced: 2 })).toBe('not-established');
    expect(independence({ articles: 2, origins: 1, unsourced: 1 })).toBe('not-established');
    expect(independence({ articles: 3, origins: 2, unsourced: 1 })).toBe('several');
    expect(independence({ articles: 3, origins: 0, unsourced: 1 })).toBe('one');
  });
});

describe('whatever is cited', () => {
  const citation = fc
    .record({
      articleId: fc.constantFrom('A', 'B', 'C', 'D'),
      start: fc.nat(30),
      speaker: fc.constantFrom(null, officer, soldier, minister),
      via: fc.constantFrom(null, radio, { ...radio, on: null }),
      authorId: fc.constantFrom('ana', 'otto'),
    })
    .map((one) => cite(one.articleId, { ...one, end: one.start + 10 }));
  const all = fc
    .array(citation, { maxLength: 8 })
    .map((some) => some.map((one, nth) => ({ ...one, tagId: String(nth) })));
  const some = fc.array(
    fc
      .tuple(fc.constantFrom('AB', 'AC', 'BD'), fc.constantFrom('derived' as const, 'common-origin' as const, null))
      .map(([pair, decision]) => echo(pair[0]!, pair[1]!, decision, decision === 'derived' ? pair[0]! : null)),
    { maxLength: 3 },
  );

  it('each citation is in one group, the order says nothing, and a decided echo never adds an origin', () => {
    fc.assert(
      fc.property(all, some, (citations, echoes) => {
        const told = corroborate(citations, echoes);
        expect(told.groups.flatMap(({ tagIds }) => tagIds).sort()).toEqual(citations.map(({ tagId }) => tagId).sort());
        expect(figures([...citations].reverse(), echoes)).toEqual(figures(citations, echoes));
        const none = corroborate(citations, []);
        expect(told.origins).toBeLessThanOrEqual(none.origins);
        expect(told.origins + told.unsourced > 0).toBe(citations.length > 0);
      }),
    );
  });
});
