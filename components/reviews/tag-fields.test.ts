import { describe, expect, it } from 'vitest';
import { quotedTag } from '@/components/claims/quoted-tag.fixtures';
import { fixOf, proposalOf } from './proposal';
import { changesBetween, changesProposed, verdictsSince } from './tag-fields';

const arsalon = { id: 'e1', type: 'person', name: 'Arsalon' };
const officer = { id: 'e2', type: 'unnamed-source', name: 'an officer' };
const mention = quotedTag({ entity: arsalon, claim: null, stance: null });
const citation = quotedTag({ speaker: officer, impliedHow: null });
const nameOf = (id: string) =>
  new Map([
    ['e1', 'Arsalon'],
    ['c2', 'Another claim'],
  ]).get(id);

describe('what changed of a tag', () => {
  it('is nothing between two equal states, whatever their versions', () =>
    expect(changesBetween(citation, { ...citation, version: 9 })).toEqual([]));

  it('names each field with its words before and after', () => {
    const now = { ...citation, stance: 'context' as const, speaker: null, confidence: 60, denies: true };
    expect(changesBetween(citation, now).map(({ label, before, after }) => [label, before, after])).toEqual([
      ['Stance', 'supports', 'context'],
      ['Said by', 'an officer', 'the outlet itself'],
      ['Denial', 'no', 'yes'],
      ['Confidence', 'not stated', '60'],
    ]);
  });

  it('tells verdicts that came since', () => {
    const review = {
      id: 'r',
      reviewer: arsalon,
      verdict: 'accept' as const,
      reason: null,
      proposal: null,
      reply: null,
      version: 1,
      at: '',
    };
    expect(verdictsSince(citation, { ...citation, reviews: [review] })).toEqual([review]);
    expect(verdictsSince({ ...citation, reviews: [review] }, { ...citation, reviews: [review] })).toEqual([]);
  });
});

describe('a proposal', () => {
  it('is empty while nothing is different', () => {
    expect(proposalOf(citation, fixOf(citation))).toEqual({});
    expect(proposalOf(mention, fixOf(mention))).toEqual({});
  });

  it('holds only what is different, of the fields that the kind of tag has', () => {
    expect(proposalOf(mention, { ...fixOf(mention), entity: officer, stance: 'context' })).toEqual({ entityId: 'e2' });
    const fix = { ...fixOf(citation), speaker: null, denies: true, implied: true, impliedHow: ' from the date ' };
    expect(proposalOf(citation, fix)).toEqual({
      speakerId: null,
      denies: true,
      implied: true,
      impliedHow: 'from the date',
    });
    expect(proposalOf({ ...citation, implied: true, impliedHow: 'x' }, fixOf(citation))).toEqual({
      implied: false,
      impliedHow: null,
    });
  });

  it('is put into words, also where what it names is gone', () => {
    const proposal = { claimId: 'c2', speakerId: null, entityId: 'gone', stance: 'supports' as const };
    expect(changesProposed(citation, proposal, nameOf).map(({ label, after }) => [label, after])).toEqual([
      ['Entity', 'something that is not here any more'],
      ['Claim', 'Another claim'],
      ['Said by', 'the outlet itself'],
    ]);
  });
});
