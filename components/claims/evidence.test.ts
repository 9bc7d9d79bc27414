import { describe, expect, it } from 'vitest';
import { articlesIn, evidenceOf } from './evidence';
import { quotedTag } from './quoted-tag.fixtures';

const keys = (passages: readonly { key: string }[]) => passages.map(({ key }) => key);

describe('evidenceOf', () => {
  it('counts tags on overlapping words once, whoever made them', () => {
    const { supports } = evidenceOf([
      quotedTag({ id: 'a', highlight: { start: 10, end: 20 } }),
      quotedTag({ id: 'b', highlight: { start: 15, end: 40, quote: 'longer' } }),
      quotedTag({ id: 'c', highlight: { start: 40, end: 50 } }),
    ]);
    expect(supports.map(({ tags }) => keys(tags.map(({ id }) => ({ key: id }))))).toEqual([['a', 'b'], ['c']]);
    expect(supports[0]!.shown.id).toBe('b');
  });

  it('keeps apart what differs in stance, article or version', () => {
    const { supports, contradicts } = evidenceOf([
      quotedTag({ id: 'a' }),
      quotedTag({ id: 'b', stance: 'contradicts' }),
      quotedTag({ id: 'c', article: { id: 'a2' } }),
      quotedTag({ id: 'd', highlight: { articleVersion: 2 } }),
    ]);
    expect(keys(supports)).toEqual(['a', 'c', 'd']);
    expect(keys(contradicts)).toEqual(['b']);
  });

  it('sets aside what counts for nothing, tag by tag', () => {
    const evidence = evidenceOf([
      quotedTag({ id: 'a', reviewState: 'rejected' }),
      quotedTag({ id: 'b', reviewState: 'contested' }),
      quotedTag({ id: 'c', reviewState: 'needs-work' }),
      quotedTag({ id: 'd', highlight: { orphaned: 'The words are gone.' } }),
    ]);
    expect(evidence.supports).toEqual([]);
    expect(keys(evidence.apart)).toEqual(['a', 'b', 'c', 'd']);
    expect(articlesIn(evidence)).toBe(0);
  });

  it('is accepted when one of its tags is, and as old as the first', () => {
    const [passage] = evidenceOf([
      quotedTag({ id: 'late', reviewState: 'accepted', createdAt: '2021-09-01T00:00:00.000Z' }),
      quotedTag({ id: 'early', createdAt: '2021-08-01T00:00:00.000Z' }),
    ]).supports;
    expect(passage).toMatchObject({ key: 'early', accepted: true, since: '2021-08-01T00:00:00.000Z' });
  });
});
