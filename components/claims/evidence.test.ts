import { describe, expect, it } from 'vitest';
import { articlesIn, evidenceOf, lostSupport } from './evidence';
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

describe('lostSupport', () => {
  it('names each retracted article once, and says why each other citation is left out', () => {
    const retracted = { id: 'a1', title: 'Courier', retracted: true };
    const evidence = evidenceOf([
      quotedTag({ id: 'a', article: retracted }),
      quotedTag({ id: 'b', article: retracted, highlight: { start: 100, end: 110 } }),
      quotedTag({ id: 'c', reviewState: 'rejected', article: retracted }),
      quotedTag({ id: 'd', reviewState: 'contested' }),
      quotedTag({ id: 'e', reviewState: 'rejected', stance: 'contradicts' }),
      quotedTag({ id: 'f', stance: 'contradicts', article: { id: 'a3', retracted: true } }),
      quotedTag({ id: 'g', highlight: { start: 50, end: 60 } }),
      quotedTag({ id: 'h', highlight: { orphaned: 'The passage was rewritten.' } }),
      quotedTag({ id: 'i', reviewState: 'accepted', highlight: { orphaned: 'The passage was rewritten.' } }),
      quotedTag({ id: 'j', reviewState: 'needs-work', highlight: { orphaned: 'The passage was rewritten.' } }),
    ]);
    expect(lostSupport(evidence)).toEqual({
      retracted: [{ id: 'a1', title: 'Courier' }],
      leftOut: ['1 citation is contested.', '1 citation was sent back.', '2 citations lost their words.'],
    });
  });

  it('is nothing where nothing ever supported it', () => {
    expect(lostSupport(evidenceOf([quotedTag({ id: 'a', stance: 'context' })]))).toBeNull();
  });
});
