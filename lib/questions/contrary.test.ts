import { describe, expect, it } from 'vitest';
import { contraryTo, excludes, type Asked, type Cites, type Side } from './contrary';

const sides = [
  { id: 'a', claimId: 'A' },
  { id: 'b', claimId: 'B' },
  { id: 'c', claimId: 'C' },
];
const [a, b, c] = sides as [Side, Side, Side];
const asked = (change: Partial<Asked> = {}): Asked => ({ exclusive: true, pairs: [], ...change });
const at = (articleVersionId: string, start = 0, end = 10) => ({ articleVersionId, start, end });
const cites = (tagId: string, claimId: string, change: Partial<Cites> = {}): Cites => ({
  ...{ tagId, claimId, stance: 'supports', place: at(tagId), counts: true },
  ...change,
});
const against = (question: Asked, citations: Cites[], answer = a) =>
  contraryTo(question, answer, sides, citations).map(({ tagId }) => tagId);

describe('a citation for one answer', () => {
  it('speaks against the others, and says whose it is', () => {
    const citations = [cites('1', 'B'), cites('2', 'C'), cites('3', 'A')];
    expect(contraryTo(asked(), a, sides, citations)).toEqual([
      { tagId: '1', answerId: 'b' },
      { tagId: '2', answerId: 'c' },
    ]);
    expect(against(asked(), citations, b)).toEqual(['3', '2']);
  });

  it('does not where several answers can be true, or these two', () => {
    const citations = [cites('1', 'B'), cites('2', 'C')];
    expect(against(asked({ exclusive: false }), citations)).toEqual([]);
    expect(against(asked({ pairs: [['a', 'b']] }), citations)).toEqual(['2']);
    expect(against(asked({ pairs: [['b', 'a']] }), citations)).toEqual(['2']);
  });

  it('does not where it contradicts, is context, or does not count', () => {
    const citations = [
      cites('1', 'B', { stance: 'contradicts' }),
      cites('2', 'B', { stance: 'context' }),
      cites('3', 'B', { counts: false }),
    ];
    expect(against(asked(), citations)).toEqual([]);
  });

  it('is not entered twice: words that cite this answer themselves say what they say', () => {
    const place = at('the same text');
    expect(against(asked(), [cites('1', 'B', { place }), cites('2', 'A', { place, stance: 'contradicts' })])).toEqual(
      [],
    );
    expect(against(asked(), [cites('1', 'B', { place }), cites('2', 'A', { place })])).toEqual([]);
    const part = at('the same text', 8, 20);
    expect(against(asked(), [cites('1', 'B', { place }), cites('2', 'A', { place: part })])).toEqual([]);
  });
});

describe('one passage that several analysts tagged', () => {
  const place = at('a text', 0, 10);

  it('speaks against an answer once, in its longest words, also where they only overlap', () => {
    const twice = [
      cites('1', 'B', { place }),
      cites('2', 'B', { place }),
      cites('3', 'B', { place: at('a text', 5, 30) }),
    ];
    expect(against(asked(), twice)).toEqual(['3']);
    expect(against(asked(), twice.slice(0, 2))).toEqual(['1']);
  });

  it('is two where the words only touch, stand in another text, or support two answers', () => {
    expect(against(asked(), [cites('1', 'B', { place }), cites('2', 'B', { place: at('a text', 10, 20) })])).toEqual([
      ...['1', '2'],
    ]);
    expect(against(asked(), [cites('1', 'B', { place }), cites('2', 'B')])).toEqual(['1', '2']);
    expect(against(asked(), [cites('1', 'B', { place }), cites('2', 'C', { place })])).toEqual(['1', '2']);
  });

  it('is one of those left when a tag on it does not count, and entered when one of its tags is', () => {
    const left = [cites('1', 'B', { place, counts: false }), cites('2', 'B', { place })];
    expect(against(asked(), left)).toEqual(['2']);
    const longer = at('a text', 0, 20);
    const entered = [cites('1', 'B', { place }), cites('2', 'B', { place: longer }), cites('3', 'A', { place })];
    expect(against(asked(), entered)).toEqual([]);
  });
});

it('answers exclude each other both ways or not at all, and nothing excludes itself', () => {
  for (const question of [asked(), asked({ exclusive: false }), asked({ pairs: [['a', 'c']] })])
    for (const one of sides)
      for (const other of sides) expect(excludes(question, one, other)).toBe(excludes(question, other, one));
  expect(excludes(asked(), a, { id: 'z', claimId: 'A' })).toBe(false);
  expect(excludes(asked({ pairs: [['a', 'c']] }), a, c)).toBe(false);
});
